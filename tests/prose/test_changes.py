"""From last year's number to this year's."""

import pytest
from narrated import claims, verdicts

from giar_site.prose import ClaimKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议案件由4件增至5件。", "4件? 5件="),
        ("行政复议由上年的4件增加到5件。", "4件? 5件="),
        ("行政复议案件从2024年的４件上升为2025年的五件。", "４件? 五件="),
        ("行政复议案件从4件到5件。", "4件? 5件="),
        ("行政处罚决定由500件降至463件。", "500件? 463件="),
        ("现行有效规范性文件由21件增至25件。", "21件? 25件="),
        ("行政复议案件4增至5件。", "4? 5件="),
        ("行政处罚决定由500件下降了37件。", "500件? 37件"),
    ],
)
def test_the_first_is_last_years_and_the_second_this_years(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议案件由4件增至6件。", "4件? 6件≠5"),
        ("现行有效规范性文件由21件增至26件。", "21件? 26件≠25"),
        ("行政处罚决定由500件降至436件。", "500件? 436件≠463"),
        ("申请办结量由41件增至62件。", "41件? 62件≠60"),
    ],
)
def test_the_second_may_contradict_the_figure(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议由2023年的5件降至2024年的4件。", "5件? 4件?"),
        ("力争行政复议案件由5件降至3件。", "5件? 3件?"),
        ("行政复议案件由5件降至3件的目标未实现。", "5件? 3件?"),
        ("县公安局行政复议由1件增至2件。", "1件? 2件?"),
        ("平均办理时长由15天降至11天。", ""),
        ("热线工单办结量由41件增至62件。", "41件 62件"),
        ("办结量由41件增至62件。", "41件 62件"),
    ],
)
def test_a_change_of_other_years_or_wishes_contradicts_nothing(text: str, expected: str) -> None:
    assert verdicts(text) == expected


def test_two_numbers_that_are_no_change_are_two_numbers() -> None:
    assert verdicts("收到申请62件，至年末办结60件。") == "62件≠61 60件="


def test_growth_after_a_change_is_held_against_last_year_where_it_came_from_there() -> None:
    wrong = claims("收到申请由42件增加到61件，增长了54.2%。")[-1]
    assert (wrong.kind, wrong.expected, wrong.line) == (ClaimKind.GROWTH, "45.24", "61 − 42 = 19（45.24%）")
    assert verdicts("收到申请由42件增加到61件，增长了54.2%。") == "42件? 61件= 54.2%≠45.24"
    assert verdicts("收到申请由42件增加到61件，增长了45.2%。") == "42件? 61件= 45.2%="
    assert verdicts("收到申请由40件增加到61件，增长了52.5%。") == "40件? 61件= 52.5%?"
    assert verdicts("收到申请由42件增加到60件，增长了42.9%。") == "42件? 60件≠61 42.9%?"
