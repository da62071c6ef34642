"""load → validate: everything the site's agencies wrote, and all that is wrong with it, in one run."""

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from giar_site.derive import goes_on_from
from giar_site.diagnostics import Address, CannotGoOn, Finding, Text
from giar_site.load import LOCK, Folder, Locks, load_agency, load_lock, load_settings, survey
from giar_site.model import Agency, Settings, Site
from giar_site.not_there import agency_not_there, report_not_there
from giar_site.parallel import fork_map
from giar_site.prose import judged, prose_of, traces
from giar_site.rules import look_around, look_at, look_at_site, word_faults

Result = TypeVar("Result")


class CheckedAgency(NamedTuple):
    """An agency and all findings about it."""

    agency: Agency
    findings: tuple[Finding, ...]


class CheckedSite(NamedTuple):
    """The settings, the agencies with their findings, findings about the site itself, and what has been published before."""

    settings: Settings
    agencies: tuple[CheckedAgency, ...]
    own_findings: tuple[Finding, ...]
    locked: Locks = MappingProxyType({})

    @property
    def findings(self) -> list[Finding]:
        """All findings, the site's own first, then agency by agency."""
        return [*self.own_findings, *(finding for each in self.agencies for finding in each.findings)]

    @property
    def reports(self) -> int:
        """How many reports were checked."""
        return sum(len(each.agency.reports) for each in self.agencies)


def check_site(site: Path, jobs: int = 1, only: Sequence[str] = (), today: str = "") -> CheckedSite:
    """Load and check the site in folder `site` with `jobs` processes. `only`: "agency" or "agency/year" to look at.

    Everything is loaded whatever is asked for: a report is judged by those before it and beside it, too. `today`: YYYY-MM-DD, for
    what runs out. Raises CannotGoOn when there is no site, or nothing of the name asked for.
    """
    with Folder.top(site) as top:
        settings, faults, places = load_settings(top)
        found = survey(top)
        locked = load_lock(top)
        _refuse_impossible(locked, today)
        asked = _Asked(found.slugs, only)
        if not found.slugs:
            own = [*word_faults([*faults, *found.faults]), *look_at_site(Site(settings, (), today=today, locked=locked), places)]
            return CheckedSite(settings, (), tuple(own), locked)
        with top.folder("content") as content:
            seen = _uncollected(lambda: fork_map(_first_round(content, asked), found.slugs, jobs))
            joined = Site(settings, tuple(each.agency for each in seen), today=today, locked=locked)
            findings = _uncollected(lambda: fork_map(_second_round(content, asked, joined), seen, jobs))
    own = [*word_faults([*faults, *found.faults]), *look_at_site(joined, places)]
    agencies = [
        CheckedAgency(asked.part_of(each.agency), tuple(said))
        for each, said in zip(seen, findings, strict=True)
        if asked.agency(each.agency.slug) or said
    ]
    return CheckedSite(settings, tuple(agencies), tuple(asked.kept(own)), locked)


def _refuse_impossible(locked: Locks, today: str) -> None:
    """Raise CannotGoOn where a version is none that `giar lock` records: it changes something without a correction, or is still to come.

    A day more is none: where another computer is, it may be tomorrow already.
    """
    latest = (dt.date.fromisoformat(today) + dt.timedelta(days=1)).isoformat() if today else ""
    for (slug, year), versions in locked.items():
        if not all(goes_on_from(later, earlier) for earlier, later in pairwise(versions)):
            raise CannotGoOn(
                Text(
                    f"{LOCK} 里 {slug}/{year} 的记录有改动而没有更正，不是 giar lock 写出的样子。请从备份或版本库恢复这个文件。",
                    f"{LOCK} has {slug}/{year} changed without a correction, which is not as giar lock writes it. "
                    "Restore it from a backup or the repository.",
                )
            )
        if latest and versions[-1].date > latest:
            raise CannotGoOn(
                Text(
                    f"{LOCK} 里 {slug}/{year} 的记录日期是 {versions[-1].date}，还没有到，今天是 {today}。"
                    "请先核对这台电脑的日期；日期没有错的，从备份或版本库恢复这个文件。",
                    f"{LOCK} has {slug}/{year} recorded on {versions[-1].date}, which is still to come: today is {today}. "
                    "Check the date of this computer first; where that is right, restore the file from a backup or the repository.",
                )
            )


class _Asked:
    """Which agencies and years are to be looked at: all, or those named."""

    def __init__(self, slugs: Sequence[str], only: Sequence[str]) -> None:
        """Take the agencies there are and the names asked for. Raises CannotGoOn for a name that is none of them."""
        self._years: dict[str, set[str]] = {}
        for name in map(_named, only):
            slug, _, year = name.partition("/")
            if slug not in slugs:
                raise agency_not_there(slug, slugs)
            self._years.setdefault(slug, set()).add(year)

    def agency(self, slug: str) -> bool:
        """True when any report of `slug` was asked for."""
        return not self._years or slug in self._years

    def year(self, slug: str, year: int | None) -> bool:
        """True when this report (None: the agency itself) was asked for."""
        years = self._years.get(slug)
        return not self._years or (years is not None and (year is None or "" in years or str(year) in years))

    def part_of(self, agency: Agency) -> Agency:
        """The agency with the reports asked for. Raises CannotGoOn when one is not there."""
        reports = tuple(report for report in agency.reports if self.year(agency.slug, report.year))
        missing = self._years.get(agency.slug, set()) - {"", *(str(report.year) for report in reports)}
        if missing:
            raise report_not_there(agency.slug, sorted(missing), [report.year for report in agency.reports])
        return replace(agency, reports=reports)

    def kept(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings on what was asked for, those elsewhere that it is to blame for, and those on the site that speak of no agency."""
        return [
            finding for finding in findings if not _subjects(finding) or any(self.year(at.agency, at.year) for at in _subjects(finding))
        ]


def _subjects(finding: Finding) -> tuple[Address, ...]:
    """The agencies and reports that a finding speaks of: what stands in site.yaml is about those it is related to."""
    return (finding.at, *finding.related) if finding.at.agency else finding.related


def _first_round(content: Folder, asked: _Asked) -> Callable[[str], CheckedAgency]:
    def check(slug: str) -> CheckedAgency:
        agency, places = load_agency(content, slug)
        if not asked.agency(slug):
            return CheckedAgency(_for_the_pages(agency), ())
        findings = look_at(agency, places)
        claims = judged(agency)
        told = tuple(replace(report, prose=prose_of(report, claims[report.year])) for report in agency.reports)
        return CheckedAgency(_for_the_pages(replace(agency, reports=told)), tuple(findings))

    return check


def _second_round(content: Folder, asked: _Asked, site: Site) -> Callable[[CheckedAgency], list[Finding]]:
    def check(seen: CheckedAgency) -> list[Finding]:
        slug = seen.agency.slug
        # Places are read again where one is needed: kept for ten thousand sound reports they would fill the memory.
        return asked.kept(look_around(seen.agency, site, seen.findings, lambda: load_agency(content, slug).places))

    return check


def _for_the_pages(agency: Agency) -> Agency:
    """The agency without what only checking needs (faults, Markdown sources): ten thousand reports have to fit into memory.

    Of the sources stay the traces by which one narrative is known in another.
    """
    reports = tuple(
        replace(
            report,
            faults=(),
            preamble=report.preamble._replace(source=""),
            sections=tuple(section._replace(source="") for section in report.sections),
            traces=traces(report, agency),
        )
        for report in agency.reports
    )
    return replace(agency, faults=(), reports=reports)


def _named(asked: str) -> str:
    """The "agency" or "agency/year" in any path into content/, as a shell completes it or as a finding prints it."""
    parts = [part for part in asked.split("/") if part not in {"", "."}]
    return "/".join(parts[1:3] if parts[:1] == ["content"] else parts[:2])


def _uncollected(work: Callable[[], list[Result]]) -> list[Result]:
    """Run `work` without the cycle collector: nothing it makes is cyclic, and walking it all again and again costs a third."""
    gc.disable()
    try:
        return work()
    finally:
        gc.enable()
