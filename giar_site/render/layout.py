"""Everything about an edition's pages that no report changes, worked out once and kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from giar_site.derive import Comparison, Relation, Result, Term, comparisons_of
from giar_site.forms import Form, Kind
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


class CheckText(NamedTuple):
    """The JSON of a check but what the figures say: before the left value, between the values, behind the right one. `nothing`: 0 = 0."""

    comparison: Comparison
    before: str
    between: str
    behind: str
    nothing: str


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """An edition ready to be filled in. `zeros`: the view of each cell when it holds a plain 0, as nine in ten do.

    `checks`: the JSON round each of the form's own comparisons, by its identity: hashing its terms would cost more than the line. Only those of
    whole numbers, which always have the same digits: 1.50 and 1.5 are one number and two texts.
    """

    form: Form
    grids: Mapping[str, tuple[Grid, ...]]
    total_cells: frozenset[int]
    headers: tuple[str, ...]
    zeros: tuple[CellView, ...]
    json_ids: tuple[str, ...]
    checks: Mapping[int, CheckText]


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
        checks={
            id(each): check_text(each)
            for equation, each in zip(form.equations, comparisons_of(form), strict=True)
            if all(form.cells[cell].kind is not Kind.MONEY for cell in (*equation.left, *equation.right))
        },
    )


def check_text(comparison: Comparison) -> CheckText:
    """The JSON round `comparison`."""
    relation = "" if comparison.relation is Relation.EQUAL else f'"relation": {_json(comparison.relation)}, '
    before = f'{{"kind": {_json(comparison.kind)}, "label": {_json(comparison.label)}, {relation}"left": {{"cells": {_cells(comparison.left)}, "value": '
    between, behind = f'}}, "right": {{"cells": {_cells(comparison.right)}, "value": ', '}, "result": '
    return CheckText(comparison, before, between, behind, f'{before}"0"{between}"0"{behind}"{Result.HOLDS}"}}')


def _cells(terms: Sequence[Term]) -> str:
    return _json([f"{'-' if term.sign < 0 else ''}{_elsewhere(term)}{term.cell}" for term in terms])


def _elsewhere(term: Term) -> str:
    """Before a cell of another report: that report, as its page is addressed from the site's root, or from the agency's own page."""
    if term.year is None:
        return ""
    return f"{term.agency}/{term.year}#" if term.agency else f"{term.year}#"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
