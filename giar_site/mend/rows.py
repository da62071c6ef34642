"""Rows that could not be read for their commas: full-width ones between figures, thousands separators within them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from giar_site.forms import Row
from giar_site.load import read_figure
from giar_site.mend.certain import in_ascii
from giar_site.mend.edits import Edit
from giar_site.mend.reading import Read
from giar_site.model import Figure, Reading

_LIST = re.compile(r"(?P<before>[^#\[\]【】]*?:\s+)[\[【［](?P<body>[^#\[\]【】［］'\"]*)[\]】］]\s*(?:#.*)?")
_BETWEEN = (
    re.compile(r"\s*[,，、；;]\s*"),
    re.compile(r"\s*[，、；;]\s*|,\s+"),
)  # any comma parts figures; or only one with a blank after it
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")


def row_edits(found: Read) -> Iterator[Edit]:
    """Write a row anew where exactly one reading fills its columns, and its total (where it has one) agrees."""
    rows = {row.id: row for row in found.figures.form.rows}
    for fault in found.sink.faults:
        if fault.kind != "wrong_length" or fault.at.item not in rows:
            continue
        line = found.lines[fault.place.line - 1]
        match = _LIST.fullmatch(line)
        if match is None or not match["before"].strip():
            continue
        readings = {
            reading for pattern in _BETWEEN if (reading := _figures(rows[fault.at.item], found, pattern.split(match["body"].strip())))
        }
        if len(readings) == 1:
            start, end = match.end("before"), match.end("body") + 1
            yield Edit(fault.place.line, start + 1, end - start, f"[{', '.join(readings.pop())}]")


def _figures(row: Row, found: Read, pieces: list[str]) -> tuple[str, ...]:
    """The plain figures that `pieces` are; none when they do not fill the row or do not add up."""
    if len(pieces) != len(row.cells):
        return ()
    plain = tuple(piece.replace(",", "") if _THOUSANDS.fullmatch(piece) else piece for piece in map(in_ascii, pieces))
    figures = {cell.index: read_figure(text, cell.kind, cell.unit) for cell, text in zip(row.cells, plain, strict=True)}
    if any(figure.reading is not Reading.PLAIN for figure in figures.values()):
        return ()
    sound = all(_adds_up(figures, equation.left, total) for total, equation in found.figures.form.totals.items() if total in figures)
    return plain if sound else ()


def _adds_up(figures: dict[int, Figure], parts: tuple[int, ...], total: int) -> bool:
    if not set(parts) <= set(figures):
        return True  # a total down the column: other rows decide
    return sum((figures[part].value or Decimal(0) for part in parts), Decimal(0)) == figures[total].value
