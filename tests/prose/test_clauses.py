"""Of which requests a clause speaks, over semicolons: applicants of an outcome, subsets that go on, and all requests again."""

import pytest
from narrated import IN_FULL, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("予以公开34件；其中自然人28件。", "34件= 28件="),
        ("不予公开8件；其中自然人6件；企业2件。", "8件= 6件= 2件="),
        ("不予公开8件；其中自然人7件；企业1件。", "8件= 7件= 1件="),
        ("部分公开5件；其中，自然人4件；商业企业1件。", "5件= 4件= 1件="),
        ("结转下年度4件；其中自然人4件。", "4件= 4件="),
        ("予以公开34件：自然人28件；企业5件；法律服务机构1件。", "34件= 28件= 5件= 1件="),
        ("本机关不掌握7件：自然人5件；企业1件；公益组织1件。", "7件= 5件= 1件= 1件="),
        ("无法提供8件；其中自然人6件；企业1件；公益组织1件；均为本机关不掌握。", "8件= 6件= 1件= 1件="),
        ("重复申请1件；申请人为自然人1件。", "1件= 1件="),
        ("予以公开34件；占56.7%；其中自然人28件，占82.4%；企业5件，占14.7%。", "34件= 56.7%= 28件= 82.4%= 5件 14.7%="),
        ("予以公开34件；自然人提出的28件；企业提出的5件；法律服务机构提出的1件。", "34件= 28件= 5件 1件?"),
        ("不予公开8件；其中涉及第三方合法权益3件；自然人7件；企业1件。", "8件= 3件= 7件= 1件"),
        ("予以公开和部分公开的合计39件；其中自然人32件；企业6件；法律服务机构1件。", "39件= 32件= 6件= 1件="),
        ("予以公开34件；其中自然人28件；部分公开5件；其中自然人4件；企业1件。", "34件= 28件= 5件= 4件= 1件="),
        ("涉及征地的申请25件；予以公开15件；其中自然人12件；企业3件。", "25件 15件= 12件= 3件="),
    ],
)
def test_applicants_of_an_outcome_are_held_against_its_row_after_a_semicolon(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("予以公开34件；新收自然人申请51件。", "34件= 51件≠50"),
        ("予以公开34件；收到自然人申请30件。", "34件= 30件≠50"),
        ("予以公开34件；自然人申请52件；企业申请9件。", "34件= 52件≠50 9件≠8"),
        ("予以公开34件；企业申请8件；其中予以公开5件；部分公开1件。", "34件= 8件= 5件= 1件="),
        ("公益组织申请1件；无法提供1件；公益组织申请1件；办结1件。", "1件= 1件= 1件= 1件="),
        ("自然人申请50件；予以公开28件；企业8件；予以公开5件。", "50件= 28件= 8件= 5件="),
    ],
)
def test_applicants_that_cannot_be_the_outcomes_are_those_who_asked(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("予以公开35件；其中自然人28件。", "35件≠34 28件="),
        ("予以公开34件；其中自然人28件；部分公开6件。", "34件= 28件= 6件≠5"),
        ("予以公开34件；其中自然人28件；企业5件；不予公开9件；其中自然人7件。", "34件= 28件= 5件 9件≠8 7件="),
    ],
)
def test_who_asked_is_no_end_of_what_is_said_of_all_requests(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("征地类申请25件；办结25件。", "25件 25件?"),
        ("自然人申请50件；办结49件；其中予以公开28件。", "50件= 49件= 28件="),
        ("企业申请8件；答复8件；按时答复率100%。", "8件= 8件= 100%"),
        ("市转办申请5件；答复5件；其中予以公开3件；部分公开2件。", "5件 5件= 3件= 2件="),
        ("涉及征地拆迁的申请25件；答复25件；其中予以公开15件；不予公开10件。", "25件 25件= 15件= 10件="),
        ("征地类申请25件；共答复25件。", "25件 25件?"),
        ("受理征地类申请25件；办理完毕25件。", "25件 25件?"),
        ("城乡建设类20件；办结20件；其中予以公开12件。", "20件 20件 12件?"),
        ("城乡建设类20件；按期办结20件；予以公开12件。", "20件 20件 12件?"),
        ("网上申请40件；办结39件；结转1件；信函申请15件；办结15件。", "40件 39件? 1件? 15件 15件?"),
        ("自然人申请50件；办结49件；结转4件。", "50件= 49件= 4件="),
        ("全年收到申请61件，其中征地类25件；办结25件；其中予以公开15件。", "61件= 25件 25件? 15件?"),
    ],
)
def test_a_subset_goes_on_where_it_was_answered(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("征地类申请25件；全年答复25件。", "25件 25件≠60"),
        ("城乡规划类申请20件；办结61件；予以公开33件。", "20件 61件≠60 33件≠34"),
        ("征地类申请25件；办结25件；全年办结申请61件。", "25件 25件? 61件≠60"),
        ("全年收到申请61件，其中自然人50件；办结59件。", "61件= 50件= 59件≠60"),
        ("全年收到申请61件，其中自然人50件；办结60件；其中予以公开33件。", "61件= 50件= 60件= 33件≠34"),
        ("自然人申请50件，企业申请8件，公益组织申请1件，法律服务机构申请2件；答复61件。", "50件= 8件= 1件= 2件= 61件≠60"),
    ],
)
def test_what_was_answered_ends_a_subset_where_it_is_more_or_of_the_whole_year(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城乡建设类20件；占33%；其中予以公开12件。", "20件 33% 12件?"),
        ("城乡建设类20件；占33%；其中予以公开12件；占该类的60%；部分公开3件。", "20件 33% 12件? 60%= 3件?"),
        ("在线申请40件；均在期限内答复；其中予以公开24件；占60%；部分公开3件。", "40件 24件? 60%= 3件?"),
        ("城乡规划类20件；同比增长20%；平均办理时长12天；其中予以公开12件；不予公开8件。", "20件= 20% 12件= 8件="),
        ("自然人申请50件；占82%；予以公开28件；部分公开4件。", "50件= 82%= 28件= 4件="),
        ("自然人申请50件；占82%；全年予以公开33件。", "50件= 82%= 33件≠34"),
        ("自然人申请50件；全年答复率100%；予以公开33件。", "50件= 100%? 33件≠34"),
        ("收到申请61件，其中自然人50件；占82%；予以公开35件。", "61件= 50件= 82%= 35件≠34"),
    ],
)
def test_a_share_changes_nothing_about_which_requests_are_spoken_of(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本年新收61件，上年结转3件；予以公开33件；部分公开6件。", "61件 3件= 33件≠34 6件≠5"),
        ("全年收到申请61件，其中自然人50件；予以公开35件；部分公开5件。", "61件= 50件= 35件≠34 5件="),
        ("全年收到申请61件，其中网上申请30件；予以公开33件；部分公开5件。", "61件= 30件 33件≠34 5件="),
        ("全年收到申请61件；其中自然人50件；予以公开33件。", "61件= 50件= 33件≠34"),
        ("全年收到申请61件（自然人50件、企业8件）；予以公开33件。", "61件= 50件= 8件= 33件≠34"),
        ("全年办结60件；其中自然人49件；予以公开33件。", "60件 49件= 33件≠34"),
        ("收到申请61件，其中自然人50件；结转5件。", "61件= 50件= 5件≠4"),
    ],
)
def test_a_subset_named_in_passing_is_forgotten_at_the_semicolon(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年收到申请61件，其中自然人50件；予以公开28件；部分公开4件。", "61件= 50件= 28件= 4件="),
        ("全年收到申请61件，其中征地类25件；予以公开15件；占60%；不予公开10件。", "61件= 25件 15件? 60%= 10件?"),
        ("全年收到申请61件，其中征地类25件；予以公开16件；不予公开10件。", "61件= 25件 16件≠34 10件≠8"),
        ("全年收到申请61件；征地类申请25件、规划类申请12件；予以公开25件；部分公开12件。", "61件= 25件 12件 25件? 12件?"),
    ],
)
def test_it_is_not_where_the_numbers_show_that_it_is_meant(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年收到申请61件；自然人申请50件；办结49件；予以公开28件。", "61件= 50件= 49件= 28件="),
        ("全年收到申请61件；其中自然人50件；其中予以公开28件；部分公开4件。", "61件= 50件= 28件= 4件="),
        ("网上申请40件；予以公开33件。", "40件 33件?"),
    ],
)
def test_a_subset_with_a_clause_of_its_own_is_what_the_next_clauses_are_about(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城乡规划类申请20件；教育类申请12件；予以公开16件。", "20件 12件 16件?"),
        ("征地类申请25件；教育类申请9件；答复34件；其中予以公开20件。", "25件 9件 34件? 20件?"),
        ("自然人申请50件；企业申请8件；予以公开33件。", "50件= 8件= 33件="),
        ("自然人申请50件；企业申请8件；办结57件；其中予以公开33件。", "50件= 8件= 57件= 33件="),
    ],
)
def test_subsets_stand_beside_each_other_over_semicolons(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自然人申请50件，企业申请8件，公益组织1件，法律服务机构2件；予以公开35件；部分公开5件。", "50件= 8件= 1件= 2件= 35件≠34 5件="),
        ("自然人申请50件；企业申请8件；公益组织1件；法律服务机构2件；办结59件。", "50件= 8件= 1件= 2件= 59件≠60"),
        ("网上申请40件；信函申请15件；当面申请6件；予以公开33件。", "40件 15件 6件 33件≠34"),
    ],
)
def test_subsets_that_make_up_all_requests_are_all_of_them(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上年结转3件；办结3件；予以公开2件；部分公开1件。", "3件= 3件 2件? 1件?"),
        ("新收申请61件，上年结转3件，其中自然人3件。", "61件= 3件= 3件?"),
        ("新收申请61件；上年结转3件；其中予以公开2件；部分公开1件；全年办结60件。", "61件= 3件= 2件= 1件= 60件="),
        ("新收申请61件，上年结转3件，不予公开2件。", "61件= 3件= 2件≠8"),
        ("新收申请61件，上年结转3件，其中予以公开33件。", "61件= 3件= 33件≠34"),
        ("上年结转3件；结转4件。", "3件= 4件="),
    ],
)
def test_of_those_carried_in_is_what_is_said_to_be(text: str, expected: str) -> None:
    assert verdicts(text, IN_FULL) == expected


def test_of_natural_persons_requests_some_granted_may_have_been_carried_in() -> None:
    assert verdicts("自然人申请50件；其中予以公开27件。", IN_FULL) == "50件= 27件?"  # 28 in its column, and 3 carried in
