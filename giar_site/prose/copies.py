"""How much of a text stands in another one, by the fingerprints of their sentences, in time linear in the number of reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from giar_site.model import Site
from giar_site.prose.fingerprints import Fingerprint, unpack

COMMON: Final = 10  # a sentence in the reports of more agencies than that is a set phrase: nobody copied it from anybody
LEAST_LENGTH: Final = 120  # characters of its own a text must have, and
LEAST_SENTENCES: Final = 3  # sentences that are alike, for a share to mean anything
LEAST_SHARE: Final = 50  # per cent: more than that is a copy

Bearers = Mapping[int, Sequence[int]]
_COMMON: Final[tuple[int, ...]] = ()


class Copy(NamedTuple):
    """A text that is mostly another's: `share` in per cent of its characters, rounded down; the longest sentence they have in common."""

    share: int
    longest: Fingerprint


def copied(mine: Sequence[Fingerprint], theirs: Iterable[Fingerprint]) -> Copy | None:
    """The copy that `mine` is of `theirs`; None where it is none."""
    known = {each.words for each in theirs}
    alike = [each for each in mine if each.words in known]
    return _copy(alike, mine)


def _copy(alike: Sequence[Fingerprint], mine: Iterable[Fingerprint]) -> Copy | None:
    length = sum(each.length for each in mine)
    if length < LEAST_LENGTH or len(alike) < LEAST_SENTENCES:
        return None
    hundredfold = 100 * sum(each.length for each in alike)
    if hundredfold <= LEAST_SHARE * length:
        return None
    return Copy(hundredfold // length, max(alike, key=lambda each: each.length))


@lru_cache(maxsize=1)
def bearers(site: Site) -> Mapping[int, Bearers]:
    """By year and sentence: which agencies (their position in the site) wrote it, where they are several; none for a set phrase.

    A year is gone through at a time: most sentences stand in one report only and are forgotten again.
    """
    years = sorted({report.year for agency in site.agencies for report in agency.reports})
    return {year: dict(_shared(site, year)) for year in years}


def _shared(site: Site, year: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, agency in enumerate(site.agencies):
        for report in agency.reports:
            if report.year == year:
                for words in {each.words for each in unpack(report.traces.sentences)}:
                    found[words].append(at)
    return ((words, tuple(at) if len(at) <= COMMON else _COMMON) for words, at in found.items() if len(at) > 1)


class Lookup(NamedTuple):
    """What was found of a text in others: the agency most alike (its position) and the copy, and how many entries were looked at."""

    agency: int
    copy: Copy | None
    looked_at: int


def most_alike(mine: Sequence[Fingerprint], others: Bearers, but: frozenset[int]) -> Lookup:
    """The agency, of those that `others` names and `but` does not, in whose report most of `mine` stands again."""
    alike: Counter[int] = Counter()
    looked_at = 0
    for each in mine:
        for at in others.get(each.words, ()):
            looked_at += 1
            if at not in but:
                alike[at] += each.length
    own = [each for each in mine if others.get(each.words) != _COMMON]
    if not alike:
        return Lookup(-1, None, looked_at)
    [(best, _)] = alike.most_common(1)
    return Lookup(best, _copy([each for each in own if best in others.get(each.words, ())], own), looked_at)
