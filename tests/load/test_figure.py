"""One scalar, one figure: what is plain, what is an oddity with one reading, what is blank, what is no figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site.forms import Kind
from giar_site.load import read_figure
from giar_site.model import Reading

COUNT, CHANGE, MONEY = Kind.COUNT, Kind.CHANGE, Kind.MONEY


@given(st.integers(0, 10**12 - 1))
def test_a_plain_count_is_itself(number: int) -> None:
    figure = read_figure(str(number), COUNT)
    assert (figure.value, figure.text, figure.reading) == (number, str(number), Reading.PLAIN)


@given(st.decimals(0, 10**9, places=4))
def test_an_amount_keeps_the_digits_of_its_author(amount: Decimal) -> None:
    figure = read_figure(f"{amount:f}", MONEY, "万元")
    assert (f"{figure.value:f}", figure.reading) == (f"{amount:f}", Reading.PLAIN)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value", "published_unit"),
    [
        ("+155", CHANGE, "", "155", ""),
        ("增13", CHANGE, "", "13", ""),
        ("增加13", CHANGE, "", "13", ""),
        ("减4", CHANGE, "", "-4", ""),
        ("减少4项", CHANGE, "", "-4", ""),
        ("8(计划)", COUNT, "", "8", ""),
        ("8（计划）", COUNT, "", "8", ""),
        ("12件", COUNT, "", "12", ""),
        ("40984.52万元", MONEY, "", "40984.52", "万元"),
        ("35692694.56元", MONEY, "", "35692694.56", "元"),
        ("0元", MONEY, "", "0", "元"),
        ("3.5万元", MONEY, "万元", "3.5", "万元"),
        ("120000元", MONEY, "万元", "12.0000", "元"),
    ],
)
def test_a_published_oddity_has_one_reading(text: str, kind: Kind, unit: str, value: str, published_unit: str) -> None:
    figure = read_figure(text, kind, unit)
    assert figure.value == Decimal(value)
    assert (figure.text, figure.reading, figure.unit) == (text, Reading.CONVERTED, published_unit)


@pytest.mark.parametrize("text", ["", "~", "null", "/", "／", "-", "—", "无"])
@pytest.mark.parametrize("kind", list(Kind))
def test_a_blank_is_never_a_zero(text: str, kind: Kind) -> None:
    assert read_figure(text, kind)[:3] == (None, text, Reading.BLANK)


@pytest.mark.parametrize(
    ("text", "kind", "hint"),
    [
        ("１２", COUNT, "12"),
        ("٣", COUNT, "3"),
        ("012", COUNT, "12"),
        ("1_000", COUNT, "1000"),
        ("1，234", COUNT, "1234"),
        ("1,234", COUNT, "1234"),
        ("l2", COUNT, "12"),
        ("1O", COUNT, "10"),
        ("12.0", COUNT, "12"),
        ("+5", COUNT, "5"),
        ("1\u200b2", COUNT, "12"),
        ("12:30", COUNT, ""),
        ("1e3", COUNT, ""),
        ("0x1F", COUNT, ""),
        ("no", COUNT, ""),
        (".nan", COUNT, ""),
        ("-1", COUNT, ""),
        ("3.5", COUNT, ""),
        ("9" * 5000, COUNT, ""),
        ("-3.5", MONEY, ""),
        ("１.５", MONEY, "1.5"),
        ("-0", CHANGE, "0"),
        ("2024-01-31", COUNT, ""),
    ],
)
def test_what_is_no_figure_has_no_value_and_at_most_a_hint(text: str, kind: Kind, hint: str) -> None:
    figure = read_figure(text, kind)
    assert (figure.value, figure.reading, figure.hint) == (None, Reading.UNREADABLE, hint)


@given(st.text(max_size=40), st.sampled_from(list(Kind)), st.sampled_from(["", "万元"]))
def test_no_text_is_read_as_a_number_it_does_not_show(text: str, kind: Kind, unit: str) -> None:
    figure = read_figure(text, kind, unit)
    assert figure.text == text
    if figure.value is not None:
        assert any(char.isascii() and char.isdigit() for char in text)
        assert kind is CHANGE or figure.value >= 0
    if figure.hint:
        assert read_figure(figure.hint, kind, unit).reading is Reading.PLAIN
