"""Which agencies must report in a year, and which of them are not there."""

from giar_site.derive import Absence, absences, is_expected, without_folder
from giar_site.model import Site, Withheld
from giar_site.settings import Expected
from tests.derive.made import agency, change, site

TODAY = "2026-11-24"


def late(made: Site) -> list[Absence]:
    return list(absences(Site(made.settings, made.agencies, made.withheld, today=TODAY)))


def test_an_agency_nobody_speaks_of_is_always_expected() -> None:
    one, two = agency("a"), agency("b")
    made = site(one, two, expected=(Expected(1, "a", first=2021, last=2022),))
    assert [is_expected(made, one, year) for year in (2020, 2021, 2022, 2023)] == [False, True, True, False]
    assert is_expected(made, two, 2020)


def test_several_entries_on_an_agency_add_up() -> None:
    one = agency("a")
    made = site(one, expected=(Expected(1, "a", last=2019), Expected(2, "", "a机关", first=2021)))
    assert [is_expected(made, one, year) for year in (2019, 2020, 2021)] == [True, False, True]


def test_an_entry_with_a_folder_is_not_looked_up_by_name() -> None:
    one = agency("a")
    made = site(one, agency("b"), expected=(Expected(1, "z", "a机关", first=2021),))
    assert is_expected(made, one, 2020)
    assert (without_folder(made, 2020), without_folder(made, 2021)) == ((), ("a机关",))


def test_who_has_no_folder_is_called_by_name_else_by_folder() -> None:
    made = site(agency("a"), expected=(Expected(1, "a"), Expected(2, "b"), Expected(3, "c", "丙局"), Expected(4, "", "丁局", last=2020)))
    assert without_folder(made, 2020) == ("b", "丙局", "丁局")
    assert without_folder(made, 2021) == ("b", "丙局")


def test_absences_are_told_entry_by_entry_oldest_year_first() -> None:
    one, two = agency("a", 2020), agency("b", 2019, 2021)
    entries = (Expected(1, "a"), Expected(2, "b"), Expected(3, "", "丙局", first=2021))
    found = late(site(one, two, expected=entries))
    assert found == [Absence(entries[0], one, (2019, 2021)), Absence(entries[1], two, (2020,)), Absence(entries[2], None, (2021,))]


def test_a_report_that_is_withheld_is_not_absent() -> None:
    one = agency("a")
    made = site(one, agency("b", 2020), expected=(Expected(1, "a"),), withheld=(Withheld("a", 2020), Withheld("b", 2019)))
    assert [absence.years for absence in late(made)] == [(2019,)]


def test_a_site_without_years_misses_nobody() -> None:
    assert late(site(agency("a"), expected=(Expected(1, "a"),))) == []


MERGED = change("merged", "2021-03-01", "a", "b")


def test_who_ended_or_had_not_begun_is_not_expected_whatever_the_list_says() -> None:
    one, two = agency("a", 2019, 2020), agency("c", 2021, lineage=(MERGED,))
    made = site(one, agency("b"), two, expected=(Expected(1, "a"), Expected(2, "c")))
    assert [is_expected(made, one, year) for year in (2019, 2020, 2021, 2022)] == [True, True, False, False]
    assert [is_expected(made, two, year) for year in (2020, 2021)] == [False, True]
    assert late(made) == []


def test_an_entry_on_an_agency_that_was_merged_stands_for_the_one_that_goes_on() -> None:
    one, two, heir = agency("a", 2020), agency("b", 2020), agency("c", 2021, lineage=(MERGED,))
    entries = (Expected(1, "a"), Expected(2, "b"))
    assert late(site(one, two, heir, expected=entries)) == []
    assert late(site(one, two, heir, expected=entries, years=(2019, 2022))) == [
        Absence(entries[0], one, (2019,)),
        Absence(entries[0], heir, (2022,)),
        Absence(entries[1], two, (2019,)),
    ], "the heir is told of once, though two entries lead to it"


def test_an_entry_is_followed_on_as_far_as_agencies_went() -> None:
    first = agency("a", 2019, lineage=(change("abolished", "2020-05-01", to=("b",)),))
    second = agency("b", 2020, lineage=(change("abolished", "2021-05-01", to=("c",)),))
    third = agency("c", 2021, lineage=(change("founded", "2021-05-01"),))
    entry = Expected(1, "a")
    assert late(site(first, second, third, expected=(entry,))) == []
    assert late(site(first, second, third, expected=(entry,), years=(2022,))) == [Absence(entry, third, (2022,))]


def test_an_agency_abolished_with_nobody_to_go_on_is_not_missed() -> None:
    gone = agency("a", 2019, lineage=(change("abolished", "2020-05-01"),))
    made = site(gone, agency("b", 2021), expected=(Expected(1, "a"),))
    assert late(made) == []
    assert without_folder(made, 2021) == ()


def test_its_own_report_on_the_year_it_ended_in_is_enough() -> None:
    gone = agency("a", 2020, 2021, lineage=(change("abolished", "2021-05-01", to=("b",)),))
    assert late(site(gone, agency("b", 2020), expected=(Expected(1, "a"),))) == []


def test_an_agency_that_was_split_and_kept_answers_for_itself() -> None:
    kept = agency("a", 2020, 2021, lineage=(change("split", "2021-05-01", "a"),))
    new = agency("b", lineage=(change("split", "2021-05-01", "a"),))
    entry = Expected(1, "a")
    assert late(site(kept, new, expected=(entry,))) == []
    assert late(site(kept, new, expected=(entry,), years=(2022,))) == [Absence(entry, kept, (2022,))]


def test_an_heir_with_an_entry_of_its_own_is_expected_when_that_says() -> None:
    heir = agency("c", 2023, lineage=(MERGED,))
    made = site(agency("a", 2020), agency("b"), heir, expected=(Expected(1, "a"), Expected(2, "c", first=2023)), years=(2022,))
    assert late(made) == []


def test_an_entry_by_a_former_folder_or_name_means_the_agency() -> None:
    renamed = agency("a", 2021, lineage=(change("renamed", "2021-03-01", "old", "某县旧局"),))
    for entry in (Expected(1, "old"), Expected(1, "", "某县旧局")):
        made = site(renamed, agency("b", 2020), expected=(entry,), years=(2022,))
        assert without_folder(made, 2022) == ()
        assert late(made) == [Absence(entry, renamed, (2020, 2022))]
        assert not is_expected(site(renamed, expected=(entry._replace(last=2021),)), renamed, 2022)


def test_a_name_that_another_agency_bears_now_means_that_one() -> None:
    renamed = agency("b", 2021, lineage=(change("renamed", "2021-03-01", former_name="a机关"),))
    now = agency("a", 2020)
    assert late(site(now, renamed, expected=(Expected(1, "", "a机关", first=2021),))) == [
        Absence(Expected(1, "", "a机关", first=2021), now, (2021,))
    ]


def test_an_agency_that_never_had_a_folder_is_unknown_until_one_here_goes_on_from_it() -> None:
    heir = agency("c", 2021, lineage=(change("merged", "2021-03-01", "某县甲局", "某县乙局"),))
    entries = (Expected(1, "", "某县甲局"), Expected(2, "jia", "某县乙局"), Expected(3, "", "某县甲局"))
    made = site(heir, agency("b", 2020), expected=entries, years=(2022,))
    assert [without_folder(made, year) for year in (2020, 2021, 2022)] == [("某县甲局", "某县乙局"), (), ()]
    assert late(made) == [Absence(entries[0], None, (2020,)), Absence(entries[0], heir, (2022,)), Absence(entries[1], None, (2020,))]
