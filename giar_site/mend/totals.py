"""Totals that were left out, written in: at the end of their row, or as a row of their own."""

import re
from collections.abc import Iterator
from decimal import Decimal

from giar_site.forms import Row
from giar_site.load import plain_digits
from giar_site.mend.edits import Edit
from giar_site.mend.reading import Read
from giar_site.model import Reading
from giar_site.width import width


def total_edits(found: Read) -> Iterator[Edit]:
    """Write in every total that follows from figures that can all be read."""
    for row in found.figures.form.rows:
        if not (left_out := [cell for cell in row.cells if cell.index in found.figures.derived]):
            continue
        if any(not _follows(found, cell.index) for cell in left_out):
            continue
        edit = _row(found, row) if len(left_out) == len(row.cells) else _end_of_row(found, row, len(left_out))
        if edit:
            yield edit


def _follows(found: Read, total: int) -> bool:
    """True when each equation that defines the total gives the same value."""
    values = found.figures.values
    for equation in found.figures.form.equations:
        if equation.total == total:
            parts = [values[part].value for part in equation.left]
            if None in parts or sum((part for part in parts if part is not None), Decimal(0)) != values[total].value:
                return False
    return values[total].value is not None


def _end_of_row(found: Read, row: Row, count: int) -> Edit | None:
    """The totals behind the last figure, where the row's list ends on that line."""
    written, totals = row.cells[:-count], row.cells[-count:]
    if any(found.figures.values[cell.index].reading is Reading.DERIVED for cell in written):
        return None  # totals between figures: no edition has such a row
    line, column, length = found.sink.spots[written[-1].id]
    at = column - 1 + length
    if not re.match(r"\s*\]", found.lines[line - 1][at:]):
        return None
    return Edit(line, at + 1, 0, "".join(f", {_digits(found, cell.index)}" for cell in totals))


def _row(found: Read, row: Row) -> Edit | None:
    """The whole row on a line of its own, behind the one before it in its group, where each line of the group is a row."""
    group, _, key = row.id.rpartition(".")
    depth = group.count(".") + 1
    brothers = [
        identity
        for identity in found.sink.spots
        if identity.startswith(f"{group}.") and identity.count(".") == depth and "@" not in identity
    ]
    above = [each.id for each in found.figures.form.rows[: found.figures.form.rows.index(row)]]
    before = [brother for brother in brothers if any(each == brother or each.startswith(f"{brother}.") for each in above)]
    if not before:
        return None
    first, column, _ = found.sink.spots[before[-1]]
    last = max(spot[0] for identity, spot in found.sink.spots.items() if re.split(r"[.@]", identity)[: depth + 1] == before[-1].split("."))
    if found.lines[first - 1][: column - 1].strip():
        return None
    above_it = found.lines[last - 1]
    name = f"{' ' * (column - 1)}{key}:"
    gap = " " * max(width(above_it.partition("[")[0]) - width(name), 1)  # below the figures above it
    figures = ", ".join(_digits(found, cell.index) for cell in row.cells)
    return Edit(last, len(above_it) + 1, 0, f"\n{name}{gap}[{figures}]  # {row.label}")


def _digits(found: Read, cell: int) -> str:
    return plain_digits(found.figures.values[cell].value or Decimal(0))
