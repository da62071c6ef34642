"""How much of a text stands in another, in time linear in the number of reports."""

import time
from dataclasses import replace
from random import Random

import pytest
from sound import report_of

from giar_site import forms
from giar_site.model import Agency, Report, Settings, Site, Traces
from giar_site.prose.copies import COMMON, Copy, bearers, copied, most_alike
from giar_site.prose.fingerprints import Fingerprint, pack, unpack

BASE = report_of(forms.edition(2021), [])


def text(*words: int, length: int = 40) -> tuple[Fingerprint, ...]:
    return tuple(Fingerprint(each, 100 * at, length, 0) for at, each in enumerate(words))


@pytest.mark.parametrize(
    ("mine", "theirs", "share"),
    [
        (text(1, 2, 3, 4, 5), text(1, 2, 3), 60),
        (text(1, 2, 3, 4, 5, 6), text(1, 2, 3), None),  # half is no more than half
        (text(1, 2, 3, 4), text(9, 3, 2, 1), 75),
        (text(1, 2, 3), text(1, 2), None),  # two sentences may be alike by chance
        (text(1, 2, 3), text(1, 2, 3), 100),
        (text(1, 2, 3, length=39), text(1, 2, 3), None),  # 117 characters are too few
        (text(1, 2, 3, 4, 5, 6, 7), text(1, 2, 3, 4), 57),
        ((), (), None),
    ],
)
def test_a_copy_is_more_than_half_of_the_text(mine: tuple[Fingerprint, ...], theirs: tuple[Fingerprint, ...], share: int | None) -> None:
    copy = copied(mine, theirs)
    assert (copy and copy.share) == share


def test_the_longest_sentence_they_have_in_common_is_named() -> None:
    mine = (*text(1, 2), Fingerprint(3, 300, 50, 1), Fingerprint(4, 400, 60, 1))
    assert copied(mine, text(1, 2, 3)) == Copy(68, mine[2])


def report(year: int, *words: int) -> Report:
    return replace(BASE, year=year, traces=Traces(pack(text(*words))))


def site(*agencies: tuple[Report, ...]) -> Site:
    return Site(Settings("样本"), tuple(Agency(f"a{at}", f"机关{at}", reports=reports) for at, reports in enumerate(agencies)))


def test_sentences_of_several_agencies_are_known_by_year() -> None:
    made = site((report(2021, 1, 2, 2), report(2022, 1, 3)), (report(2022, 3, 4),), (report(2021, 2, 5), report(2022, 4)))
    assert bearers(made) == {2021: {2: (0, 2)}, 2022: {3: (0, 1), 4: (1, 2)}}


def test_what_more_than_ten_agencies_write_is_a_set_phrase() -> None:
    assert COMMON == 10
    made = site(*[(report(2022, 7, *([8] if at < 10 else [])),) for at in range(11)])
    assert bearers(made) == {2022: {7: (), 8: tuple(range(10))}}


def test_the_most_alike_is_found_and_kin_passed_over() -> None:
    made = site((report(2022, 1, 2, 3, 4, 5),), (report(2022, 1, 2, 3),), (report(2022, 1, 2, 3, 4),))
    mine = text(1, 2, 3, 4, 5)
    found = most_alike(mine, bearers(made)[2022], frozenset({0}))
    assert (found.agency, found.copy) == (2, Copy(80, mine[0]))
    found = most_alike(mine, bearers(made)[2022], frozenset({0, 2}))
    assert (found.agency, found.copy, found.looked_at) == (1, Copy(60, mine[0]), 11)
    assert most_alike(mine, bearers(made)[2022], frozenset({0, 1, 2})) == (-1, None, 11)
    assert most_alike(mine, {}, frozenset()) == (-1, None, 0)


def test_set_phrases_count_on_neither_side() -> None:
    mine = text(1, 2, 3, 4, 5, 6)
    others = {1: (0, 1), 2: (0, 1), 3: (0, 1), 6: ()}
    found = most_alike(mine, others, frozenset({0}))
    assert found.copy == Copy(60, mine[0])  # 3 of 5; with the phrase it would be 3 of 6
    assert most_alike(mine, {**others, 3: ()}, frozenset({0})).copy is None


def made_up(agencies: int, years: int = 5) -> Site:
    """Reports of sixty sentences: five set phrases, twenty of a stock that grows with the site, the rest their own."""
    rng = Random(agencies)  # noqa: S311 - the same sites on every machine
    stock = agencies * 20

    def words() -> list[int]:
        return [*range(5), *(rng.randrange(10, 10 + stock) for _ in range(20)), *(rng.randrange(2**40, 2**63) for _ in range(35))]

    return site(*[tuple(report(2021 + at, *words()) for at in range(years)) for _ in range(agencies)])


def work(made: Site) -> int:
    """How many entries are looked at for all reports together."""
    return sum(
        most_alike(tuple(unpack(each.traces.sentences)), bearers(made)[each.year], frozenset({at})).looked_at
        for at, agency in enumerate(made.agencies)
        for each in agency.reports
    )


def test_the_work_grows_as_the_number_of_reports_does() -> None:
    seen = {}
    for agencies in (200, 2_000):
        made = made_up(agencies)
        start = time.perf_counter()
        seen[agencies] = work(made) / (5 * agencies)
        print(
            f"copies: {5 * agencies} reports, {seen[agencies]:.1f} entries and {(time.perf_counter() - start) / agencies * 200:.3f} ms a report"
        )
        bearers.cache_clear()
    assert seen[2_000] <= 1.1 * seen[200]
    assert seen[2_000] <= COMMON * 60
