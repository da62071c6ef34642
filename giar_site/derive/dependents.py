"""Which later reports take over figures of a report."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from giar_site.derive.assessment import Assessment, Result
from giar_site.derive.continuity import continuity_of
from giar_site.derive.lineage import lineage_of
from giar_site.derive.register import register_of
from giar_site.model import Report, Site


class Dependent(NamedTuple):
    """A report of the year after, and a comparison in it that rests on a figure of the year before and fails."""

    report: Report
    assessment: Assessment


def broken_dependents(site: Site, report: Report, cells: Container[str]) -> Iterator[Dependent]:
    """What fails in the reports of the year after that take over one of `cells` of `report`, each comparison in one report only."""
    for later in _next_reports(site, report):
        for each in continuity_of(site, later):
            terms = each.comparison.left
            rests = any(term.cell in cells and (term.agency or later.agency, term.year) == (report.agency, report.year) for term in terms)
            if rests and each.result is Result.FAILS and not each.comparison.right[0].agency:
                yield Dependent(later, each)


def _next_reports(site: Site, report: Report) -> Iterator[Report]:
    """The reports of the year after that may begin where `report` ended: the agency's own, and those of who goes on from it."""
    register, lineage, year = register_of(site), lineage_of(site), report.year + 1
    waiting = [report.agency]
    for slug in waiting:
        standing = register.standings.get((slug, year))
        if standing and standing.report:
            yield standing.report
        waiting += [step.heir for step in lineage.onward(slug) if step.year == year and step.heir not in waiting]
