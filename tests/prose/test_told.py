"""A report passage by passage, as its reader sees it."""

from dataclasses import replace

from sound import report_of

from giar_site import forms
from giar_site.diagnostics import Address
from giar_site.model import Passage, Report
from giar_site.prose import Span, told, told_in

FORM = forms.edition(2021)


def report(preamble: str, **sections: str) -> Report:
    passages = tuple(Passage(key, f"标题{key}", source, "") for key, source in sections.items())
    return replace(report_of(FORM, []), preamble=Passage("", "", preamble, ""), sections=passages)


def test_passages_with_text_are_told_in_their_order_without_markup() -> None:
    parts = told(report("前言。", overview="### 甲\n\n**乙**。", other=" \n"))
    assert [(each.section, each.heading, each.text) for each in parts] == [("", "", "前言。"), ("overview", "标题overview", "甲\n\n乙。")]


def test_a_passage_is_asked_for_by_its_section() -> None:
    it = report("前言。", overview="甲。", other="")
    found = told_in(it, "overview")
    assert found
    assert found.text == "甲。"
    assert told_in(it, "other") is None
    assert told_in(it, "nowhere") is None
    assert told_in(report(""), "") is None


def test_characters_are_addressed_in_the_source() -> None:
    [passage] = told(report("", overview="### 收到**6**件"))
    assert passage.at(2, 3) == Address("sample", 2021, "report", "overview:8-9")
    [preamble] = told(report("收到6件"))
    assert preamble.at(2, 3) == Address("sample", 2021, "report", "preamble:2-3")


def test_the_sentence_around_a_character_stays_in_its_line() -> None:
    [passage] = told(report("", overview="甲一。乙二。\n丙三。丁四"))
    assert [passage.sentence_around(at) for at in (0, 2, 3, 7, 9, 10, 11)] == [
        Span(0, 3),
        Span(0, 3),
        Span(3, 6),
        Span(7, 10),
        Span(7, 10),
        Span(10, 12),
        Span(10, 12),
    ]
