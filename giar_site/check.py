"""load → validate: everything the site's agencies wrote, and all that is wrong with it, in one run."""

import difflib
import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from giar_site.diagnostics import CannotGoOn, Finding, Text
from giar_site.load import Folder, load_agency, load_settings, survey
from giar_site.model import Agency, Settings
from giar_site.parallel import fork_map
from giar_site.rules import check_agency, word_faults


class CheckedAgency(NamedTuple):
    """An agency and all findings about it."""

    agency: Agency
    findings: tuple[Finding, ...]


class CheckedSite(NamedTuple):
    """The settings, the agencies with their findings, and findings about the site itself."""

    settings: Settings
    agencies: tuple[CheckedAgency, ...]
    own_findings: tuple[Finding, ...]

    @property
    def findings(self) -> list[Finding]:
        """All findings, the site's own first, then agency by agency."""
        return [*self.own_findings, *(finding for each in self.agencies for finding in each.findings)]

    @property
    def reports(self) -> int:
        """How many reports were checked."""
        return sum(len(each.agency.reports) for each in self.agencies)


def check_site(site: Path, jobs: int = 1, only: Sequence[str] = ()) -> CheckedSite:
    """Load and check the site in folder `site` with `jobs` processes. `only`: "agency" or "agency/year" to look at.

    Raises CannotGoOn when there is no site, or nothing of the name asked for.
    """
    only = [_named(each) for each in only]
    with Folder.top(site) as top:
        settings, faults = load_settings(top)
        found = survey(top)
        wanted = _wanted(found.slugs, only)
        own = word_faults([*faults, *found.faults])
        agencies: list[CheckedAgency] = []
        if wanted:
            with top.folder("content") as content:
                agencies = _uncollected(lambda: fork_map(_checker(content, only), wanted, jobs))
    return CheckedSite(settings, tuple(agencies), tuple(own))


def _checker(content: Folder, only: Sequence[str]) -> Callable[[str], CheckedAgency]:
    def check(slug: str) -> CheckedAgency:
        agency, places = load_agency(content, slug)
        findings = check_agency(agency, places)
        years = {each.partition("/")[2] for each in only if each.partition("/")[0] == slug}
        if years and "" not in years:
            agency = replace(agency, reports=tuple(report for report in agency.reports if str(report.year) in years))
            findings = [finding for finding in findings if finding.at.year is None or str(finding.at.year) in years]
            if len(agency.reports) < len(years):
                raise _nothing_of(", ".join(f"{slug}/{year}" for year in sorted(years)))
        return CheckedAgency(_for_the_pages(agency), tuple(findings))

    return check


def _for_the_pages(agency: Agency) -> Agency:
    """The agency without what only checking needs (faults, Markdown sources): ten thousand reports have to fit into memory."""
    reports = tuple(
        replace(
            report,
            faults=(),
            preamble=report.preamble._replace(source=""),
            sections=tuple(section._replace(source="") for section in report.sections),
        )
        for report in agency.reports
    )
    return replace(agency, faults=(), reports=reports)


def _wanted(slugs: Sequence[str], only: Sequence[str]) -> list[str]:
    if not only:
        return list(slugs)
    names = {each.partition("/")[0] for each in only}
    for name in sorted(names - set(slugs)):
        raise _nothing_of(name, slugs)
    return [slug for slug in slugs if slug in names]


def _named(asked: str) -> str:
    """The "agency" or "agency/year" in any path into content/, as a shell completes it or as a finding prints it."""
    parts = [part for part in asked.split("/") if part not in {"", "."}]
    return "/".join(parts[1:3] if parts[:1] == ["content"] else parts[:2])


def _nothing_of(name: str, known: Sequence[str] = ()) -> CannotGoOn:
    near = difflib.get_close_matches(name, known, 1)
    hint = Text(f"，是不是 {near[0]}？", f"; is it {near[0]}?") if near else Text("。", ".")
    return CannotGoOn(Text(f"content/ 里没有 {name}{hint.zh}", f"there is no {name} in content/{hint.en}"))


def _uncollected(work: Callable[[], list[CheckedAgency]]) -> list[CheckedAgency]:
    """Run `work` without the cycle collector: nothing it makes is cyclic, and walking it all again and again costs a third."""
    gc.disable()
    try:
        return work()
    finally:
        gc.enable()
