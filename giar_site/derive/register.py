"""The register of a site: which agency has published which year, indexed once for all the pages that ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from giar_site.model import KINDS, Agency, Figures, Report, Site


class Standing(NamedTuple):
    """How an agency stands in a year. `figures`: what is public (None: nothing yet); `report`: None where only an earlier build's page is kept."""

    agency: Agency
    year: int
    figures: Figures | None = None
    report: Report | None = None

    @property
    def published(self) -> bool:
        """True when the public can read a report of that year."""
        return self.figures is not None

    @property
    def kept(self) -> bool:
        """True when the page is the last published one, because the report now has errors."""
        return self.figures is not None and self.report is None


class Group(NamedTuple):
    """The agencies of one kind, in the site's order."""

    kind: str
    agencies: tuple[Agency, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """Who has published what. `by_year`: the public standings of each year, agencies in the order of `groups`."""

    site: Site
    groups: tuple[Group, ...]
    agencies: Mapping[str, Agency]
    standings: Mapping[tuple[str, int], Standing]
    by_year: Mapping[int, tuple[Standing, ...]]
    positions: Mapping[tuple[str, int], int]

    def standing(self, slug: str, year: int) -> Standing:
        """How the agency `slug` stands in `year`; KeyError when there is no such agency."""
        return self.standings.get((slug, year)) or Standing(self.agencies[slug], year)

    def years_of(self, agency: Agency) -> tuple[Standing, ...]:
        """The agency's standings in the years it wrote a report for, oldest first."""
        found = (self.standings.get((agency.slug, year)) for year in reversed(self.site.years))
        return tuple(standing for standing in found if standing is not None)


@lru_cache(maxsize=1)
def register_of(site: Site) -> Register:
    """Index `site`. The last site's register is remembered, so every page of a build shares one."""
    groups = tuple(_groups(site.agencies))
    standings = {(standing.agency.slug, standing.year): standing for standing in _standings(site)}
    ordered = [agency for group in groups for agency in group.agencies]
    by_year: dict[int, list[Standing]] = {year: [] for year in site.years}
    for agency in ordered:
        for year in site.years:
            standing = standings.get((agency.slug, year))
            if standing is not None and standing.published:
                by_year[year].append(standing)
    return Register(
        site=site,
        groups=groups,
        agencies={agency.slug: agency for agency in site.agencies},
        standings=standings,
        by_year={year: tuple(found) for year, found in by_year.items()},
        positions={(each.agency.slug, year): at for year, found in by_year.items() for at, each in enumerate(found)},
    )


def _groups(agencies: Iterable[Agency]) -> Iterable[Group]:
    by_kind: dict[str, list[Agency]] = {kind: [] for kind in KINDS}
    for agency in agencies:
        by_kind.setdefault(agency.kind, []).append(agency)
    return (Group(kind, tuple(found)) for kind, found in by_kind.items() if found)


def _standings(site: Site) -> Iterable[Standing]:
    agencies = {agency.slug: agency for agency in site.agencies}
    for agency in site.agencies:
        for report in agency.reports:
            yield Standing(agency, report.year, report.figures, report)
    for withheld in site.withheld:
        if withheld.agency in agencies:
            yield Standing(agencies[withheld.agency], withheld.year, withheld.kept)
