"""The quick way to search finds what the plain way finds."""

import re
from itertools import chain

import pytest
from labelled_numbers import items, real_report

from giar_site.prose.quick import quick_search
from giar_site.prose.scope import _TIME, _WHOSE
from giar_site.prose.vocabulary import SUBJECTS, WORDS

REPORTS = (("dali-county", 2020), ("licheng-district", 2020), ("ankang-government-office", 2022))


@pytest.mark.parametrize("quick", [SUBJECTS, WORDS, _TIME, _WHOSE], ids=["subjects", "words", "time", "whose"])
def test_no_word_is_passed_over(quick: re.Pattern[str]) -> None:
    plain = re.compile(quick.pattern.partition("(?:")[2][:-1], re.VERBOSE)
    real = (passage.source for slug, year in REPORTS for passage in real_report(slug, year).sections)
    for text in chain((item.sentence for item in items()), real):
        assert [match.span() for match in quick.finditer(text)] == [match.span() for match in plain.finditer(text)]


def test_words_may_begin_with_an_optional_part_a_set_or_a_digit() -> None:
    search = quick_search(r"(?P<a>(?:未经)?直接 | [上下]年 | 1[02]\d | 公开(?!件))")
    assert [match.group() for match in search.finditer("直接未经直接下年101公开件公开")] == ["直接", "未经直接", "下年", "101", "公开"]
