"""Markdown that shows just the source's words."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from giar_site.importers.document import Paragraph, Spot
from giar_site.importers.recognise.prose import escaped, markdown
from tests.importers.recognising import grid, lines

_MARKS = st.text(st.sampled_from("ab一二1.*_`~[]()<>#+-=|&;:\\!  　。"), min_size=1, max_size=20)


@given(_MARKS.map(str.strip).filter(bool))
def test_escaped_text_shows_exactly_the_text(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(escaped(text))
    shown = [child.content for token in tokens for child in token.children or []]
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(shown) == text


def test_a_sub_heading_of_a_report_becomes_one() -> None:
    assert markdown(lines("（一）主动公开情况", "公开信息3条。")) == "### （一）主动公开情况\n\n公开信息3条。"


def test_bullets_become_a_list() -> None:
    blocks = [Paragraph(text, Spot(), marker="•") for text in ("甲", "乙")]
    assert markdown(blocks) == "- 甲\n- 乙"


def test_a_table_that_is_not_the_forms_stays_a_table() -> None:
    assert markdown([grid(("甲", "乙"), ("1", "2|3"))]) == "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2\\|3 |"
