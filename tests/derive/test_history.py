"""The versions of one record: none rewrites or loses what one before it says, and no name changes by itself."""

from dataclasses import replace

import pytest

from giar_site.derive import Change, goes_on_from, untold_changes, version_of
from giar_site.locked import Locked
from giar_site.model import Agency, Attachment, Correction, Metadata, Passage
from tests.derive.made import RECEIVED, plain, report

RULES = "disclosure.rules@issued"
ATTACHED = Metadata(attachments=(Attachment("附表", "附表.pdf", 5, "f1"), Attachment("只有名称")))
SECTIONS = (Passage("overview", "一、总体情况", "甲", "<p>甲</p>", "d1"), Passage("other", "六、其他", "乙", "<p>乙</p>", "d2"))
FIRST = Correction("2022-03-01", RECEIVED, "1", "3", "漏计")
LATER = Correction("2022-04-01", RULES, "0", "4", "漏计")
WRITTEN = replace(report("a", 2021, {RECEIVED: plain(3)}, metadata=ATTACHED, sections=SECTIONS), corrections=(FIRST,))
SHOWN = version_of(WRITTEN, "2022-01-20", agency=Agency("a", "甲局"))


def test_a_version_goes_on_from_one_it_is_like_or_corrects() -> None:
    before = version_of(WRITTEN)
    changed = replace(WRITTEN, figures=report("a", 2021, {RECEIVED: plain(3), RULES: plain(4)}).figures)
    rewritten = replace(WRITTEN, sections=(SECTIONS[0]._replace(digest="d9"), SECTIONS[1]))
    text = Correction("2022-04-01", "overview", "旧", "新", "笔误")
    assert goes_on_from(before, before)
    assert not goes_on_from(version_of(changed), before)
    assert goes_on_from(version_of(replace(changed, corrections=(FIRST, LATER))), before)
    assert not goes_on_from(version_of(replace(changed, corrections=(FIRST, LATER._replace(was="1")))), before)
    assert not goes_on_from(version_of(rewritten), before)
    assert goes_on_from(version_of(replace(rewritten, corrections=(FIRST, text))), before)
    both = (FIRST, text)
    assert not goes_on_from(version_of(replace(rewritten, corrections=both)), version_of(replace(WRITTEN, corrections=both))), (
        "an old one explains nothing new"
    )
    assert not goes_on_from(version_of(replace(WRITTEN, sections=SECTIONS[:1])), before)


def test_a_version_that_lost_a_published_correction_goes_on_from_none_that_has_it() -> None:
    assert not goes_on_from(version_of(replace(WRITTEN, corrections=())), version_of(WRITTEN))
    assert not goes_on_from(version_of(replace(WRITTEN, corrections=(FIRST._replace(reason="误"),))), version_of(WRITTEN))


@pytest.mark.parametrize("key", ["name", "printed_title", "scope", "attachments"])
def test_nor_does_one_that_no_longer_says_what_the_page_showed(key: str) -> None:
    less = SHOWN._replace(texts={name: text for name, text in SHOWN.texts.items() if name != key})
    assert not goes_on_from(less, SHOWN)
    assert goes_on_from(SHOWN, less), "an older giar did not record it"


def later(*corrections: tuple[str, str, str], **texts: str) -> Locked:
    """The version after SHOWN, with other texts and new corrections."""
    new = tuple(("2022-05-01", *each, "笔误") for each in corrections)
    return SHOWN._replace(date="2022-05-01", texts={**SHOWN.texts, **texts}, corrections=(*SHOWN.corrections, *new))


def untold(version: Locked, *formerly: str) -> list[Change]:
    found = list(untold_changes((SHOWN, version), 2021, formerly))
    assert all(told is version for told, _ in found)
    return [change for _, change in found]


def test_a_name_that_changes_between_two_versions_is_told_by_a_correction_or_by_the_lineage() -> None:
    title = "%s2021年政府信息公开工作年度报告"
    texts = {"name": "乙局", "printed_title": title % "乙局"}
    assert untold(later(**texts)) == [Change("name", "甲局", "乙局"), Change("title", title % "甲局", title % "乙局")]
    assert untold(later(**texts), "丙局") == untold(later(**texts))
    assert untold(later(**texts), "甲局") == []
    assert untold(later(("name", "甲局", "乙局"), **texts)) == []
    assert untold(later(("name", "丙局", "乙局"), **texts)) == [Change("title", title % "甲局", title % "乙局")]


def test_so_are_the_scope_and_what_attachments_are_called() -> None:
    texts = {"scope": "rollup", "attachments": "另一本", "title of files/附表.pdf": "别的名字"}
    assert untold(later(**texts)) == [
        Change("scope", "own", "rollup"),
        Change("attachments", "只有名称", "另一本"),
        Change("files/附表.pdf", "附表", "别的名字"),
    ]
    told = (("scope", "own", "rollup"), ("attachments", "只有名称", "另一本"), ("files/附表.pdf", "附表", "别的名字"))
    assert untold(later(*told, **texts)) == []


def test_one_version_alone_has_nothing_untold() -> None:
    assert list(untold_changes((SHOWN,), 2021, ())) == []
