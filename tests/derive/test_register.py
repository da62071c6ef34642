"""The register says who has published what, in the order of the kinds of agency."""

from giar_site.derive import Standing, register_of
from giar_site.model import Withheld
from tests.derive.made import agency, figures, site


def test_agencies_are_grouped_by_kind_in_the_order_of_the_kinds() -> None:
    made = site(agency("a", kind="township"), agency("b", kind="office"), agency("c", kind="government"), agency("d", kind="office"))
    groups = [(group.kind, [each.slug for each in group.agencies]) for group in register_of(made).groups]
    assert groups == [("government", ["c"]), ("office", ["b", "d"]), ("township", ["a"])]


def test_a_report_a_kept_one_and_a_missing_one_stand_differently() -> None:
    made = site(agency("a", 2020), agency("b"), agency("c"), withheld=(Withheld("b", 2020, figures(2019)), Withheld("c", 2020)))
    register = register_of(made)
    standings = [register.standing(slug, 2020) for slug in "abc"]
    assert [(each.published, each.kept) for each in standings] == [(True, False), (True, True), (False, False)]
    assert [each.agency.slug for each in register.by_year[2020]] == ["a", "b"]
    assert register.standing("a", 2019) == Standing(made.agencies[0], 2019)
    assert not register.standing("a", 2019).published


def test_the_years_of_an_agency_come_oldest_first() -> None:
    made = site(agency("a", 2019, 2022), agency("b", 2020), withheld=(Withheld("a", 2021),))
    assert [each.year for each in register_of(made).years_of(made.agencies[0])] == [2019, 2021, 2022]


def test_a_withheld_report_of_an_unknown_agency_is_passed_over() -> None:
    made = site(agency("a", 2020), withheld=(Withheld("gone", 2020, figures(2019)),))
    assert [each.agency.slug for each in register_of(made).by_year[2020]] == ["a"]
