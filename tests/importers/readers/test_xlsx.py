import io
from datetime import date
from pathlib import Path

import openpyxl

from giar_site.importers.document import Grid, GridCell, Paragraph, Spot
from giar_site.importers.readers import xlsx
from tests.importers.readers.workbooks import SHEET, Book, Sheet, paragraphs, read, rows, said, spoilt, workbook


def test_a_sheet_is_a_grid_with_blanks_and_places() -> None:
    def fill(_: Book, sheet: Sheet) -> None:
        sheet.write("B3", "规章")
        sheet.write("D3", 56)
        sheet.write("B4", "规范性文件")
        sheet.write("C4", "８")

    (grid,) = read(fill).blocks
    assert grid == Grid(
        (
            GridCell("规章", 0, 0, Spot("表", table=1, row=3, column=2)),
            GridCell("", 0, 1, Spot("表", table=1, row=3, column=3)),
            GridCell("56", 0, 2, Spot("表", table=1, row=3, column=4), number=True),
            GridCell("规范性文件", 1, 0, Spot("表", table=1, row=4, column=2)),
            GridCell("８", 1, 1, Spot("表", table=1, row=4, column=3)),
            GridCell("", 1, 2, Spot("表", table=1, row=4, column=4)),
        ),
        Spot("表", table=1, row=3, column=2),
    )


def test_merged_ranges_are_spans_and_texts_keep_their_breaks() -> None:
    def fill(_: Book, sheet: Sheet) -> None:
        sheet.merge_range("A1:A2", "申请人\n情况")
        sheet.merge_range("B1:C1", "法人或其他组织")
        sheet.write_row("B2", ["商业企业", "其他"])
        sheet.write_row("A3", ["总计", 1, 2])

    assert rows(read(fill)) == [
        [
            [("申请人\n情况", 2, 1), ("法人或其他组织", 1, 2)],
            [("商业企业", 1, 1), ("其他", 1, 1)],
            [("总计", 1, 1), ("1", 1, 1), ("2", 1, 1)],
        ]
    ]


def test_a_sheet_one_column_wide_is_prose_and_a_break_ends_a_paragraph() -> None:
    def fill(_: Book, sheet: Sheet) -> None:
        sheet.write_column("C2", ["一、总体情况", "甲。\n\n 乙。 ", "", "5"])

    assert read(fill).blocks == (
        Paragraph("一、总体情况", Spot("表", row=2, column=3)),
        Paragraph("甲。", Spot("表", row=3, column=3)),
        Paragraph("乙。", Spot("表", row=3, column=3)),
        Paragraph("5", Spot("表", row=5, column=3)),
    )


def test_a_report_on_one_sheet_falls_into_prose_and_tables() -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        line = book.add_format({"border": 1})
        sheet.merge_range("A1:C1", "甲县2021年报告")
        sheet.merge_range("A2:C6", "一、总体情况\n正文。")
        sheet.merge_range("A7:C7", "二、主动公开政府信息情况")
        sheet.merge_range("A8:C8", "第二十条第（一）项", line)
        sheet.write_row("A9", ["信息内容", "本年制发件数", "现行有效件数"], line)
        sheet.write_row("A10", ["规章", "", ""], line)
        sheet.merge_range("A11:C11", "三、收到和处理政府信息公开申请情况")

    document = read(fill)
    assert paragraphs(document) == [
        "甲县2021年报告",
        "一、总体情况",
        "正文。",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
    ]
    assert rows(document) == [
        [
            [("第二十条第（一）项", 1, 3)],
            [("信息内容", 1, 1), ("本年制发件数", 1, 1), ("现行有效件数", 1, 1)],
            [("规章", 1, 1), ("", 1, 1), ("", 1, 1)],
        ]
    ]


def test_a_table_of_blanks_in_lines_stays_a_table_and_empty_lined_rows_below_it_go() -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        line = book.add_format({"border": 1})
        for row in range(8):
            sheet.write_row(row, 0, ["", ""], line)
        sheet.write("A1", "规章", line)
        sheet.write("A3", "行政许可", line)

    assert rows(read(fill)) == [[[("规章", 1, 1), ("", 1, 1)], [("", 1, 1), ("", 1, 1)], [("行政许可", 1, 1), ("", 1, 1)]]]


def test_tables_apart_are_tables_of_their_own_but_not_within_a_merged_cell() -> None:
    def fill(_: Book, sheet: Sheet) -> None:
        sheet.write_row("A1", ["甲", 1])
        sheet.write_row("A3", ["乙", 2])
        sheet.merge_range("A5:A7", "丙")
        sheet.write("B5", 3)
        sheet.write("B7", 4)

    assert rows(read(fill)) == [
        [[("甲", 1, 1), ("1", 1, 1)]],
        [[("乙", 1, 1), ("2", 1, 1)]],
        [[("丙", 3, 1), ("3", 1, 1)], [("", 1, 1)], [("4", 1, 1)]],
    ]


def test_numbers_read_as_seen_and_texts_as_typed() -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_row("A1", [56.0, 40984.52, -14, "1,234", " 5 ", "８(计划)"])
        sheet.write("G1", 396.24, book.add_format({"num_format": '0.00"万元"'}))

    (grid,) = read(fill).blocks
    assert isinstance(grid, Grid)
    assert [(cell.text, cell.number) for cell in grid.cells] == [
        ("56", True),
        ("40984.52", True),
        ("-14", True),
        ("1,234", False),
        ("5", False),
        ("８(计划)", False),
        ("396.24万元", True),
    ]


def test_what_is_no_plain_value_is_taken_with_a_notice_that_names_its_cell() -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_datetime("A1", date(2021, 1, 29), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_boolean("B1", boolean=True)
        sheet.write_formula("C1", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D1", "=SUM(A2:A3)", None, 55)
        sheet.write_formula("E1", "=SUM(A2:A3)", None, "")
        sheet.write("F1", 56.4, book.add_format({"num_format": "0"}))

    document = read(fill)
    assert rows(document) == [[[(text, 1, 1) for text in ("2021-01-29", "TRUE", "#DIV/0!", "55", "", "56.4")]]]
    assert [notice.split(" ")[0] for notice in said(document)] == ["A1", "B1", "C1", "F1", "1"]
    assert [cell.unstored for cell in document.blocks[0].cells] == [False, False, False, False, True, False]
    assert [cell.formula for cell in document.blocks[0].cells] == [False, False, True, True, True, False]
    assert said(document)[4].startswith("1 formulas (E1) have no stored value; totals are worked out anew")
    assert said(document)[3] == "F1 holds 56.4, which its format shows as 56; what it holds is taken"
    assert document.notices[3].spot == Spot("表", row=1, column=6)


def test_what_is_hidden_is_taken_and_reported() -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_row("A1", ["甲", 1])
        sheet.write_row("A2", ["乙", 2])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})
        other = book.add_worksheet("藏")
        other.write("A1", "丙")
        other.hide()

    document = read(fill)
    assert rows(document) == [[[("甲", 1, 1), ("1", 1, 1)], [("乙", 1, 1), ("2", 1, 1)]]]
    assert paragraphs(document) == ["丙"]
    assert said(document) == [
        "hidden rows are taken, too: 2",
        "hidden columns are taken, too: B",
        "sheet 藏 is hidden; its content is taken, too",
    ]


def test_comments_charts_pictures_and_text_boxes_are_reported() -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_row("A1", [1, 2])
        sheet.write_comment("B1", "请核对")
        sheet.insert_textbox("D5", "第一行\n第二行")
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=表!$A$1:$B$1"})
        sheet.insert_chart("D9", chart)
        sheet.insert_image("D20", str(next((Path(__file__).parents[3] / "docs").rglob("*.png"))))
        sheet.set_header("&C内部资料")
        sheet.write_url("F1", "https://example.cn/a", string="目录")

    document = read(fill)
    assert paragraphs(document) == ["第一行", "第二行"]
    assert sorted(said(document)) == sorted(
        [
            "a header or footer is not imported: &C内部资料",
            "sheet 表 has a link to the outside, which is not followed: https://example.cn/a",
            "the text of a text box on sheet 表 follows its cells: 第一行",
            "pictures on sheet 表 are not imported: 1",
            "charts on sheet 表 are not imported: 1",
            "the comment of B1 is not imported: 请核对",
        ]
    )


def test_text_under_a_merged_cell_is_reported_since_no_program_shows_it() -> None:
    def fill(_: Book, sheet: Sheet) -> None:
        sheet.merge_range("A1:B1", "甲")
        sheet.write("B1", "乙")
        sheet.write_row("A2", [1, 2])

    document = read(fill)
    assert paragraphs(document) == ["甲"]
    assert rows(document) == [[[("1", 1, 1), ("2", 1, 1)]]]
    assert said(document) == ["B1 lies under a merged cell; its text '乙' is not imported"]


def test_rich_text_is_joined_without_reading_aids_and_escapes_are_undone() -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_rich_string("A1", "甲", book.add_format({"bold": True}), "乙")

    data = spoilt(
        workbook(fill),
        "xl/sharedStrings.xml",
        lambda xml: xml.replace(b"</si>", "<r><t>_x000a_丙</t></r><rPh><t>音</t></rPh></si>".encode()),
    )
    assert paragraphs(xlsx.read(data)) == ["甲乙", "丙"]


def test_cells_without_references_follow_each_other() -> None:
    data = spoilt(
        workbook(lambda _, sheet: sheet.write("A1", 1)),
        SHEET,
        lambda xml: xml.replace(
            b'<row r="1" spans="1:1"><c r="A1"><v>1</v></c></row>', b"<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
        ),
    )
    assert rows(xlsx.read(data)) == [[[("1", 1, 1), ("2", 1, 1)], [("3", 1, 1), ("", 1, 1)]]]


def test_the_strict_variant_of_the_format_is_read_alike() -> None:
    data = workbook(lambda _, sheet: sheet.write_row("A1", ["甲", 1]))
    for part in (SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"):
        data = spoilt(
            data,
            part,
            lambda xml: xml.replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
            ),
        )
    assert rows(xlsx.read(data)) == [[[("甲", 1, 1), ("1", 1, 1)]]]


def test_a_workbook_of_another_library_reads_the_same() -> None:
    book = openpyxl.Workbook()
    book.active.title = "表"
    book.active.append(["申请人情况", None, "总计"])
    book.active.append(["一", 1, 2.5])
    book.active.merge_cells("A1:B1")
    book.properties.title = "甲县报告"
    target = io.BytesIO()
    book.save(target)
    document = xlsx.read(target.getvalue())
    assert rows(document) == [[[("申请人情况", 1, 2), ("总计", 1, 1)], [("一", 1, 1), ("1", 1, 1), ("2.5", 1, 1)]]]
    assert document.properties["title"] == "甲县报告"


def test_an_empty_workbook_has_no_blocks() -> None:
    assert read(lambda _, __: None).blocks == ()
