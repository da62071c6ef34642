"""What the reader of Word files makes of each thing that a report may hold."""

import pytest

from giar_site.importers.document import Document, Grid, GridCell, Paragraph, Refused, Spot
from giar_site.importers.readers.docx import read
from tests.importers.word_files import cell, docx, package, paragraph, row, run, table, zipped

BOX = "<w:txbxContent>{}</w:txbxContent>"
LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def notices(document: Document) -> list[str]:
    return [notice.text.zh for notice in document.notices]


def grid(data: bytes) -> Grid:
    (block,) = read(data).blocks
    assert isinstance(block, Grid)
    return block


def shape(data: bytes) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in grid(data).cells]


def test_paragraphs_come_in_order_with_their_number_and_the_empty_ones_count() -> None:
    document = read(docx(paragraph("　一、总体情况 ") + "<w:p/>" + paragraph("2020年，共12件。")))
    assert document.reader == "docx"
    assert document.blocks == (Paragraph("一、总体情况", Spot(line=1)), Paragraph("2020年，共12件。", Spot(line=3)))
    assert document.notices == ()


def test_runs_are_joined_tabs_kept_and_soft_breaks_make_lines() -> None:
    body = paragraph(run("甲") + run("乙") + "<w:r><w:tab/><w:t>丙</w:t><w:br/><w:t>丁</w:t><w:noBreakHyphen/></w:r>")
    assert texts(read(docx(body))) == ["甲乙\t丙", "丁-"]


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:outlineLvl w:val="2"/>', 3),
        ('<w:outlineLvl w:val="9"/>', 0),
        ('<w:outlineLvl w:val="8"/>', 6),
        ('<w:pStyle w:val="2"/>', 1),
        ('<w:pStyle w:val="a"/>', 2),
        ('<w:pStyle w:val="based"/>', 1),
        ('<w:pStyle w:val="circle"/>', 0),
        ('<w:pStyle w:val="t"/>', 1),
        ('<w:pStyle w:val="Heading4"/>', 4),
        ('<w:pStyle w:val="o"/>', 5),
        ("", 0),
    ],
)
def test_a_heading_is_one_by_its_outline_level_or_the_name_of_its_style(properties: str, level: int) -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'
    styles = (
        style.format("2", "heading 1", "")
        + style.format("a", "标题 2", "")
        + style.format("based", "正文标题", '<w:basedOn w:val="2"/>')
        + style.format("circle", "x", '<w:basedOn w:val="circle"/>')
        + style.format("t", "Title", "")
        + style.format("o", "条", '<w:pPr><w:outlineLvl w:val="4"/></w:pPr>')
    )
    (block,) = read(docx(paragraph("文", properties), styles=styles)).blocks
    assert isinstance(block, Paragraph)
    assert block.level == level


def levels(*entries: tuple[str, str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(entries)
    )


def markers(data: bytes) -> list[str]:
    return [block.marker for block in read(data).blocks if isinstance(block, Paragraph)]


def test_automatic_numbers_are_counted_by_level_and_start_anew_below_a_higher_one() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels(("chineseCounting", "%1、"), ("japaneseCounting", "（%2）"), ("decimal", "%1.%2.%3"))}'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )
    places = [0, 1, 1, 2, 0, 1]
    body = "".join(paragraph("文", LIST.format(level, 7)) for level in places)
    assert markers(docx(body, numbering=numbering)) == ["一、", "（一）", "（二）", "一.二.1", "二、", "（一）"]


def test_legal_numbering_shows_higher_levels_in_digits() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + levels(("chineseCounting", "%1、"))
        + '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert markers(docx(paragraph("文", LIST.format(0, 1)) + paragraph("文", LIST.format(1, 1)), numbering=numbering)) == ["一、", "1.1"]


def test_lists_of_one_kind_count_on_unless_one_starts_over() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels(("decimal", "%1."))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(paragraph("文", LIST.format(0, key)) for key in (1, 2, 3, 3, 0))
    assert markers(docx(body, numbering=numbering)) == ["1.", "2.", "5.", "6.", ""]


def test_a_bullet_of_a_symbol_font_is_a_bullet_and_an_unknown_style_is_noted() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels(("bullet", "&#xF06C;"), ("hindiVowels", "%2)"))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    document = docx(paragraph("文", LIST.format(0, 1)) + paragraph("文", LIST.format(1, 1)), numbering=numbering)
    assert markers(document) == ["•", "1)"]
    assert notices(read(document)) == ["自动编号的样式 hindiVowels 不认识，按数字读取"]


def test_a_style_may_number_its_paragraphs() -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels(("decimal", "第%1条"))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    styles = (
        '<w:style w:type="paragraph" w:styleId="s"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert markers(docx(paragraph("文", '<w:pStyle w:val="s"/>') * 2, numbering=numbering, styles=styles)) == ["第1条", "第2条"]


def test_spans_and_vertical_mergers_give_one_cell_each() -> None:
    data = docx(
        table(
            row(cell("甲", '<w:vMerge w:val="restart"/>'), cell("乙", '<w:gridSpan w:val="2"/>')),
            row(cell("", "<w:vMerge/>"), cell("1"), cell("")),
            row(cell("丙", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("2")),
        )
    )
    assert shape(data) == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("1", 1, 1, 1, 1),
        ("", 1, 2, 1, 1),
        ("丙", 2, 0, 1, 2),
        ("2", 2, 2, 1, 1),
    ]
    assert grid(data).cells[2].spot == Spot(table=1, row=2, column=2)


def test_a_merger_over_columns_and_rows_needs_the_same_width() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    data = docx(
        table(
            row(cell("甲", wide + '<w:vMerge w:val="restart"/>')),
            row(cell("", wide + "<w:vMerge/>")),
            row(cell("乙", "<w:vMerge/>"), cell("丙")),
        )
    )
    assert shape(data) == [("甲", 0, 0, 2, 2), ("乙", 2, 0, 1, 1), ("丙", 2, 1, 1, 1)]


def test_a_continuation_without_a_beginning_is_a_cell_of_its_own() -> None:
    assert shape(docx(table(row(cell("甲", "<w:vMerge/>")), row(cell("", "<w:vMerge/>"))))) == [("甲", 0, 0, 2, 1)]


def test_rows_may_begin_and_end_within_the_grid() -> None:
    data = docx(table(row(cell("甲"), cell("乙")), row(cell("丙"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')))
    assert shape(data) == [("甲", 0, 0, 1, 1), ("乙", 0, 1, 1, 1), ("丙", 1, 1, 1, 1)]


def test_text_under_a_merged_cell_is_noted() -> None:
    document = read(docx(table(row(cell("甲", '<w:vMerge w:val="restart"/>')), row(cell("旧", "<w:vMerge/>")))))
    assert notices(document) == ["被合并的格中不显示的文字未取用：旧"]


def test_paragraphs_of_a_cell_are_joined_by_line_breaks_with_their_numbers() -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels(("decimal", "%1."))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    data = docx(
        table(row(cell(paragraph("商业") + paragraph("企业")), cell(paragraph("重复申请", LIST.format(0, 1))))), numbering=numbering
    )
    assert [cell.text for cell in grid(data).cells] == ["商业\n企业", "1.重复申请"]


def test_content_controls_are_looked_through_wherever_they_stand() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    data = docx(
        control(paragraph(control(run("甲"))))
        + table(
            control(
                row(control(cell("乙"))),
            ),
            row(cell("丙")),
        )
    )
    document = read(data)
    assert texts(document) == ["甲"]
    assert [cell.text for cell in document.blocks[1].cells] == ["乙", "丙"]  # type: ignore[union-attr]


def test_the_text_of_links_is_taken_and_their_address_noted() -> None:
    relations = '<Relationship Id="h" Type="x/hyperlink" Target="http://www.example.gov.cn/" TargetMode="External"/>'
    document = read(docx(paragraph(f'<w:hyperlink r:id="h">{run("网站")}</w:hyperlink>'), relations=relations))
    assert texts(document) == ["网站"]
    assert notices(document) == ["链接的文字已取用，地址未取用：http://www.example.gov.cn/"]


def test_tracked_changes_are_read_as_accepted_and_noted() -> None:
    body = paragraph(run("受理") + "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>" + f"<w:ins>{run('13')}</w:ins>" + run("件"))
    moved = paragraph(f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo>")
    document = read(docx(body + moved))
    assert texts(document) == ["受理13件", "新处"]
    assert notices(document) == [
        "修订中删除的文字，按接受修订未取用：12",
        "修订中插入的文字，按接受修订取用：13",
        "修订中删除的文字，按接受修订未取用：旧处",
        "修订中插入的文字，按接受修订取用：新处",
    ]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("上半", "<w:rPr><w:del/></w:rPr>") + paragraph("下半")
    assert texts(read(docx(body))) == ["上半下半"]
    assert grid(docx(table(row(cell(body), cell("右"))))).cells[0].text == "上半下半"


def test_deleted_and_hidden_rows_are_left_out_and_noted() -> None:
    document = read(
        docx(
            table(
                row(cell("甲"), cell("1")),
                row(cell("乙"), properties="<w:del/>"),
                row(cell("丙"), properties="<w:hidden/>"),
                row(cell("丁"), properties="<w:ins/>"),
            )
        )
    )
    assert [cell.text for cell in document.blocks[0].cells] == ["甲", "1", "丁"]  # type: ignore[union-attr]
    assert notices(document) == [
        "修订中删除的表格行，按接受修订未取用：乙",
        "隐藏的表格行未取用：丙",
        "修订中插入的表格行，按接受修订取用：丁",
    ]


@pytest.mark.parametrize("properties", ["<w:vanish/>", '<w:rStyle w:val="h"/>'])
def test_hidden_text_is_left_out_and_noted(properties: str) -> None:
    styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read(docx(paragraph(run("见") + run("不见", properties) + run("也见", '<w:vanish w:val="0"/>')), styles=styles))
    assert texts(document) == ["见也见"]
    assert notices(document) == ["隐藏文字未取用：不见"]


def test_a_text_box_is_read_once_as_paragraphs_after_the_one_it_hangs_on() -> None:
    newer = f"<mc:Choice><w:drawing><wps:txbx>{BOX.format(paragraph('框中'))}</wps:txbx></w:drawing></mc:Choice>"
    older = f"<mc:Fallback><w:pict><v:textbox>{BOX.format(paragraph('框中'))}</v:textbox></w:pict></mc:Fallback>"
    document = read(docx(paragraph(run("文") + f"<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r>") + paragraph("后")))
    assert texts(document) == ["文", "框中", "后"]
    assert notices(document) == ["文本框中的文字按段落读取：框中"]


def test_pictures_and_frames_are_noted() -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:docPr descr="扫描件"/><a:blip/></wp:inline></w:drawing></w:r>'
    document = read(docx(paragraph(picture + run("文")) + paragraph("框", "<w:framePr/>")))
    assert texts(document) == ["文", "框"]
    assert notices(document) == ["图片或对象“扫描件”未取用，其中的文字请人工核对", "图文框中的文字按段落读取：框"]


def test_the_shown_result_of_a_field_is_taken_and_its_code_noted() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText>DDEAUTO c:\\cmd.exe "/k calc"</w:instrText></w:r>'
    document = read(docx(paragraph(mark("begin") + code + mark("separate") + run("12") + mark("end") + run("件"))))
    assert texts(document) == ["12件"]
    assert notices(document) == ['域代码未执行，只取显示的结果：DDEAUTO c:\\cmd.exe "/k calc"']


def test_a_field_that_never_ends_swallows_no_text_unsaid() -> None:
    document = read(docx(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("甲")) + paragraph("乙")))
    assert texts(document) == ["乙"]
    assert notices(document) == ["域代码未执行，只取显示的结果：甲"]


def test_nested_tables_go_into_their_cell_and_are_noted() -> None:
    inner = table(row(cell("内1"), cell("内2")))
    document = read(docx(table(row(cell(paragraph("外") + inner + "<w:p/>"), cell("旁")))))
    assert [cell.text for cell in document.blocks[0].cells] == ["外\n内1\n内2", "旁"]  # type: ignore[union-attr]
    assert notices(document) == ["表格中嵌套的表格，文字并入所在的格：内1 内2"]


def test_a_table_of_one_cell_around_tables_is_a_frame() -> None:
    document = read(docx(table(row(cell(paragraph("题") + table(row(cell("甲"), cell("1"))) + "<w:p/>")))))
    assert document.blocks[0] == Paragraph("题", Spot(line=1))
    assert document.blocks[1] == Grid(
        (GridCell("甲", 0, 0, Spot(table=1, row=1, column=1)), GridCell("1", 0, 1, Spot(table=1, row=1, column=2))), Spot(table=1)
    )


def test_headers_footers_comments_and_notes_are_told() -> None:
    document = read(
        docx(
            paragraph("文"),
            header=paragraph("页眉字"),
            footer=paragraph("第1页"),
            comments=f'<w:comment w:author="张">{paragraph("核对")}</w:comment>',
            footnotes=f'<w:footnote w:type="separator">{paragraph("线")}</w:footnote><w:footnote w:id="2">{paragraph("注文")}</w:footnote>',
        )
    )
    assert texts(document) == ["文", "注文"]
    assert notices(document) == ["脚注移到文末读取：注文", "页眉未取用：页眉字", "页脚未取用：第1页", "批注（张）未取用：核对"]


def test_what_lies_outside_is_told_and_not_fetched() -> None:
    relations = (
        '<Relationship Id="t" Type="x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/>'
        '<Relationship Id="i" Type="x/image" Target="file:///etc/passwd" TargetMode="External"/>'
    )
    parts = package(paragraph("文"), relations=relations) | {"word/embeddings/oleObject1.bin": b"x"}
    assert notices(read(zipped(parts))) == [
        "引用了外部模板，未读取：http://evil.example/t.dotm",
        "引用了外部内容（image），未读取：file:///etc/passwd",
        "嵌入的对象 word/embeddings/oleObject1.bin 未取用",
    ]


def test_the_properties_are_those_of_the_file() -> None:
    core = '<c:coreProperties xmlns:c="c" xmlns:dc="d"><dc:title> 年报 </dc:title><dc:creator/></c:coreProperties>'
    assert read(zipped(package(paragraph("文")) | {"docProps/core.xml": core})).properties == {"title": "年报"}


def test_the_strict_form_reads_the_same() -> None:
    parts = package(paragraph("文", '<w:outlineLvl w:val="0"/>') + table(row(cell("甲"), cell("1"))))
    strict = {
        name: content.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
        for name, content in parts.items()
        if isinstance(content, str)
    }
    assert read(zipped(dict(strict))).blocks == read(zipped(parts)).blocks


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "是旧版（97-2003）格式。请用办公软件打开，另存为 .docx 后再导入"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "已加密。请去掉打开密码后再导入"),
        (b"{\\rtf1 x}", "其实是 RTF 文件。请用办公软件打开，另存为 .docx 后再导入"),
        (b"\xef\xbb\xbf <html><body>", "其实是网页。请把后缀改为 .html"),
        (b"%PDF-1.7", "其实是 PDF 文件。请把后缀改为 .pdf"),
        (b"MIME-Version: 1.0", "其实是单个文件网页（MHT）。请用办公软件打开，另存为 .docx 后再导入"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "其实是 XML 文件。请用办公软件打开，另存为 .docx 后再导入"),
        (b"hello", "不是 .docx 文件，或已损坏"),
        (zipped({"a.txt": "x"}), "是压缩包而不是 Word 文档"),
        (docx('<w:altChunk r:id="x"/>'), "嵌入了另一份文件（altChunk）。请用办公软件打开、另存后再导入"),
        (
            zipped(package(paragraph("文"), content_type="application/vnd.ms-word.document.macroEnabled.main+xml")),
            "含有宏。请另存为不含宏的 .docx 后再导入",
        ),
        (zipped(package(paragraph("文")) | {"word/vbaProject.bin": b"x"}), "含有宏。请另存为不含宏的 .docx 后再导入"),
        (
            zipped(package(paragraph("文"), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
            "不是 Word 文档，请核对后缀",
        ),
    ],
)
def test_what_is_no_plain_word_file_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read(data)
    assert refused.value.reason.zh == reason
