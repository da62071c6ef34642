"""What was published of a report before, also under the folder its agency had then."""

from dataclasses import replace

from giar_site.derive import answers_for, text_when_published, version_of, versions_of
from giar_site.locked import Locked
from giar_site.model import Correction, Site
from tests.derive.made import RECEIVED, agency, change, plain, report, site

FIRST = version_of(report("a", 2021, {RECEIVED: plain(1)}), "2022-01-20")
CORRECTED = Correction("2022-03-01", RECEIVED, "1", "2", "漏计")
SECOND = version_of(report("a", 2021, {RECEIVED: plain(2)}, corrections=(CORRECTED,)), "2022-03-01")
ANOTHER = version_of(report("a", 2021, {RECEIVED: plain(2)}), "2022-03-01")


def locked(made: Site, locks: dict[tuple[str, int], tuple[Locked, ...]]) -> Site:
    return replace(made, locked=locks)


def test_a_report_s_versions_are_those_under_its_own_address() -> None:
    made = locked(site(agency("a", 2021), agency("b", 2021)), {("a", 2021): (FIRST, SECOND), ("b", 2020): (FIRST,)})
    assert versions_of(made, "a", 2021) == (FIRST, SECOND)
    assert versions_of(made, "a", 2020) == ()
    assert versions_of(made, "b", 2021) == ()
    assert versions_of(made, "c", 2021) == ()


def test_until_a_renamed_folder_is_recorded_itself_those_under_the_former_one_are_its() -> None:
    renamed = agency("a", 2021, lineage=(change("renamed", "2022-02-01", "old"),))
    made = locked(site(renamed), {("old", 2021): (FIRST,)})
    assert versions_of(made, "a", 2021) == (FIRST,)
    assert versions_of(made, "a", 2022) == ()


def test_its_own_record_begins_with_them() -> None:
    renamed = agency("a", 2021, lineage=(change("renamed", "2022-02-01", "old"),))
    made = locked(site(renamed), {("a", 2021): (FIRST, SECOND), ("old", 2021): (FIRST,)})
    assert versions_of(made, "a", 2021) == (FIRST, SECOND)
    assert [answers_for(made, "a", folder, 2021) for folder in ("a", "old")] == [True, True]


def test_the_text_is_that_of_the_last_version() -> None:
    made = locked(site(agency("a", 2021)), {("a", 2021): (FIRST, SECOND)})
    assert text_when_published(made, "a", 2021, RECEIVED) == "2"
    assert text_when_published(made, "a", 2021, "disclosure.rules@produced") is None
    assert text_when_published(made, "a", 2020, RECEIVED) is None


def test_one_that_the_agency_published_itself_under_its_own_folder_has_no_other_before_it() -> None:
    renamed = agency("a", 2021, lineage=(change("renamed", "2022-02-01", "old"),))
    made = locked(site(renamed), {("a", 2021): (ANOTHER,), ("old", 2021): (FIRST,)})
    assert versions_of(made, "a", 2021) == (ANOTHER,)
    assert [answers_for(made, "a", folder, 2021) for folder in ("a", "old")] == [True, False]
    alone = locked(site(renamed), {("old", 2021): (FIRST,)})
    assert [answers_for(alone, "a", folder, 2021) for folder in ("a", "old")] == [False, True]
    assert [answers_for(alone, "b", folder, 2021) for folder in ("b", "old")] == [True, False]


def test_a_twin_that_was_recorded_for_itself_on_another_day_is_another_report() -> None:
    renamed = agency("a", 2021, lineage=(change("renamed", "2022-02-01", "old"),))
    made = locked(site(renamed), {("a", 2021): (FIRST._replace(date="2022-05-01"),), ("old", 2021): (FIRST,)})
    assert [answers_for(made, "a", folder, 2021) for folder in ("a", "old")] == [True, False]


def test_former_folders_follow_each_other_by_the_days_of_their_renaming() -> None:
    lineage = (change("renamed", "2023-02-01", "middle"), change("renamed", "2022-02-01", "old"))
    made = locked(site(agency("a", 2021, lineage=lineage)), {("middle", 2021): (FIRST, SECOND), ("old", 2021): (FIRST,)})
    assert versions_of(made, "a", 2021) == (FIRST, SECOND)
    assert [answers_for(made, "a", folder, 2021) for folder in ("a", "middle", "old")] == [False, True, True]
