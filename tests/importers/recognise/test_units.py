"""A unit of money that the source names is never read as another one: it comes along with the figure."""

import pytest

from giar_site.importers.document import Document
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.report import recognise
from giar_site.importers.recognise.units import Beside, said_unit, unit_beside, unit_in
from tests.importers.recognise.test_report import WHOLE
from tests.importers.recognising import grid, lines, report_of

FEES = "disclosure.fees@amount"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("本年收费金额（单位：万元）", "万元"),
        ("本年收费金额(元)", "元"),
        ("采购总金额\n（亿元）", "亿元"),
        ("采购总金额 单位：人民币元", "元"),
        ("金額（萬元）", "万元"),
        ("采购总金额/万", "万元"),
        ("金额（千元）", "千元"),
        ("单位：件、万元", "万元"),
        ("（单位：元/万元）", "元/万元"),
        ("本年收费金额", ""),
        ("单位：件", ""),
        ("多元化", ""),
        ("元" * 200, ""),
    ],
)
def test_the_unit_in_a_label_is_found(text: str, unit: str) -> None:
    assert unit_in(text) == unit


def test_beside_a_table_only_what_says_unit_counts() -> None:
    assert unit_beside(lines("一、基本情况（元）", "收费5元。"), "二、情况") == Beside()
    assert unit_beside((*lines("单 位：元"), grid(("单位：元", "5"))), "二、情况") == Beside("元", "元")
    assert unit_beside(lines("单位：元", "单位：万元"), "") == Beside("元/万元", "元/万元")
    assert unit_beside((grid(("采购金额（单位：元）", "5")),), "") == Beside("元", "")


@pytest.mark.parametrize("line", ["（元）", "(萬元)", "（人民币 元）", "〔亿元〕"])
def test_a_unit_in_brackets_counts_in_a_line_of_its_own_and_behind_the_title(line: str) -> None:
    unit = unit_in(line)
    assert unit
    assert unit_beside(lines("收费", line), "二、情况") == Beside(unit, unit)
    assert unit_beside(lines("收费"), "二、情况" + line) == Beside(unit, unit)
    assert unit_beside(lines("收费金额" + line, "收费5元" + line), "二、情况") == Beside()
    assert unit_beside((grid((line, "5")),), "二、情况") == Beside()


def test_the_nearest_unit_counts_and_two_that_differ_are_both_named() -> None:
    assert said_unit("万元", "", Beside("元", "元")) == ("万元", True, "元")
    assert said_unit("万元", "", Beside("万元/元", "万元")) == ("万元", True, "")
    assert said_unit("", "", Beside("元")) == ("元", False, "")
    assert said_unit("万元", "元", Beside()) == ("万元/元", True, "")


@pytest.mark.parametrize("beside", ["元", "千元", "亿元"])
@pytest.mark.parametrize("near", ["万元", "元"])
def test_another_unit_beside_the_table_than_in_the_head_makes_the_figure_a_doubt(near: str, beside: str) -> None:
    found = fees(f"本年收费金额（单位：{near}）", above=f"（单位：{beside}）")
    assert found.text == ("5.5" if near == "万元" else "5.5元")
    if near == beside:
        assert found.confidence is Confidence.NORMALISED
        return
    assert found.confidence is Confidence.INFERRED
    assert found.reason
    assert found.reason.zh == f"栏名或行名写明单位是{near}，表外却写{beside}，按{near}读，请对照原文"


def fees(head: str, figure: str = "5.5", label: str = "行政事业性收费", above: str = "") -> FoundCell:
    rows = [("第二十条第（八）项", ""), ("信息内容", head), (label, figure)]
    rows = [
        ("第二十条第（一）项", "", "", ""),
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章", "1", "2", "3"),
        *rows,
    ]
    source = report_of(grid(*rows))
    blocks = (*source.blocks[:-1], *lines(above), source.blocks[-1]) if above else source.blocks
    rest = WHOLE.blocks[next(at for at, block in enumerate(WHOLE.blocks) if getattr(block, "text", "").startswith("三、")) :]
    report = recognise(Document("test", (*blocks, *rest)))
    return next(cell for cell in report.cells if cell.cell == FEES)


@pytest.mark.parametrize("unit", ["元", "亿元"])
@pytest.mark.parametrize("spelled", ["head", "label", "above"])
def test_a_figure_in_another_unit_than_the_forms_is_kept_with_it(unit: str, spelled: str) -> None:
    said = f"（单位：{unit}）"
    found = {
        "head": fees("本年收费金额" + said),
        "label": fees("本年收费金额", label="行政事业性收费" + said),
        "above": fees("本年收费金额", above=f"单位：{unit}"),
    }[spelled]
    assert (found.text, found.published, found.confidence) == (
        f"5.5{unit}",
        "5.5",
        Confidence.INFERRED if spelled == "above" else Confidence.NORMALISED,
    )
    assert found.reason
    assert unit in found.reason.zh


def test_the_forms_own_unit_changes_nothing() -> None:
    assert fees("本年收费金额（单位：万元）", above="单位：万元").confidence is Confidence.EXACT
    assert fees("本年收费金额").text == "5.5"


def test_the_unit_of_the_figure_itself_counts_most() -> None:
    found = fees("本年收费金额（单位：元）", "5.5万元")
    assert (found.text, found.confidence) == ("5.5万元", Confidence.EXACT)


@pytest.mark.parametrize("head", ["本年收费金额（单位：千元）", "本年收费金额（单位：元/万元）"])
def test_a_unit_that_is_not_to_be_read_goes_with_the_figure_which_then_is_none(head: str) -> None:
    found = fees(head)
    assert (found.text, found.confidence) == ("5.5" + unit_in(head), Confidence.INFERRED)
    assert found.reason
    assert "请改成元、万元或亿元的数" in found.reason.zh


def test_thousands_separators_are_taken_out_before_the_unit_is_added() -> None:
    found = fees("本年收费金额（单位：元）", "35,692,694.56")
    assert (found.text, found.published, found.confidence) == ("35692694.56元", "35,692,694.56", Confidence.NORMALISED)


def test_a_blank_gets_no_unit() -> None:
    assert fees("本年收费金额（单位：元）", "/").text == "/"
