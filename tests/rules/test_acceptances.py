"""What the agencies let stand: how a rule and a place may be called, and what is remembered of it."""

from pathlib import Path

import pytest
from checking import check_sample, only

from giar_site.rules import RULES
from giar_site.rules.acceptances import together

ROW = next(rule for rule in RULES if rule.code == "G204")
WRONG = 'review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\naccept:\n  - {{rule: "{}", at: {}, reason: 原件如此}}\n'


@pytest.mark.parametrize(
    "name", ["G204", "g204", ROW.slug, ROW.slug.replace("-", "_"), ROW.title.zh, ROW.title.en, f" {ROW.title.en.upper()} "]
)
def test_a_rule_may_be_called_by_its_code_its_name_or_its_title_in_either_language(tmp_path: Path, name: str) -> None:
    assert only(check_sample(tmp_path, WRONG.format(name, "review_and_litigation.review"))).accepted == "原件如此"


@pytest.mark.parametrize("at", ["review_and_litigation.review@total", "review_and_litigation.review"])
def test_a_place_may_be_the_cell_or_its_row(tmp_path: Path, at: str) -> None:
    assert only(check_sample(tmp_path, WRONG.format("G204", at))).accepted == "原件如此"


def test_another_place_lets_nothing_stand(tmp_path: Path) -> None:
    found = check_sample(tmp_path, WRONG.format("G204", "review_and_litigation"))
    assert [(finding.code, finding.accepted) for finding in found] == [("G204", None), ("G124", None)]


def test_values_are_the_same_text_in_any_order() -> None:
    assert together(["b", "a"]) == together(["a", "b"]) == "a、b"
    assert together([]) == ""
