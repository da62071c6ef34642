"""Which later reports take over figures of a report and no longer agree with it."""

from giar_site.derive import broken_dependents
from giar_site.model import Agency, Report, Site
from tests.derive.made import agency, change, plain, report, site

IN, OUT = "applications.carried_in@total", "applications.carried_out@total"


def carrying(slug: str, year: int, *, into: int = 0, out: int = 0) -> Report:
    return report(slug, year, {IN: plain(into), OUT: plain(out)})


def one(slug: str, *reports: Report, **more: object) -> Agency:
    return agency(slug, reports=reports, **more)


def broken(made: Site, earlier: Report, *cells: str) -> list[tuple[str, int, str]]:
    found = broken_dependents(made, earlier, cells)
    return [(each.report.agency, each.report.year, each.assessment.comparison.at) for each in found]


def test_the_next_report_of_the_agency_rests_on_what_it_carries_over() -> None:
    first, second, third = carrying("a", 2021, out=3), carrying("a", 2022, into=4), carrying("a", 2023, into=9)
    made = site(one("a", first, second, third))
    assert broken(made, first, OUT) == [("a", 2022, IN)]
    assert broken(made, first, IN) == []
    assert broken(made, first, "applications.carried_out@other") == []
    assert broken(made, third, OUT) == []
    assert broken(made, second, OUT) == [("a", 2023, IN)]


def test_what_agrees_is_not_broken() -> None:
    first = carrying("a", 2021, out=3)
    assert broken(site(one("a", first, carrying("a", 2022, into=3))), first, OUT) == []


def test_a_year_that_is_missing_breaks_nothing_after_it() -> None:
    first = carrying("a", 2021, out=3)
    assert broken(site(one("a", first, carrying("a", 2023, into=4))), first, OUT) == []


def test_agencies_that_go_on_from_it_in_that_year_are_found_however_many_changes_lie_between() -> None:
    first = carrying("a", 2021, out=3)
    between = one("b", lineage=(change("renamed", "2022-02-01", "a"),))
    last = one("c", carrying("c", 2022, into=4), lineage=(change("merged", "2022-10-01", "b", "d"),))
    other = one("d", carrying("d", 2021, out=2))
    made = site(one("a", first), between, last, other)
    assert broken(made, first, OUT) == [("c", 2022, IN)]
    assert broken(made, other.reports[0], OUT) == [("c", 2022, IN)]


def test_a_change_of_a_later_year_is_another_matter() -> None:
    first = carrying("a", 2021, out=3)
    heir = one("c", carrying("c", 2023, into=4), lineage=(change("merged", "2023-10-01", "a", "d"),))
    assert broken(site(one("a", first, carrying("a", 2022, into=3)), heir, one("d")), first, OUT) == []


def test_of_several_that_share_what_is_taken_over_the_comparison_is_told_once() -> None:
    first = carrying("c", 2021, out=5)
    halves = [one(slug, carrying(slug, 2022, into=1), lineage=(change("split", "2022-03-01", "c"),)) for slug in ("a", "b")]
    assert broken(site(*halves, one("c", first)), first, OUT) == [("a", 2022, IN)]
