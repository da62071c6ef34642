"""Who asked, as a number's words name them."""

import pytest
from narrated import IN_FULL, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到公民、法人和其他组织申请61件；办结60件；予以公开34件。", "61件= 60件= 34件="),
        ("公民、法人和其他组织申请61件，办结60件。", "61件= 60件="),
        ("共受理公民、法人或者其他组织申请61件，其中自然人50件，法人11件。", "61件= 50件= 11件="),
        ("向公民、法人和其他组织予以公开34件。", "34件="),
        ("收到公民、法人和其他组织申请62件；办结60件。", "62件≠61 60件="),
        ("收到公民、法人或者其他组织申请61件；予以公开33件。", "61件= 33件≠34"),
        ("法人或者其他组织申请11件；予以公开6件。", "11件= 6件="),
    ],
)
def test_citizens_and_organisations_together_are_whoever_asked(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


def test_other_organisations_may_be_all_but_those_named_before() -> None:
    assert verdicts("自然人50件，企业申请8件，其他组织申请3件。", IN_FULL) == "50件= 8件= 3件?"
    assert verdicts("其他组织申请2件；予以公开1件。", IN_FULL) == "2件? 1件?"
    assert verdicts("其他组织申请0件。", IN_FULL) == "0件="
