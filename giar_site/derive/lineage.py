"""Who goes on from whom: renamed, merged, split and abolished agencies, read from both sides and joined."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from giar_site.derive.register import register_of
from giar_site.load import SLUG
from giar_site.model import Agency, Site
from giar_site.reorganisation import Reorganisation

_TURN_OF_YEAR = "10-01"  # what a change of later in the year handed over may be counted from the next year on


class Step(NamedTuple):
    """An agency goes on from another: `heir` from `origin`, each an agency's folder or the name of one that is not on the site.

    `year`: the first one whose report of the heir begins where the origin's of the year before ended. `kept`: the origin was split
    and stayed. `untold`: it was split and still reports, and nobody says that it stayed. `both`: both reported the year of the change.
    `denied`: the origin reports on later years, and does not say that it ended. `late`: only the origin reported the year of the change.
    `idle`: nor did the heir report the year after, though the change was early enough in its year that nothing was left to hand over then.
    """

    origin: str
    heir: str
    change: Reorganisation
    year: int
    kept: bool = False
    untold: bool = False
    both: bool = False
    denied: bool = False
    late: bool = False
    idle: bool = False

    @property
    def clear(self) -> bool:
        """False when the figures of the two cannot be told apart."""
        return not (self.untold or self.apart)

    def unsettled(self, year: int) -> bool:
        """True when a report of the heir may be missing: why the origin, which stayed, still reports tells nothing of when the heir began."""
        return self.kept and self.late and (year == self.year - 1 or self.counts_in(year))

    def counts_in(self, year: int) -> bool:
        """True for the year whose report of the heir takes over the origin's figures."""
        return year == self.year and not self.idle

    @property
    def apart(self) -> bool:
        """True when the origin reports beside the heir or on after it, so that it begins from itself, whatever is said of it."""
        return self.denied or (self.both and not self.untold)


@dataclass(frozen=True, slots=True, eq=False)
class Lineage:
    """All steps of a site, oldest first, by origin and by heir.

    `moved`: where the agency of a folder that was renamed now stands. `contested`: such folders that several agencies say were theirs,
    with their claimants; they are nobody's, else one agency could take another's addresses and what is recorded of it.
    """

    steps: tuple[Step, ...]
    by_origin: Mapping[str, tuple[Step, ...]]
    by_heir: Mapping[str, tuple[Step, ...]]
    moved: Mapping[str, str]
    contested: Mapping[str, tuple[str, ...]]

    def onward(self, slug: str) -> tuple[Step, ...]:
        """The steps from the agency `slug` to those that go on from it."""
        return self.by_origin.get(slug, ())

    def back(self, slug: str) -> tuple[Step, ...]:
        """The steps to the agency `slug` from those it goes on from."""
        return self.by_heir.get(slug, ())

    def beside(self, slug: str) -> frozenset[str]:
        """Whom the agency `slug` goes on from, and who goes on from it: they write of each other's work."""
        return frozenset((*(step.origin for step in self.back(slug)), *(step.heir for step in self.onward(slug))))


@lru_cache(maxsize=1)
def lineage_of(site: Site) -> Lineage:
    """The lineage of `site`. The last site's is remembered, as its register is."""
    slugs = {agency.slug for agency in site.agencies}
    claimed: dict[str, list[str]] = {}
    for agency in site.agencies:
        for old in old_folders(agency, slugs):
            claimed.setdefault(old, []).append(agency.slug)
    moved = {old: claimants[0] for old, claimants in claimed.items() if len(claimants) == 1}
    contested = {old: tuple(claimants) for old, claimants in claimed.items() if len(claimants) > 1}
    found: dict[tuple[str, str, int], Reorganisation] = {}
    for origin, heir, change in _said(site, moved):
        found.setdefault((origin, heir, change.year), change)
    make = _stepping(site)
    steps = sorted((make(*each) for each in found.items()), key=lambda step: (step.change.date, step.origin, step.heir))
    by_origin: dict[str, list[Step]] = {}
    by_heir: dict[str, list[Step]] = {}
    for step in steps:
        by_origin.setdefault(step.origin, []).append(step)
        by_heir.setdefault(step.heir, []).append(step)
    return Lineage(tuple(steps), _fixed(by_origin), _fixed(by_heir), moved, contested)


def _stepping(site: Site) -> Callable[[tuple[str, str, int], Reorganisation], Step]:
    """How to make a step of a change: what the reports that are there say about it."""
    own = {
        (agency.slug, change.year, change.kind) for agency in site.agencies for change in agency.lineage if agency.slug in change.origins
    }
    own |= {(agency.slug, change.year, change.kind) for agency in site.agencies for change in agency.lineage if change.kind == "abolished"}
    reported = register_of(site).standings
    last: dict[str, int] = {}
    for slug, year in reported:
        last[slug] = max(year, last.get(slug, year))

    def make(pair: tuple[str, str, int], change: Reorganisation) -> Step:
        origin, heir, year = pair
        kept = (origin, year, "split") in own
        silent = not kept and (origin, year, "abolished") not in own
        untold = change.kind == "split" and silent and last.get(origin, 0) >= year
        still, already = (origin, year) in reported, (heir, year) in reported
        late, both = still and not already, still and already and not kept
        denied = change.kind != "split" and silent and last.get(origin, 0) > year
        idle = kept and late and (heir, year + 1) not in reported and change.date[5:] < _TURN_OF_YEAR
        return Step(origin, heir, change, year + late, kept=kept, untold=untold, both=both, denied=denied, late=late, idle=idle)

    return make


def old_folders(agency: Agency, slugs: Container[str]) -> tuple[str, ...]:
    """The folders that the agency had before, oldest first: it was renamed from them, and none of `slugs` is called so any more."""
    renamed = sorted((change for change in agency.lineage if change.kind == "renamed"), key=lambda change: change.date)
    return tuple(dict.fromkeys(old for change in renamed for old in change.origins if SLUG.fullmatch(old) and old not in slugs))


def _said(site: Site, moved: Mapping[str, str]) -> Iterator[tuple[str, str, Reorganisation]]:
    """Each origin, heir and change that some agency tells of, the heir's word first; one that only changed its name is no step."""
    slugs = {agency.slug for agency in site.agencies}
    for agency in site.agencies:
        own = old_folders(agency, slugs)
        for change in agency.lineage:
            for each in change.origins:
                origin = agency.slug if each in own else moved.get(each, each)
                if origin != agency.slug and (change.kind != "renamed" or SLUG.fullmatch(each)):
                    yield origin, agency.slug, change
    for agency in site.agencies:
        for change in agency.lineage:
            for each in change.heirs:
                heir = moved.get(each, each)
                if heir != agency.slug:
                    yield agency.slug, heir, change


def _fixed(groups: Mapping[str, list[Step]]) -> dict[str, tuple[Step, ...]]:
    return {slug: tuple(group) for slug, group in groups.items()}
