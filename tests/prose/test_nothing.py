"""Statements of nothing carried over."""

import pytest
from narrated import claims, verdicts


@pytest.mark.parametrize("text", ["收到申请64件，全部按时办结，无结转。", "收到申请64件，均已答复，没有结转。"])
def test_nothing_carried_over_after_all_was_answered_is_carried_out(text: str) -> None:
    claim = next(claim for claim in claims(text) if claim.stated == "0")
    assert (claim.cells, claim.expected) == (("applications.carried_out@total",), "4")


@pytest.mark.parametrize(
    "text",
    [
        "财政资金全部拨付，无结转。",
        "我局上年结转3件申请，办结3件，无结转。",
        "涉及自然资源领域的申请20件，全部办结，无结转。",
        "城市建设领域申请20件，全部办结，无结转。",
        "收到申请61件，无结转。",
    ],
)
def test_nothing_carried_over_of_anything_else_is_no_statement(text: str) -> None:
    assert "结转" not in verdicts(text)


def test_whose_a_statement_is_holds_on_to_the_next_one() -> None:
    assert verdicts("县公安局无行政复议，也无行政诉讼。") == "无行政复议? 无行政诉讼?"
    assert verdicts("无行政复议，县公安局无行政诉讼。") == "无行政复议≠5 无行政诉讼?"
