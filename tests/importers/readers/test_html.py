"""What the reader of web pages makes of each thing that a page may hold."""

import pytest

from giar_site.importers.document import Document, Grid, Paragraph, Refused, Spot
from giar_site.importers.readers.html import read


def page(body: str, head: str = "") -> Document:
    return read(f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode())


def lines(document: Document) -> list[tuple[int, str, str]]:
    return [(block.level, block.marker, block.text) for block in document.blocks if isinstance(block, Paragraph)]


def texts(document: Document) -> list[str]:
    return [text for _, _, text in lines(document)]


def notices(document: Document) -> list[str]:
    return [notice.text.zh for notice in document.notices]


def grids(document: Document) -> list[list[tuple[str, int, int, int, int]]]:
    return [
        [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in block.cells]
        for block in document.blocks
        if isinstance(block, Grid)
    ]


def test_block_elements_and_breaks_make_paragraphs() -> None:
    document = page("前<p>一 <b>二</b>\n三</p><div>四<br>五<div>六</div>七</div><span>八</span><span>九</span>")
    assert texts(document) == ["前", "一 二三", "四", "五", "六", "七", "八九"]
    assert document.blocks[1] == Paragraph("一 二三", Spot(line=2))
    assert document.reader == "html"


def test_blanks_are_those_of_the_page_and_wide_ones_stay() -> None:
    assert texts(page("<p>\n  政府\n  信息　公开 A\n B&nbsp;&nbsp;12 </p>")) == ["政府信息　公开 A B\xa0\xa012"]


def test_headings_have_their_level_also_around_other_blocks() -> None:
    assert lines(page("<h1>题</h1><h3><div>节</div></h3><p>文</p>")) == [(1, "", "题"), (3, "", "节"), (0, "", "文")]


def test_list_items_carry_the_marker_that_the_page_shows() -> None:
    body = (
        "<ol start=3><li>甲<li value=7><p>乙</p><p>乙二</p><li>丙<ul><li>丁</ul></ol>"
        '<ol type=i><li>戊</ol><ol style="list-style:none"><li>己</ol>'
        '<ol style="list-style-type:cjk-ideographic"><li>庚</ol><ol reversed><li>辛<li>壬</ol>'
    )
    assert [(marker, text) for _, marker, text in lines(page(body))] == [
        ("3.", "甲"),
        ("7.", "乙"),
        ("", "乙二"),
        ("8.", "丙"),
        ("•", "丁"),
        ("i.", "戊"),
        ("", "己"),
        ("一、", "庚"),
        ("2.", "辛"),
        ("1.", "壬"),
    ]


def test_what_a_page_sets_apart_and_lines_of_links_are_marked() -> None:
    body = (
        "<nav><p>走进某县</p></nav><header>某县</header><a href=/>首页</a> &gt; <a>公开</a><p>见<a href=/>指南</a></p>"
        "<p><a href=/a.docx>附件</a></p><p><a name=x>总体情况</a></p><p><a href=/>上页<br>下页</a></p><footer><div>承办</div></footer><p>文</p>"
    )
    assert [(block.text, block.beside) for block in page(body).blocks if isinstance(block, Paragraph)] == [
        ("走进某县", True),
        ("某县", True),
        ("首页 > 公开", True),
        ("见指南", False),
        ("附件", False),
        ("总体情况", False),
        ("上页", True),
        ("下页", True),
        ("承办", True),
        ("文", False),
    ]


def test_preformatted_text_keeps_its_lines() -> None:
    assert texts(page("<pre>一\r\n二\n\n三</pre>")) == ["一", "二", "三"]


def test_title_and_meta_names_are_properties() -> None:
    head = '<title>年报\n </title><meta name="ArticleTitle" content="大荔县"><meta name="PubDate" content="2021-01-20 09:00"><meta name=x>'
    head += '<meta name="ArticleTitle" content="后">'
    assert page("", head).properties == {"title": "年报", "ArticleTitle": "大荔县", "PubDate": "2021-01-20 09:00"}


def test_spans_are_placed_as_browsers_do() -> None:
    body = (
        "<table><tr><td rowspan=2>项目<td colspan=2>数</tr><tr><td>甲<td rowspan=0>乙</tr><tr><td>丙<td>1</tr>"
        "<tr><td>丁<br>戊<td rowspan=9>2</tr></table>"
    )
    assert grids(page(body)) == [
        [
            ("项目", 0, 0, 2, 1),
            ("数", 0, 1, 1, 2),
            ("甲", 1, 1, 1, 1),
            ("乙", 1, 2, 3, 1),
            ("丙", 2, 0, 1, 1),
            ("1", 2, 1, 1, 1),
            ("丁\n戊", 3, 0, 1, 1),
            ("2", 3, 1, 1, 1),
        ]
    ]


def test_head_and_foot_stand_above_and_below_the_body() -> None:
    body = "<table><tfoot><tr><td>脚<td>3</tfoot><tbody><tr><td>身<td>2</tbody><thead><tr><td>头<td>1</thead></table>"
    assert [cell[0] for cell in grids(page(body))[0]] == ["头", "1", "身", "2", "脚", "3"]


def test_a_caption_is_a_paragraph_before_its_table() -> None:
    document = page("<table><caption>单位：件</caption><tr><td>甲<td>1</table>")
    assert texts(document) == ["单位：件"]
    assert isinstance(document.blocks[1], Grid)
    assert document.blocks[1].cells[1].spot == Spot(table=1, row=1, column=2)


def test_overlapping_cells_are_narrowed_and_noted() -> None:
    document = page("<table><tr><td>甲<td>乙<td rowspan=2>丙</tr><tr><td colspan=3>丁</tr></table>")
    assert grids(document)[0][-1] == ("丁", 1, 0, 1, 2)
    assert notices(document) == ["有 1 格的跨列与别的格重叠，已按空余位置收窄"]


def test_tables_that_lay_the_page_out_are_not_data() -> None:
    data = "<table><tr><td>甲<td>1</tr></table>"
    document = page(
        f"<table><tr><td>栏目<td><p>题</p><table><tr><td>{data}</td></tr></table></td></tr></table><table><tr><td>只有一格</table>"
    )
    assert texts(document) == ["栏目", "题", "只有一格"]
    assert grids(document) == [[("甲", 0, 0, 1, 1), ("1", 0, 1, 1, 1)]]


def test_a_table_with_a_long_text_lays_the_page_out() -> None:
    assert texts(page(f"<table><tr><td>左<td><p>{'字' * 501}</p></table>")) == ["左", "字" * 501]


def test_a_small_table_in_a_table_of_data_goes_into_its_cell_and_is_noted() -> None:
    rows = "".join(f"<tr><td>项目{number}<td>{number}</tr>" for number in range(8))
    document = page(f"<table>{rows}<tr><td>末<td><table><tr><td>内<td>9</table></tr></table>")
    assert grids(document)[0][-1] == ("内\n9", 8, 1, 1, 1)
    assert notices(document) == ["表格中嵌套的表格，文字并入所在的格：内 9"]


def test_hidden_text_is_left_out_and_noted() -> None:
    body = (
        '<p style="color:red; DISPLAY : none">甲</p><p hidden>乙</p><p>见<span style="visibility:hidden">丙</span></p>'
        '<table><tr><td>丁<td>1</tr><tr style="display:none"><td>戊<td>2</tr><tr><td hidden>己<td>庚</tr></table>'
        "<script>x</script><style>y</style><noscript>辛</noscript><template><p>壬</p></template><textarea>癸</textarea><input value=子>"
    )
    document = page(body)
    assert texts(document) == ["见"]
    assert [cell[0] for cell in grids(document)[0]] == ["丁", "1", "庚"]
    assert notices(document) == [
        "网页隐藏的文字未取用：甲",
        "网页隐藏的文字未取用：乙",
        "网页隐藏的文字未取用：丙",
        "网页隐藏的表格内容未取用：戊2",
        "网页隐藏的表格内容未取用：己",
        "网页中不作正文显示的文字（noscript）未取用：辛",
        "网页中不作正文显示的文字（template）未取用：壬",
        "网页中不作正文显示的文字（textarea）未取用：癸",
        "输入框中的文字未取用：子",
    ]


def test_hidden_parts_of_layout_tables_are_left_out_too() -> None:
    document = page("<table><tr hidden><td>甲</td></tr><tr><td><table><tr><td>乙<td>1</table></td></tr></table>")
    assert texts(document) == []
    assert notices(document) == ["网页隐藏的文字未取用：甲"]


def test_pictures_frames_and_attachments_are_noted() -> None:
    document = page(
        '<img src="/u/1.png" alt="年报扫描件"><iframe src="//e.example/"></iframe><a href="/f/年报.PDF?x=1">附件</a><a href="/">首页</a>'
    )
    assert texts(document) == ["附件首页"]
    assert notices(document) == [
        "图片“年报扫描件”未取用，其中的文字请人工核对",
        "嵌入的内容（iframe，//e.example/）未读取",
        "链接的附件未取用：附件 /f/年报.PDF?x=1",
    ]


def test_one_value_a_paragraph_gives_paragraphs() -> None:
    assert texts(page("<p>规章</p><p>0</p><p>&nbsp;</p><p>12</p>")) == ["规章", "0", "12"]


@pytest.mark.parametrize(
    ("declared", "encoding", "noted"),
    [
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030", []),
        ("<meta charset=gbk>", "gbk", []),
        ("<meta charset=utf-8>", "gb18030", ["网页声明的编码是 utf-8，实际按 gb18030 读取"]),
        ("<meta charset=gb2312>", "utf-8-sig", []),
        ("<meta charset=iso-8859-1>", "gbk", []),
        ("", "utf-8", []),
        ("", "gbk", []),
        ("", "utf-16", []),
    ],
)
def test_the_encoding_is_found(declared: str, encoding: str, noted: list[str]) -> None:
    document = read(f"<html><head>{declared}</head><body>政府信息公开</body></html>".encode(encoding))
    assert texts(document) == ["政府信息公开"]
    assert notices(document) == noted


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"  \n", "文件是空的"),
        (b"PK\x03\x04", "其实是办公文件。请把后缀改为 .docx 或 .xlsx"),
        (b"%PDF-1.4", "其实是 PDF 文件。请把后缀改为 .pdf"),
        (b"hello", "不是网页"),
        (b"<p>\xff\xff\xff", "文字编码无法识别。请用浏览器打开，另存为 UTF-8 编码的网页后再导入"),
        (b"<p>a\0b", "文字编码无法识别。请用浏览器打开，另存为 UTF-8 编码的网页后再导入"),
    ],
)
def test_what_is_no_page_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read(data)
    assert refused.value.reason.zh == reason


def test_a_page_of_traditional_characters_in_its_own_encoding_is_read() -> None:
    assert texts(read("<meta charset=big5><p>政府資訊公開".encode("big5"))) == ["政府資訊公開"]
