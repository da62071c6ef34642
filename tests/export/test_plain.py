"""The report as text: the lines of an official report, rows of tables between `|`, and every loss told."""

from decimal import Decimal

import pytest

from giar_site.export.draft import Asked, figure_text
from giar_site.export.plain import as_text
from giar_site.export.printed import Part, printed_tables
from giar_site.export.told import flattened
from giar_site.model import Figure, Reading
from tests.export.making import REAL, draft, plain, real


def test_the_text_runs_in_the_official_order() -> None:
    lines = as_text(draft()).decode().split("\n")
    assert lines[:10] == [
        "示例局2021年政府信息公开工作年度报告",
        "公布日期：2026-01-28",
        "文号：某政〔2026〕1号",
        "联系科室：公开科",
        "地址：某路1号",
        "邮编：010000",
        "电话：010-12345678",
        "电子邮箱：a@example.gov.cn",
        "前言。",
        "",
    ]
    at = lines.index("二、主动公开政府信息情况")
    assert lines[10:at] == [
        "一、总体情况",
        "（一）主动公开情况",
        "公开重点信息若干，见指南和本站。",
        "1. 第一项",
        "  - 小项",
        "2. 第二项",
        "引用的话",
        "- 一项",
        "[图片：示意图]",
        "类别 | 件数 |",
        "公文 | 3 |",
        "行一",
        "行二",
        "",
    ]
    assert lines[at + 1 : at + 4] == [
        "第二十条第（一）项 |",
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
        "规章 | 0 | 0 | 0 |",
    ]
    assert lines[-4:] == ["", "附件1：统计表", "附件2：说明", ""]


def test_a_blank_keeps_its_place_and_a_bar_in_a_figure_begins_no_cell() -> None:
    made = draft(
        disclosure_0_rules__repealed=Figure(None, "null", Reading.BLANK),
        disclosure_0_rules__in_force=Figure(None, "1|2", Reading.UNREADABLE),
    )
    assert "规章 | 0 |  | 1｜2 |" in as_text(made).decode().split("\n")


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.agency)
def test_every_row_and_every_line_of_the_real_reports_is_there(asked: Asked) -> None:
    made = real(asked)
    lines = as_text(made).decode().split("\n")
    for table in printed_tables(made.form):
        for row in table.in_rows():
            texts = [figure_text(made.figures[cell.at]) if cell.part is Part.FIGURE else cell.text for cell in row]
            assert " | ".join(texts) + " |" in lines
    for passage in (made.preamble, *made.sections):
        for line in filter(None, passage.source.split("\n")):
            assert line.lstrip("# ") in lines


def test_what_a_text_cannot_say_is_told_with_its_number() -> None:
    assert [text.zh for text in flattened(draft(), "txt")] == [
        "附件只列名称，文件仍在 files/ 里（1 处）。",
        "加粗变为普通文字（2 处）。",
        "斜体变为普通文字（1 处）。",
        "链接只留文字，没有网址（2 处）。",
        "图片只留说明文字（1 处）。",
        "小标题不再标为标题（1 处）。",
        "列表项写成行首的记号（4 处）。",
        "引用变为普通段落（1 处）。",
        "正文里的表格写成竖线分隔的行（1 处）。",
        "段内换行变为另起一行（1 处）。",
    ]


def test_what_word_cannot_say_is_told() -> None:
    assert [text.zh for text in flattened(draft(), "docx")] == [
        "附件只列名称，文件仍在 files/ 里（1 处）。",
        "指向本网站的链接只留文字（1 处）。",
        "图片只留说明文字（1 处）。",
        "正文表格里的加粗、斜体和链接变为普通文字（1 处）。",
    ]


def test_a_workbook_holds_the_prose_as_it_stands() -> None:
    assert [text.zh for text in flattened(draft(), "xlsx")] == ["附件只列名称，文件仍在 files/ 里（1 处）。"]


def test_figures_that_are_not_written_as_they_stand_are_told() -> None:
    made = draft(
        applications_0_received__total=Figure(Decimal(0), "", Reading.DERIVED),
        applications_0_carried_in__total=Figure(None, "", Reading.MISSING),
        applications_0_carried_out__total=Figure(None, "长" * 40 + "…", Reading.UNREADABLE),
        disclosure_0_rules__issued=plain("3"),
    )
    assert [text.en for text in flattened(made, "xlsx")][:3] == [
        "totals that were left out are filled in as the sum of their parts (1).",
        "rows missing from figures.yaml are left blank (1).",
        "texts too long for a figure are cut (1).",
    ]
