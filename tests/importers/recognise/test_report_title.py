"""A title gives the name of an agency, and never the words of the page round it."""

import pytest

from giar_site.importers.recognise.metadata import heading_of
from giar_site.importers.recognise.report_title import APART, BEFORE, TWO_LINES, UNPARTED, is_way, title_in, title_on_two_lines
from tests.importers.recognising import lines

TITLE = "某某县财政局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize("way", ["首页", "公开年报", "首页政务公开", "当前位置：首页 > 政务公开 > 公开年报"])
def test_words_of_navigation_above_a_title_are_no_part_of_the_name(way: str) -> None:
    assert is_way(way)
    head = heading_of(lines(way, TITLE))
    assert head.title is not None
    assert (head.title.agency, head.title.text, head.title.reason) == ("某某县财政局", TITLE, None)
    assert (head.furniture, head.rest) == ((way,), ())


def test_a_line_above_a_title_that_names_the_agency_itself_is_no_part_of_it() -> None:
    head = heading_of(lines("某某县人民政府", TITLE))
    assert head.title is not None
    assert head.title.agency == "某某县财政局"
    assert [block.text for block in head.rest] == ["某某县人民政府"]


@pytest.mark.parametrize("way", ["首页", "公开年报", "首页>政务公开>"])
def test_navigation_in_the_line_of_the_title_is_taken_away_and_said(way: str) -> None:
    title = title_in(way + TITLE)
    assert title is not None
    assert (title.agency, title.text, title.reason, title.apart) == ("某某县财政局", TITLE, APART, way)


def test_what_cannot_be_parted_is_inferred() -> None:
    title = title_in("政务公开服务局2022年政府信息公开工作年度报告")
    assert title is not None
    assert (title.agency, title.reason) == ("政务公开服务局", UNPARTED)


def test_a_name_above_its_title_is_exact_and_any_other_line_is_not() -> None:
    rest = "2022年政府信息公开工作年度报告"
    assert title_on_two_lines("某某县财政局", rest) == title_in("某某县财政局" + rest)
    other = title_on_two_lines("欢迎光临", rest)
    listed = title_on_two_lines("某某县财政局", rest, listed=True)
    assert other is not None
    assert listed is not None
    assert (other.reason, listed.reason) == (TWO_LINES, TWO_LINES)
    broken = title_on_two_lines("某某县财政局2022年", "政府信息公开工作年度报告")
    assert broken is not None
    assert (broken.agency, broken.reason) == ("某某县财政局", None)


@pytest.mark.parametrize("before", ["某某县人民政府门户网站-", "某某县人民政府_", "某某县政府｜", "【年报】"])
def test_a_site_or_a_mark_before_the_title_is_parted_and_inferred(before: str) -> None:
    title = title_in(before + TITLE)
    assert title is not None
    assert (title.agency, title.text, title.reason, title.apart) == ("某某县财政局", TITLE, BEFORE, before)


@pytest.mark.parametrize(
    "text",
    [
        "2022年某某县财政局政府信息公开工作年度报告",
        "某某县财政局关于2022年度政府信息公开工作的报告",
        "2022年度某某县财政局关于政府信息公开工作情况的报告",
        "某某县财政局关于2022年度政府信息公开工作情况的年度报告",
        "某某县财政局政府信息公开工作2022年度报告",
        "某某县财政局政府信息公开2022年度报告",
        "某某县财政局政府信息公开工作2022年年度报告",
        "某某县财政局政府信息公开工作年度报告（2022年）",
        "某某县财政局政府信息公开工作年度报告（2022年度）",
        "2022年度政府信息公开工作年度报告（某某县财政局）",
        "某某县财政局-2022年政府信息公开工作年度报告",
        "某某县 财政局2022年政府信息公开工作年度报告",
    ],
)
def test_name_and_year_are_read_in_any_order(text: str) -> None:
    title = title_in(text)
    assert title is not None
    assert (title.agency, title.year, title.text, title.reason) == ("某某县财政局", 2022, text, None)


@pytest.mark.parametrize(
    "text",
    [
        "2022年度全市政府信息公开工作年度报告",
        "2022年我局政府信息公开工作报告",
        "2022年做好政府信息公开工作报告",
        "2022年政府信息公开工作年度报告（全市汇总）",
    ],
)
def test_words_behind_the_year_that_name_no_body_make_no_title(text: str) -> None:
    assert title_in(text) is None


@pytest.mark.parametrize("name", ["中国-东盟某某园区管委会", "深圳—某某特别合作区管委会", "某某县人民政府（某某街道）办事处"])
def test_a_name_with_a_dash_of_its_own_stays_whole(name: str) -> None:
    title = title_in(name + "2022年政府信息公开工作年度报告")
    assert title is not None
    assert (title.agency, title.reason, title.apart) == (name, None, "")


@pytest.mark.parametrize("gap", [" ", "　", "\u00a0 "])
def test_a_body_before_another_one_is_parted_and_inferred_and_one_that_needs_it_is_not(gap: str) -> None:
    title = title_in("某某县人民政府" + gap + TITLE)
    assert title is not None
    assert (title.agency, title.text, title.reason, title.apart) == ("某某县财政局", TITLE, BEFORE, "某某县人民政府")
    office = title_in(f"某某县人民政府{gap}办公室2022年政府信息公开工作年度报告")
    assert office is not None
    assert (office.agency, office.reason) == ("某某县人民政府办公室", None)
