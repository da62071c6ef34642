"""A report as a version of what is published: what is recorded of it, and what is told of two versions that differ."""

from dataclasses import replace
from decimal import Decimal

import pytest

from giar_site import forms
from giar_site.derive import Change, field_value, figure_changes, new_corrections, original_figures, places_of, text_changes, version_of
from giar_site.derive.publication import lost_corrections, text_of
from giar_site.locked import Locked
from giar_site.model import Attachment, Correction, Figure, Metadata, Passage, Reading
from tests.derive.made import BLANK, RECEIVED, converted, plain, report

RULES = "disclosure.rules@issued"
NOW = report("a", 2021, {RECEIVED: plain(3), RULES: plain(4)}, metadata=Metadata("年报", "2022-01-20", "某发〔2022〕1号", "索1", "原网址"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "年报"), ("published", "2022-01-20"), ("document_number", "某发〔2022〕1号"), ("index_number", "索1"), ("source", "原网址")],
)
def test_a_field_has_its_text(name: str, value: str) -> None:
    assert field_value(NOW, name) == value


def test_a_section_or_a_cell_is_no_field() -> None:
    assert field_value(NOW, "overview") is None
    assert field_value(NOW, RECEIVED) is None


def test_the_original_of_a_cell_is_what_the_first_version_showed() -> None:
    first = version_of(report("a", 2021, {RECEIVED: plain(1), RULES: plain(4)}), "2022-01-20")
    second = version_of(report("a", 2021, {RECEIVED: plain(2), RULES: plain(5)}), "2022-03-01")
    assert original_figures((first, second), NOW) == {RECEIVED: "1"}
    assert original_figures((second,), NOW) == {RECEIVED: "2", RULES: "5"}
    assert original_figures((), NOW) == {}


ATTACHED = Metadata("年报", attachments=(Attachment("附表", "附表.pdf", 5, "f1"), Attachment("只有名称")))
SECTIONS = (Passage("overview", "一、总体情况", "甲", "<p>甲</p>", "d1"), Passage("other", "六、其他", "乙", "<p>乙</p>", "d2"))
FIRST = Correction("2022-03-01", RECEIVED, "1", "3", "漏计")
LATER = Correction("2022-04-01", RULES, "0", "4", "漏计")
WRITTEN = replace(report("a", 2021, {RECEIVED: plain(3)}, metadata=ATTACHED, sections=SECTIONS), corrections=(FIRST,))


def test_a_version_records_every_figure_and_field_and_a_digest_of_each_passage_and_file() -> None:
    version = version_of(WRITTEN, "2022-01-20", {"rule place": "3"})
    assert version == Locked(
        date="2022-01-20",
        form=2021,
        figures=tuple("3" if cell.id == RECEIVED else "0" for cell in forms.edition(2021).cells),
        texts={
            "title": "年报",
            "published": "",
            "document_number": "",
            "index_number": "",
            "source": "",
            "preamble": "",
            "overview": "d1",
            "other": "d2",
            "files/附表.pdf": "f1",
        },
        corrections=(tuple(FIRST),),
        accepted={"rule place": "3"},
    )
    assert (version_of(WRITTEN).date, version_of(WRITTEN).accepted) == ("", {})


@pytest.mark.parametrize(
    ("figure", "seen"),
    [
        (plain(12), "12"),
        (BLANK, ""),
        (Figure(None, "", Reading.MISSING), ""),
        (Figure(Decimal(12), "", Reading.DERIVED), "12"),
        (Figure(None, "", Reading.DERIVED), ""),
        (converted("增13", "13"), "增13"),
    ],
)
def test_of_a_figure_is_recorded_what_readers_see(figure: Figure, seen: str) -> None:
    assert text_of(figure) == seen


def test_a_changed_figure_is_told_with_both_texts_in_the_order_of_the_form() -> None:
    before = version_of(report("a", 2021, {RECEIVED: plain(1), RULES: BLANK}))
    assert list(figure_changes(before, NOW)) == [Change(RULES, "", "4"), Change(RECEIVED, "1", "3")]
    assert list(figure_changes(version_of(NOW), NOW)) == []


def test_of_another_edition_the_cells_that_one_form_lacks_count_as_changed_where_they_showed_something() -> None:
    gone = next(cell.id for cell in forms.edition(2019).cells if cell.id not in forms.edition(2021).by_id)
    fresh = next(cell.id for cell in forms.edition(2021).cells if cell.id not in forms.edition(2019).by_id)
    blank = dict.fromkeys((cell.id for cell in forms.edition(2019).cells), BLANK)
    before = version_of(report("a", 2021, {**blank, gone: plain(7)}, edition=2019))
    now = report("a", 2021, {**dict.fromkeys((cell.id for cell in forms.edition(2021).cells), BLANK), fresh: plain(8)})
    assert list(figure_changes(before, now)) == [Change(fresh, "", "8"), Change(gone, "7", "")]


def test_a_changed_field_is_told_with_both_texts_and_of_a_section_or_file_only_that_it_differs() -> None:
    before = version_of(WRITTEN)
    other = (SECTIONS[0]._replace(digest="d9"), SECTIONS[1])
    attached = ATTACHED._replace(title="总结", published="2022-01-20", attachments=(Attachment("附表", "附表.pdf", 5, "f9"),))
    now = replace(WRITTEN, metadata=attached, sections=other)
    assert list(text_changes(before, now)) == [
        Change("title", "年报", "总结"),
        Change("published", "", "2022-01-20"),
        Change("overview", "", ""),
        Change("files/附表.pdf", "", ""),
    ]
    assert list(text_changes(before, WRITTEN)) == []


def test_what_is_gone_is_told_last() -> None:
    now = replace(WRITTEN, metadata=Metadata("年报"), sections=SECTIONS[:1])
    assert list(text_changes(version_of(WRITTEN), now)) == [Change("other", "", ""), Change("files/附表.pdf", "", "")]


def test_corrections_are_new_or_lost_as_a_whole() -> None:
    before = version_of(WRITTEN)
    assert new_corrections(before, replace(WRITTEN, corrections=(FIRST, LATER))) == [LATER]
    assert lost_corrections(before, replace(WRITTEN, corrections=(FIRST, LATER))) == []
    rewritten = FIRST._replace(reason="笔误")
    assert new_corrections(before, replace(WRITTEN, corrections=(rewritten,))) == [rewritten]
    assert lost_corrections(before, replace(WRITTEN, corrections=(rewritten,))) == [FIRST]


def test_a_correction_may_be_about_a_field_a_section_or_a_file_that_is_there() -> None:
    fields = {"title", "published", "document_number", "index_number", "source", "name", "scope", "attachments"}
    sections = {section.key for section in forms.edition(2021).sections}
    assert places_of(WRITTEN) == fields | sections | {"preamble", "files/附表.pdf"}
