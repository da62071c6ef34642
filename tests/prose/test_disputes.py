"""Results of some reviews or suits do not contradict those of all."""

import pytest
from narrated import FIGURES, verdicts

_FIGURES = {**FIGURES, "direct_suits@upheld": 3, "direct_suits@pending": 1}


@pytest.mark.parametrize("mark", ["，", "；"])
@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("行政复议5件，其中因征地引起的2件", "维持2件"),
        ("行政复议5件，其中征地类2件", "维持2件"),
        ("行政复议5件，其中自然人4件", "维持2件"),
        ("行政诉讼4件，其中一审2件", "维持2件"),
        ("行政复议5件，其中新增4件", "纠正3件"),
        ("行政复议5件，其中征地类2件、拆迁类2件", "维持4件"),
    ],
)
def test_a_result_that_fits_into_a_part_is_not_assessable(text: str, mark: str, result: str) -> None:
    assert verdicts(f"{text}{mark}{result}。", _FIGURES).endswith("件?")


def test_one_part_after_another_each_has_its_own_results() -> None:
    assert verdicts("行政复议5件，涉及征地2件，均维持；其他3件，维持1件。") == "5件= 2件 3件 1件?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议5件，其中征地类2件，维持4件。", "5件= 2件 4件≠3"),
        ("行政复议5件，其中征地类2件；全年维持2件。", "5件= 2件 2件≠3"),
        ("行政复议5件，其中征地类2件，维持1件；行政诉讼4件，维持2件。", "5件= 2件 1件? 4件= 2件≠3"),
        ("行政复议5件，较上年增加1件，维持2件。", "5件= 1件= 2件≠3"),
        ("行政复议5件，其中新增4件、上年结转1件，维持2件。", "5件= 4件= 1件= 2件≠3"),
    ],
)
def test_one_that_cannot_be_the_parts_contradicts(text: str, expected: str) -> None:
    assert verdicts(text, _FIGURES) == expected
