"""Which agencies must report in a year, and which of them are not there."""

from giar_site.derive import Absence, absences, is_expected, without_folder
from giar_site.model import Site, Withheld
from giar_site.settings import Expected
from tests.derive.made import agency, site

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
