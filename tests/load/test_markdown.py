"""The short way for plain paragraphs gives the very tokens of the library."""

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_cjk_friendly import cjk_friendly

from giar_site.load.links import is_allowed_link
from giar_site.load.markdown import MOST_NESTED, Markdown, RefusedLink

ROOT = Path(__file__).resolve().parents[2]
MARKDOWN = Markdown()

# Pieces that mean something to Markdown at the beginning of a line or inside it, and pieces that look as if they did.
PIECES = [
    *"　 \t#>-+*=|~`0129.)(（）！。、:：\\[]!<>&_{}^@$%/\"'，“”",
    "年", "一是", "**一是。**", "**", "**A**", "1.", "2)", "## ", "#", "### 三、", "- ", "* ", "> ", "    ", "---", "===", "```", "~~~", "**", "__", "[a](b)", "![x](y)",
    "<b>", "&amp;", "&#35;", "https://a.cn", "|a|b|", "|-|-|", "]:", "[a]: /x", "\\*", "1234567890.", "\u00a0", "\x0b", "\u2003", "〇",
]  # fmt: skip
lines = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
texts = st.lists(lines, max_size=12).map("\n".join)


def library() -> MarkdownIt:
    settings = {"html": False, "linkify": False, "typographer": False, "maxNesting": 2 * MOST_NESTED}
    markdown = MarkdownIt("js-default", settings).use(cjk_friendly).disable("reference")
    markdown.validateLink = is_allowed_link
    return markdown


LIBRARY = library()
FRAME = '<div class="scroll" role="group" aria-label="表格" tabindex="0">\n'  # for scrolling on a telephone


def same(text: str) -> None:
    ours = MARKDOWN.parse(text).tokens
    theirs = LIBRARY.parse(text)
    for token in theirs:
        if "style" in token.attrs:
            token.attrs["class"] = str(token.attrs.pop("style")).replace("text-align:", "align-")
    assert [token.as_dict() for token in ours] == [token.as_dict() for token in theirs]
    assert MARKDOWN.render(ours).replace(FRAME, "").replace("</div>\n", "") == LIBRARY.renderer.render(theirs, LIBRARY.options, {})


@settings(max_examples=500, deadline=None)
@given(texts)
@example("- a\n\n正文\n\n- b\n")
@example("1. a\n\n   b\n\n正文\n\n2. c")
@example("> a\n\n正文\nb\n")
@example("正文\n---\n\n正文")
@example("　　缩进的正文\n\n 一个空格")
@example("**一是聚焦。**内容\n\n**\n\n** a**\n\n**b")
@example("正文\\* *b* &amp; `c` [d](e)\n\n\\\n\n[x]\n\n![y]")
@example("# 标题 #\n\n## \n\n#标题")
@example("正文  \n\n正文\t\n")
@example("[1]: 不是定义\n\n[1]")
@example("|a|b|c|\n|:-|-:|:-:|\n|1|2|3|\n")
@example("| a | b |\n|---|---|\n| 1 | 2 |\n\n正文|正文\n")
def test_any_text_gives_the_tokens_and_the_html_of_the_library(text: str) -> None:
    same(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_unicode_text_gives_the_tokens_and_the_html_of_the_library(text: str) -> None:
    same(text)


def test_the_real_reports_give_the_tokens_and_the_html_of_the_library() -> None:
    files = sorted((ROOT / "content").rglob("report.md"))
    assert len(files) == 5
    for file in files:
        same(file.read_text(encoding="utf-8").split("---\n", 2)[2])


def test_plain_paragraphs_never_reach_the_library() -> None:
    markdown = Markdown()
    markdown.library.parse = None  # type: ignore[assignment]
    tokens = markdown.parse("2020年，收到申请3件。\n\n## 一、总体情况\n\n　　全年（共）办结。\n").tokens
    assert [token.type for token in tokens if token.nesting >= 0] == [
        "paragraph_open",
        "inline",
        "heading_open",
        "inline",
        "paragraph_open",
        "inline",
    ]


def test_refused_addresses_are_told() -> None:
    assert MARKDOWN.parse("[a](javascript:alert(1)) 和 [b](https://a.cn)").refused == [RefusedLink("javascript:alert(1)", 0, 1)]
    assert MARKDOWN.parse("正文\n\n一\n\n二\n[a](x:b)").refused == [RefusedLink("x:b", 4, 6)]
