import pytest

from giar_site.diagnostics import Text
from giar_site.importers.document import Document, Grid, Notice, Paragraph, Refused, Spot
from giar_site.importers.readers import markdown


def read(source: str) -> Document:
    return markdown.read(source.encode())


def paragraphs(source: str) -> list[tuple[str, int, str]]:
    return [(block.text, block.level, block.marker) for block in read(source).blocks if isinstance(block, Paragraph)]


def rows(source: str) -> list[list[str]]:
    (grid,) = (block for block in read(source).blocks if isinstance(block, Grid))
    return [[cell.text for cell in row] for row in grid.in_rows()]


def said(source: str) -> list[str]:
    return [notice.text.en for notice in read(source).notices]


def test_headings_have_their_level() -> None:
    assert paragraphs("# 甲县2021年报告\n\n## 一、总体情况\n\n正文") == [
        ("甲县2021年报告", 1, ""),
        ("一、总体情况", 2, ""),
        ("正文", 0, ""),
    ]


def test_lists_show_their_markers() -> None:
    assert paragraphs("3. 甲\n4. 乙\n\n   乙二\n\n- 丙\n  1) 丁") == [
        ("甲", 0, "3."),
        ("乙", 0, "4."),
        ("乙二", 0, ""),
        ("丙", 0, "•"),
        ("丁", 0, "1)"),
    ]


def test_words_are_those_a_reader_sees() -> None:
    assert paragraphs(r"**《条例》**规定 \*5\* 件，1\. 甲 &lt;乙&gt; `丙`") == [("《条例》规定 *5* 件，1. 甲 <乙> 丙", 0, "")]


def test_what_is_only_form_is_left_out_with_a_notice() -> None:
    assert said("**粗** *斜*\n\n> 引") == ["only the words were taken; left out: bold, italics, quotation style"]
    assert said("甲\n\n乙") == []


def test_addresses_and_pictures_are_reported_with_their_line() -> None:
    document = read("甲\n\n[目录](https://example.cn/a) ![表](b.png)")
    assert paragraphs("甲\n\n[目录](https://example.cn/a) ![表](b.png)") == [("甲", 0, ""), ("目录", 0, "")]
    assert [(notice.text.en, notice.spot.line) for notice in document.notices] == [
        ("of a link only the words are taken, not https://example.cn/a", 3),
        ("a picture is not imported: 表 b.png", 3),
    ]


def test_each_line_of_a_paragraph_is_one_and_knows_its_line() -> None:
    assert read("甲\n乙\n\n丙").blocks == (Paragraph("甲", Spot(line=1)), Paragraph("乙", Spot(line=2)), Paragraph("丙", Spot(line=4)))
    assert said("甲\n乙") == ["only the words were taken; left out: line breaks within a paragraph (each line became a paragraph)"]


def test_an_indented_line_is_a_paragraph_and_a_definition_stays() -> None:
    assert paragraphs("    根据《条例》\n\n[1]: https://example.cn") == [("根据《条例》", 0, ""), ("[1]: https://example.cn", 0, "")]


def test_html_stays_as_it_was_typed() -> None:
    assert paragraphs("<div>甲</div>") == [("<div>甲</div>", 0, "")]


def test_a_fence_yields_its_lines() -> None:
    assert read("```\n甲\n\n乙\n```").blocks == (Paragraph("甲", Spot(line=2)), Paragraph("乙", Spot(line=4)))


def test_a_table_is_a_grid_with_every_cell_as_written() -> None:
    source = "| 信息内容 | 本年<br>制发 |\n|---|---|\n| 规章 | 0 | 7 |\n| \\| | |\n| 少 |\n"
    assert rows(source) == [["信息内容", "本年\n制发"], ["规章", "0", "7"], ["|", ""], ["少"]]
    assert said(source) == []


def test_cells_know_their_table_row_column_and_line() -> None:
    document = read("甲\n\n| 一 | 二 |\n|--|--|\n| 3 | 4 |\n\n> | 五 | 六 |\n> |--|--|\n> | 7 | 8 |\n")
    first, second = (block for block in document.blocks if isinstance(block, Grid))
    assert [cell.spot for cell in first.cells if cell.text in "34"] == [
        Spot(table=1, row=2, column=1, line=5),
        Spot(table=1, row=2, column=2, line=5),
    ]
    assert [(cell.text, cell.row, cell.column, cell.spot.line) for cell in second.cells] == [
        ("五", 0, 0, 7),
        ("六", 0, 1, 7),
        ("7", 1, 0, 9),
        ("8", 1, 1, 9),
    ]
    assert (second.spot.table, second.spot.line) == (2, 7)


def test_front_matter_becomes_properties_and_lines_count_on() -> None:
    document = read("---\ntitle: 甲县报告\nyear: 2021\ncontact:\n  phone: 010-1\nattachments:\n  - title: 附件\n---\n\n一、总体情况")
    assert document.properties == {"title": "甲县报告", "year": "2021", "contact.phone": "010-1", "attachments.1.title": "附件"}
    assert document.blocks == (Paragraph("一、总体情况", Spot(line=10)),)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert paragraphs("---\n\n正文") == [("正文", 0, "")]
    assert read("---\n\n正文").properties == {}


HOSTILE = {
    "front matter that is no YAML": "---\na: [\n---\n正文",
    "front matter that refers to itself": "---\na: &a [*a]\n---\n正文",
    "front matter nested too deep": "---\na: " + "[" * 50 + "]" * 50 + "\n---\n正文",
    "front matter of thousands of fields": "---\n" + "".join(f"k{number}: 1\n" for number in range(501)) + "---\n正文",
    "front matter of a length beyond sense": "---\na: " + "x" * 70_000 + "\n---\n正文",
    "quotations in quotations": "> " * 50 + "甲",
    "lists in lists": "- " * 50 + "甲",
    "a text of a length beyond sense": "x" * 2_000_001,
}


def test_what_may_still_be_nested_is_not_lost() -> None:
    assert paragraphs("> " * 30 + "甲") == [("甲", 0, "")]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markdown_is_refused_with_the_reason(name: str) -> None:
    with pytest.raises(Refused):
        read(HOSTILE[name])


@pytest.mark.parametrize("source", ["[" * 20_000, "*a_ " * 10_000, "|a" * 20_000 + "\n" + "|-" * 20_000])
def test_repeated_marks_are_read_without_a_crash(source: str) -> None:
    assert read(source).reader == "markdown"


def test_what_is_struck_through_is_left_out_and_makes_a_cell_doubtful() -> None:
    document = read("| 甲 | 乙 |\n| --- | --- |\n| ~~5~~7 | 8 |\n")
    (grid,) = document.blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["甲", "乙", "7", "8"]
    assert document.doubts == (Notice(Text("划去的文字未取用：5", "text that is struck through was left out: 5"), grid.cells[2].spot),)
    assert document.doubts == document.notices
