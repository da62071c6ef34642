"""A roll-up's figures against its children's, judged: what rules and pages both read."""

from decimal import Decimal

import pytest

from giar_site.derive import Assessment, Reason, Relation, Result, Term, against_children, below, checks_of, rollup_checks
from giar_site.model import Agency, Site, Withheld
from giar_site.settings import Expected
from tests.derive.made import BLANK, agency, figures, plain, report, site

LICENSING = "disclosure.licensing@decisions"
PENALTIES = "disclosure.penalties@decisions"


def county(own: int, **more: object) -> Agency:
    return agency("county", reports=(report("county", 2022, {LICENSING: plain(own)}),), scope="rollup", **more)


def child(slug: str, number: int | None = None, **more: object) -> Agency:
    figure = BLANK if number is None else plain(number)
    return agency(slug, reports=(report(slug, 2022, {LICENSING: figure}, **more),), parent="county")  # type: ignore[arg-type]


def licensing(*agencies: Agency, **settings: object) -> Assessment:
    """The check of licences of the first agency's report."""
    made = site(*agencies, **settings)  # type: ignore[arg-type]
    return next(each for each in rollup_checks(made, agencies[0].reports[0]) if each.comparison.at == LICENSING)


def told(each: Assessment) -> tuple[str, str, str | None]:
    return each.comparison.relation, each.result, each.reason


def test_a_check_has_the_reports_figure_on_the_left_and_those_of_the_children_on_the_right() -> None:
    each = licensing(county(9), child("a", 4), child("b", 0), child("c", 5))
    assert each.comparison.kind == "rollup"
    assert each.comparison.label == "行政许可 / 本年处理决定数量"
    assert each.comparison.left == (Term(LICENSING, "行政许可"),)
    assert each.comparison.right == (Term(LICENSING, "行政许可", "a", 2022), Term(LICENSING, "行政许可", "c", 2022))
    assert (each.left_terms, each.right_terms) == ((Decimal(9),), (Decimal(4), Decimal(5)))
    assert (each.left, each.right, told(each)) == (9, 9, ("≥", "holds", None))


@pytest.mark.parametrize(
    ("own", "complete", "missing", "verdict"),
    [
        (4, False, False, ("≥", "holds", None)),
        (5, False, False, ("≥", "holds", None)),
        (3, False, False, ("≥", "fails", None)),
        (4, True, False, ("=", "holds", None)),
        (5, True, False, ("=", "fails", None)),
        (3, True, False, ("=", "fails", None)),
        (4, True, True, ("≥", "not_assessable", "missing_children")),
        (5, False, True, ("≥", "not_assessable", "missing_children")),
        (3, True, True, ("≥", "fails", None)),
    ],
)
def test_what_is_there_is_the_least_and_where_all_are_complete_all_there_is(
    own: int, *, complete: bool, missing: bool, verdict: tuple[str, str, str | None]
) -> None:
    others = (agency("b", parent="county"),) if missing else ()
    assert told(licensing(county(own, children_complete=complete), child("a", 4), *others)) == verdict


@pytest.mark.parametrize("complete", [True, False])
def test_a_blank_below_makes_a_sum_uncertain_but_not_one_that_is_short_already(complete: bool) -> None:  # noqa: FBT001 - both ways
    below = child("a", 4), child("b")
    assert told(licensing(county(4, children_complete=complete), *below)) == ("≥", "not_assessable", "blank")
    assert told(licensing(county(3, children_complete=complete), *below)) == ("≥", "fails", None)


def test_a_child_on_a_form_without_the_cell_makes_its_sum_uncertain() -> None:
    made = site(county(4), child("a", 4), child("b", 0, edition=2019))
    checks = {each.comparison.at: told(each) for each in rollup_checks(made, made.agencies[0].reports[0])}
    assert checks[LICENSING] == ("≥", "holds", None)
    assert checks["disclosure.rules@issued"] == ("≥", "not_assessable", "other_edition")


def test_missing_children_are_told_before_a_blank() -> None:
    assert told(licensing(county(4), child("a", 4), child("b"), agency("c", parent="county"))) == (
        "≥",
        "not_assessable",
        "missing_children",
    )


def test_every_cell_that_can_be_compared_is_one_check_in_printed_order() -> None:
    made = site(county(4, children_complete=True), child("a", 4))
    [only] = made.agencies[0].reports
    checks = rollup_checks(made, only)
    assert [each.comparison.at for each in checks] == [cell.id for cell in only.figures.form.cells]
    assert {(each.comparison.relation, each.result) for each in checks} == {(Relation.EQUAL, Result.HOLDS)}
    nothing = next(each for each in checks if each.comparison.at == PENALTIES)
    assert (nothing.left, nothing.right, nothing.right_terms) == (0, 0, ())
    assert checks_of(made, only)[-len(checks) :] == checks


def test_a_report_that_sums_nobody_has_no_such_checks() -> None:
    own = agency("county", 2022)
    assert rollup_checks(site(own, child("a", 4)), own.reports[0]) == ()
    assert len(against_children(site(own, child("a", 4)), own)) == 1
    alone = county(4)
    assert rollup_checks(site(alone), alone.reports[0]) == ()
    assert rollup_checks(site(alone, agency("a", parent="county")), alone.reports[0]) == ()


def test_each_year_has_its_own() -> None:
    top = agency("county", 2021, 2022, scope="rollup")
    made = site(top, child("a", 4))
    assert rollup_checks(made, top.reports[0]) == ()
    assert [each.result for each in rollup_checks(made, top.reports[1]) if each.comparison.at == LICENSING] == ["fails"]


def test_a_page_kept_from_an_earlier_build_counts_with_the_figures_it_shows() -> None:
    top, withheld = county(4), agency("a", parent="county")
    kept = Withheld("a", 2022, figures(2021, {LICENSING: plain(5)}))
    made = Site(site().settings, (top, withheld), (kept,))
    each = next(each for each in rollup_checks(made, top.reports[0]) if each.comparison.at == LICENSING)
    assert (each.right, each.result, each.reason) == (5, Result.FAILS, None)
    assert Reason.MISSING_CHILDREN not in {each.reason for each in rollup_checks(made, top.reports[0])}


def test_who_is_below_is_there_or_missing_or_not_expected() -> None:
    top, there, missing, gone = county(4), child("a", 4), agency("b", parent="county"), agency("c", parent="county")
    found = below(site(top, there, missing, gone, agency("d"), expected=(Expected(1, "c", last=2021),)), top, 2022)
    assert [each.agency.slug for each in found.published] == ["a"]
    assert found.missing == (missing,)
