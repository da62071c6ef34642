"""What stands beside a report."""

from giar_site.derive import neighbouring_years, others_of_year, register_of
from giar_site.model import Withheld
from tests.derive.made import agency, site


def test_the_neighbouring_years_are_the_nearest_published_ones() -> None:
    register = register_of(site(agency("a", 2019, 2021, 2024), withheld=(Withheld("a", 2022),)))
    years = neighbouring_years(register, "a", 2021)
    assert years.previous is not None
    assert years.next is not None
    assert (years.previous.year, years.next.year) == (2019, 2024)
    assert neighbouring_years(register, "a", 2019).previous is None
    assert neighbouring_years(register, "a", 2024).next is None


def test_others_of_the_same_kind_come_first() -> None:
    made = site(agency("g", 2020, kind="government"), agency("t1", 2020, kind="township"), agency("o", 2020, kind="office"))
    made = site(*made.agencies, agency("t2", 2020, kind="township"), agency("t3", 2021, kind="township"))
    others = others_of_year(register_of(made), "t2", 2020)
    assert [each.agency.slug for each in others.same_kind] == ["t1"]
    assert [each.agency.slug for each in others.other_kinds] == ["g", "o"]
    assert others.more == 0


def test_the_groups_end_where_the_kind_changes_and_at_both_ends_of_the_line() -> None:
    departments = (agency("d1", 2020), agency("d2", 2020), agency("d3", 2020))
    register = register_of(site(agency("g", 2020, kind="government"), *departments, agency("t", 2020, kind="township")))
    found = {slug: others_of_year(register, slug, 2020) for slug in ("g", "d1", "d2", "t")}
    assert {
        slug: ([each.agency.slug for each in both.same_kind], [each.agency.slug for each in both.other_kinds])
        for slug, both in found.items()
    } == {
        "g": ([], ["d1", "d2", "d3", "t"]),
        "d1": (["d2", "d3"], ["g", "t"]),
        "d2": (["d1", "d3"], ["g", "t"]),
        "t": ([], ["g", "d1", "d2", "d3"]),
    }
    alone = register_of(site(*departments))
    assert [each.agency.slug for each in others_of_year(alone, "d3", 2020).same_kind] == ["d1", "d2"]
    assert [each.agency.slug for each in others_of_year(alone, "d2", 2020).same_kind] == ["d1", "d3"]


def test_of_many_others_the_thirty_nearest_in_order_are_shown_and_the_rest_counted() -> None:
    made = site(*(agency(f"a{number:03}", 2020) for number in range(200)), agency("z", 2020, kind="township"))
    register = register_of(made)
    others = others_of_year(register, "a100", 2020)
    shown = [each.agency.slug for each in others.same_kind]
    assert shown == [f"a{number:03}" for number in range(85, 116) if number != 100]
    assert (others.other_kinds, others.more) == ((), 170)
    first = [each.agency.slug for each in others_of_year(register, "a000", 2020).same_kind]
    assert first == [f"a{number:03}" for number in range(1, 31)]
    last = [each.agency.slug for each in others_of_year(register, "a199", 2020).same_kind]
    assert last == [f"a{number:03}" for number in range(169, 199)]


def test_a_small_group_is_filled_up_with_its_neighbours_of_other_kinds() -> None:
    made = site(
        *(agency(f"d{number:03}", 2020) for number in range(100)), agency("t1", 2020, kind="township"), agency("t2", 2020, kind="township")
    )
    others = others_of_year(register_of(made), "t1", 2020)
    assert [each.agency.slug for each in others.same_kind] == ["t2"]
    assert len(others.other_kinds) == 29
    assert others.other_kinds[-1].agency.slug == "d099"
    assert others.more == 71
