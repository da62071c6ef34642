"""Results told of reviews and suits together are not held against one of them."""

import pytest
from narrated import FIGURES, verdicts

_FIGURES = {**FIGURES, "direct_suits@upheld": 3, "direct_suits@pending": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议5件、行政诉讼4件，共维持6件。", "5件= 4件= 6件="),
        ("行政诉讼4件、行政复议5件，维持6件。", "4件= 5件= 6件="),
        ("行政复议5件、行政诉讼4件；已审结7件。", "5件= 4件= 7件="),
        ("行政复议5件、行政诉讼4件；维持6件，纠正1件，尚未审结2件。", "5件= 4件= 6件= 1件= 2件="),
        ("复议和诉讼中维持6件。", "6件="),
        ("行政复议5件、行政诉讼4件，维持5件。", "5件= 4件= 5件?"),
    ],
)
def test_of_both_a_result_is_the_sum_or_not_assessable(text: str, expected: str) -> None:
    assert verdicts(text, _FIGURES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议5件，维持3件；行政诉讼4件，维持2件，未审结2件。", "5件= 3件= 4件= 2件≠3 2件≠1"),
        ("行政复议5件、行政诉讼4件，其中行政复议维持2件，行政诉讼维持3件。", "5件= 4件= 2件≠3 3件="),
        ("未经复议直接起诉4件，维持2件。", "4件= 2件≠3"),
    ],
)
def test_told_apart_each_is_held_against_its_own(text: str, expected: str) -> None:
    assert verdicts(text, _FIGURES) == expected
