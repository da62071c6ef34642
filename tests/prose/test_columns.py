"""The columns of applicants: rows of outcomes, and what shares are of."""

import pytest
from narrated import IN_FULL, claims, verdicts


def test_applicants_of_an_outcome_name_their_cell() -> None:
    outcome, persons = claims("不予公开8件；其中自然人7件。", IN_FULL)
    assert {cell.partition("@")[2] for cell in outcome.cells} == {"total"}
    assert {cell.partition("@")[2] for cell in persons.cells} == {"natural_person"}
    assert persons.expected == "7"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自然人申请50件，予以公开28件，占57.1%。", "50件= 28件= 57.1%="),
        ("自然人申请50件，予以公开28件，占56%。", "50件= 28件= 56%="),
        ("自然人申请50件，予以公开28件，占66%。", "50件= 28件= 66%≠56.00"),
        ("自然人申请50件，予以公开28件，占办结总数的57.1%。", "50件= 28件= 57.1%≠46.67"),
        ("全年收到申请61件；公益组织申请1件；无法提供1件；占100%。", "61件= 1件= 1件= 100%="),
    ],
)
def test_a_share_of_an_applicants_requests_is_of_those_made_or_of_those_answered(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected
