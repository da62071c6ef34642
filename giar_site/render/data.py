"""Figures for other programs: a report as JSON, all reports as CSV that opens safely in a spreadsheet."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from giar_site.derive import Assessment, Register, Result, Standing, differs, reason_of
from giar_site.load import plain_digits
from giar_site.model import PREAMBLE, Agency, Figure, Reading, Report, Statement
from giar_site.render.layout import Layout, check_text, layout_of

COLUMNS = ("agency", "name", "year", "form", "table", "row", "column", "cell", "value", "unit", "as_published")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n\x00]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def report_json(layout: Layout, agency: Agency, report: Report, original: Mapping[str, str], lists: Mapping[str, str]) -> bytes:
    """The report's figures, in the contract's version 1; `original`: what was first published of the cells that were corrected since.

    `lists`: ready-made, by key.
    """
    figures = report.figures
    values = ", ".join([f"{cell}: {_quoted(figure)}" for cell, figure in zip(layout.json_ids, figures.values, strict=True)])
    irregular = list(figures.irregular())
    head = {"version": 1, "agency": agency.slug, "name": agency.name, "year": report.year, "form": figures.edition}
    tail = {
        "as_published": {cell.id: figure.text for cell, figure in irregular if differs(figure)},
        "derived": [cell.id for cell, figure in irregular if figure.reading is Reading.DERIVED],
        "corrections": [correction._asdict() for correction in report.corrections],
        "original": dict(original),
    }
    made = "".join([f', "{key}": {text}' for key, text in lists.items()])
    return f'{_dump(head)[:-1]}, "figures": {{{values}}}, {_dump(tail)[1:-1]}{made}}}\n'.encode()


def checks_json(layout: Layout, assessments: Sequence[Assessment], reasons: Mapping[frozenset[str], str]) -> str:
    """The checks of a report, a list; `reasons` are those of its accepted findings."""
    return f"[{', '.join([_check(layout, each, reason_of(each, reasons)) for each in assessments])}]"


def prose_json(layout: Layout, report: Report, reasons: Mapping[str, str]) -> str:
    """The numbers of the narrative that agree or contradict, a list; `reasons`: why those at some places were let stand."""
    return f"[{', '.join([_statement(layout, each, reasons.get(each.at)) for each in report.prose.statements])}]"


def _statement(layout: Layout, statement: Statement, accepted: str | None) -> str:
    head = _dump(
        {"section": statement.section or PREAMBLE, "text": statement.text, "verdict": "contradicted" if statement.at else "verified"}
    )
    cells = ", ".join([layout.json_ids[at] for at in statement.cells])
    tail = {"stated": statement.stated, "expected": statement.expected}
    if statement.line:
        tail["line"] = statement.line
    if accepted is not None:
        tail["accepted"] = accepted
    return f'{head[:-1]}, "cells": [{cells}], {_dump(tail)[1:]}'


def _check(layout: Layout, assessment: Assessment, accepted: str | None) -> str:
    text = layout.checks.get(id(assessment.comparison))
    if text is None:
        text = check_text(assessment.comparison)
    elif assessment.result is Result.HOLDS and not assessment.left:
        return text.nothing
    reason = f', "reason": "{assessment.reason}"' if assessment.reason else ""
    stands = f', "accepted": {json.dumps(accepted, ensure_ascii=False)}' if accepted is not None else ""
    left, right = _number(assessment.left), _number(assessment.right)
    return f'{text.before}{left}{text.between}{right}{text.behind}"{assessment.result}"{reason}{stands}}}'


def _number(value: Decimal | None) -> str:
    return "null" if value is None else f'"{plain_digits(value)}"'


def _quoted(figure: Figure) -> str:
    if figure.reading is Reading.PLAIN:
        return f'"{figure.text}"'
    return _number(figure.value)


def _dump(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)


def figures_csv(register: Register) -> Iterator[bytes]:
    """All public figures, a line each, in chunks of one agency: UTF-8 with a byte order mark, for spreadsheets."""
    yield b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"
    for agency in register.site.agencies:
        published = [standing for standing in register.years_of(agency) if standing.published]
        if published:
            yield "".join(map(_report_lines, published)).encode()


def _report_lines(standing: Standing) -> str:
    figures = standing.figures
    if figures is None:
        return ""
    agency = standing.agency
    start = _line([agency.slug, agency.name, str(standing.year), str(figures.edition)])
    layout = layout_of(figures.form)
    middles = _middles(layout)
    cells = figures.form.cells
    lines = [
        f"{start},{middle},{figure.text},{unit},\r\n" for middle, figure, unit in zip(middles, figures.values, _units(layout), strict=True)
    ]
    for index, figure in ((index, figures.values[index]) for index in figures.odd):
        value = "" if figure.value is None else plain_digits(figure.value)
        text = figure.text if differs(figure) else ""
        lines[index] = f"{start},{middles[index]},{value},{_line([figure.unit or cells[index].unit, text])}\r\n"
    return "".join(lines)


@lru_cache(maxsize=16)
def _units(layout: Layout) -> list[str]:
    return [cell.unit for cell in layout.form.cells]


@lru_cache(maxsize=16)
def _middles(layout: Layout) -> list[str]:
    """The columns table, row, column and cell of every line, all ids: the same in all reports of an edition."""
    return [_line([cell.table, cell.row, cell.column, cell.id]) for cell in layout.form.cells]


def _line(texts: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([inert(text) for text in texts])
    return buffer.getvalue().removesuffix("\r\n")  # the writer quotes line ends in a text only when it writes line ends itself


def inert(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula; plain numbers, signed ones too, stay as they are."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
