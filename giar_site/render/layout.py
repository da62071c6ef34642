"""Everything about an edition's pages that no report changes, worked out once and kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from giar_site.forms import Form
from giar_site.render.grid import Grid, GridRow, grids_of


class CellView(NamedTuple):
    """A figure as it is printed: `value` plain digits or "", `text` what is shown, `marks` words a theme may style by, `note` the id of its note."""

    id: str
    headers: str
    value: str
    text: str
    marks: str
    blank: bool
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """An edition ready to be filled in. `zeros`: the view of each cell when it holds a plain 0, as nine in ten do."""

    form: Form
    grids: Mapping[str, tuple[Grid, ...]]
    total_cells: frozenset[int]
    headers: tuple[str, ...]
    zeros: tuple[CellView, ...]
    json_ids: tuple[str, ...]


_KNOWN: dict[int, Layout] = {}


def layout_of(form: Form) -> Layout:
    """The layout of `form`. Kept by identity: comparing editions cell by cell would cost more than the page."""
    known = _KNOWN.get(id(form))
    if known is None or known.form is not form:
        known = _KNOWN[id(form)] = _lay_out(form)
    return known


def _lay_out(form: Form) -> Layout:
    grids: dict[str, tuple[Grid, ...]] = {}
    first = 1
    for table in form.tables:
        grids[table.key] = grids_of(table, first)
        first += len(table.blocks)
    rows: list[GridRow] = [row for each in grids.values() for grid in each for row in grid.rows]
    slots = sorted(slot for row in rows for slot in row.slots)
    return Layout(
        form=form,
        grids=grids,
        total_cells=frozenset(slot.at for slot in slots if slot.total),
        headers=tuple(slot.headers for slot in slots),
        zeros=tuple(
            CellView(slot.id, slot.headers, "0", "0", "total zero" if slot.total else "zero", blank=False, note="") for slot in slots
        ),
        json_ids=tuple(json.dumps(slot.id) for slot in slots),
    )
