"""Who goes on from whom, from when to when an agency reports, and whose figures a report takes over."""

import pytest

from giar_site.derive import Takeover, Turn, lifetime_of, lineage_of, old_folders, register_of, takeover_of
from giar_site.model import Site, Withheld
from giar_site.reorganisation import former_names
from tests.derive.made import agency, change, site


def takeover(made: Site, slug: str, year: int) -> Takeover:
    return takeover_of(register_of(made), lineage_of(made), slug, year)


def steps(made: Site) -> list[tuple[str, str, int]]:
    return [(step.origin, step.heir, step.year) for step in lineage_of(made).steps]


def expected(made: Site, slug: str, years: range) -> list[int]:
    lifetime = lifetime_of(lineage_of(made), register_of(made).agencies[slug])
    return [year for year in years if lifetime.expected(year)]


def outside(made: Site, slug: str, years: range) -> list[tuple[int, Turn]]:
    lifetime = lifetime_of(lineage_of(made), register_of(made).agencies[slug])
    return [(year, turning.turn) for year in years if (turning := lifetime.outside(year))]


YEARS = range(2019, 2025)

# One agency alone


def test_an_agency_without_lineage_goes_on_from_itself_and_is_always_expected() -> None:
    made = site(agency("a", 2020))
    assert takeover(made, "a", 2020) == Takeover(("a",), ("a",))
    assert expected(made, "a", YEARS) == list(YEARS)
    assert outside(made, "a", YEARS) == []
    assert steps(made) == []


def test_a_new_name_in_the_same_folder_is_no_step() -> None:
    renamed = (
        change("renamed", "2023-03-01", "某市商务局", former_name="某市外贸局"),
        change("renamed", "2019-03-01", former_name="某市外经委"),
    )
    made = site(agency("a", 2022, 2023, lineage=renamed))
    assert steps(made) == []
    assert former_names(renamed) == ("某市外经委", "某市商务局", "某市外贸局")
    later_first = (change("merged", "2023-03-01", "某市粮食局", former_name="某市经信局"), change("renamed", "2021-01-01", "某市经委"))
    assert former_names(later_first) == ("某市经委", "某市经信局")
    assert takeover(made, "a", 2023) == Takeover(("a",), ("a",))
    assert expected(made, "a", YEARS) == list(YEARS)


def test_one_that_was_merged_had_another_name_only_where_it_says_so() -> None:
    assert former_names((change("merged", "2021-03-01", "某市外贸局"), change("founded", "2020-01-01"))) == ()
    assert former_names((change("merged", "2021-03-01", "某市外贸局", former_name="某市经委"),)) == ("某市经委",)


def test_a_folder_that_was_renamed_away_is_the_agency_s_own() -> None:
    lineage = (
        change("renamed", "2021-03-01", "old"),
        change("renamed", "2022-03-01", "older", "old"),
        change("merged", "2020-01-01", "gone"),
    )
    made = site(agency("a", 2020, 2021, lineage=lineage), agency("b", 2022, lineage=(change("merged", "2022-05-01", "older", "b"),)))
    assert old_folders(made.agencies[0], {"a", "b"}) == ("old", "older")
    assert old_folders(made.agencies[0], {"a", "b", "older"}) == ("old",)
    assert lineage_of(made).moved == {"old": "a", "older": "a"}
    assert steps(made) == [("gone", "a", 2020), ("a", "b", 2022)]
    assert takeover(made, "a", 2021) == Takeover(("a",), ("a",))


def test_a_founded_agency_is_expected_from_its_year_on_and_an_abolished_one_before_its_end() -> None:
    made = site(agency("a", lineage=(change("abolished", "2022-06-30"), change("founded", "2021-01-15", number=2))))
    assert expected(made, "a", YEARS) == [2021]
    assert outside(made, "a", YEARS) == [(2019, Turn.BEGIN), (2020, Turn.BEGIN), (2023, Turn.END), (2024, Turn.END)]


def test_an_agency_may_come_back() -> None:
    lineage = (change("abolished", "2020-06-30"), change("founded", "2023-01-15"))
    made = site(agency("a", lineage=lineage))
    assert expected(made, "a", YEARS) == [2019, 2023, 2024]
    assert outside(made, "a", YEARS) == [(2021, Turn.END), (2022, Turn.END)]


# Renamed, both folders kept


def test_a_renamed_agency_begins_from_the_old_one_s_last_report() -> None:
    made = site(agency("new", 2021, 2022, lineage=(change("renamed", "2021-03-01", "old"),)), agency("old", 2019, 2020))
    assert steps(made) == [("old", "new", 2021)]
    assert takeover(made, "new", 2021) == Takeover(("old",), ("new",))
    assert takeover(made, "new", 2022) == Takeover(("new",), ("new",))
    assert takeover(made, "old", 2020) == Takeover(("old",), ("old",))
    assert takeover(made, "new", 2021).plain
    assert expected(made, "old", YEARS) == [2019, 2020]
    assert expected(made, "new", YEARS) == [2021, 2022, 2023, 2024]
    assert outside(made, "old", YEARS) == [(2022, Turn.END), (2023, Turn.END), (2024, Turn.END)]
    assert outside(made, "new", YEARS) == [(2019, Turn.BEGIN), (2020, Turn.BEGIN)]


def test_a_renamed_agency_with_earlier_reports_of_its_own_still_begins_from_the_old_one() -> None:
    made = site(agency("new", 2020, 2021, lineage=(change("renamed", "2021-03-01", "old"),)), agency("old", 2020))
    assert takeover(made, "new", 2021) == Takeover(("old",), ("new",))


def test_late_in_the_year_the_old_agency_may_still_report_on_it() -> None:
    made = site(agency("new", 2022, lineage=(change("renamed", "2021-12-20", "old"),)), agency("old", 2020, 2021))
    assert steps(made) == [("old", "new", 2022)]
    assert takeover(made, "new", 2022) == Takeover(("old",), ("new",))
    assert takeover(made, "old", 2021) == Takeover(("old",), ("old",))
    assert expected(made, "new", YEARS) == [2022, 2023, 2024]
    assert expected(made, "old", YEARS) == [2019, 2020]
    assert outside(made, "old", range(2021, 2023)) == [(2022, Turn.END)]


def test_a_withheld_report_counts_as_reported() -> None:
    renamed = agency("new", 2022, lineage=(change("renamed", "2021-12-20", "old"),))
    assert steps(site(renamed, agency("old", 2020), withheld=(Withheld("old", 2021),))) == [("old", "new", 2022)]


def test_where_both_report_the_year_of_the_change_nobody_can_tell_whose_figures_are_whose() -> None:
    made = site(agency("new", 2021, 2022, 2023, lineage=(change("renamed", "2021-06-01", "old"),)), agency("old", 2020, 2021))
    assert not takeover(made, "new", 2021).clear
    assert takeover(made, "old", 2021) == Takeover(("old",), ("old",)), "who reports begins from itself"
    assert not takeover(made, "new", 2022).clear, "what the old one carried out may come in late"
    assert takeover(made, "new", 2023).clear
    assert takeover(made, "old", 2020).clear
    assert expected(made, "old", YEARS) == [2019, 2020]


@pytest.mark.parametrize("kind", ["renamed", "merged"])
def test_one_that_reports_on_in_later_years_has_not_ended_whatever_is_said_of_it(kind: str) -> None:
    made = site(agency("new", 2023, lineage=(change(kind, "2021-06-01", "old"),)), agency("old", 2020, 2021, 2022))
    [step] = lineage_of(made).steps
    assert (step.denied, step.both, step.apart, step.clear, step.year) == (True, False, True, False, 2022)
    assert [takeover(made, "old", year) for year in (2021, 2022)] == [Takeover(("old",), ("old",))] * 2
    assert not takeover(made, "new", 2022).clear
    assert expected(made, "old", YEARS) == list(YEARS)
    assert outside(made, "old", YEARS) == []


def test_one_that_says_itself_that_it_ended_is_not_denied() -> None:
    ended = agency("old", 2020, 2022, lineage=(change("abolished", "2021-06-01"),))
    [step] = lineage_of(site(agency("new", 2021, lineage=(change("renamed", "2021-06-01", "old"),)), ended)).steps
    assert (step.denied, step.apart, step.clear) == (False, False, True)


def test_a_folder_that_two_claim_is_neither_s_and_each_goes_on_from_itself() -> None:
    renamed = (change("renamed", "2021-03-01", "old"),)
    made = site(agency("a", 2020, 2021, lineage=renamed), agency("b", 2020, 2021, lineage=renamed))
    assert (lineage_of(made).moved, lineage_of(made).contested) == ({}, {"old": ("a", "b")})
    assert steps(made) == []
    assert takeover(made, "b", 2021) == Takeover(("b",), ("b",))


# Merged


def test_a_merged_agency_begins_from_all_it_was_made_of() -> None:
    made = site(agency("c", 2021, lineage=(change("merged", "2021-03-01", "a", "b"),)), agency("a", 2020), agency("b", 2020))
    assert takeover(made, "c", 2021) == Takeover(("a", "b"), ("c",))
    assert not takeover(made, "c", 2021).plain
    assert expected(made, "c", YEARS) == [2021, 2022, 2023, 2024]
    assert expected(made, "b", YEARS) == [2019, 2020]


@pytest.mark.parametrize(("origins", "years"), [(("a", "b"), (2021,)), (("b",), (2020, 2021))])
def test_an_agency_that_took_another_in_begins_from_itself_too(origins: tuple[str, ...], years: tuple[int, ...]) -> None:
    made = site(agency("a", *years, lineage=(change("merged", "2021-03-01", *origins),)), agency("b", 2020))
    assert takeover(made, "a", 2021) == Takeover(("a", "b"), ("a",))


def test_one_that_names_itself_was_there_before() -> None:
    made = site(agency("a", 2021, lineage=(change("merged", "2021-03-01", "a", "b"),)), agency("b", 2020))
    assert expected(made, "a", YEARS) == list(YEARS)
    assert outside(made, "a", YEARS) == []


def test_an_abolished_agency_s_figures_go_to_the_one_it_names_which_was_there() -> None:
    made = site(agency("a", 2020, lineage=(change("abolished", "2021-03-01", to=("d",)),)), agency("d", 2021))
    assert steps(made) == [("a", "d", 2021)]
    assert takeover(made, "d", 2021) == Takeover(("a", "d"), ("d",))
    assert expected(made, "d", YEARS) == list(YEARS)


def test_one_founded_in_that_year_to_take_over_was_not_there() -> None:
    made = site(
        agency("a", 2020, lineage=(change("abolished", "2021-03-01", to=("d",)),)),
        agency("d", 2021, lineage=(change("founded", "2021-02-01"),)),
    )
    assert takeover(made, "d", 2021) == Takeover(("a",), ("d",))


def test_one_founded_in_another_year_was() -> None:
    made = site(
        agency("a", 2020, lineage=(change("abolished", "2021-03-01", to=("d",)),)),
        agency("d", 2021, lineage=(change("founded", "2020-02-01"),)),
    )
    assert takeover(made, "d", 2021) == Takeover(("a", "d"), ("d",))


def test_what_both_sides_tell_is_one_step_and_the_heir_s_word_counts() -> None:
    made = site(
        agency("a", 2020, lineage=(change("abolished", "2021-03-05", to=("d",)),)),
        agency("d", 2021, lineage=(change("merged", "2021-03-01", "a", "b"),)),
        agency("b", 2020),
    )
    [first, second] = lineage_of(made).steps
    assert (first.origin, first.change.kind, second.origin) == ("a", "merged", "b")
    assert takeover(made, "d", 2021) == Takeover(("a", "b"), ("d",))


def test_the_same_pair_may_come_together_twice_in_different_years() -> None:
    lineage = (change("merged", "2020-03-01", "a", "d"), change("merged", "2023-03-01", "a", "d"))
    assert steps(site(agency("d", lineage=lineage), agency("a"))) == [("a", "d", 2020), ("a", "d", 2023)]


def test_an_agency_not_on_the_site_is_an_origin_by_its_name() -> None:
    made = site(agency("c", 2021, lineage=(change("merged", "2021-03-01", "a", "某市外办"),)), agency("a", 2020))
    assert takeover(made, "c", 2021) == Takeover(("a", "某市外办"), ("c",))


def test_an_heir_not_on_the_site_changes_nothing_for_the_years_before() -> None:
    made = site(agency("a", 2020, 2021, 2022, lineage=(change("abolished", "2022-03-01", to=("某市外办",)),)))
    assert steps(made) == [("a", "某市外办", 2023)]
    assert takeover(made, "a", 2022) == Takeover(("a",), ("a",))


# Split


def split(*years_of_c: int, kept: bool = False, abolished: bool = False) -> Site:
    lineage = (change("split", "2021-03-01", "c"),)
    own = lineage if kept else (change("abolished", "2021-03-01"),) if abolished else ()
    return site(agency("a", 2021, 2022, lineage=lineage), agency("b", 2021, 2022, lineage=lineage), agency("c", *years_of_c, lineage=own))


def test_what_a_split_agency_carried_out_goes_to_all_that_came_of_it() -> None:
    made = split(2019, 2020)
    assert takeover(made, "a", 2021) == takeover(made, "b", 2021) == Takeover(("c",), ("a", "b"))
    assert not takeover(made, "a", 2021).plain
    assert expected(made, "c", YEARS) == [2019, 2020]
    assert expected(made, "a", YEARS) == [2021, 2022, 2023, 2024]


def test_one_that_stayed_is_among_them() -> None:
    made = split(2020, 2021, kept=True)
    assert takeover(made, "c", 2021) == takeover(made, "b", 2021) == Takeover(("c",), ("a", "b", "c"))
    assert takeover(made, "a", 2022) == Takeover(("a",), ("a",))
    assert expected(made, "c", YEARS) == list(YEARS)


@pytest.mark.parametrize("years", [(2020, 2021), (2020, 2022)])
def test_one_that_reports_on_and_says_nothing_leaves_it_open(years: tuple[int, ...]) -> None:
    made = split(*years)
    assert not takeover(made, "a", 2021).clear
    assert takeover(made, "a", 2022).clear is (2021 not in years)
    assert [step.untold for step in lineage_of(made).steps] == [True, True]
    assert expected(made, "c", YEARS) == list(YEARS)


def test_one_that_says_it_ended_is_believed() -> None:
    made = split(2020, 2022, abolished=True)
    assert takeover(made, "a", 2021) == Takeover(("c",), ("a", "b"))
    assert expected(made, "c", YEARS) == [2019, 2020]
    assert outside(made, "c", range(2021, 2023)) == [(2022, Turn.END)]


def test_a_part_that_came_back_later_is_no_circle() -> None:
    made = site(
        agency("a", 2021, 2022, lineage=(change("split", "2021-03-01", "c"),)),
        agency("c", *range(2020, 2024), lineage=(change("split", "2021-03-01", "c"), change("merged", "2023-03-01", "a", "c"))),
    )
    assert takeover(made, "c", 2021) == Takeover(("c",), ("a", "c"))
    assert takeover(made, "c", 2023) == Takeover(("a", "c"), ("c",))


# Chains


def test_changes_in_several_years_follow_upon_each_other() -> None:
    made = site(
        agency("a", 2019),
        agency("b", 2020, lineage=(change("renamed", "2020-03-01", "a"),)),
        agency("c", 2021, lineage=(change("renamed", "2021-03-01", "b"),)),
    )
    assert takeover(made, "b", 2020) == Takeover(("a",), ("b",))
    assert takeover(made, "c", 2021) == Takeover(("b",), ("c",))


def test_changes_of_one_year_are_followed_to_both_ends() -> None:
    made = site(
        agency("a", 2020),
        agency("b", lineage=(change("renamed", "2021-03-01", "a"),)),
        agency("c", 2021, lineage=(change("merged", "2021-10-01", "b", "c", "d"),)),
        agency("d", 2020),
    )
    assert takeover(made, "c", 2021) == Takeover(("a", "c", "d"), ("c",))


def test_one_passed_through_that_had_figures_of_its_own_is_an_origin_too() -> None:
    made = site(
        agency("a", 2020),
        agency("b", 2020, lineage=(change("merged", "2021-03-01", "a", "b"),)),
        agency("c", 2021, lineage=(change("renamed", "2021-10-01", "b"),)),
    )
    assert takeover(made, "c", 2021) == Takeover(("a", "b"), ("c",))


def test_who_shares_an_heir_with_somebody_split_belongs_to_the_same_takeover() -> None:
    made = site(
        agency("a", 2020),
        agency("b", 2020),
        agency("x", 2021, lineage=(change("split", "2021-03-01", "a"), change("merged", "2021-03-01", "b"))),
        agency("y", 2021, lineage=(change("split", "2021-03-01", "a"),)),
    )
    assert takeover(made, "y", 2021) == takeover(made, "x", 2021) == Takeover(("a", "b"), ("x", "y"))


def test_a_circle_ends() -> None:
    made = site(
        agency("a", 2020, lineage=(change("merged", "2021-03-01", "b"),)), agency("b", 2020, lineage=(change("merged", "2021-03-01", "a"),))
    )
    assert takeover(made, "a", 2021) == Takeover(("a", "b"), ("a",))


def test_steps_come_in_the_order_of_their_days() -> None:
    made = site(
        agency("c", lineage=(change("merged", "2022-03-01", "b", "a"), change("merged", "2021-03-01", "d", "c"))),
        *(agency(slug) for slug in "abd"),
    )
    assert steps(made) == [("d", "c", 2021), ("a", "c", 2022), ("b", "c", 2022)]
