"""Totals of a year: what is in them, what is not, and why."""

from giar_site.derive import YearTotals, register_of, totals_of_year
from giar_site.model import Site, Withheld
from giar_site.settings import Expected
from tests.derive.made import BLANK, RECEIVED, agency, change, figures, plain, report, site


def totals(made: Site, year: int = 2020) -> YearTotals:
    return totals_of_year(register_of(made), year)


def received(found: YearTotals) -> object:
    return next(each.value for each in found.totals if each.key == "received")


def test_coverage_counts_every_agency_of_the_site() -> None:
    found = totals(site(agency("a", 2020, received=5), agency("b", 2020, received=7), agency("c", 2021)))
    assert (found.expected, found.published, found.counted) == (3, 2, 2)
    assert [each.slug for each in found.missing] == ["c"]
    assert received(found) == 12


def test_a_kept_report_counts_like_any_other() -> None:
    kept = Withheld("b", 2020, figures(2019, {RECEIVED: plain(7)}))
    found = totals(site(agency("a", 2020, received=5), agency("b"), withheld=(kept,)))
    assert (found.published, received(found)) == (2, 12)


def test_a_withheld_report_without_an_earlier_page_is_missing() -> None:
    found = totals(site(agency("a", 2020, received=5), agency("b"), withheld=(Withheld("b", 2020),)))
    assert (found.published, [each.slug for each in found.missing]) == (1, ["b"])


def test_the_children_of_a_published_roll_up_are_not_counted_twice() -> None:
    made = site(
        agency("county", 2020, received=100, scope="rollup"),
        agency("bureau", 2020, received=30, parent="county"),
        agency("station", 2020, received=4, parent="bureau"),
        agency("stranger", 2020, received=7),
    )
    found = totals(made)
    assert received(found) == 107
    assert [(each.agency.slug, each.above.slug) for each in found.left_out] == [("bureau", "county"), ("station", "county")]
    assert (found.published, found.counted) == (4, 2)


def test_children_count_while_their_roll_up_is_not_published() -> None:
    made = site(agency("county", 2019, received=100, scope="rollup"), agency("bureau", 2020, received=30, parent="county"))
    found = totals(made)
    assert (received(found), found.left_out) == (30, ())


def test_a_parent_that_reports_only_on_itself_contains_nobody() -> None:
    made = site(agency("office", 2020, received=100, scope="own"), agency("bureau", 2020, received=30, parent="office"))
    assert received(totals(made)) == 130


def test_agencies_that_name_each_other_as_parent_end_the_search() -> None:
    made = site(agency("a", 2020, received=1, parent="b"), agency("b", 2020, received=2, parent="a"), agency("c", 2020, parent="c"))
    assert received(totals(made)) == 3
    ring = site(agency("a", 2020, parent="b"), agency("b", 2020, parent="c"), agency("c", 2020, parent="b"), agency("d", 2020, received=4))
    assert received(totals(ring)) == 4


def test_a_blank_is_told_and_not_taken_for_zero() -> None:
    blank = agency("b", reports=(report("b", 2020, {RECEIVED: BLANK}),))
    found = totals(site(agency("a", 2020, received=5), blank))
    assert [(each.value, each.blanks) for each in found.totals if each.key == "received"] == [(5, 1)]
    alone = totals(site(blank))
    assert [(each.value, each.blanks) for each in alone.totals if each.key == "received"] == [(None, 1)]
    both = totals(site(blank, agency("c", reports=(report("c", 2020, {RECEIVED: BLANK}),))))
    assert [(each.value, each.blanks) for each in both.totals if each.key == "received"] == [(None, 2)]


def test_every_total_has_its_year_and_its_label_and_no_blanks_where_none_are() -> None:
    found = totals(site(agency("a", 2020, received=5)))
    assert found.year == 2020
    assert [(each.key, each.label, each.blanks) for each in found.totals] == [
        (each.key, each.label, 0) for each in figures(2019).form.key_figures
    ]


def test_a_year_without_reports_has_no_totals() -> None:
    found = totals(site(agency("a", 2020), years=(2021,)), 2021)
    assert (found.published, found.totals) == (0, ())


def test_who_is_expected_without_a_folder_is_missing_by_name_and_who_is_not_expected_is_not() -> None:
    entries = (Expected(1, "b", first=2021), Expected(2, "", "丙局"), Expected(3, "", "丁局", last=2019))
    found = totals(site(agency("a", 2020), agency("b"), agency("e"), expected=entries))
    assert ([each.slug for each in found.missing], found.unknown) == (["e"], ("丙局",))
    assert (found.expected, found.published) == (3, 1)


def test_agencies_are_not_missing_after_their_end_nor_before_their_beginning() -> None:
    made = site(
        agency("old", 2020, lineage=(change("abolished", "2021-03-01"),)),
        agency("new", 2022, lineage=(change("founded", "2022-02-01"),)),
        agency("late"),
    )
    told = {year: totals(made, year) for year in (2020, 2021, 2022)}
    assert {year: (found.expected, found.published, [each.slug for each in found.missing]) for year, found in told.items()} == {
        2020: (2, 1, ["late"]),
        2021: (1, 0, ["late"]),
        2022: (2, 1, ["late"]),
    }


def test_one_that_published_all_the_same_counts_as_expected() -> None:
    made = site(agency("old", 2020, 2022, lineage=(change("abolished", "2021-03-01"),)))
    assert (totals(made, 2022).expected, totals(made, 2022).published) == (1, 1)
