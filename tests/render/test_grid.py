"""The geometry of the printed tables: nothing overlaps, nothing is missing, every cell is read with all its heads."""

import pytest

from giar_site import forms
from giar_site.render.grid import Grid
from giar_site.render.layout import layout_of

EDITIONS = [form.edition for form in forms.editions()]
each_edition = pytest.mark.parametrize("edition", EDITIONS)


def grids(edition: int) -> list[Grid]:
    return [grid for each in layout_of(forms.edition(edition)).grids.values() for grid in each]


def size(text: str) -> int:
    return int(text or 1)


def covered(grid: Grid) -> list[tuple[int, int]]:
    """Every place of the table that a head or a figure covers, row by row as a browser lays it out."""
    places: set[tuple[int, int]] = set()
    order: list[tuple[int, int]] = []

    def put(row: int, rows: int, columns: int) -> None:
        column = 0
        while (row, column) in places:
            column += 1
        for place in ((row + down, column + right) for down in range(rows) for right in range(columns)):
            order.append(place)
            places.add(place)

    for at, line in enumerate(grid.head_rows):
        if at == 0 and grid.corner:
            put(0, size(grid.corner_rows), size(grid.corner_columns))
        for head in line:
            put(at, size(head.span_rows), size(head.span_columns))
    for at, row in enumerate(grid.rows, len(grid.head_rows)):
        for head in row.heads:
            put(at, size(head.span_rows), size(head.span_columns))
        for _ in row.slots:
            put(at, 1, 1)
    return order


@each_edition
def test_heads_and_figures_fill_a_rectangle_without_overlap(edition: int) -> None:
    for grid in grids(edition):
        places = covered(grid)
        rows, columns = max(row for row, _ in places) + 1, max(column for _, column in places) + 1
        assert rows == len(grid.head_rows) + len(grid.rows)
        assert len(places) == len(set(places)) == rows * columns, grid.caption


@each_edition
def test_every_cell_of_the_edition_has_one_slot_and_its_contract_id(edition: int) -> None:
    form = forms.edition(edition)
    slots = [slot for grid in grids(edition) for row in grid.rows for slot in row.slots]
    assert [(slot.at, slot.id) for slot in slots] == [(cell.index, cell.id) for cell in form.cells]


@each_edition
def test_a_cell_names_all_its_heads_outermost_first_rows_before_columns(edition: int) -> None:
    form = forms.edition(edition)
    for grid in grids(edition):
        labels = {head.id: head.label for line in grid.head_rows for head in line}
        labels |= {head.id: head.label for row in grid.rows for head in row.heads}
        for slot in (slot for row in grid.rows for slot in row.slots):
            cell = form.cells[slot.at]
            assert [labels[name] for name in slot.headers.split()] == [head.label for head in (*cell.row_path, *cell.column_path)]


@each_edition
def test_ids_are_unique_and_heads_name_only_heads_of_their_own_table(edition: int) -> None:
    everything: list[str] = []
    for grid in grids(edition):
        heads = [head for line in grid.head_rows for head in line] + [head for row in grid.rows for head in row.heads]
        names = [head.id for head in heads]
        assert {name for head in heads for name in head.headers.split()} <= set(names)
        everything += [*names, *(row.id for row in grid.rows), *(slot.id for row in grid.rows for slot in row.slots)]
    assert len(everything) == len(set(everything))


@each_edition
def test_every_row_of_the_form_can_be_linked_to(edition: int) -> None:
    names = {row.id for grid in grids(edition) for row in grid.rows} | {
        head.id for grid in grids(edition) for line in grid.head_rows for head in line
    }
    assert {row.id for row in forms.edition(edition).rows} <= names


def test_the_applications_table_has_the_official_merged_head() -> None:
    [grid] = layout_of(forms.edition(2021)).grids["applications"]
    heads = [[(head.label, head.span_rows, head.span_columns) for head in line] for line in grid.head_rows]
    assert heads[:2] == [[("申请人情况", "", "7")], [("自然人", "2", ""), ("法人或其他组织", "", "5"), ("总计", "2", "")]]
    assert (grid.corner_rows, grid.corner_columns) == ("3", "3")
    spans = {head.label: head.span_rows for row in grid.rows for head in row.heads if head.span_rows}
    assert list(spans.values()) == ["22", "8", "3", "5", "3"]


def test_totals_of_rows_and_columns_are_marked() -> None:
    [grid] = layout_of(forms.edition(2019)).grids["applications"]
    assert [row.id for row in grid.rows if row.total] == ["applications.outcome.total"]
    totals = [slot.id for row in grid.rows for slot in row.slots if slot.total]
    assert len(totals) == 23 + 6


def test_complaints_and_suits_are_one_line_of_fifteen_without_row_heads() -> None:
    [grid] = layout_of(forms.edition(2019)).grids["review_and_litigation"]
    assert (grid.corner, len(grid.rows), len(grid.rows[0].slots), grid.rows[0].heads) == ("", 1, 15, ())
