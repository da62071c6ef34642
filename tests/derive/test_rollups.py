"""A roll-up against what it sums."""

from decimal import Decimal

from giar_site.derive import CellSum, against_children, children_of, rollups_of
from giar_site.settings import Expected
from tests.derive.made import BLANK, agency, converted, plain, report, site

LICENSING = "disclosure.licensing@decisions"
PENALTIES = "disclosure.penalties@decisions"
PROCUREMENT = "disclosure.procurement@amount"


def told(sums: tuple[CellSum, ...]) -> dict[str, tuple[int, int, bool]]:
    """The sums in which there is a number."""
    return {each.cell.id: (int(each.own), int(each.children), each.whole) for each in sums if each.own or each.children}


def test_children_are_those_who_name_the_agency_in_the_sites_order() -> None:
    county, two, one = agency("county"), agency("b", parent="county"), agency("a", parent="county")
    made = site(county, two, agency("c", parent="b"), one, agency("d"))
    assert children_of(made, county) == (two, one)
    assert children_of(made, one) == ()


def test_each_year_is_compared_with_the_reports_of_that_year() -> None:
    county = agency("county", reports=(report("county", 2021, {LICENSING: plain(9)}), report("county", 2022)), scope="rollup")
    one = agency("a", reports=(report("a", 2021, {LICENSING: plain(2)}), report("a", 2022, {LICENSING: plain(3)})), parent="county")
    two = agency("b", reports=(report("b", 2021, {LICENSING: plain(4), PENALTIES: plain(1)}),), parent="county")
    first, second = rollups_of(site(county, one, two), county)
    assert (first.report, [each.report for each in first.published], first.missing) == (
        county.reports[0],
        [one.reports[0], two.reports[0]],
        (),
    )
    assert told(first.sums) == {LICENSING: (9, 6, True), PENALTIES: (0, 1, True)}
    assert ([each.report for each in second.published], second.missing) == ([one.reports[1]], (two,))
    assert told(second.sums) == {LICENSING: (0, 3, True)}
    assert len(first.sums) == 200


def test_only_a_roll_up_is_one_and_only_with_children() -> None:
    own = agency("county", 2022)
    child = agency("a", 2022, parent="county")
    assert rollups_of(site(own, child), own) == ()
    assert len(against_children(site(own, child), own)) == 1
    alone = agency("county", 2022, scope="rollup")
    assert rollups_of(site(alone), alone) == ()


def test_nothing_is_compared_where_no_child_has_reported() -> None:
    county = agency("county", 2022, scope="rollup")
    child = agency("a", parent="county")
    [found] = rollups_of(site(county, child), county)
    assert (found.published, found.missing, found.sums) == ((), (child,), ())


def test_a_child_that_is_not_expected_is_not_missing() -> None:
    county = agency("county", 2022, scope="rollup")
    made = site(county, agency("a", parent="county"), expected=(Expected(1, "a", last=2021),))
    assert rollups_of(made, county)[0].missing == ()


def test_a_sum_is_whole_when_every_child_has_the_figure() -> None:
    county = agency("county", reports=(report("county", 2021, {LICENSING: BLANK}),), scope="rollup")
    blank = agency("a", reports=(report("a", 2021, {PENALTIES: BLANK}),), parent="county")
    old = agency("b", reports=(report("b", 2021, {PENALTIES: plain(2), LICENSING: plain(1)}, edition=2019),), parent="county")
    [found] = rollups_of(site(county, blank, old), county)
    assert told(found.sums) == {PENALTIES: (0, 2, False)}
    whole = {each.cell.id: each.whole for each in found.sums}
    assert LICENSING not in whole  # the roll-up's own is blank
    assert whole["disclosure.coercion@decisions"] is True
    assert whole["disclosure.rules@issued"] is False  # the old form has no such row


def test_cells_that_no_child_has_are_left_out() -> None:
    county = agency("county", 2021, scope="rollup")
    old = agency("b", reports=(report("b", 2021, edition=2019),), parent="county")
    [found] = rollups_of(site(county, old), county)
    assert "disclosure.rules@issued" not in {each.cell.id for each in found.sums}


def test_amounts_in_one_unit_are_added() -> None:
    county = agency("county", reports=(report("county", 2020, {PROCUREMENT: converted("5万元", "5", "万元")}),), scope="rollup")
    one = agency("a", reports=(report("a", 2020, {PROCUREMENT: converted("2.5万元", "2.5", "万元")}),), parent="county")
    two = agency("b", 2020, parent="county")
    [found] = rollups_of(site(county, one, two), county)
    assert [(each.own, each.children, each.whole) for each in found.sums if each.cell.id == PROCUREMENT] == [
        (Decimal(5), Decimal("2.5"), True)
    ]
