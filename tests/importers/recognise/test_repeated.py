"""Repeated texts side by side are one cell; repeated figures are not."""

from giar_site.importers.recognise.repeated import unrepeated
from tests.importers.recognising import grid


def shape(*rows: tuple[str, ...]) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in unrepeated(grid(*rows))[0].cells]


def test_a_head_repeated_over_its_columns_and_rows_is_one_cell() -> None:
    assert shape(("行政复议", "行政复议", "总计"), ("结果维持", "结果纠正", "总计")) == [
        ("行政复议", 0, 0, 1, 2),
        ("总计", 0, 2, 2, 1),
        ("结果维持", 1, 0, 1, 1),
        ("结果纠正", 1, 1, 1, 1),
    ]


def test_equal_figures_stay_two_cells() -> None:
    assert shape(("规章", "0", "0"), ("规章", "/", "/"))[1:3] == [("0", 0, 1, 1, 1), ("0", 0, 2, 1, 1)]


def test_rows_without_any_repetition_side_by_side_are_left_alone() -> None:
    sample = grid(("结果维持", "结果纠正"), ("结果维持", "结果纠正"))
    assert unrepeated(sample) == (sample, {})


def test_each_repeated_cell_is_accounted_for() -> None:
    assert unrepeated(grid(("总计", "总计"), ("总计", "总计")))[1] == {(0, 0): [(0, 0), (0, 1), (1, 0), (1, 1)]}
