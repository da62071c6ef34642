"""What has one reading is certain; what may be two figures, or a letter, is not."""

import pytest

from giar_site.mend.certain import in_ascii, is_certain


@pytest.mark.parametrize(
    "text",
    [
        "１２",
        "１2",
        "－5",
        "−5",
        "3．5",
        "012",
        "007",
        "12.0",
        " 12 ",
        "1\u200b2",
        "1,000",
        "1，000",
        "1_000",
        "1'000",
        "1 000",
        "12,345,678",
        "1,000.5",
    ],
)
def test_one_reading_is_certain(text: str) -> None:
    assert is_certain(text, confirmed=False)


@pytest.mark.parametrize(
    "text", ["l0", "O", "1O", "Ⅰ2", "①", "5²", "٣", "+5", "增5", "1,2", "1,00", "0,000", "1,000 000", "1.2.3", "1-2", "", "-", "3件"]
)
def test_a_guess_is_not_even_when_the_sums_agree(text: str) -> None:
    assert not is_certain(text, confirmed=True)


@pytest.mark.parametrize("text", ["1 2", "1 2 3", "10 0", "１ ２"])
def test_blanks_between_digits_are_certain_only_where_the_sums_agree(text: str) -> None:
    assert not is_certain(text, confirmed=False)
    assert is_certain(text, confirmed=True)


def test_only_what_stands_for_one_ascii_character_is_written_so() -> None:
    assert in_ascii("　１\u2060，５－．") == "1,5-."
    assert in_ascii("①Ｏ") == "①Ｏ"
