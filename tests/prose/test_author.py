"""Whose the numbers are, known from the agency: what a roll-up's own house says is not held against the whole."""

from dataclasses import replace

import pytest
from labelled_numbers import figures_of, real_report, report_of

from giar_site.model import Agency
from giar_site.prose import Claim, Verdict, author_of, claims_of, judged
from giar_site.reorganisation import Reorganisation

ROLLUP = Agency("x", "示例市示例县人民政府", "示例县政府", kind="government", scope="rollup")
OFFICE = Agency("x", "示例县人民政府办公室", "县府办", kind="office")
BUREAU = Agency("x", "示例市财政局", "财政局")
TOWN = Agency("x", "示例镇人民政府", kind="township")


def claim(text: str, agency: Agency | None) -> Claim:
    report = report_of(text, "overview", 2022, figures_of(2021, {"received": 95, "review": 95}))
    (found,) = claims_of(report, None, author_of(report, agency))
    return found


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        (ROLLUP, "全县共收到政府信息公开申请17件。"),
        (ROLLUP, "我县共收到政府信息公开申请17件。"),
        (ROLLUP, "示例市示例县人民政府共收到政府信息公开申请17件。"),
        (OFFICE, "县政府办公室共收到政府信息公开申请17件。"),
        (OFFICE, "我办共收到政府信息公开申请17件。"),
        (BUREAU, "市财政局共收到政府信息公开申请17件。"),
        (BUREAU, "示例市财政局共收到政府信息公开申请17件。"),
        (TOWN, "全镇共收到政府信息公开申请17件。"),
        (TOWN, "镇政府共收到政府信息公开申请17件。"),
        (ROLLUP, "全县未发生行政复议。"),
    ],
)
def test_what_the_author_says_of_itself_is_held_against_the_table(agency: Agency, text: str) -> None:
    assert claim(text, agency).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        (ROLLUP, "县政府共收到政府信息公开申请17件。"),
        (ROLLUP, "我办共收到政府信息公开申请17件。"),
        (ROLLUP, "本机关共收到政府信息公开申请17件。"),
        (ROLLUP, "县政府办公室共收到政府信息公开申请17件。"),
        (ROLLUP, "县政府未发生行政复议。"),
        (OFFICE, "全县共收到政府信息公开申请17件。"),
        (OFFICE, "县政府共收到政府信息公开申请17件。"),
        (BUREAU, "县财政局共收到政府信息公开申请17件。"),
        (BUREAU, "各财政局共收到政府信息公开申请17件。"),
        (BUREAU, "全市共收到政府信息公开申请17件。"),
        (None, "全县共收到政府信息公开申请17件。"),
        (None, "市财政局共收到政府信息公开申请17件。"),
    ],
)
def test_what_may_be_another_s_is_not(agency: Agency | None, text: str) -> None:
    assert claim(text, agency).verdict is Verdict.NOT_ASSESSABLE


def test_what_may_be_of_the_whole_or_of_its_house_is_verified_all_the_same() -> None:
    found = claim("县政府共收到政府信息公开申请95件。", ROLLUP)
    assert (found.verdict, found.cells) == (Verdict.VERIFIED, ("applications.received@total",))


def test_a_roll_up_s_house_can_have_grown_or_a_share_but_neither_contradicts() -> None:
    before = report_of("", "overview", 2021, figures_of(2021, {"received": 50}))
    report = report_of("我办申请总量同比增长90%，我办收到的申请占30%。", "overview", 2022, figures_of(2021, {"received": 95}))
    assert Verdict.CONTRADICTED not in {each.verdict for each in claims_of(report, before, author_of(report, ROLLUP))}


def test_each_report_of_an_agency_is_judged_with_the_one_of_the_year_before() -> None:
    text = "行政复议6件，同比增长50%。"
    reports = tuple(report_of(text, "overview", year, figures_of(2021, {"review": n})) for year, n in ((2021, 4), (2022, 6), (2024, 6)))
    found = judged(Agency("sample", "示例局", reports=reports))
    assert {year: [each.verdict for each in claims] for year, claims in found.items()} == {
        2021: [Verdict.CONTRADICTED, Verdict.NOT_ASSESSABLE],
        2022: [Verdict.VERIFIED, Verdict.VERIFIED],
        2024: [Verdict.VERIFIED, Verdict.NOT_ASSESSABLE],
    }


def test_without_a_title_the_agency_s_name_makes_licheng_s_district_its_own() -> None:
    licheng = Agency("licheng-district", "泉州市鲤城区人民政府", "鲤城区", kind="government", scope="rollup")
    report = real_report("licheng-district", 2020)
    assert not report.metadata.title
    assert {each.verdict for each in claims_of(report, None, author_of(report, licheng))} <= set(Verdict) - {Verdict.CONTRADICTED}


def test_what_an_agency_was_called_before_is_itself() -> None:
    report = report_of("县粮食局共收到政府信息公开申请17件。", "overview", 2019, figures_of(2019, {"received": 95}))
    renamed = Reorganisation("renamed", "2020-03-01", "某文", former_name="示例县粮食局")
    agency = Agency("x", "示例县发展和改革局", reports=(report,), lineage=(renamed,))
    assert [claim.verdict for claim in judged(agency)[2019]] == [Verdict.CONTRADICTED]
    assert [claim.verdict for claim in judged(replace(agency, lineage=()))[2019]] == [Verdict.NOT_ASSESSABLE]
