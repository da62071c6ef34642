"""Labels of a table are found to the letter, or by likeness where only one can be meant."""

import pytest

from giar_site.importers.recognise.lexicon import Axis, lexicon

WORDS = lexicon(2021, "applications")


def test_a_label_is_found_without_its_number_and_its_remark() -> None:
    for text in ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开", "(二)部分公开"):
        match = WORDS.find(text)
        assert match
        assert match.exact
        assert match.labels[0].key == "applications.outcome.partly_granted"


def test_a_word_that_is_row_and_column_is_both() -> None:
    match = WORDS.find("总计")
    assert match
    assert match.on(Axis.ROW)
    assert match.on(Axis.COLUMN)


@pytest.mark.parametrize("text", ["属于国家秘蜜", "属于国国家秘密", "属国家秘密"])
def test_a_typing_error_is_found_by_likeness_and_says_so(text: str) -> None:
    match = WORDS.like(text)
    assert match
    assert not match.exact
    assert match.labels[0].key == "applications.outcome.refused.state_secret"


def test_what_is_like_two_labels_is_neither() -> None:
    assert lexicon(2021, "disclosure").like("行政处许") is None


def test_glued_labels_are_taken_apart_only_if_nothing_is_left_over() -> None:
    assert [match.printed for match in WORDS.made_of("自然人商业企业")] == ["自然人", "商业企业"]
    assert WORDS.made_of("自然人和商业企业") == ()


def test_the_labels_of_another_edition_for_the_same_column_are_known() -> None:
    match = lexicon(2021, "disclosure").find("规范性文件")
    assert match
    assert match.labels[0].key == "disclosure.normative_documents"
