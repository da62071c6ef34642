"""The Word document, read by python-docx and as XML: real merged cells, styles of official documents, nothing of an hour."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from giar_site import forms
from giar_site.export.draft import Asked, Draft, figure_text
from giar_site.export.printed import Part, PrintedTable, printed_tables
from giar_site.export.word.document import as_docx
from giar_site.model import Figure, Metadata, Passage, Reading
from tests.export.making import REAL, TRICKS, draft, parts, real, with_texts


def opened(made: Draft) -> Document:
    return docx.Document(io.BytesIO(as_docx(made)))


def placed(table: Table, printed: PrintedTable) -> list[tuple[int, int, int, str]]:
    """Row, column, width and text of each cell that begins, by its gridSpan and vMerge."""
    found = []
    for row, line in enumerate(table._tbl.tr_lst):
        column = 0
        for cell in line.tc_lst:
            if cell.vMerge != "continue":
                found.append((row, column, cell.grid_span, "".join(text.text or "" for text in cell.iter(qn("w:t")))))
            column += cell.grid_span
        assert column == printed.width
    return found


@pytest.mark.parametrize("edition", [form.edition for form in forms.editions()])
def test_tables_are_merged_as_printed(edition: int) -> None:
    made = draft(edition)
    printed = printed_tables(made.form)
    tables = [table for table in opened(made).tables if len(table.columns) > 2]
    for table, its in zip(tables, printed, strict=True):
        texts = [(cell.row, cell.column, cell.columns, "0" if cell.part is Part.FIGURE else cell.text) for cell in its.cells]
        assert placed(table, its) == sorted(texts)
        heights = {(cell.row, cell.column): cell.rows for cell in its.cells}
        for (row, column), rows in heights.items():
            assert {table.cell(row + down, column)._tc for down in range(rows)} == {table.cell(row, column)._tc}


def test_heads_are_repeated_on_each_page_and_no_row_breaks() -> None:
    table = opened(draft()).tables[-2]
    heads = [row.trPr.find(qn("w:tblHeader")) is not None for row in table._tbl.tr_lst]
    assert heads == [True] * 3 + [False] * 25
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)


def test_the_page_and_the_styles_are_those_of_official_documents() -> None:
    document = opened(draft())
    page = document.sections[0]
    assert [round(each.mm) for each in (page.page_width, page.page_height, page.top_margin, page.left_margin, page.right_margin)] == [
        210,
        297,
        37,
        28,
        26,
    ]
    looks = {}
    for name in ("Title", "Heading 1", "Heading 2", "Normal"):
        style = document.styles[name]
        looks[name] = (style.element.rPr.rFonts.get(qn("w:eastAsia")), style.font.size.pt)
        assert not [key for key in style.element.rPr.rFonts.attrib if key.endswith("Theme")]
    assert looks == {
        "Title": ("方正小标宋简体", 22),
        "Heading 1": ("黑体", 16),
        "Heading 2": ("楷体_GB2312", 16),
        "Normal": ("仿宋_GB2312", 16),
    }
    fonts = parts(as_docx(draft()))["word/fontTable.xml"]
    assert 'w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,华文中宋' in fonts


def test_the_document_runs_in_the_official_order() -> None:
    lines = [(paragraph.style.name, paragraph.text) for paragraph in opened(draft(prose="文字。")).paragraphs]
    titles = [section.title for section in forms.edition(2021).sections]
    assert lines == [
        ("Title", "示例局2021年政府信息公开工作年度报告"),
        ("Subtitle", "公布日期：2026-01-28"),
        ("Subtitle", "文号：某政〔2026〕1号"),
        ("Subtitle", "联系科室：公开科"),
        ("Subtitle", "地址：某路1号"),
        ("Subtitle", "邮编：010000"),
        ("Subtitle", "电话：010-12345678"),
        ("Subtitle", "电子邮箱：a@example.gov.cn"),
        ("Normal", "前言。"),
        ("Heading 1", titles[0]),
        ("Normal", "文字。"),
        *[("Heading 1", title) for title in titles[1:]],
        ("Attachment", "附件1：统计表"),
        ("Attachment", "附件2：说明"),
    ]


def test_what_the_prose_says_of_the_contact_is_not_said_twice() -> None:
    made = replace(draft(), preamble=Passage("", "", "请联系我们（电话：010-12345678）。", ""))
    assert "电话：010-12345678" not in [paragraph.text for paragraph in opened(made).paragraphs]


def test_an_agency_that_the_title_does_not_name_is_named_below_it() -> None:
    made = replace(draft(), metadata=Metadata(title="2021年政府信息公开工作年度报告"))
    assert opened(made).paragraphs[1].text == "机关名称：示例局"


def test_markdown_becomes_what_word_has_for_it() -> None:
    document = opened(draft())
    lines = {paragraph.text: paragraph for paragraph in document.paragraphs}
    assert lines["（一）主动公开情况"].style.name == "Heading 2"
    sentence = lines["公开重点信息若干，见指南和本站。"]
    assert [(run.text, run.bold, run.italic) for run in sentence.runs if run.bold or run.italic] == [
        ("重点", True, None),
        ("若干", None, True),
    ]
    assert [(link.text, link.address) for link in sentence.hyperlinks] == [("指南", "https://www.example.gov.cn/zn.html")]
    assert lines["引用的话"].style.name == "Quote"
    assert "[图片：示意图]" in lines
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [["类别", "件数"], ["公文", "3"]]
    assert lines["行一\n行二"].alignment == 0


def numbers(document: Document) -> list[tuple[str, int, str, int]]:
    """Text, level, kind and start of each numbered paragraph."""
    numbering = document.part.numbering_part.element
    found = []
    for paragraph in document.paragraphs:
        if paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None:
            its = paragraph._p.pPr.numPr
            num = numbering.num_having_numId(its.numId.val)
            abstract = next(
                each for each in numbering.findall(qn("w:abstractNum")) if each.get(qn("w:abstractNumId")) == str(num.abstractNumId.val)
            )
            start = next(iter(num.iter(qn("w:startOverride")))).get(qn("w:val"))
            found.append((paragraph.text, its.ilvl.val, abstract.find(qn("w:lvl")).find(qn("w:numFmt")).get(qn("w:val")), int(start)))
    return found


def test_lists_are_numbered_by_word_and_each_counts_anew() -> None:
    made = draft(prose="1. 甲\n   - 乙\n2. 丙\n\n文字\n\n3. 丁\n4. 戊")
    assert numbers(opened(made)) == [
        ("甲", 0, "decimal", 1),
        ("乙", 1, "bullet", 1),
        ("丙", 0, "decimal", 1),
        ("丁", 0, "decimal", 3),
        ("戊", 0, "decimal", 3),
    ]


def test_lists_of_two_sections_do_not_go_on_from_each_other() -> None:
    made = draft(prose="1. 甲")
    other = tuple(section._replace(source="1. 乙") if section.key == "other" else section for section in made.sections)
    document = opened(replace(made, sections=other))
    assert numbers(document) == [("甲", 0, "decimal", 1), ("乙", 0, "decimal", 1)]
    ids = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:numId"))]
    assert len(set(ids)) == 2


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.agency)
def test_every_figure_of_the_real_reports_is_as_published(asked: Asked) -> None:
    made = real(asked)
    for table, printed in zip(opened(made).tables, printed_tables(made.form), strict=True):
        figures = {(cell.row, cell.column): figure_text(made.figures[cell.at]) for cell in printed.cells if cell.part is Part.FIGURE}
        assert {(row, column): text for row, column, _, text in placed(table, printed) if (row, column) in figures} == figures


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.agency)
def test_every_sentence_of_the_real_reports_is_there(asked: Asked) -> None:
    made = real(asked)
    lines = [paragraph.text for paragraph in opened(made).paragraphs]
    for passage in (made.preamble, *made.sections):
        for line in filter(None, passage.source.split("\n")):
            assert line.lstrip("# ") in lines


def test_texts_are_texts_whatever_they_hold() -> None:
    made = with_texts((*TRICKS, "a\x07b", "<w:p/>&amp;"))
    xml = parts(as_docx(made))["word/document.xml"]
    assert "a\ufffdb" in xml
    assert "&lt;w:p/&gt;&amp;amp;" in xml


def test_the_same_draft_gives_the_same_bytes_and_names_no_hour() -> None:
    data = as_docx(draft())
    assert data == as_docx(draft())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = docx.Document(io.BytesIO(data)).core_properties
    assert (about.title, about.author) == ("示例局2021年政府信息公开工作年度报告", "示例局")
    assert (about.comments, str(about.modified)[:10]) == ("", "2022-01-01")


def test_a_section_that_was_left_out_has_its_title_and_its_table() -> None:
    document = opened(replace(draft(prose=""), sections=(Passage("disclosure", "二、主动公开情况", "", ""),)))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == ["一、总体情况", "二、主动公开情况", *[section.title for section in forms.edition(2021).sections[2:]]]
    assert len(document.tables) == 3


def test_what_was_published_stands_in_its_cell_and_a_blank_is_empty() -> None:
    up, blank = Figure(Decimal(13), "增13", Reading.CONVERTED), Figure(None, "~", Reading.BLANK)
    made = draft(2019, prose="", disclosure_0_licensing__items_last_year=blank, disclosure_0_licensing__change=up)
    row = next(row for row in opened(made).tables[0].rows if row.cells[0].text == "行政许可")
    assert [cell.text for cell in row.cells] == ["行政许可", "", "增13", "0"]


def test_two_tables_never_touch_which_word_would_make_one_of() -> None:
    made = draft(prose="")
    table = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"
    told = tuple(each._replace(source=f"{table}\n\n{table}") if each.key == "disclosure" else each for each in made.sections)
    document = opened(replace(made, sections=told))
    tags = [child.tag for child in document.element.body]
    assert tags.count(qn("w:tbl")) == 5
    assert all(set(pair) != {qn("w:tbl")} for pair in pairwise(tags))


def test_it_holds_no_styles_and_parts_that_nothing_uses() -> None:
    data = as_docx(real(REAL[0]))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
    assert [name for name in names if "customXml" in name or "thumbnail" in name or "Effects" in name] == []
    document = docx.Document(io.BytesIO(data))
    assert {style.name for style in document.styles} & {"Light Grid", "List Bullet", "Macro Text"} == set()
    assert {"Title", "Heading 1", "Heading 6", "Quote", "Table Text"} <= {style.name for style in document.styles}
    used = {use.get(qn("w:val")) for use in document.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
    assert used <= {style.style_id for style in document.styles}
