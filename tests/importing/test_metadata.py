"""Metadata: from tables of labels and values, lines, the preamble and what a file says of itself, each with its place and how sure it is."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from giar_site.cli import giar
from giar_site.export.plain import as_text
from giar_site.importers.document import Block, Document, Grid, GridCell, Paragraph, Spot
from giar_site.importers.readers import text
from giar_site.importers.recognise.dates import plain_date
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.report import Recognised, recognise
from giar_site.importing.accounts import unaccounted
from giar_site.importing.report_text import report_text
from giar_site.model import Metadata
from tests.export.making import draft

BARE = draft(2021, prose="本机关依法公开信息。")
LINES = text.read(as_text(replace(BARE, metadata=Metadata()))).blocks
START = next(at for at, block in enumerate(LINES) if isinstance(block, Paragraph) and block.text == "一、总体情况")
TITLE = Paragraph("某县2021年政府信息公开工作年度报告", Spot(line=1))


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = [
        GridCell(words, row, column, Spot(table=1, row=row + 1, column=column + 1))
        for row, texts in enumerate(rows)
        for column, words in enumerate(texts)
    ]
    return Grid(tuple(cells), Spot(table=1))


def found(*above: Block, below: tuple[Block, ...] = (), properties: dict[str, str] | None = None, whole: bool = True) -> Recognised:
    """A report with these blocks above and below it; nothing of them gets lost."""
    document = Document("html", (*above, *LINES[START:], *below), properties or {})
    report = recognise(document)
    if whole:
        assert (report.unplaced, unaccounted(document, report)) == ((), ())
    return report


def texts(report: Recognised) -> dict[str, str]:
    return {key: value.text for key, value in report.values.items()}


def test_a_table_of_labels_and_values_in_four_columns_is_metadata() -> None:
    report = found(
        grid(
            ("索 引 号：", "640101/2022-00012", "主题分类", "政府信息公开"),
            ("发布机构", "某县人民政府办公室", "发布日期", "2022年1月29日"),
            ("文号", "", "有效性", "有效"),
        ),
        TITLE,
    )
    assert texts(report) == {
        "index_number": "640101/2022-00012",
        "published": "2022-01-29",
        "title": TITLE.text,
        "name": "某县",
        "publisher": "某县人民政府办公室",
    }
    day = report.values["published"]
    assert (day.published, day.confidence, day.spot) == ("2022年1月29日", Confidence.NORMALISED, Spot(table=1, row=2, column=4))
    assert day.said_by.zh == "“发布日期”一格"
    assert report.furniture[-2:] == ("主题分类:政府信息公开", "有效性:有效")


def test_a_table_of_two_columns_may_stand_below_the_report_and_an_unknown_label_is_listed() -> None:
    report = found(TITLE, below=(grid(("索引号", "A1"), ("来源", "县政府办"), ("密码", "x9")),), whole=False)
    assert texts(report) | {"index_number": "A1", "source": "县政府办"} == texts(report)
    document = Document("html", (TITLE, *LINES[START:], grid(("索引号", "A1"), ("来源", "县政府办"), ("密码", "x9"))))
    assert [each.text for each in unaccounted(document, recognise(document))] == ["密码", "x9"]


def test_a_table_of_something_else_is_no_metadata() -> None:
    report = found(TITLE, grid(("类别", "件数"), ("来源", "3"), ("公文", "4")), whole=False)
    assert "source" not in report.values


def test_a_label_and_its_value_may_share_a_cell() -> None:
    report = found(grid(("索引号：A1", "文号：某政〔2022〕1号"), ("来源：县政府办", "")), TITLE)
    assert texts(report) | {"index_number": "A1", "document_number": "某政〔2022〕1号", "source": "县政府办"} == texts(report)


def test_the_day_of_signing_stands_in_for_the_day_of_publication_and_is_inferred() -> None:
    report = found(TITLE, Paragraph("成文日期：二〇二二年一月二十日", Spot(line=2)))
    day = report.values["published"]
    assert (day.text, day.confidence) == ("2022-01-20", Confidence.INFERRED)
    assert day.reason is not None
    assert day.reason.zh == "原文没有公布日期，取成文日期"
    both = found(TITLE, Paragraph("成文日期：2022-01-20 发布日期：2022-01-29", Spot(line=2)))
    assert both.values["published"].text == "2022-01-29"


def test_what_a_page_says_in_its_head_is_used_where_the_text_says_nothing() -> None:
    head = {
        "ArticleTitle": "某县人民政府2021年政府信息公开工作年度报告_某县人民政府门户网站",
        "PubDate": "2022-01-28 15:01",
        "ContentSource": "县政府办",
    }
    alone = found(properties=head)
    assert texts(alone) == {
        "title": "某县人民政府2021年政府信息公开工作年度报告",
        "published": "2022-01-28 15:01",
        "source": "县政府办",
        "name": "某县人民政府",
    }
    assert alone.values["published"].said_by.zh == "文件属性 PubDate"
    assert alone.year.year == 2021
    both = found(TITLE, Paragraph("发布时间：2022-01-29 来源：大数据中心", Spot(line=2)), properties=head)
    assert texts(both) | {"title": TITLE.text, "published": "2022-01-29", "source": "大数据中心"} == texts(both)


def test_front_matter_of_a_markdown_file_is_metadata() -> None:
    properties = {
        "title": TITLE.text,
        "document_number": "某政〔2022〕1号",
        "contact.telephone": "010-12345678",
        "attachments.1.title": "统计表",
        "attachments.1.note": "另见公报",
    }
    report = found(properties=properties)
    assert texts(report) | {"document_number": "某政〔2022〕1号", "contact.telephone": "010-12345678"} == texts(report)
    assert "  - title: 统计表\n    note: 另见公报\n" in report_text(report)


def test_who_published_a_page_is_the_agency_where_the_title_names_none() -> None:
    report = found(grid(("发布机构", "某县教育局"), ("索引号", "A1")), Paragraph("2021年政府信息公开工作年度报告", Spot(line=1)))
    assert (report.name, report.values["name"].confidence) == ("某县教育局", Confidence.INFERRED)


def test_the_day_of_signing_and_the_publisher_are_kept_beside_the_day_of_publication_and_the_name() -> None:
    report = found(
        grid(
            ("发布机构：", "某县人民政府办公室", "成文日期：", "2022年1月18日"),
            ("发文字号：", "某函〔2022〕9号", "发布日期：", "2022年1月29日"),
        ),
        TITLE,
    )
    assert {key: value for key, value in texts(report).items() if key in {"publisher", "written", "published", "name"}} == {
        "publisher": "某县人民政府办公室",
        "written": "2022-01-18",
        "published": "2022-01-29",
        "name": "某县",
    }


def test_labels_with_blanks_in_them_and_counters_behind_a_source() -> None:
    report = found(TITLE, Paragraph("文　　号：某政〔2022〕1号 来  源：县财政局 点击：77", Spot(line=2)))
    assert texts(report) | {"document_number": "某政〔2022〕1号", "source": "县财政局"} == texts(report)
    assert report.furniture == ("点击:77",)


def test_a_name_that_may_not_be_one_is_inferred() -> None:
    report = found(Paragraph("公开年报某县教育局2021年政府信息公开工作年度报告", Spot(line=1)))
    assert (report.name, report.values["name"].confidence) == ("某县教育局", Confidence.INFERRED)
    assert report.furniture == ("公开年报",)


def test_a_day_that_is_none_is_kept_and_inferred() -> None:
    report = found(TITLE, Paragraph("发布日期：近日", Spot(line=2)))
    assert (report.values["published"].text, report.values["published"].confidence) == ("近日", Confidence.INFERRED)


def test_a_year_in_a_table_that_differs_from_the_title_is_a_second_year() -> None:
    report = found(grid(("年度", "2022"), ("索引号", "A1")), TITLE)
    assert (report.year.year, report.year.others, report.year.certain) == (2022, (2021,), False)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021年1月29日", "2021-01-29"),
        ("２０２１．１．９", "2021-01-09"),
        ("2021/01/29 9:05", "2021-01-29 09:05"),
        ("2021-01-29T15:01:30", "2021-01-29 15:01:30"),
        ("二〇二一年十二月三十一日", "2021-12-31"),
        ("二○二一年十月十日", "2021-10-10"),
        ("2021-01-29", "2021-01-29"),
        ("一月", "一月"),
        ("2021年", "2021年"),
    ],
)
def test_days_are_written_in_one_way(written: str, day: str) -> None:
    assert plain_date(written) == day


def test_an_import_says_of_each_value_where_it_was_taken_from(tmp_path: Path) -> None:
    rest = "\n".join(block.text for block in LINES[START:] if isinstance(block, Paragraph))
    source = tmp_path / "a.txt"
    source.write_text(f"某县教育局2021年政府信息公开工作年度报告\n发布日期：2022年1月29日 来源：局办公室\n{rest}\n", "utf-8")
    (tmp_path / "site.yaml").write_text("title: 样本\n", "utf-8")
    done = CliRunner().invoke(giar, ["import", str(source), "--site", str(tmp_path)])
    assert "    机关名称：某县教育局（取自第 1 行，标题）\n" in done.output
    assert "    公布日期：“2022年1月29日” → 2022-01-29（取自第 2 行，标题附近的一行，换了写法）\n" in done.output
    (kept,) = tmp_path.glob("content/*/2021/import.yaml")
    metadata = yaml.safe_load(kept.read_text("utf-8"))["metadata"]
    assert metadata["published"] == {
        "value": "2022-01-29",
        "confidence": "normalised",
        "from": "标题附近的一行",
        "line": 2,
        "published": "2022年1月29日",
    }
    answer = json.loads(CliRunner().invoke(giar, ["import", str(source), "--site", str(tmp_path), "--force", "--format", "json"]).output)
    assert answer["imports"][0]["metadata"][-1] == {
        "key": "name",
        "confidence": "exact",
        "text": "某县教育局",
        "published": "某县教育局",
        "from": "标题",
        "reason": None,
        "line": 1,
    }
