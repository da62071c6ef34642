"""Raised and lowered characters are signs of their own, and at the ends of a figure or label the marks of footnotes."""

import pytest

from giar_site.importers.raised import has_signs, lowered, raised, without_marks


def test_digits_become_signs_and_letters_stay() -> None:
    assert raised("[12]注n") == "[¹²]注n"
    assert lowered("2a") == "₂a"


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [("31¹", "31", "¹"), ("31[¹²]", "31", "[¹²]"), ("31注¹", "31", "注¹"), ("31①", "31", "①"), ("31*", "31", "*"), ("¹31²", "31", "¹ ²")],
)
def test_marks_at_the_ends_are_taken_off(text: str, words: str, marks: str) -> None:
    assert without_marks(text) == (words, marks)


@pytest.mark.parametrize("text", ["31", "①", "**", "8(计划)", "3¹1", "", "—"])
def test_what_is_no_mark_at_an_end_stays(text: str) -> None:
    assert without_marks(text) == (text, "")


def test_signs_that_would_be_other_numbers_are_seen() -> None:
    assert has_signs("3¹1")
    assert not has_signs("31")
