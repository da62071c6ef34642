"""Which agencies must report: those of site.yaml's `expected:` in the years it says, and every agency with a folder it does not speak of.

An entry stands for whoever goes on from the agency it names, so that no list has to be changed when agencies are renamed or merged.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from giar_site.derive.deadlines import over_by
from giar_site.derive.lifetime import lifetime_of
from giar_site.derive.lineage import Lineage, lineage_of
from giar_site.derive.register import Register, register_of
from giar_site.model import Agency, Site
from giar_site.reorganisation import former_names
from giar_site.settings import Expected


class Absence(NamedTuple):
    """An expected agency that is not there (`agency` None: it has no folder) and the years whose reports are overdue, oldest first."""

    expected: Expected
    agency: Agency | None
    years: tuple[int, ...]


def is_expected(site: Site, agency: Agency, year: int) -> bool:
    """True when a report of `year` is to be there: while the agency lives by its lineage, unless site.yaml says from or until when."""
    entries = _roll(site).entries.get(agency.slug)
    asked = entries is None or any(each.covers(year) for each in entries)
    return asked and lifetime_of(lineage_of(site), agency).expected(year)


def without_folder(site: Site, year: int) -> tuple[str, ...]:
    """What the agencies are called that `year` expects and content/ does not know."""
    roll = _roll(site)
    asked = (name for each in site.settings.expected if each.covers(year) for name in roll.bound_by(each, year))
    return tuple(dict.fromkeys(name for name in asked if name not in roll.register.agencies))


def absences(site: Site) -> Iterable[Absence]:
    """Every entry of `expected:` with an overdue report that is not there; an agency that two entries stand for once only."""
    roll = _roll(site)
    told: set[tuple[str, int]] = set()
    for expected in site.settings.expected:
        missing: dict[str, list[int]] = {}
        for year in (year for year in reversed(site.years) if expected.covers(year)):
            for slug in roll.missing(expected, year):
                if (slug, year) not in told and _is_over(site, roll.register.agencies.get(slug), year):
                    told.add((slug, year))
                    missing.setdefault(slug, []).append(year)
        for slug, years in missing.items():
            yield Absence(expected, roll.register.agencies.get(slug), tuple(years))


def _is_over(site: Site, agency: Agency | None, year: int) -> bool:
    """True when no report of `year` can still come in time; without a known day the latest year may still be under way."""
    if not site.today:
        return year < site.years[0]
    return dt.date.fromisoformat(site.today) > over_by(agency, site.settings, year)


@dataclass(frozen=True, slots=True, eq=False)
class _Roll:
    """Whom the entries of a site mean: `names`, now and formerly, to agencies; `entries` on agencies that have a folder, by slug."""

    register: Register
    lineage: Lineage
    names: Mapping[str, Agency]
    entries: Mapping[str, list[Expected]]

    def agency_of(self, expected: Expected) -> Agency | None:
        """The agency that an entry names, also by a folder or a name it had before."""
        slug = self.lineage.moved.get(expected.slug, expected.slug)
        return self.register.agencies.get(slug) if slug else self.names.get(expected.name)

    def bound_by(self, expected: Expected, year: int) -> list[str]:
        """Whom an entry means in `year`: the agency it names while that lives, then who goes on from it. A name where there is no folder."""
        agency = self.agency_of(expected)
        waiting = [agency.slug if agency else expected.name or expected.slug]
        found = []
        for each in waiting:
            known = self.register.agencies.get(each)
            heirs = [step.heir for step in self.lineage.onward(each) if step.change.year <= year]
            if lifetime_of(self.lineage, known).expected(year) if known else not heirs and each == waiting[0]:
                found.append(each)
            else:
                waiting += [heir for heir in dict.fromkeys(heirs) if heir not in waiting]
        return found

    def missing(self, expected: Expected, year: int) -> Iterator[str]:
        """Who must report on `year` by an entry, and has not. A report of the agency it names is enough, even on the year it ended in."""
        agency = self.agency_of(expected)
        if agency and self._reported(agency.slug, year):
            return
        for slug in self.bound_by(expected, year):
            known = self.register.agencies.get(slug)
            if known is None or (is_expected(self.register.site, known, year) and not self._reported(slug, year)):
                yield slug

    def _reported(self, slug: str, year: int) -> bool:
        return (slug, year) in self.register.standings


@lru_cache(maxsize=1)
def _roll(site: Site) -> _Roll:
    names = {name: agency for agency in site.agencies for name in former_names(agency.lineage)}
    names |= {name: agency for agency in site.agencies for name in (agency.short_name, agency.name) if name}
    entries: dict[str, list[Expected]] = {}
    roll = _Roll(register_of(site), lineage_of(site), names, entries)
    for each in site.settings.expected:
        agency = roll.agency_of(each)
        if agency is not None:
            entries.setdefault(agency.slug, []).append(each)
    return roll
