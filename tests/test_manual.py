"""A manual is read as text under headings, in either language."""

import pytest

from giar_site.manual import HEADINGS, paragraph, sections, sentence
from giar_site.rules import RULES

MANUAL = """题 / Title

    What it checks
        看每一格
        是否奇怪。

        Looks whether
        a cell is odd.

    Wrong
        applications:
          received: [1]

    Source
        条例。
    """


def test_the_text_under_each_heading_loses_its_indentation_and_keeps_its_lines() -> None:
    assert sections(MANUAL) == {
        "What it checks": "看每一格\n是否奇怪。\n\nLooks whether\na cell is odd.",
        "Wrong": "applications:\n  received: [1]",
        "Source": "条例。",
    }


@pytest.mark.parametrize("manual", ["", "题", "题 / T\n\n    Nothing here is a heading.\n"])
def test_a_manual_without_headings_has_no_sections(manual: str) -> None:
    assert sections(manual) == {}


def test_a_heading_inside_a_sample_is_part_of_the_sample() -> None:
    assert sections("题\n\n    Wrong\n        a: 1\n        Why\n") == {"Wrong": "a: 1\nWhy"}


def test_the_chinese_paragraph_stands_first_and_a_single_one_serves_both() -> None:
    assert paragraph("中文。\n\nEnglish.", "zh") == "中文。"
    assert paragraph("中文。\n\nEnglish.", "en") == "English."
    assert paragraph("中文。\n", "en") == "中文。"
    assert paragraph("", "zh") == ""


def test_a_sentence_stands_on_one_line_with_spaces_between_latin_words_only() -> None:
    text = sections(MANUAL)["What it checks"]
    assert sentence(text, "zh") == "看每一格是否奇怪。"
    assert sentence(text, "en") == "Looks whether a cell is odd."
    assert sentence("改用\ngiar new\n填写", "zh") == "改用giar new填写"
    assert sentence("a\nb\nc", "zh") == "a b c"


def test_every_manual_of_giar_has_all_sections() -> None:
    for rule in RULES:
        assert list(sections(rule.manual)) == list(HEADINGS), rule.code
