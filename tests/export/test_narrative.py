"""Narrative as blocks: nothing said is lost on the way, and what a cell of Excel gets is the same Markdown."""

import re

from hypothesis import given
from hypothesis import strategies as st

from giar_site.export.narrative import Block, Item, Span, blocks_of, sources_of
from giar_site.load.markdown import Markdown
from tests.export.making import PROSE

LINES = st.sampled_from(
    [
        "文字",
        "**粗**字",
        "### 小标题",
        "- 项",
        "  - 小项",
        "1. 项",
        "3) 项",
        "> 引用",
        "",
        "",
        "    代码",
        "```",
        "| 甲 | 乙 |",
        "|---|---|",
        "---",
        "a *b* `c`",
        "行末\\",
    ]
)


def page(source: str) -> str:
    """As HTML, but for empty lines at the end of code, which nobody sees."""
    markdown = Markdown()
    return re.sub(r"\n+</code>", "</code>", markdown.render(markdown.parse(source).tokens))


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_blocks_joined_by_empty_lines_are_the_same_page(source: str) -> None:
    assert page("\n\n".join(sources_of(source))) == page(source)


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_every_word_of_a_page_is_in_a_block(source: str) -> None:
    tokens = Markdown().parse(source).tokens
    page = "".join(
        child.content for token in tokens for child in (token.children or ([token] if token.type in {"fence", "code_block"} else []))
    )
    words = "".join(span.text for block in blocks_of(source) for span in block.all_spans())
    assert "".join(words.split()) == "".join(page.split())


def test_blocks_say_what_they_are() -> None:
    blocks = blocks_of(PROSE)
    assert [(block.kind, block.heading, block.item, block.quoted) for block in blocks] == [
        ("text", 3, None, False),
        ("text", 0, None, False),
        ("text", 0, Item(1, 0, ordered=True, first=1, value=1), False),
        ("text", 0, Item(2, 1, ordered=False, first=1, value=1), False),
        ("text", 0, Item(1, 0, ordered=True, first=1, value=2), False),
        ("text", 0, None, True),
        ("text", 0, Item(3, 0, ordered=False, first=1, value=1), False),
        ("text", 0, None, False),
        ("table", 0, None, False),
        ("text", 0, None, False),
    ]
    assert blocks[1].spans[:4] == (Span("公开"), Span("重点", bold=True), Span("信息"), Span("若干", italic=True))
    assert blocks[1].spans[5] == Span("指南", link="https://www.example.gov.cn/zn.html")
    assert blocks[8].rows == (((Span("类别"),), (Span("件数"),)), ((Span("公文", bold=True),), (Span("3"),)))
    assert blocks[9].spans == (Span("行一"), Span("", ends_line=True), Span("行二"))


def test_a_line_that_ends_in_the_file_is_a_space_only_between_latin_words() -> None:
    assert blocks_of("公开\n信息") == (Block("text", (Span("公开"), Span("信息"))),)
    assert blocks_of("open\ndata") == (Block("text", (Span("open"), Span(" "), Span("data"))),)


def test_a_second_paragraph_of_an_item_begins_no_item() -> None:
    assert [(block.item is not None, block.within) for block in blocks_of("5. 一\n\n   二\n6. 三")] == [(True, 1), (False, 1), (True, 1)]
