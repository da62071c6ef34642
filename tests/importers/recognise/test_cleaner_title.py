"""Of a title and the same title with words glued before it the clean one counts."""

from dataclasses import replace

import pytest

from giar_site.importers.recognise.cleaner_title import without_glued
from giar_site.importers.recognise.metadata import heading_of
from tests.importers.recognising import lines

TITLE = "某某县财政局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize("before", ["某某县人民政府门户网站-", "某某县人民政府门户网站"])
def test_the_clean_title_wins_and_the_other_line_is_told(before: str) -> None:
    head = heading_of(lines(before + TITLE, TITLE))
    assert head.title is not None
    assert (head.title.agency, head.title.text, head.title.reason) == ("某某县财政局", TITLE, None)
    assert (head.furniture, head.rest) == ((before + TITLE,), ())


def test_a_title_that_is_a_link_gives_way_to_one_that_is_none() -> None:
    link = replace(lines("某某县教育局2022年政府信息公开工作年度报告")[0], beside=True)
    head = heading_of((link, *lines(TITLE)))
    assert head.title is not None
    assert (head.title.agency, head.furniture) == ("某某县财政局", (link.text,))
    alone = heading_of((link,))
    assert alone.title is not None
    assert alone.title.agency == "某某县教育局"


def test_a_place_or_a_short_word_before_a_name_is_part_of_the_name() -> None:
    for longer in ("某某市" + TITLE, "中共" + TITLE):
        assert without_glued(lines(longer, TITLE)) == (list(lines(longer, TITLE)), [])
