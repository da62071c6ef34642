"""Until when a number was counted: only the end of December is the end of the year."""

import pytest
from narrated import verdicts


@pytest.mark.parametrize(
    "text",
    [
        "截至11月30日收到申请58件。",
        "截至12月20日收到申请58件。",
        "截止到12月25日，共收到申请58件。",
        "截至今年12月25日收到申请58件。",
        "截至2025年12月20日，收到申请58件。",
        "1月1日至12月20日收到申请58件。",
    ],
)
def test_until_a_day_before_the_last_is_not_the_year(text: str) -> None:
    assert verdicts(text) == "58件?"


@pytest.mark.parametrize(
    "text",
    [
        "截至12月31日收到申请58件。",
        "截至2025年12月31日，收到申请58件。",
        "截至年底收到申请58件。",
        "全年收到申请58件。",
        "1月1日至12月31日收到申请58件。",
    ],
)
def test_until_its_last_day_it_is(text: str) -> None:
    assert verdicts(text) == "58件≠61"
