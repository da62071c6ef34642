"""The tables as the form prints them: no gap, no overlap, spans as printed."""

import pytest

from giar_site import forms
from giar_site.export.printed import Part, PrintedTable, printed_tables

EDITIONS = [form.edition for form in forms.editions()]


def table(edition: int, key: str) -> PrintedTable:
    return next(each for each in printed_tables(forms.edition(edition)) if each.key == key)


@pytest.mark.parametrize("edition", EDITIONS)
def test_cells_tile_each_table_and_every_figure_has_its_place(edition: int) -> None:
    form = forms.edition(edition)
    figures = []
    for each in printed_tables(form):
        places = [
            (cell.row + down, cell.column + right) for cell in each.cells for down in range(cell.rows) for right in range(cell.columns)
        ]
        assert sorted(places) == [(row, column) for row in range(each.height) for column in range(each.width)]
        figures += [cell.at for cell in each.cells if cell.part is Part.FIGURE]
    assert figures == list(range(len(form.cells)))


def test_applications_have_the_printed_head() -> None:
    printed = table(2021, "applications")
    rows = [[(cell.text, cell.rows, cell.columns) for cell in row] for row in printed.in_rows()]
    assert rows[:3] == [
        [("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 1, 7)],
        [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
        [(label, 1, 1) for label in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
    ]
    assert rows[3][0] == ("一、本年新收政府信息公开申请数量", 1, 3)
    assert rows[5][:2] == [("三、本年度办理结果", 22, 1), ("（一）予以公开", 1, 2)]
    assert rows[7][:2] == [("（三）不予公开", 8, 1), ("1.属于国家秘密", 1, 1)]
    assert (printed.width, printed.height, printed.head_rows, printed.label_columns) == (10, 28, 3, 3)


def test_review_and_litigation_is_one_row_of_fifteen() -> None:
    printed = table(2019, "review_and_litigation")
    assert (printed.width, printed.height, printed.head_rows, printed.label_columns) == (15, 4, 3, 0)
    assert [cell.part for cell in list(printed.in_rows())[3]] == [Part.FIGURE] * 15


def test_a_narrow_block_fills_the_table_with_its_last_column() -> None:
    rows = [[(cell.text, cell.columns) for cell in row] for row in table(2019, "disclosure").in_rows()]
    assert rows[-3:] == [
        [("第二十条第（九）项", 4)],
        [("信息内容", 1), ("采购项目数量", 1), ("采购总金额", 2)],
        [("政府集中采购", 1), ("", 1), ("", 2)],
    ]
