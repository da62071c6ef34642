"""Outcomes given together, and words of outcomes that say what requests are about."""

import pytest
from labelled_numbers import figures_of, report_of
from narrated import IN_FULL, verdicts

from giar_site.prose import Claim, Verdict, claims_of

FIGURES = {
    "received": 28, "received@business": 5, "carried_in": 2, "carried_in@business": 1, "total": 29,
    "granted": 13, "partly_granted": 4, "refused.third_party": 4, "unavailable.not_held": 7, "not_processed.repeated": 1,
}  # fmt: skip


def claims(text: str, **others: int) -> list[Claim]:
    return list(claims_of(report_of(f"政府信息公开申请办理情况。{text}", "overview", 2022, figures_of(2021, FIGURES | others), "")))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("予以公开（含部分公开）17件。", {"granted", "partly_granted"}),
        ("公开及部分公开17件。", {"granted", "partly_granted"}),
        ("予以公开、部分公开17件。", {"granted", "partly_granted"}),
        ("部分公开、不予处理5件。", {"partly_granted", "repeated"}),
    ],
)
def test_outcomes_given_together_are_added_up(text: str, cells: set[str]) -> None:
    (claim,) = claims(text)
    assert claim.verdict is Verdict.VERIFIED
    assert cells <= {cell.partition("@")[0].rpartition(".")[2] for cell in claim.cells}


@pytest.mark.parametrize("text", ["予以公开（含部分公开）16件。", "予以公开、部分公开13件。", "部分公开、不予处理4件。"])
def test_outcomes_given_together_contradict_nothing(text: str) -> None:
    (claim,) = claims(text)
    assert claim.verdict is Verdict.NOT_ASSESSABLE


def test_what_requests_are_about_is_no_outcome_unless_the_clause_says_that_they_ended_so() -> None:
    (about,) = claims("涉及第三方的4件，征求意见后均已告知。")
    (ended,) = claims("涉及第三方的4件，依法不予公开。")
    assert (about.verdict, ended.verdict) == (Verdict.NOT_ABOUT_FIGURES, Verdict.VERIFIED)


def test_answered_without_those_not_processed_is_neither_right_nor_wrong() -> None:
    verdicts = [claims(f"答复申请{count}件。")[0].verdict for count in (29, 28, 27)]
    assert verdicts == [Verdict.VERIFIED, Verdict.NOT_ASSESSABLE, Verdict.CONTRADICTED]


def test_applicants_are_held_against_the_row_of_the_whole_before_them() -> None:
    others = {"carried_in@natural_person": 1, "received@natural_person": 23}
    of_received = claims("收到申请28件，其中企业申请6件。", **others)
    of_both = claims("收到申请28件，上年结转2件，合计30件，其中企业申请6件。", **others)
    assert (of_received[-1].verdict, of_received[-1].cells, of_received[-1].expected) == (Verdict.NOT_ASSESSABLE, (), "")
    assert (of_both[-1].verdict, of_both[-1].expected) == (Verdict.VERIFIED, "6")
    assert claims("企业申请6件。", **others)[-1].verdict is Verdict.VERIFIED


def test_a_share_of_several_parts_is_that_of_their_sum() -> None:
    right = claims("予以公开13件、部分公开4件，占办结总数的58.6%。")[-1]
    wrong = claims("予以公开13件、部分公开4件，占办结总数的48.6%。")[-1]
    assert (right.verdict, right.line, right.expected) == (Verdict.VERIFIED, "(13 + 4) ÷ 29 = 58.62%", "58.62")
    assert wrong.verdict is Verdict.NOT_ASSESSABLE


def test_a_share_of_one_part_is_of_the_whole_it_names() -> None:
    wrong = claims("收到申请30件，予以公开13件，占办结总数的54.8%。")[-1]
    assert (wrong.verdict, wrong.line) == (Verdict.CONTRADICTED, "13 ÷ 29 = 44.83%")
    assert claims("予以公开13件，占54.8%。")[-1].verdict is Verdict.NOT_ASSESSABLE
    assert claims("予以公开13件，占办结总数的46.4%。")[-1].verdict is Verdict.NOT_ASSESSABLE  # of 28, those not processed left out


def test_who_handles_cases_has_not_decided_all_of_them() -> None:
    handled, decided = claims("办理行政许可1540件，作出行政许可决定1521件。", licensing=1520)
    assert (handled.verdict, decided.verdict) == (Verdict.NOT_ASSESSABLE, Verdict.CONTRADICTED)


def test_reviews_of_one_result_are_not_all_reviews() -> None:
    (pending,) = claims("尚未审结的行政复议1件。", review=5, **{"review@pending": 1})
    assert (pending.verdict, pending.cells) == (Verdict.VERIFIED, ("review_and_litigation.review@pending",))


def test_a_share_of_all_reviews_is_not_one_of_those_closed() -> None:
    figures = {"review": 5, "review@upheld": 3, "review@corrected": 1, "review@pending": 1}
    wrong = claims("复议纠错1件，占全部复议的25%。", **figures)[-1]
    assert (wrong.verdict, wrong.line) == (Verdict.CONTRADICTED, "1 ÷ 5 = 20.00%")
    for text in ("复议纠错1件，占全部复议的20%。", "复议纠错1件，占审结复议案件的25%。"):
        assert claims(text, **figures)[-1].verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    "text",
    [
        "补正后受理的申请9件。",
        "补正后重新提出申请5件。",
        "需要补正的申请7件，补正后答复7件。",
        "申请人补正后答复9件。",
        "补正后予以公开9件。",
        "已补正的申请6件。",
        "补正申请9件。",
        "属于信访事项的申请2件。",
        "商业秘密申请3件。",
    ],
)
def test_requests_that_were_corrected_or_are_of_a_kind_are_not_about_cells(text: str) -> None:
    assert not {"=", "≠", "?"}.intersection(verdicts(text, IN_FULL))


@pytest.mark.parametrize("text", ["补正后申请内容仍不明确9件。", "补正后内容不明确9件。", "申请人逾期不补正9件。"])
def test_requests_that_were_not_corrected_are_a_cell(text: str) -> None:
    assert "≠" in verdicts(text, IN_FULL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("执法案卷类申请2件，予以公开2件。", "2件 2件?"),
        ("内部事务类申请3件，不予公开1件。", "3件 1件?"),
        ("以信访形式提出的申请5件，不予处理2件。", "5件 2件?"),
        ("重复提出的申请4件，不予处理1件。", "4件 1件?"),
        ("重复申请4件，不予处理2件。", "4件? 2件?"),
        ("重复申请1件，不予处理1件。", "1件= 1件?"),
        ("信访举报投诉类申请5件，不予处理2件。", "5件? 2件?"),
        ("重复申请4件，不予处理。", "4件≠1"),
        ("不予公开8件，其中内部事务类申请2件。", "8件= 2件≠1"),
    ],
)
def test_requests_of_a_kind_named_by_an_outcome_end_as_they_may(text: str, expected: str) -> None:
    assert verdicts(text, {**IN_FULL, "not_processed.petition": 3}) == expected
