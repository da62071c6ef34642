"""Periods as reports write them."""

import pytest

from giar_site.prose.periods import Day, periods


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020年1月1日至2020年12月31日", (2020, 1, 1), (2020, 12, 31)),
        ("2020年1月1日至12月31日", (2020, 1, 1), (2020, 12, 31)),
        ("1月1日至12月31日", (0, 1, 1), (0, 12, 31)),
        ("2020年1月1日起,至2020年12月31日", (2020, 1, 1), (2020, 12, 31)),
        ("2020 年 1 月 1 日—2020 年 12 月 31 日", (2020, 1, 1), (2020, 12, 31)),
        ("２０２０年１月１日至２０２０年１２月３０日", (2020, 1, 1), (2020, 12, 30)),
        ("2020.1.1-2020.12.31", (2020, 1, 1), (2020, 12, 31)),
        ("2020-01-01至2020-12-31", (2020, 1, 1), (2020, 12, 31)),
        ("2020年1月至11月", (2020, 1, 1), (2020, 11, 31)),
        ("2020年1-12月", (2020, 1, 1), (2020, 12, 31)),
    ],
)
def test_a_period_is_read(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    [period] = periods(f"自{text}。")
    assert (period.start, period.first, period.last) == (1, Day(*first), Day(*last))
    assert f"自{text}。"[period.start : period.end] == text


@pytest.mark.parametrize("text", ["2020年12月31日", "3月至今", "第12至15件", "收到1月3件", "邮编021114，电话0470-8982155"])
def test_what_is_no_period_is_passed_over(text: str) -> None:
    assert list(periods(text)) == []


def test_only_the_part_asked_for_is_searched() -> None:
    text = "1月1日至2月2日，3月3日至4月4日"
    assert [period.start for period in periods(text, 10)] == [10]
    assert [period.start for period in periods(text, 0, 9)] == [0]


@pytest.mark.parametrize(
    ("text", "is_the_year"),
    [
        ("2022年1月1日至2022年12月31日", True),
        ("1月1日至12月31日", True),
        ("2022年1月1日至2022年12月30日", False),
        ("2022年1月2日至2022年12月31日", False),
        ("2021年1月1日至2022年12月31日", False),
        ("2022年1月1日至2023年12月31日", False),
        ("2021年1月1日至12月31日", False),
    ],
)
def test_a_calendar_year_is_known(text: str, is_the_year: bool) -> None:  # noqa: FBT001 - a column of the table
    [period] = periods(text)
    assert period.is_calendar_year(2022) is is_the_year
