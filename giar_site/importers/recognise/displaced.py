"""Rows that may stand in the wrong columns: their total contradicts them, a figure begins with 0, or there is a blank and no total.

A figure broken over two cells and another one missing leave a row as long as it should be; so do a figure or a blank too many and a figure too few. Nothing is
mended by this: in the source the total itself may be wrong, and stays so.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.recognise.figures import BLANK, NOT_FOUND
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.load import read_figure

CONTRADICTED = Text(
    "本行各项相加不等于总计，可能原文如此，也可能数字错了栏：请对照原文",
    "the row does not add up to its total: it may be so in the source, or figures stand in the wrong columns; compare it with the source",
)
CUT = Text(
    "本行有以 0 开头的数字，可能是一个数断在两格里：请对照原文",
    "a figure of the row begins with 0: a number may be broken over two cells; compare it with the source",
)
OPEN = Text(
    "本行有空格，又没有总计可以核对，数字可能错了栏：请对照原文",
    "the row has a blank and no total to check it by, so that figures may stand in the wrong columns; compare it with the source",
)
_CUT = re.compile(r"0[0-9]+")
_LONGEST = 40  # no figure is longer
_NOTHING = (BLANK, NOT_FOUND)
_SURE = {Confidence.EXACT, Confidence.NORMALISED}


def with_doubts(cells: Sequence[FoundCell], form: forms.Form) -> tuple[FoundCell, ...]:
    """`cells`, of which the sure ones in such rows are *inferred*."""
    found = {cell.cell: cell for cell in cells}
    doubts = {cell: why for line in _lines(form) if (why := _doubt(line, found, form)) for cell in line.cells}
    return tuple(
        replace(cell, confidence=Confidence.INFERRED, reason=doubts[cell.cell])
        if cell.cell in doubts and cell.confidence in _SURE
        else cell
        for cell in cells
    )


class _Line(NamedTuple):
    """The cells that are printed as one line, by id, and the totals that are added up within it."""

    cells: tuple[str, ...]
    sums: tuple[forms.Equation, ...]


@cache
def _lines(form: forms.Form) -> tuple[_Line, ...]:
    """The lines of the form, worked out once for all reports."""
    return tuple(_line(rows, form) for table in form.tables for rows in _rows(table))


def _rows(table: forms.Table) -> Iterator[tuple[forms.Row, ...]]:
    """The rows of the form that are printed as one line."""
    rows = [row for block in table.blocks for row in block.rows]
    yield from [tuple(rows)] if table.one_row else ((row,) for row in rows)


def _line(rows: Sequence[forms.Row], form: forms.Form) -> _Line:
    cells = [cell for row in rows for cell in row.cells]
    within = {cell.index for cell in cells}
    sums = (form.totals[at] for at in within if at in form.totals and set(form.totals[at].left) <= within)
    return _Line(tuple(cell.id for cell in cells), tuple(sums))


def _doubt(line: _Line, found: Mapping[str, FoundCell], form: forms.Form) -> Text | None:
    cells = [found[cell] for cell in line.cells]
    if any(_is_cut(cell.published[:_LONGEST]) for cell in cells):
        return CUT
    if any(_is_contradicted(each, found, form) for each in line.sums):
        return CONTRADICTED
    if not line.sums:
        return OPEN if _is_partly_empty(cells) else None
    loose = [(*each.left, *each.right) for each in line.sums if _is_empty(found[form.cells[each.right[0]].id])]
    return OPEN if any(_is_partly_empty([found[form.cells[at].id] for at in group]) for group in loose) else None


@lru_cache(maxsize=4096)
def _is_cut(published: str) -> bool:
    """Whether a figure begins with 0."""
    return bool(_CUT.fullmatch(unicodedata.normalize("NFKC", squeezed(published))))


def _is_empty(cell: FoundCell) -> bool:
    """Whether nothing stands in a cell, not even a sign for nothing."""
    return cell.reason is BLANK and not cell.published


def _is_partly_empty(cells: Sequence[FoundCell]) -> bool:
    return any(map(_is_empty, cells)) and not all(map(_is_empty, cells))


def _is_contradicted(equation: forms.Equation, found: Mapping[str, FoundCell], form: forms.Form) -> bool:
    """Whether the parts of a total give another number. A blank or a column left out counts as nothing, unless all parts do: then only the total was filled in."""
    total = _number(found[form.cells[equation.right[0]].id], form)
    parts = [found[form.cells[at].id] for at in equation.left]
    if total is None or all(cell.confidence is Confidence.MISSING for cell in parts):
        return False
    numbers = [Decimal(0) if cell.reason in _NOTHING else _number(cell, form) for cell in parts]
    return None not in numbers and sum(filter(None, numbers)) != total


def _number(cell: FoundCell, form: forms.Form) -> Decimal | None:
    own = form.by_id[cell.cell]
    return read_figure(cell.text, own.kind, own.unit).value if cell.text else None
