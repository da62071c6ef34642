"""What the numbers of a narrative come to: the real reports, and what every claim carries."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from labelled_numbers import figures_of, items, real_report, report_of

from giar_site.model import Figures, Report
from giar_site.prose import Claim, ClaimKind, Verdict, claims_of


def claims(text: str, previous: dict[str, int] | None = None, title: str = "", **figures: int) -> list[Claim]:
    before = None if previous is None else report_of("", "overview", 2021, figures_of(2021, previous))
    return list(claims_of(report_of(text, "overview", 2022, figures_of(2021, figures), title), before))


def judged(report: Report, verdict: Verdict) -> list[str]:
    return [claim.text for claim in claims_of(report) if claim.verdict is verdict]


def test_dali_s_parts_of_82_are_found_and_its_sums_verified() -> None:
    report = real_report("dali-county", 2020)
    assert judged(report, Verdict.CONTRADICTED) == ["82次"]
    assert judged(report, Verdict.VERIFIED) == [
        *("1084条", "320条", "68条", "20条", "405条", "155条", "116条", "6件", "205件", "75件", "130件"),
        *("无因政府信息公开产生的申请行政复议", "行政诉讼"),
    ]


def test_licheng_s_sums_and_figures_are_verified() -> None:
    report = real_report("licheng-district", 2020)
    assert judged(report, Verdict.CONTRADICTED) == []
    assert judged(report, Verdict.VERIFIED) == [
        *("16件", "1件", "18018条", "2633条", "11159条", "4226条", "639条", "82条", "450条", "107条"),
        *("16件", "3件", "8件", "5件", "1件", "15件", "1件", "7件", "6件", "1件"),
    ]


def test_ankang_s_56_and_2_are_verified() -> None:
    report = real_report("ankang-government-office", 2022)
    assert judged(report, Verdict.CONTRADICTED) == []
    assert judged(report, Verdict.VERIFIED) == ["56件", "2起"]


def test_the_other_real_reports_claim_nothing_of_the_tables() -> None:
    for slug in ("shunqing-government-office", "yimin-sumu"):
        assert {claim.verdict for claim in claims_of(real_report(slug, 2020))} == {Verdict.NOT_ABOUT_FIGURES}


def test_a_claim_says_where_it_stands_what_it_was_held_against_and_what_is_expected() -> None:
    (claim,) = claims("### 申请\n\n全年共收到政府信息公开申请**9**件，均已答复。", received=6)
    assert claim == Claim(
        section="overview",
        start=23,
        end=27,
        text="9**件",
        verdict=Verdict.CONTRADICTED,
        kind=ClaimKind.FIGURE,
        cells=("applications.received@total",),
        stated="9",
        expected="6",
        related=(),
        line="",
        quote="全年共收到政府信息公开申请9件",
    )


def test_parts_point_to_each_other() -> None:
    whole, first, second = claims("解读政策83次，其中文字解读80次、图解3次。")
    assert whole.related == ((first.start, first.end), (second.start, second.end))
    assert first.related == second.related == ((whole.start, whole.end),)
    assert {each.line for each in (whole, first, second)} == {"80 + 3 = 83"}


def test_growth_needs_the_year_before() -> None:
    text = "收到政府信息公开申请128件，同比增长14.3%。"
    assert claims(text, received=128)[1].verdict is Verdict.NOT_ASSESSABLE
    growth = claims(text, {"received": 112}, received=128)[1]
    assert (growth.verdict, growth.kind, growth.line) == (Verdict.VERIFIED, ClaimKind.GROWTH, "128 − 112 = 16（14.29%）")
    assert claims(text, {"received": 0}, received=128)[1].verdict is Verdict.NOT_ASSESSABLE


def test_an_office_named_is_not_held_against_the_whole_unless_it_wrote_the_report() -> None:
    text = "县政府办公室受理政府信息公开申请17件。"
    assert claims(text, received=95)[0].verdict is Verdict.NOT_ASSESSABLE
    assert claims(text, title="某县人民政府2022年政府信息公开工作年度报告", received=95)[0].verdict is Verdict.NOT_ASSESSABLE
    assert claims(text, title="某县人民政府办公室2022年政府信息公开工作年度报告", received=95)[0].verdict is Verdict.CONTRADICTED


def test_the_whole_area_is_a_government_s_own() -> None:
    text = "全县共收到政府信息公开申请17件。"
    assert claims(text, title="某县人民政府2022年报告", received=95)[0].verdict is Verdict.CONTRADICTED
    assert claims(text, title="某县教育局2022年报告", received=95)[0].verdict is Verdict.NOT_ASSESSABLE
    assert claims(text, received=17)[0].verdict is Verdict.VERIFIED


def test_the_subject_of_a_paragraph_ends_with_it() -> None:
    (first, second) = claims("依申请公开平稳。全年共收到9件。\n\n全年共收到9件。", received=6)
    assert (first.verdict, second.verdict) == (Verdict.CONTRADICTED, Verdict.NOT_ABOUT_FIGURES)


def test_an_empty_narrative_claims_nothing() -> None:
    assert claims("") == []


@given(
    st.lists(
        st.sampled_from(
            [
                "收到",
                "申请",
                "6件",
                "9件",
                "占",
                "50%",
                "其中",
                "，",
                "。",
                "（",
                "）",
                "同比增长",
                "无",
                "行政复议",
                "\n",
                "**",
                "- ",
                "合计",
                "全县",
                "去年",
            ]
        ),
        max_size=30,
    )
)
def test_any_narrative_can_be_judged_and_each_claim_found_again(words: list[str]) -> None:
    text = "".join(words)
    found = claims(text, {"received": 3}, received=6)
    assert [text[claim.start : claim.end] for claim in found] == [claim.text for claim in found]
    numbers = [claim for claim in found if claim.text[0].isdigit()]
    assert [claim.start for claim in numbers] == sorted({claim.start for claim in numbers})


def test_every_number_of_the_labelled_set_has_one_verdict() -> None:
    for item in items():
        starts = [claim.start for claim in claims_of(item.report, item.previous)]
        assert len(starts) == len(set(starts)), item.sentence


def test_two_numbers_for_one_cell_are_added_up_or_left_alone() -> None:
    adds_up = claims("申请中，同意公开2件，已主动公开4件。", **{"outcome.granted": 6})
    assert [claim.verdict for claim in adds_up] == [Verdict.VERIFIED] * 2
    differs = claims("申请中，同意公开2件，已主动公开3件。", **{"outcome.granted": 6})
    assert [claim.verdict for claim in differs] == [Verdict.NOT_ASSESSABLE] * 2


def test_a_blank_cell_can_contradict_nothing() -> None:
    report = report_of("全年共收到政府信息公开申请9件。", "overview", 2022, figures_of(2021, {}))
    values = tuple(figure._replace(value=None) for figure in report.figures.values)
    blank = replace(report, figures=Figures(2021, values))
    assert [claim.verdict for claim in claims_of(blank)] == [Verdict.NOT_ASSESSABLE]
    none = replace(blank, sections=(blank.sections[0]._replace(source="未收到政府信息公开申请。"),))
    assert [claim.verdict for claim in claims_of(none)] == [Verdict.NOT_ASSESSABLE]


def test_growth_of_what_last_year_s_form_had_not_is_not_assessable() -> None:
    before = report_of("", "overview", 2020, figures_of(2019, {}))
    report = report_of("收取行政事业性收费9万元，同比增长50%。", "overview", 2021, figures_of(2021, {"fees": 9}))
    assert [claim.verdict for claim in claims_of(report, before)] == [Verdict.VERIFIED, Verdict.NOT_ASSESSABLE]


def test_parts_that_are_each_as_large_as_the_whole_or_far_more_are_of_another_kind() -> None:
    for text in ("培训4次，其中县级4次，乡镇1次。", "公开信息10条，其中要闻8条，公告7条。"):
        assert {claim.verdict for claim in claims(text)} == {Verdict.NOT_ABOUT_FIGURES}, text


def test_a_list_that_names_the_rest_is_complete() -> None:
    assert claims("公开信息20条，其中要闻8条，公告7条，其他3条。")[0].verdict is Verdict.CONTRADICTED
    assert claims("公开信息20条，其中要闻8条，公告7条，图片3条。")[0].verdict is Verdict.NOT_ABOUT_FIGURES


def test_a_share_of_an_office_or_of_nothing_is_left_alone() -> None:
    office = claims("县教育局受理申请9件，自然人申请占50%。", received=20)
    assert [claim.verdict for claim in office] == [Verdict.NOT_ASSESSABLE, Verdict.NOT_ABOUT_FIGURES]
    assert claims("收到申请0件，占0%。")[1].verdict is Verdict.NOT_ASSESSABLE


def test_a_very_large_number_is_passed_over() -> None:
    assert claims("共一千亿亿亿条。") == []


def test_two_items_that_are_added_up_are_no_number() -> None:
    (first, second, whole) = claims("信件34件、来访5件，两项合计41件。")
    assert (first.text, second.text, whole.text, whole.verdict, whole.expected) == ("34件", "5件", "41件", Verdict.CONTRADICTED, "39")
