"""How Word writes numbers."""

import pytest

from giar_site.importers.readers.word.counting import counted


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("decimal", {0: "0", 12: "12"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一〇一"}),
        ("chineseCountingThousand", {10: "十", 100: "一百", 101: "一百零一", 110: "一百一十", 1001: "一千零一", 2020: "二千零二十"}),
        ("ideographDigital", {10: "一〇", 21: "二一"}),
        ("chineseLegalSimplified", {10: "壹拾", 12: "壹拾贰", 105: "壹佰零伍"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalFullWidth", {12: "１２"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("lowerRoman", {4: "iv", 1999: "mcmxcix"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("none", {5: ""}),
    ],
)
def test_numbers_are_written_as_word_does(form: str, written: dict[int, str]) -> None:
    assert {number: counted(number, form) for number in written} == written


def test_an_unknown_form_is_told() -> None:
    assert counted(1, "hindiVowels") is None
