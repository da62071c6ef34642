"""The checks of all years in one small table."""

from giar_site.derive import register_of
from giar_site.diagnostics import Address, Finding, Text
from giar_site.render.check_summary import CheckSummaryView, UnsoundView, YearChecksView, check_summary
from tests.derive.made import BLANK, agency, plain, report, site
from tests.render.pages import render

TOTAL = "review_and_litigation.review@total"
CELLS = (TOTAL, *(f"review_and_litigation.review@{each}" for each in ("upheld", "corrected", "other", "pending")))
WRONG = {TOTAL: plain(1)}
MADE = site(
    agency("a", reports=(report("a", 2020, WRONG, edition=2021), report("a", 2021, WRONG))),
    agency("b", reports=(report("b", 2021, {TOTAL: BLANK}),)),
    years=(2019,),
)
ACCEPTED = Finding(
    Address("a", 2021, "figures", TOTAL), Text("", ""), cells=CELLS, expected="0", actual="1", code="G204", accepted="原件如此"
)


def test_years_with_reports_are_added_up_newest_first_and_failing_reports_are_named() -> None:
    assert check_summary(register_of(MADE), [ACCEPTED]) == CheckSummaryView(
        years=[
            YearChecksView(2021, "years/2021.html", 2, 102, holds=91, fails=0, accepted=1, not_assessable=10),
            YearChecksView(2020, "years/2020.html", 1, 51, holds=41, fails=1, accepted=0, not_assessable=9),
        ],
        unsound=[UnsoundView("a机关", 2021, "a/2021.html#checks", 0, 1), UnsoundView("a机关", 2020, "a/2020.html#checks", 1, 0)],
        more=0,
    )


def test_the_list_of_failing_reports_is_bounded_and_counts_the_others() -> None:
    found = check_summary(register_of(MADE), [], most=1)
    assert [(each.agency, each.year) for each in found.unsound] == [("a机关", 2021)]
    assert found.more == 1
    assert check_summary(register_of(MADE), [], most=2).more == 0


def test_the_page_prints_the_table_and_the_list() -> None:
    page = render(MADE, [ACCEPTED])["checks.html"]
    assert (
        '<tr><th scope="row"><a href="years/2021.html">2021年</a></th>'
        "<td>2</td><td>102</td><td>91</td><td>0</td><td>1</td><td>10</td></tr>" in page
    )
    assert '<li><a href="a/2021.html#checks">a机关2021年</a>：不成立（已说明） 1 个</li>' in page
    assert '<li><a href="a/2020.html#checks">a机关2020年</a>：不成立 1 个</li>' in page
    assert "另有" not in page


def test_a_site_without_reports_says_that_there_is_nothing_to_check() -> None:
    assert "还没有可以核对的报告" in render(site(agency("a")))["checks.html"]
