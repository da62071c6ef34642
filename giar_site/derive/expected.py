"""Which agencies must report: those of site.yaml's `expected:` in the years it says, and every agency with a folder it does not speak of."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from giar_site.derive.deadlines import over_by
from giar_site.derive.lifetime import lifetime_of
from giar_site.derive.lineage import lineage_of
from giar_site.model import Agency, Site
from giar_site.settings import Expected


class Absence(NamedTuple):
    """An expected agency that is not there (`agency` None: it has no folder) and the years whose reports are overdue, oldest first."""

    expected: Expected
    agency: Agency | None
    years: tuple[int, ...]


def is_expected(site: Site, agency: Agency, year: int) -> bool:
    """True when a report of `year` is to be there: while the agency lives by its lineage, unless site.yaml says from or until when."""
    entries = _entries(site).get(agency.slug)
    asked = entries is None or any(each.covers(year) for each in entries)
    return asked and lifetime_of(lineage_of(site), agency).expected(year)


def without_folder(site: Site, year: int) -> tuple[str, ...]:
    """What the agencies are called that `year` expects and content/ does not know."""
    found = [each for each in site.settings.expected if each.covers(year) and _agency_of(site, each) is None]
    return tuple(each.name or each.slug for each in found)


def absences(site: Site) -> Iterable[Absence]:
    """Every entry of `expected:` with an overdue report that is not there."""
    for expected in site.settings.expected:
        agency = _agency_of(site, expected)
        there = {report.year for report in agency.reports} if agency else set()
        there |= {each.year for each in site.withheld if agency and each.agency == agency.slug}
        asked = (year for year in reversed(site.years) if expected.covers(year) and (agency is None or is_expected(site, agency, year)))
        overdue = tuple(year for year in asked if year not in there and _is_over(site, agency, year))
        if overdue:
            yield Absence(expected, agency, overdue)


def _is_over(site: Site, agency: Agency | None, year: int) -> bool:
    """True when no report of `year` can still come in time; without a known day the latest year may still be under way."""
    if not site.today:
        return year < site.years[0]
    return dt.date.fromisoformat(site.today) > over_by(agency, site.settings, year)


def _agency_of(site: Site, expected: Expected) -> Agency | None:
    by_slug, by_name = _index(site)
    return by_slug.get(expected.slug) if expected.slug else by_name.get(expected.name)


@lru_cache(maxsize=1)
def _entries(site: Site) -> Mapping[str, list[Expected]]:
    """The entries of `expected:` on agencies that have a folder, by slug."""
    found: dict[str, list[Expected]] = {}
    for each in site.settings.expected:
        agency = _agency_of(site, each)
        if agency is not None:
            found.setdefault(agency.slug, []).append(each)
    return found


@lru_cache(maxsize=1)
def _index(site: Site) -> tuple[Mapping[str, Agency], Mapping[str, Agency]]:
    """The agencies by slug and by full or short name."""
    by_name = {name: agency for agency in site.agencies for name in (agency.short_name, agency.name) if name}
    return {agency.slug: agency for agency in site.agencies}, by_name
