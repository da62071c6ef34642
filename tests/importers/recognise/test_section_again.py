"""A section of prose that is there twice is told; a table of contents and sub-headings are not."""

from giar_site.importers.recognise.section_again import sections_again
from tests.importers.recognising import lines


def told(*texts: str) -> list[str]:
    return [doubt.zh for doubt in sections_again(lines(*texts))]


def test_a_section_with_text_below_both_its_titles_is_told_with_its_places() -> None:
    assert told("一、总体情况", "公开1条。", "一、总体情况", "公开2条。") == [
        "标题“一、总体情况”有两处（第 1 行、第 3 行），下面都有文字：可能混进了另一份报告，请对照原文，只留这一份的，再导入。"
    ]


def test_a_table_of_contents_and_a_title_without_a_number_are_no_repetition() -> None:
    assert told("一、总体情况", "一、总体情况", "公开2条。", "总体情况", "公开3条。") == []
