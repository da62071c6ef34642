"""Numbers that stand before what they count are bound to the noun after them."""

import pytest
from narrated import FIGURES, IN_FULL, verdicts

_SUITS = {**FIGURES, **IN_FULL, "direct_suits@upheld": 3, "direct_suits@pending": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议5件：3件维持、1件纠正、1件未审结。", "5件= 3件= 1件= 1件="),
        ("行政复议5件，其中3件维持、1件纠正、1件未审结。", "5件= 3件= 1件= 1件="),
        ("行政复议5件（3件维持、1件纠正、1件未审结）。", "5件= 3件= 1件= 1件="),
        ("行政复议5起：3起维持、1起纠正、1起未审结。", "5起= 3起= 1起= 1起="),
        ("行政复议5件，3件被维持，1件被纠正，1件尚未审结。", "5件= 3件= 1件= 1件="),
        ("行政复议5件，3件结果维持，1件结果纠正。", "5件= 3件= 1件="),
        ("行政复议5件，1件纠正，3件维持。", "5件= 1件= 3件="),
        ("行政诉讼4件，3件维持、1件未审结。", "4件= 3件= 1件="),
        ("行政复议5件，3件维持原行政行为，1件确认违法，1件未审结。", "5件= 3件= 1件 1件="),
        ("5件复议案件中，1件被纠正，3件被维持。", "5件= 1件= 3件="),
        ("5件行政复议、4件行政诉讼。", "5件= 4件="),
        ("行政复议5件，3件维持、行政诉讼4件，3件维持。", "5件= 3件= 4件= 3件="),
        ("6件规范性文件制发、2件废止、25件现行有效。", "6件= 2件= 25件="),
        ("61件新收、3件上年结转；60件办结。", "61件 3件= 60件"),
        ("收到申请61件，50件为自然人申请、11件为法人申请。", "61件= 50件= 11件="),
        ("全年办结60件，其中34件予以公开、4件部分公开。", "60件 34件= 4件?"),
    ],
)
def test_in_a_list_whose_first_number_precedes_its_noun_all_do(text: str, expected: str) -> None:
    assert verdicts(text, {**_SUITS, "partly_granted": 5}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议5件，维持3件、纠正1件、尚未审结1件。", "5件= 3件= 1件= 1件="),
        ("行政复议5件，其中纠正3件、维持1件。", "5件= 3件≠1 1件≠3"),
        ("行政复议5件，2件维持、2件纠正、1件未审结。", "5件= 2件≠3 2件≠1 1件="),
        ("新收申请61件、3件结转上年。", "61件= 3件="),
    ],
)
def test_a_number_after_its_noun_stays_with_it(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize("text", ["行政复议：3件维持1件纠正。", "5件行政复议维持3件纠正1件。"])
def test_without_a_mark_between_nothing_is_contradicted(text: str) -> None:
    assert "≠" not in verdicts(text)
