"""Where each figure stands in the workbook, and what is written there: a number, a formula with its value, or the text as published."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from giar_site.export.draft import Draft, figure_text
from giar_site.export.printed import Part, PrintedTable
from giar_site.forms import Cell, Kind
from giar_site.load import plain_digits
from giar_site.model import Figure, Reading

FIRST_ROW = 1  # of a table in its sheet, from 0: above it stands the title


class Spot(NamedTuple):
    """Where a figure stands: sheet, row and column from 0."""

    sheet: str
    row: int
    column: int


class Written(NamedTuple):
    """What is written into a cell: `number` or `text`; of a total that its parts give, `parts` are their positions and `number` the value."""

    number: Decimal | None = None
    text: str = ""
    parts: tuple[int, ...] = ()


def spots_of(tables: Sequence[PrintedTable]) -> dict[int, Spot]:
    """The place of each figure, by its position in the edition."""
    return {
        cell.at: Spot(table.title, FIRST_ROW + cell.row, cell.column)
        for table in tables
        for cell in table.cells
        if cell.part is Part.FIGURE
    }


def writing_of(draft: Draft) -> tuple[Written, ...]:
    """What is written into each cell of the form: in a template nothing, since a zero is a statement, and formulas in the totals.

    A total that was published is a statement and stays a number; a formula is what the agency left to be added up.
    """
    form = draft.form
    if not draft.figures:
        sums = {at: Written(Decimal(0), parts=equation.left) for at, equation in form.totals.items()}
        return tuple(sums.get(at, Written()) for at in range(len(form.cells)))
    plain = tuple(map(_plain, draft.figures))
    stated = {at for at, figure in enumerate(draft.figures) if figure.reading is not Reading.DERIVED}
    parts = {at: equation.left for at, equation in form.totals.items() if at not in stated}
    return tuple(_total(at, written, parts, plain) for at, written in enumerate(plain))


def _total(at: int, written: Written, parts: Mapping[int, tuple[int, ...]], plain: Sequence[Written]) -> Written:
    """`written` as a formula, where that gives what was published: a total that is wrong, or sums a text or a blank, stays as it is."""
    summed = [plain[part] for part in parts.get(at, ())]
    numbers = [each.number for each in summed if each.number is not None]
    if not summed or len(numbers) < len(summed) or written.number is None or sum(numbers) != written.number:
        return written
    return Written(written.number, parts=parts[at])


def _plain(figure: Figure) -> Written:
    text = figure_text(figure)
    exact = figure.value is not None and figure.reading in (Reading.PLAIN, Reading.DERIVED) and _survives(text)
    return Written(figure.value) if exact else Written(text=text)


def _survives(digits: str) -> bool:
    """True when a spreadsheet, which computes in floating point, gives back these very digits."""
    return plain_digits(Decimal(repr(float(digits)))).removesuffix(".0") == digits


def look_of(cell: Cell, written: Written) -> str:
    """The name of the cell's look."""
    if written.parts:
        return "total"
    return "published" if written.text else {Kind.COUNT: "count", Kind.CHANGE: "change", Kind.MONEY: "money"}[cell.kind]


def sum_of(spots: Sequence[Spot], home: str) -> str:
    """The formula, without its `=`, that adds up `spots`, written for a cell of the sheet `home`; neighbours become one range."""
    return f"SUM({references(spots, home)})"


def references(spots: Sequence[Spot], home: str) -> str:
    """The cells at `spots`, as a formula in the sheet `home` names them."""
    from xlsxwriter.utility import quote_sheetname, xl_range  # noqa: PLC0415 - an extra

    runs: list[list[Spot]] = []
    for spot in spots:
        if runs and spot in (_next(runs[-1], 1, 0), _next(runs[-1], 0, 1)):
            runs[-1].append(spot)
        else:
            runs.append([spot])
    named = []
    for run in runs:
        first, last = run[0], run[-1]
        where = "" if first.sheet == home else f"{quote_sheetname(first.sheet)}!"
        named.append(where + xl_range(first.row, first.column, last.row, last.column))
    return ",".join(named)


def _next(run: Sequence[Spot], down: int, right: int) -> Spot | None:
    """The spot that goes on with `run` in that direction; None when it runs in the other."""
    first, last = run[0], run[-1]
    straight = (first.column == last.column) if down else (first.row == last.row)
    return last._replace(row=last.row + down, column=last.column + right) if straight else None
