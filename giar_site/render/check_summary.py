"""How the checks of every year came out, in a table that stays small however many reports there are."""

from collections.abc import Iterable
from typing import NamedTuple

from giar_site.derive import Register, Standing, Tally, YearTally, year_tally
from giar_site.diagnostics import Finding
from giar_site.render.page import CHECKS, report_path, root_of, year_path

MOST_REPORTS = 200  # with 2,000 agencies a page of every report in which a sum fails would be of no use to anybody


class UnsoundView(NamedTuple):
    """A report in which a check fails: how many do, how many were accepted; `href` leads to its checks."""

    agency: str
    year: int
    href: str
    fails: int
    accepted: int


class YearChecksView(NamedTuple):
    """The checks of a year added up over its `reports`; `checked` is the sum of the four after it."""

    year: int
    href: str
    reports: int
    checked: int
    holds: int
    fails: int
    accepted: int
    not_assessable: int


class CheckSummaryView(NamedTuple):
    """The years, newest first, and the reports in which a check fails, `more` of which are not listed."""

    years: list[YearChecksView]
    unsound: list[UnsoundView]
    more: int


def check_summary(register: Register, findings: Iterable[Finding], most: int = MOST_REPORTS) -> CheckSummaryView:
    """The summary of the site's checks; `findings` are all of the site's."""
    by_report: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in findings:
        by_report.setdefault((finding.at.agency, finding.at.year), []).append(finding)
    tallies = [year_tally(register, year, by_report) for year in register.site.years]
    unsound = [(standing, tally) for year in tallies for standing, tally in year.unsound]
    return CheckSummaryView(
        years=[_year(each) for each in tallies if each.reports],
        unsound=[_unsound(standing, tally) for standing, tally in unsound[:most]],
        more=max(0, len(unsound) - most),
    )


def _year(each: YearTally) -> YearChecksView:
    return YearChecksView(each.year, root_of(CHECKS) + year_path(each.year), each.reports, each.tally.checked, *each.tally)


def _unsound(standing: Standing, tally: Tally) -> UnsoundView:
    page = root_of(CHECKS) + report_path(standing.agency.slug, standing.year)
    return UnsoundView(standing.agency.label, standing.year, f"{page}#checks", tally.fails, tally.accepted)
