"""A report's figures zipped with the heads of its edition: what a theme prints as tables."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from giar_site.derive import differs
from giar_site.load import plain_digits
from giar_site.model import Figure, Reading
from giar_site.render.grid import Grid, GridRow, Head
from giar_site.render.layout import CellView, Layout
from giar_site.render.theme import Theme


class RowView(NamedTuple):
    """A printed line: its own row heads (spanning ones only on their first line) and its figures.

    Each of `filled` is the theme's `_cell.html` filled in, where it has one: kept from report to report.
    """

    id: str
    heads: tuple[Head, ...]
    cells: list[CellView]
    total: bool
    filled: list[Markup]


class BlockView(NamedTuple):
    """A block as a table: `grid` holds what is the same in every report.

    `head` and each of `lines` are the theme's `_head.html` and `_row.html` filled in, where it has them: kept from report
    to report. `rows` are for a theme that prints its rows itself.
    """

    grid: Grid
    head: str
    lines: list[str]
    rows: list[RowView]


class TableView(NamedTuple):
    """A table of the form; `note` is the remark the form prints in it, `note_id` names it."""

    key: str
    note: str
    note_id: str
    blocks: list[BlockView]


def table_view(theme: Theme, layout: Layout, key: str, figures: Sequence[Figure], notes: Mapping[str, str]) -> TableView:
    """The table `key` filled with `figures`; `notes` gives the id of the note on a cell, by cell id."""
    table = next(table for table in layout.form.tables if table.key == key)
    blocks = []
    for grid in layout.grids[key]:
        head = theme.part("_head.html", id(grid), grid=grid)
        if "_row.html" in theme.templates:
            blocks.append(BlockView(grid, head, [_line(theme, layout, row, figures, notes) for row in grid.rows], []))
        else:
            blocks.append(BlockView(grid, head, [], [_row(layout, row, figures, notes) for row in grid.rows]))
    return TableView(key, table.note, f"note-{key}", blocks)


def _line(theme: Theme, layout: Layout, row: GridRow, figures: Sequence[Figure], notes: Mapping[str, str]) -> Markup:
    """A row as the theme prints it.

    Heads and slots live as long as the program, so a row's identity and its figures say all, unless a cell has a note.
    """
    own = [figures[slot.at] for slot in row.slots]
    plain = all(figure.reading is Reading.PLAIN for figure in own)
    key = (id(row), *(figure.text for figure in own)) if plain and not (notes and any(slot.id in notes for slot in row.slots)) else None
    done = theme.kept.get(key) if key else None
    if done is not None:
        return done
    view = _row(layout, row, figures, notes)
    if "_cell.html" in theme.templates:
        filled = [
            theme.part("_cell.html", (id(slot), figure.text) if key else None, cell=cell)
            for slot, figure, cell in zip(row.slots, own, view.cells, strict=True)
        ]
        view = view._replace(filled=filled)
    return theme.part("_row.html", key, row=view)


def _row(layout: Layout, row: GridRow, figures: Sequence[Figure], notes: Mapping[str, str]) -> RowView:
    zeros = layout.zeros
    cells = [
        zeros[slot.at]
        if (figure := figures[slot.at]).text == "0" and slot.id not in notes
        else _cell(slot.id, slot.headers, figure, slot.total, notes.get(slot.id, ""))
        for slot in row.slots
    ]
    return RowView(row.id, row.heads, cells, row.total, [])


def shown(figure: Figure) -> str:
    """What a reader sees of a figure: the published text where it was converted, else plain digits, "" for a blank."""
    if figure.reading is not Reading.BLANK and differs(figure):
        return figure.text
    return "" if figure.value is None else plain_digits(figure.value)


def _cell(name: str, headers: str, figure: Figure, total: bool, note: str) -> CellView:  # noqa: FBT001 - a fact about the slot
    text = shown(figure)
    value = "" if figure.value is None else plain_digits(figure.value)
    marks = [
        word
        for word, holds in (
            ("total", total),
            ("zero", value == "0"),
            ("blank", not text),
            ("published", text != value),
            ("noted", bool(note)),
        )
        if holds
    ]
    return CellView(name, headers, value, text, " ".join(marks), not text, note)
