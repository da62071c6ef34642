"""What stands beside a label in its cell is never lost: it is unplaced, unless the form prints it or it is a unit."""

import pytest

from giar_site.importers.document import Document, Grid
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.remarks import remark_of, strange_numbers
from giar_site.importers.recognise.report import recognise
from giar_site.importing.accounts import unaccounted
from tests.importers.recognise.test_report import WHOLE
from tests.importers.recognising import grid, items


def remark(text: str, table: str = "applications") -> str:
    (item,) = items(table, text)
    return remark_of(item, lexicon(2021, table))


@pytest.mark.parametrize(
    "text",
    [
        "（一）予以公开",
        "一、予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（二）部分公开（区分处理的，仅计这一情形，不计其它情形）",
        "部分公开（区分处理的只计此情形）",
        "自然人（人）",
        "自然人（单位：件）",
        "1.属于国家秘密",
        "5.属于国家秘密",
        "属于国家密秘",
    ],
)
def test_what_the_form_prints_and_units_are_no_remarks(text: str) -> None:
    assert remark(text) == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("（一）予以公开（其中7788件为上年结转）", "（其中7788件为上年结转）"),
        ("自然人（含外籍）", "（含外籍）"),
        ("（二）部分公开（区分处理的，只计这7件，不计其他情形）", "（区分处理的，只计这7件，不计其他情形）"),
        ("属于国家秘密 77", "77"),
        ("自然人¹", "¹"),
        ("自然人（含外籍）①", "（含外籍）①"),
    ],
)
def test_a_remark_is_told_from_its_label(text: str, left: str) -> None:
    assert remark(text) == left


def test_a_label_made_of_several_has_none() -> None:
    assert [remark_of(item, lexicon(2021, "applications")) for item in items("applications", "自然人商业企业")] == ["", ""]


def test_numbers_that_no_label_prints_are_strange() -> None:
    assert strange_numbers("3.重复申请") == ()
    assert strange_numbers("（五）不予处理1.信访举报投诉类申请") == ()
    assert strange_numbers("重复申请７７件、8件") == ("77", "8")


def changed(old: str, new: str) -> Document:
    """The whole report with one label of its tables worded otherwise."""
    blocks = [
        grid(*[tuple(new if cell.text == old else cell.text for cell in row) for row in block.in_rows()])
        if isinstance(block, Grid)
        else block
        for block in WHOLE.blocks
    ]
    blocks = [
        block if isinstance(block, Grid) else type(block)(block.text.replace(old, new), block.spot, block.level, block.marker)
        for block in blocks
    ]
    return Document("text", tuple(blocks))


@pytest.mark.parametrize(("label", "rest"), [("行政处罚", "（含委托7790件）"), ("行政强制", "（均为本级）")])
def test_a_remark_in_a_report_is_unplaced_and_its_row_read(label: str, rest: str) -> None:
    source = changed(label, label + rest)
    report = recognise(source)
    assert [each.text for each in (*report.unplaced, *unaccounted(source, report))] == [rest]
    assert [cell.text for cell in report.cells] == [cell.text for cell in recognise(WHOLE).cells]


def test_a_number_glued_to_a_label_is_unplaced() -> None:
    source = changed("行政处罚", "行政处罚7")
    report = recognise(source)
    assert [each.text for each in (*report.unplaced, *unaccounted(source, report))] == ["7"]
