"""The words of the figures, and the hint that a sentence may hold one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labelled_numbers import items

from giar_site.prose import Verdict, claims_of
from giar_site.prose.percentages import _RATE, _SHARE
from giar_site.prose.vocabulary import MAY_SPEAK_OF_CELLS, WORDS

_PLAIN = re.compile(WORDS.pattern.partition("(?:")[2][:-1], re.VERBOSE)


@given(st.from_regex(_PLAIN, fullmatch=True))
@settings(max_examples=300)
def test_whatever_says_what_is_counted_holds_a_word_of_the_hint(word: str) -> None:
    assert MAY_SPEAK_OF_CELLS.search(word)


@pytest.mark.parametrize("share", [_SHARE, _RATE], ids=["share", "rate"])
def test_what_states_a_share_holds_one_too(share: re.Pattern[str]) -> None:
    @given(st.from_regex(share))
    def holds(text: str) -> None:
        assert MAY_SPEAK_OF_CELLS.search(text)

    holds()


def test_no_sentence_of_the_labelled_set_that_speaks_of_cells_is_passed_over() -> None:
    for item in items():
        if any(claim.cells for claim in claims_of(item.report, item.previous) if claim.verdict is not Verdict.NOT_ASSESSABLE):
            assert MAY_SPEAK_OF_CELLS.search(item.sentence) or "无" in item.sentence or "万元" in item.sentence, item.sentence
