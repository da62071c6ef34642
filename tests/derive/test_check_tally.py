"""How checks are counted: with the reasons of accepted findings, per report and per year."""

from decimal import Decimal

from giar_site.derive import (
    Comparison,
    Relation,
    Tally,
    Term,
    accepted_reasons,
    assess,
    assessments_of,
    cells_of,
    reason_of,
    register_of,
    tally_of,
    year_tally,
)
from giar_site.diagnostics import Address, Finding, Text
from giar_site.model import Withheld
from tests.derive.made import BLANK, RECEIVED, agency, figures, plain, report, site

ROW = "applications.received"
CELLS = (
    RECEIVED,
    *(f"{ROW}@{column}" for column in ("natural_person", "business", "research", "public_interest", "legal_service", "other")),
)


def finding(*cells: str, reason: str | None = "原件如此", expected: str | None = "0") -> Finding:
    return Finding(Address("a", 2021, "figures", cells[0]), Text("", ""), cells=cells, expected=expected, accepted=reason)


def test_only_accepted_findings_on_sums_have_reasons() -> None:
    found = accepted_reasons([finding("x", "y"), finding("z", reason=None), finding("w", expected=None), finding("v", reason="")])
    assert found == {frozenset({"x", "y"}): "原件如此", frozenset({"v"}): ""}


def test_a_comparison_is_told_by_the_report_s_own_cells() -> None:
    one = Comparison("k", "l", "x", (Term("x", ""), Term("y", "", "b", 2020)), (Term("z", ""),))
    assert cells_of(one) == {"x", "z"}


def test_a_reason_belongs_to_the_failing_check_of_just_its_cells() -> None:
    made = assessments_of(figures(2021, {RECEIVED: plain(5)}))
    row = next(each for each in made if each.comparison.at == RECEIVED)
    assert reason_of(row, {frozenset(CELLS): "因为"}) == "因为"
    assert reason_of(row, {frozenset(CELLS[:2]): "因为"}) is None
    assert reason_of(row, {}) is None
    held = assess(row.comparison, (Decimal(0),) * 6, (Decimal(0),))
    assert reason_of(held, {frozenset(CELLS): "因为"}) is None


def test_a_tally_counts_each_check_once() -> None:
    cells = {RECEIVED: plain(5), "applications.carried_in@natural_person": BLANK, "review_and_litigation.review@total": plain(1)}
    made = assessments_of(figures(2021, cells))
    open_tally = tally_of(made, {})
    assert open_tally == Tally(holds=37, fails=3, accepted=0, not_assessable=2)
    assert tally_of(made, {frozenset(CELLS): ""}) == Tally(37, 2, 1, 2)
    assert open_tally.checked == len(made) == 42


def test_a_tally_is_sound_until_a_check_fails_accepted_or_not() -> None:
    assert Tally(5, 0, 0, 3).sound
    assert not Tally(5, 1, 0, 0).sound
    assert not Tally(5, 0, 1, 0).sound


def test_a_year_adds_up_its_own_reports_and_names_those_in_which_a_check_fails() -> None:
    wrong = {"review_and_litigation.review@total": plain(1)}
    sums = (
        "review_and_litigation.review@total",
        *(f"review_and_litigation.review@{each}" for each in ("upheld", "corrected", "other", "pending")),
    )
    register = register_of(
        site(
            agency("a", reports=(report("a", 2021, wrong), report("a", 2022))),
            agency("b", reports=(report("b", 2021, wrong),)),
            agency("c", reports=(report("c", 2021),)),
            agency("d", reports=(report("d", 2022),)),
            withheld=(Withheld("c", 2022, figures(2021, wrong)), Withheld("b", 2022)),
        )
    )
    findings = {("a", 2021): [finding(*sums)], ("b", 2020): [finding(*sums)]}
    tally = year_tally(register, 2021, findings)
    assert (tally.year, tally.reports, tally.tally) == (2021, 3, Tally(124, 1, 1, 27))
    assert [(standing.agency.slug, standing.year, each) for standing, each in tally.unsound] == [
        ("a", 2021, Tally(41, 0, 1, 9)),
        ("b", 2021, Tally(41, 1, 0, 9)),
    ]
    later = year_tally(register, 2022, findings)
    assert (later.reports, later.tally, later.unsound) == (2, Tally(93, 0, 0, 9), ()), "a page kept from an earlier build was checked then"
    assert year_tally(register, 1999, {}).tally == Tally(0, 0, 0, 0)


def test_a_finding_on_last_year_stands_for_each_of_its_cells_and_one_on_a_sum_only_for_all() -> None:
    before = (Address("a", 2020, "figures", "z"),)
    across = Finding(Address("a", 2021), Text("", ""), cells=("x", "y"), expected="1", accepted="已说明", related=before)
    within = Finding(Address("a", 2021), Text("", ""), cells=("v", "w"), expected="1", accepted="如此")
    assert accepted_reasons([across, within]) == {
        frozenset({"x"}): "已说明",
        frozenset({"y"}): "已说明",
        frozenset({"x", "y"}): "已说明",
        frozenset({"v", "w"}): "如此",
    }


def test_what_lets_a_carry_over_stand_says_nothing_of_the_sum_over_agencies() -> None:
    below, before = (Address("b", 2021, "figures", "x"),), (Address("a", 2020, "figures", "y"),)
    rollup = Comparison("rollup", "l", "x", (Term("x", ""),), (Term("x", "", "b", 2021),), Relation.AT_LEAST)
    carried = Comparison("carry_over", "l", "x", (Term("y", "", "", 2020),), (Term("x", ""),))
    sums, years = assess(rollup, [Decimal(1)], [Decimal(2)]), assess(carried, [Decimal(1)], [Decimal(2)])
    of_sums = Finding(Address("a", 2021), Text("", ""), cells=("x", "w"), expected="1", accepted="合", related=below, check="rollup")
    of_years = Finding(Address("a", 2021), Text("", ""), cells=("x",), expected="1", accepted="年", related=before)
    assert (reason_of(sums, accepted_reasons([of_years])), reason_of(years, accepted_reasons([of_sums]))) == (None, None)
    both = accepted_reasons([of_years, of_sums])
    assert (reason_of(sums, both), reason_of(years, both)) == ("合", "年")


def test_reasons_of_one_finding_do_not_displace_those_of_another() -> None:
    within = Finding(Address("a", 2021), Text("", ""), cells=("v", "w"), expected="1", accepted="如此")
    across = Finding(Address("a", 2021), Text("", ""), cells=("x",), expected="1", accepted="已说明", related=(Address("a", 2020),))
    assert accepted_reasons([within, across]) == {frozenset({"v", "w"}): "如此", frozenset({"x"}): "已说明"}


def test_numbers_of_another_year_are_not_the_report_s_own() -> None:
    left = (Term("a@last", "", "", 2020), Term("b@other", "", "b", 2021))
    assert cells_of(Comparison("k", "l", "a@now", left, (Term("a@now", ""),))) == {"a@now"}
