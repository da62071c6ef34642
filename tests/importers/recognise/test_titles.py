"""Which of several lines in the words of a section's title is the title, and what Markdown shows of words that were escaped."""

from hypothesis import given
from hypothesis import strategies as st

from giar_site.export.narrative import blocks_of
from giar_site.importers.document import Paragraph, Spot
from giar_site.importers.recognise.prose import escaped, markdown
from giar_site.importers.recognise.sections import titles_among


def test_a_sub_heading_in_the_words_of_a_title_is_none_wherever_it_stands() -> None:
    lines = ["一、总体情况", "（一）主动公开情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况", "（一）主动公开情况"]
    assert titles_among(lines) == [(0, "overview", True), (2, "disclosure", True), (3, "problems", True)]


def test_a_title_without_a_number_counts_beside_numbered_ones_and_the_last_of_equals_is_taken() -> None:
    assert titles_among(["一、总体情况", "一、总体情况", "主动公开情况"]) == [(1, "overview", True), (2, "disclosure", True)]


def test_where_all_titles_are_numbered_as_sub_headings_they_are_the_titles() -> None:
    assert titles_among(["（一）总体情况", "（二）主动公开情况"]) == [(0, "overview", True), (1, "disclosure", True)]


@given(st.text("字。《》“”*_`~[]()<>#&|\\!:-+=1. a", min_size=1, max_size=40).map(str.strip).filter(bool))
def test_escaped_words_are_shown_to_the_letter_by_the_parser_that_reads_report_md(words: str) -> None:
    shown = ["".join(span.text for span in block.spans) for block in blocks_of(escaped(f"字{words}字"))]
    assert shown == [f"字{words}字"]


def test_emphasis_that_only_chinese_rules_see_is_escaped() -> None:
    assert "".join(span.text for span in blocks_of(escaped("见**《条例》**规定"))[0].spans) == "见**《条例》**规定"


def paragraphs(*marked: tuple[str, str]) -> list[Paragraph]:
    return [Paragraph(words, Spot(), marker=marker) for marker, words in marked]


def test_automatic_numbers_and_bullets_are_lists_unless_markdown_would_count_otherwise() -> None:
    assert markdown(paragraphs(("3.", "甲"), ("4.", "乙"), ("•", "丙"))) == "3. 甲\n4. 乙\n- 丙"
    assert markdown(paragraphs(("1.", "甲"), ("1.", "乙"))) == "1. 甲\n\n1\\. 乙"
    assert markdown(paragraphs(("一、", "甲"))) == "一、甲"


def test_a_title_that_is_repeated_behind_figures_is_the_head_of_a_new_page() -> None:
    title = "三、收到和处理政府信息公开申请情况"
    assert titles_among([title, "规章", "0", title, "0"]) == [(0, "applications", True)]
    assert titles_among([title, "规章 | 0 |", title, "0"]) == [(0, "applications", True)]
    assert titles_among([title, "目录的其他各行", title, "0"]) == [(2, "applications", True)]
