"""What is known of a place that a correction is about, version by version."""

from giar_site.derive import Standings, places_recorded, standings_of, version_of
from giar_site.model import Agency, Attachment, Metadata, Passage
from tests.derive.made import RECEIVED, plain, report

SECTIONS = (Passage("overview", "一、总体情况", "甲", "<p>甲</p>", "d1"),)
BEFORE = version_of(
    report(
        "a",
        2021,
        {RECEIVED: plain(1)},
        metadata=Metadata(published="2022-01-20", attachments=(Attachment("附表", "a.pdf", 5, "f1"),)),
        sections=SECTIONS,
    ),
    agency=Agency("a", "甲局"),
)
NOW = version_of(
    report(
        "a",
        2021,
        {RECEIVED: plain(2)},
        metadata=Metadata("年报", attachments=(Attachment("别的", "a.pdf", 5, "f1"),)),
        sections=(SECTIONS[0]._replace(digest="d2"),),
    ),
    agency=Agency("a", "乙局", scope="rollup"),
)
OLD = BEFORE._replace(texts={key: text for key, text in BEFORE.texts.items() if key in {"title", "published", "overview", "files/a.pdf"}})


def test_of_a_cell_a_field_and_what_the_page_shows_the_texts_are_known() -> None:
    versions = (BEFORE, NOW)
    assert standings_of(versions, RECEIVED) == Standings(texts=("1", "2"))
    assert standings_of(versions, "published") == Standings(texts=("2022-01-20", ""))
    assert standings_of(versions, "name") == Standings(texts=("甲局", "乙局"))
    assert standings_of(versions, "scope") == Standings(texts=("own", "rollup"))
    assert standings_of(versions, "title") == Standings(texts=("甲局2021年政府信息公开工作年度报告", "年报"))
    assert all(standings_of(versions, at).held for at in (RECEIVED, "published", "name", "scope", "title"))


def test_a_cell_that_only_another_edition_has_was_or_is_blank() -> None:
    older = version_of(report("a", 2019, {"disclosure.rules@produced": plain(3)}))
    assert standings_of((older, NOW), "disclosure.rules@produced") == Standings(texts=("3", ""))
    assert {"disclosure.rules@produced", RECEIVED, "preamble"} <= places_recorded((older, NOW))


def test_of_a_part_only_that_it_differs() -> None:
    changed = standings_of((BEFORE, NOW), "overview")
    assert (changed, changed.in_words, changed.held) == (Standings(digests=("d1", "d2")), True, False)
    since = standings_of((BEFORE, NOW, NOW), "overview")
    assert (since.in_words, since.held) == (False, False), "not since it was published last"


def test_of_a_file_its_title_too_which_counts_where_only_that_changed() -> None:
    changed = standings_of((BEFORE, NOW), "files/a.pdf")
    assert (changed, changed.in_words, changed.held) == (Standings(("附表", "别的"), ("f1", "f1")), False, True)
    same = standings_of((BEFORE, BEFORE), "files/a.pdf")
    assert (same.in_words, same.held) == (False, False)
    gone = standings_of((BEFORE, NOW._replace(texts={})), "files/a.pdf")
    assert (gone, gone.in_words) == (Standings(digests=("f1", "")), True)


def test_what_an_older_version_does_not_say_only_a_person_can_judge() -> None:
    for at in ("name", "scope", "attachments", "files/a.pdf"):
        assert standings_of((OLD, NOW), at) == Standings()
        assert standings_of((OLD, NOW), at).in_words
    assert standings_of((OLD, NOW), "title") == Standings(texts=("", "年报"))


def test_a_place_recorded_is_also_one_that_is_gone() -> None:
    found = places_recorded((BEFORE, NOW._replace(texts={"files/b.pdf": "f2"})))
    assert {"files/a.pdf", "files/b.pdf", "overview", "published", RECEIVED} <= found
    assert not {"name", "printed_title", "title of files/a.pdf"} & found
    assert places_recorded(()) == frozenset()
