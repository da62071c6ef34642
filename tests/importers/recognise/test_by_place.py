"""A figure of a grid belongs to the label on its left and the head above it, in whatever order these stand."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site import forms
from giar_site.importers.document import Grid
from giar_site.importers.recognise.figures import cells_of
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.pieces import Cells, separated
from giar_site.importers.recognise.tables import read_table
from tests.importers.layouts.figures import random_figures
from tests.importers.layouts.layouts import flowed, grid_of
from tests.importers.layouts.printed import Cell, Role, printed
from tests.importers.recognising import grid, table_of

FORM = forms.edition(2021)
ORGANISATIONS = "法人或其他组织"
HEADS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")


def read(*grids: Grid, table: str = "disclosure") -> dict[str, FoundCell]:
    apart = separated(grids, [lexicon(2021, table)], iter(range(9999)))
    assert all(isinstance(each, Cells) for each in apart.tables)
    return cells_of(read_table(apart.tables, FORM, table_of(table)).rows, FORM)


def texts(found: dict[str, FoundCell]) -> dict[str, str]:
    return {key.removeprefix("disclosure."): cell.text for key, cell in found.items()}


def table_three(seed: int) -> tuple[dict[str, str], list[Cell]]:
    """Table three with figures that differ and add up, as printed."""
    figures = random_figures(FORM, random.Random(seed))  # noqa: S311 - nothing secret
    (sheet,) = [each for each in printed(FORM, figures) if each.key == "applications"]
    return {key: text for key, text in figures.items() if key.startswith("applications.")}, sheet.cells


def moved(cells: list[Cell], order: list[int]) -> list[Cell]:
    """`cells` with the seven columns of figures in another order."""
    for cell in cells:
        if cell.column >= 3 and cell.columns == 1:
            cell.column = 3 + order.index(cell.column - 3)
    return cells


@given(st.permutations(range(7)), st.integers(0, 99))
def test_the_columns_of_a_grid_with_heads_may_stand_in_any_order(order: list[int], seed: int) -> None:
    figures, cells = table_three(seed)
    cells = [cell for cell in cells if cell.columns == 1 or cell.role in {Role.LABEL, Role.GROUP, Role.CORNER}]
    found = read(grid_of(moved(cells, order)), table="applications")
    assert {key: cell.text for key, cell in found.items()} == figures


@given(st.permutations(range(7)))
def test_another_order_than_the_forms_is_doubtful_where_no_upper_head_bears_it_out(order: list[int]) -> None:
    cells = [cell for cell in table_three(1)[1] if cell.text != ORGANISATIONS]
    found = read(grid_of(moved(cells, order)), table="applications")
    sure = Confidence.EXACT if order == sorted(order) else Confidence.INFERRED
    assert {cell.confidence for cell in found.values()} == {sure}


def test_another_order_is_sure_where_the_upper_head_stands_over_its_columns() -> None:
    cells = table_three(1)[1]
    for cell in cells:  # 总计 in front of 法人或其他组织
        if cell.text == ORGANISATIONS:
            cell.column += 1
    found = read(grid_of(moved(cells, [0, 6, 1, 2, 3, 4, 5])), table="applications")
    assert {cell.confidence for cell in found.values()} == {Confidence.EXACT}


@pytest.mark.parametrize("lost", ["法人或其他组织", "申请人情况", "自然人", "总计"])
def test_a_head_that_lost_its_span_moves_no_figure(lost: str) -> None:
    figures, cells = table_three(3)
    found = read(flowed(cells, [lost]), table="applications")
    assert {key: cell.text for key, cell in found.items()} == figures


def test_columns_that_slid_under_their_neighbours_head_are_never_exact() -> None:
    found = read(flowed(table_three(3)[1], [ORGANISATIONS]), table="applications")
    assert {cell.confidence for cell in found.values()} == {Confidence.INFERRED}
    assert {cell.reason.zh for cell in found.values() if cell.reason} == {"数字与栏名的位置对不上，按先后读"}


def test_columns_that_slid_since_an_upper_head_is_missing_are_never_exact() -> None:
    cells = [cell for cell in table_three(3)[1] if cell.text != ORGANISATIONS]
    found = read(flowed(cells), table="applications")
    assert Confidence.EXACT not in {cell.confidence for cell in found.values()}


def test_empty_columns_between_the_figures_do_not_matter() -> None:
    sample = grid(("信息内容", "本年制发件数", "", "本年废止件数", "现行有效件数"), ("规章", "1", "", "2", "3"))
    assert texts(read(sample)) == {"rules@issued": "1", "rules@repealed": "2", "rules@in_force": "3"}


def test_a_remark_behind_the_figures_is_none() -> None:
    sample = grid((*HEADS, "说明"), ("规章", "1", "2", "3", "4"))
    assert texts(read(sample)) == {"rules@issued": "1", "rules@repealed": "2", "rules@in_force": "3"}


def test_a_figure_without_a_head_makes_its_row_doubtful() -> None:
    found = read(grid(HEADS, ("规章", "1", "", "3", "4")))
    assert Confidence.EXACT not in {cell.confidence for cell in found.values()}


def test_a_head_that_is_there_twice_names_no_column() -> None:
    found = read(grid(("信息内容", "本年制发件数", "本年制发件数", "现行有效件数"), ("规章", "1", "2", "3")))
    assert Confidence.EXACT not in {cell.confidence for cell in found.values()}


def test_two_rows_under_one_label_with_different_figures_are_missing() -> None:
    found = read(grid(HEADS, ("规章", "1", "2", "3"), ("规章", "1", "5", "3")))
    assert found["disclosure.rules@issued"].text == "1"
    assert found["disclosure.rules@repealed"].confidence is Confidence.MISSING
    assert found["disclosure.rules@repealed"].published == "2 / 5"


def test_a_row_without_a_label_is_not_taken_for_the_row_above() -> None:
    assert texts(read(grid(HEADS, ("规章", "1", "2", "3"), ("", "7", "8", "9"))))["rules@issued"] == "1"


def test_a_row_below_a_misspelt_one_is_not_the_rest_of_its_label() -> None:
    found = texts(read(grid(HEADS, ("（一）归章程", "7", "8", "9"), ("行政规范性文件", "1", "2", "3"))))
    assert found["normative_documents@issued"] == "1"


def test_figures_without_a_label_below_a_row_that_did_not_fit_are_not_that_rows() -> None:
    assert read(grid((*HEADS, ""), ("规章", "1", "2", "3", "4"), ("7", "8", "9", "", ""))) == {}
