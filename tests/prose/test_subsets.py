"""Numbers that belong to some of the requests only."""

import pytest
from narrated import claims, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自然人申请50件，予以公开28件，部分公开4件。", "50件= 28件= 4件="),
        ("自然人申请50件，办结49件，结转下年度4件。", "50件= 49件= 4件="),
        ("自然人申请52件，予以公开34件。", "52件≠50 34件?"),
        ("自然人申请中，予以公开28件、不予公开8件。", "28件= 8件?"),
        ("向自然人予以公开28件，向企业予以公开5件。", "28件= 5件="),
        ("自然人申请50件、企业申请8件，共予以公开33件。", "50件= 8件= 33件="),
        ("收到申请61件，其中自然人50件，予以公开28件；企业8件，予以公开5件。", "61件= 50件= 28件= 8件= 5件="),
        ("涉及企业的予以公开5件。", "5件?"),
    ],
)
def test_outcomes_of_an_applicant_are_held_against_its_column(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共办结60件，其中予以公开33件，部分公开5件。", "60件 33件≠34 5件="),
        ("按时答复60件，其中予以公开33件，不予公开8件。", "60件 33件≠34 8件="),
        ("2025年办结60件，予以公开33件。", "60件 33件≠34"),
        ("网上申请15件，办结12件，予以公开10件。", "15件 12件? 10件?"),
    ],
)
def test_what_was_answered_without_another_word_is_no_subset(text: str, expected: str) -> None:
    assert verdicts(text) == expected


def test_the_column_is_named() -> None:
    assert claims("自然人申请50件，予以公开28件。")[1].cells == ("applications.outcome.granted@natural_person",)
    assert claims("予以公开34件，其中自然人28件。")[1].cells == ("applications.outcome.granted@natural_person",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办结申请60件，其中国有土地上房屋征收类12件，予以公开10件，不予公开2件。", "60件= 12件 10件? 2件?"),
        ("房屋征收类申请8件：予以公开3件，不予公开5件。", "8件= 3件= 5件="),
        ("房屋征收类申请8件，不予公开8件。", "8件 8件?"),
        ("房屋征收类申请予以公开10件。", "10件?"),
        ("房屋征收类申请中，予以公开10件。", "10件?"),
        ("上年结转3件，予以公开2件，部分公开1件。", "3件= 2件? 1件?"),
        ("上年结转3件，结转下年4件。", "3件= 4件="),
        ("教育类申请12件，其中自然人10件，企业1件。", "12件 10件? 1件?"),
        ("全年申请12件。其中予以公开10件。", "12件≠61 10件≠34"),
        ("教育类申请12件。其中予以公开10件。", "12件 10件?"),
    ],
)
def test_outcomes_of_another_subset_agree_with_nothing_and_contradict_nothing(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育类申请12件；予以公开36件。", "12件 36件≠34"),
        ("教育类申请12件，予以公开36件。", "12件 36件≠34"),
        ("收到申请61件，其中自然人50件、法人11件，予以公开36件。", "61件= 50件= 11件= 36件≠34"),
        ("收到申请61件，予以公开33件。", "61件= 33件≠34"),
        ("上年结转申请3件，办结申请58件。", "3件= 58件≠60"),
        ("教育类申请12件，全年收到申请61件，予以公开10件。", "12件 61件= 10件≠34"),
        ("结转下年4件，予以公开3件。", "4件= 3件≠34"),
    ],
)
def test_what_cannot_be_of_the_subset_is_of_all_requests(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不予公开8件（自然人7件、企业1件）。", "8件= 7件= 1件="),
        ("予以公开34件，其中自然人26件。", "34件= 26件?"),
        ("予以公开的申请中，自然人28件，企业5件。", "28件? 5件?"),
        ("予以公开34件，自然人申请52件。", "34件= 52件≠50"),
    ],
)
def test_applicants_of_an_outcome_are_held_against_its_row(text: str, expected: str) -> None:
    assert verdicts(text) == expected


def test_of_those_received_fewer_may_be_answered_than_in_all() -> None:
    assert verdicts("新收61件申请中已办结57件。") == "61件= 57件?"
    assert verdicts("新收申请办结57件，予以公开33件。") == "57件? 33件?"
    assert verdicts("新收申请61件，办结57件。") == "61件= 57件≠60"


def test_kinds_of_requests_are_not_how_they_ended_unless_the_sentence_says_so() -> None:
    assert verdicts("重复申请11件，予以公开4件。") == "11件? 4件?"
    assert verdicts("重复申请11件，不予处理。") == "11件≠0"
    assert verdicts("转办申请7件，予以公开2件。") == "7件 2件?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城乡规划类申请20件；其中予以公开16件；部分公开4件。", "20件= 16件= 4件="),
        ("公民申请中：予以公开28件；部分公开4件。", "28件= 4件="),
        ("对自然人的答复中：部分公开4件；无法提供6件。", "4件= 6件?"),
        ("城乡规划类申请20件；网上申请中，予以公开10件。", "20件 10件?"),
        ("自然人申请50件，予以公开28件；网上申请中，部分公开4件。", "50件= 28件= 4件?"),
        ("自然人申请50件，予以公开28件；向企业予以公开5件。", "50件= 28件= 5件="),
    ],
)
def test_a_subset_goes_on_after_a_semicolon_while_outcomes_fit_into_it(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城乡规划类申请20件；全年不予公开9件。", "20件 9件≠8"),
        ("城乡规划类申请20件；共不予公开9件。", "20件 9件≠8"),
        ("城乡规划类申请20件，予以公开16件；予以公开33件。", "20件 16件? 33件≠34"),
        ("城乡规划类申请20件；办结58件，予以公开33件。", "20件 58件≠60 33件≠34"),
        ("收到申请61件，其中自然人50件、企业8件；予以公开36件。", "61件= 50件= 8件= 36件≠34"),
        ("全年收到申请61件；办结60件；其中予以公开33件；部分公开6件。", "61件= 60件= 33件≠34 6件≠5"),
    ],
)
def test_after_a_semicolon_all_requests_may_be_spoken_of_again(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经审查，对20件规划类申请作出答复，其中予以公开16件，部分公开4件。", "20件= 16件= 4件="),
        ("经审查，对20件有关征地的申请作出答复，其中予以公开16件。", "20件 16件?"),
        ("经审查，对60件申请作出答复，其中予以公开33件，部分公开5件。", "60件 33件≠34 5件="),
        ("经审查，收到61件申请，予以公开33件。", "61件 33件≠34"),
    ],
)
def test_a_subset_may_be_named_after_its_number(text: str, expected: str) -> None:
    assert verdicts(text) == expected
