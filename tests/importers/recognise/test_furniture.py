"""What surrounds a report is told from what it says; a line that may be a sentence of it stays."""

import pytest

from giar_site.importers.document import Paragraph, Spot
from giar_site.importers.recognise.furniture import is_furniture, is_own_page_number, without_footer, without_furniture
from giar_site.importers.recognise.furniture_words import holds_statement, only_furniture
from giar_site.importers.recognise.sections import Part, parts_of
from tests.importers.recognising import lines

STATEMENTS = (
    "1.县政府门户网站浏览次数达123万次，公开信息456条；",
    "2.政务微信点击量5.6万次；",
    "（二）完善无障碍浏览和适老化功能",
    "上一篇报告有误，现更正：收到申请应为66件",
    "上一篇：收到申请应为66件",
    "当前位置：有待提高",
    "分享到政务微信的信息120条",
    "技术支持：县大数据局派出3人",
    "扫一扫关注县政府微信，全年推送123条",
    "责任编辑：由办公室专人负责",
    "打印公开指南1200份",
    "字体：放大字体功能上线",
    "网站地图已更新",
)


@pytest.mark.parametrize(
    "text", ["- 3 -", "第 3 页 共 8 页", "—4—", "3 / 8", "·5·", "扫一扫在手机打开当前页", "网站标识码:5113020061", "首页 > 政务公开"]
)
def test_page_numbers_and_switches_are_furniture_round_a_report(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "浏览次数：123",
        "【打印】【关闭】",
        "上一篇：某县2021年政府信息公开工作年度报告",
        "下一篇：没有了",
        "分享到：微信 新浪微博 QQ空间",
        "字体：大 中 小",
        "字体:[大 中 小]",
        "当前位置：首页 > 政务公开 > 年报",
        "您的位置：首页 > 年报",
        "责任编辑：张三",
        "打印本页 关闭窗口",
        "联系我们 | 网站地图 | 网站声明",
        "ICP备案:蜀ICP备09019945号-1",
        "陕公网安备 61090002000123号",
        "扫一扫在手机上查看当前页面",
    ],
)
def test_a_line_of_nothing_else_is_furniture_even_in_the_midst_of_prose(text: str) -> None:
    assert only_furniture(text)


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_in_the_words_of_furniture_stays_in_the_prose(text: str) -> None:
    assert not only_furniture(text)
    parts, furniture = without_furniture(
        parts_of(lines("某县2022年政府信息公开工作年度报告", "一、总体情况", text, "五、存在的主要问题及改进情况"))
    )
    assert furniture == []
    assert text in [block.text for part in parts for block in part.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "text", [*STATEMENTS, "3", "-14", "规章", "公开第3页所列信息。", "本机关版权所有的作品已在网站公开。", "我局投入88万元"]
)
def test_a_statement_stays_in_the_last_section_as_well(text: str) -> None:
    kept, footer = without_footer(lines("没有收费。", text))
    assert [block.text for block in kept if isinstance(block, Paragraph)] == ["没有收费。", text]
    assert footer == ()


def test_a_footer_begins_with_its_first_sure_line_and_leaves_sentences() -> None:
    kept, footer = without_footer(
        lines("没有收费。", "版权所有:某市", "某市门户", "电话：0915-1234567", "另:数据截至12月31日。", "我局投入88万元")
    )
    assert [block.text for block in kept if isinstance(block, Paragraph)] == ["没有收费。", "另:数据截至12月31日。", "我局投入88万元"]
    assert [block.text for block in footer] == ["版权所有:某市", "某市门户", "电话：0915-1234567"]


def test_below_a_mark_that_may_be_prose_a_short_line_stays() -> None:
    kept, _ = without_footer(lines("没有收费。", "主办单位：县政府办", "县融媒体中心协助", "本年没有其他事项。"))
    assert "县融媒体中心协助" in [block.text for block in kept if isinstance(block, Paragraph)]


@pytest.mark.parametrize(("lines_of_prose", "kept"), [(("第5页",), ["第5页"]), (("- 3 -", "见下。", "- 4 -"), ["见下。"])])
def test_one_page_number_in_prose_may_be_its_words_and_several_are_pages(lines_of_prose: tuple[str, ...], kept: list[str]) -> None:
    parts, _ = without_furniture(parts_of(lines("一、总体情况", *lines_of_prose, "五、存在的主要问题及改进情况")))
    assert [block.text for block in parts[1].blocks if isinstance(block, Paragraph)] == kept


def test_between_the_lines_of_a_table_a_page_number_is_one() -> None:
    parts, furniture = without_furniture(
        [Part("", None, ()), Part("disclosure", None, lines("规章", "第5页", "3")), Part("other", None, ())]
    )
    assert furniture == ["第5页"]
    assert len(parts[1].blocks) == 2


def test_what_a_page_sets_apart_goes_above_and_below_a_report_unless_it_makes_a_statement() -> None:
    beside = [Paragraph(text, Spot(), beside=True) for text in ("走进某县", "某县2022年政府信息公开工作年度报告", "投入3万元")]
    parts, furniture = without_furniture([Part("", None, tuple(beside)), Part("other", None, (*lines("没有收费。"), *beside[:1]))])
    assert furniture == ["走进某县", "走进某县"]
    assert list(parts[0].blocks) == beside[1:]


def test_days_and_years_are_no_statement() -> None:
    assert not holds_statement("某县2021年政府信息公开工作年度报告 2022-01-20")
    assert holds_statement("某县66件")


def test_a_bare_number_is_a_page_number_only_on_its_page() -> None:
    assert is_own_page_number(Paragraph("3", Spot(page=3)))
    assert not is_own_page_number(Paragraph("3", Spot(page=4)))
    assert not is_own_page_number(Paragraph("3", Spot()))
