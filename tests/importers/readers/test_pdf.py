from pathlib import Path

import pytest

from giar_site.importers.document import Document, Grid, Paragraph, Spot
from giar_site.importers.readers import pdf
from tests.importers.readers.pdfs import box, paragraphs, printed, rows, said, text, written

PROSE = (
    "根据《中华人民共和国政府信息公开条例》，特向社会公布2021年度报告。报告统计时间为2021年1月1日至2021年12月31日。"
    "本报告电子版通过门户网站（www.example.gov.cn）予以公开。如有疑问，请与甲县人民政府办公室联系（地址：某路13号；邮编：637000）。"
)
SHORT = "2021年，三是 Open Data 平台 建设，收到申请5件。"
HEAD = (
    "<tr><td colspan=3 rowspan=3>（本列数据的勾稽关系）<td colspan=3>申请人情况<tr><td rowspan=2>自然人<td colspan=2>法人<tr><td>商业企业<td>其他"
    "<tr><td rowspan=2>三<td>（一）<td>甲<td>1<td><td>3<tr><td colspan=2>（二）<td>4<td>5<td>6"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    many = "".join(f"<tr><td colspan=3>{number}.属于国家秘密<td>{number}<td>{number + 1}<td>" for number in range(40))
    title = "<h1>甲县人民政府办公室和其他机关2021年政府信息公开工作年度报告</h1>"
    body = f"{title}<p>{PROSE}<p>{SHORT}<p>{PROSE}<table>{HEAD}{many}</table><p>尾"
    return pdf.read(printed(tmp_path_factory.mktemp("pdf"), body))


def test_lines_become_the_paragraphs_they_were_broken_from(report: Document) -> None:
    assert paragraphs(report) == ["甲县人民政府办公室和其他机关2021年政府信息公开工作年度报告", PROSE, SHORT, PROSE, "尾"]


def test_ruled_tables_are_grids_with_spans_and_go_on_on_the_next_page_as_another(report: Document) -> None:
    first, second = rows(report)
    assert first[:5] == [
        [("（本列数据的勾稽关系）", 3, 3), ("申请人情况", 1, 3)],
        [("自然人", 2, 1), ("法人", 1, 2)],
        [("商业企业", 1, 1), ("其他", 1, 1)],
        [("三", 2, 1), ("（一）", 1, 1), ("甲", 1, 1), ("1", 1, 1), ("", 1, 1), ("3", 1, 1)],
        [("（二）", 1, 2), ("4", 1, 1), ("5", 1, 1), ("6", 1, 1)],
    ]
    figures = [[cell for cell, _, _ in row] for row in [*first[5:], *second]]
    assert figures == [[f"{number}.属于国家秘密", str(number), str(number + 1), ""] for number in range(40)]


def test_blocks_know_their_page_and_cells_their_place(report: Document) -> None:
    first, second = (block for block in report.blocks if isinstance(block, Grid))
    assert (first.spot, second.spot) == (Spot(page=1, table=1), Spot(page=2, table=2))
    assert first.cells[-1].spot[1:5] == (1, 1, first.height, 6)
    assert [block.spot.page for block in report.blocks if isinstance(block, Paragraph)] == [1, 1, 1, 1, 2]
    assert report.properties["Title"] == "甲县报告"
    assert report.notices == ()


def test_a_cell_of_several_lines_keeps_them_apart(tmp_path: Path) -> None:
    data = printed(tmp_path, "<table><tr><td>商业<br>企业<td>12<tr><td>三<br>、<br>结<td></table>")
    assert rows(pdf.read(data)) == [[[("商业\n企业", 1, 1), ("12", 1, 1)], [("三\n、\n结", 1, 1), ("", 1, 1)]]]


def test_boxes_drawn_cell_by_cell_are_one_table(tmp_path: Path) -> None:
    style = "table { border-spacing: 2px } td { border: 1px solid #000; width: 80px }"
    data = printed(tmp_path, "<table><tr><td colspan=2>甲<tr><td>乙<td>5</table>", style)
    assert rows(pdf.read(data)) == [[[("甲", 1, 2)], [("乙", 1, 1), ("5", 1, 1)]]]


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    lines = "".join(f"100 {y} m 400 {y} l S\n" for y in (700, 670, 640)) + "250 640 m 250 700 l S\n"
    content = lines + text(110, 680, "a") + text(260, 680, "1") + text(110, 650, "b") + text(260, 650, "2")
    assert rows(pdf.read(written(content))) == [[[("a", 1, 1), ("1", 1, 1)], [("b", 1, 1), ("2", 1, 1)]]]


def test_a_frame_around_a_text_is_no_table() -> None:
    document = pdf.read(written(box(50, 50, 495, 742) + text(100, 700, "words")))
    assert document.blocks == (Paragraph("words", Spot(page=1)),)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_turned_reads_as_it_is_shown(turn: int) -> None:
    shown = box(100, 400, 100, 50) + box(200, 400, 100, 50) + text(110, 420, "one") + text(210, 420, "2") + text(110, 300, "below")
    matrix = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[turn]
    document = pdf.read(written(f"q {matrix} cm\n{shown}Q", page=f"/Rotate {turn}"))
    assert rows(document) == [[[("one", 1, 1), ("2", 1, 1)]]]
    assert paragraphs(document) == ["below"]
    assert said(document) == []


def test_page_numbers_stay_and_a_paragraph_goes_on_over_them() -> None:
    line = "x" * 60
    first = "".join(text(50, 700 - 20 * number, line) for number in range(3)) + text(290, 40, "- 1 -")
    second = text(50, 800, "end of it.") + text(50, 700, "Next.") + text(290, 40, "- 2 -")
    document = pdf.read(written(first, second))
    assert paragraphs(document) == [f"{line} {line} {line} end of it.", "- 1 -", "Next.", "- 2 -"]


def test_what_is_beside_the_text_is_reported() -> None:
    content = text(100, 700, "words") + "q 0.7 0.7 -0.7 0.7 200 200 cm BT /F 40 Tf (DRAFT) Tj ET Q\n" + text(100, 900, "outside")
    data = written(
        content,
        page="/Annots [6 0 R 7 0 R]",
        catalog="/Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >> /AcroForm << /Fields [7 0 R] >>",
        more=(
            "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (check) >>",
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (5) /Rect [0 0 9 9] >>",
            "<< /Type /Filespec /F (a.txt) >>",
        ),
    )
    assert paragraphs(pdf.read(data)) == ["words"]
    assert said(pdf.read(data)) == [
        "files attached to it are not imported: 1",
        "it is a form to fill in; what stands in its fields is not imported",
        "page 1 has form fields, which are not imported: 1",
        "page 1 has comments, which are not imported: 1",
        "page 1 has leaning text (a watermark), which is not imported: DRAFT",
        "page 1 has text outside of what is shown, which is not imported: outside",
    ]


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    document = pdf.read(written(text(100, 700, "11 bold") + text(100.3, 700, "11 bold")))
    assert paragraphs(document) == ["11 bold"]


def test_a_last_line_of_digits_only_belongs_to_its_paragraph(tmp_path: Path) -> None:
    words = "如有疑问，请与甲县人民政府办公室联系，电话：0817-2261090"
    style = """body { font-family: "Noto Serif CJK SC"; font-size: 14pt; width: 26em } p { margin: 0 0 9pt }"""
    assert paragraphs(pdf.read(printed(tmp_path, f"<p>{words}<p>{words}", style))) == [words, words]


def test_a_title_of_a_section_begins_and_ends_a_paragraph_though_the_lines_stand_evenly(tmp_path: Path) -> None:
    texts = (
        "2022年，我局主动公开信息9001条，其中通过网站公开8001条。",
        "二、主动公开政府信息情况",
        "本年度没有制发规范性文件，公开的内容都在网站上查得到。",
        "三、收到和处理政府信息公开申请情况",
        "以下是表格。",
    )
    for width in ("22em", "15em"):  # in the second one, titles go over two lines
        style = f"""body {{ font-family: "Noto Serif CJK SC"; font-size: 12pt; width: {width} }} p {{ margin: 0 }}"""
        assert paragraphs(pdf.read(printed(tmp_path, "".join(f"<p>{text}</p>" for text in texts), style))) == list(texts)
