"""The equations of the form over a report: both sides, the result, and why some say nothing."""

from decimal import Decimal

import pytest

from giar_site import forms
from giar_site.derive import Assessment, Comparison, Reason, Relation, Result, Term, assess, assessments_of, comparisons_of
from giar_site.model import Figure, Figures, Reading
from tests.derive.made import BLANK, RECEIVED, figures, plain

ROW = "applications.received"


def over(made: Figures, kind: str, at: str) -> Assessment:
    """The one assessment of `kind` that stands at the cell `at`."""
    (found,) = [each for each in assessments_of(made) if (each.comparison.kind, each.comparison.at) == (kind, at)]
    return found


def derived(number: int) -> Figure:
    return Figure(Decimal(number), "", Reading.DERIVED)


@pytest.mark.parametrize("form", forms.editions(), ids=lambda form: str(form.edition))
def test_every_equation_of_the_form_is_assessed_in_its_order_and_zeros_hold(form: forms.Form) -> None:
    found = assessments_of(figures(form.edition))
    assert [each.comparison.kind for each in found] == [each.name for each in form.equations]
    for each, equation in zip(found, form.equations, strict=True):
        assert [term.cell for term in each.comparison.left] == [form.cells[at].id for at in equation.left]
        assert [term.cell for term in each.comparison.right] == [form.cells[at].id for at in equation.right]
        assert len(each.left_terms) == len(each.comparison.left)
        assert len(each.right_terms) == len(each.comparison.right)
        assert (each.left, each.right, each.result, each.reason, each.gap) == (0, 0, Result.HOLDS, None, 0)


def test_an_equation_along_a_row_is_told_by_its_row_and_the_columns_in_it() -> None:
    (row,) = [each for each in comparisons_of(forms.edition(2021)) if each.at == RECEIVED]
    assert (row.kind, row.label, row.relation) == ("row_total", "一、本年新收政府信息公开申请数量", Relation.EQUAL)
    assert [term.label for term in row.left] == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    assert row.left[0] == Term(f"{ROW}@natural_person", "自然人", "", None, 1)
    assert row.right == (Term(RECEIVED, "总计"),)


def test_an_equation_down_a_column_is_told_by_its_column_and_the_rows_in_it() -> None:
    found = [each for each in comparisons_of(forms.edition(2021)) if each.kind == "intake"]
    assert [each.label for each in found[:2]] == ["自然人", "商业企业"]
    assert [term.label for term in found[0].left] == ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]
    assert [term.label for term in found[0].right] == ["（七）总计", "四、结转下年度继续办理"]
    assert found[0].at == "applications.outcome.total@natural_person"


def test_a_block_of_the_review_table_is_told_by_its_row() -> None:
    labels = [each.label for each in comparisons_of(forms.edition(2021)) if each.kind == "block_total"]
    assert labels == ["行政复议", "未经复议直接起诉", "复议后起诉"]


def test_sides_that_are_equal_hold_and_others_fail_by_their_gap() -> None:
    made = figures(2021, {f"{ROW}@natural_person": plain(3), f"{ROW}@other": plain(2), RECEIVED: plain(5)})
    row = over(made, "row_total", RECEIVED)
    assert (row.left, row.right, row.result, row.gap) == (5, 5, Result.HOLDS, 0)
    assert row.left_terms == (3, 0, 0, 0, 0, 2)
    assert row.right_terms == (5,)
    intake = over(made, "intake", "applications.outcome.total@other")
    assert (intake.left, intake.right, intake.result, intake.reason, intake.gap) == (2, 0, Result.FAILS, None, 2)


def test_the_gap_is_never_negative() -> None:
    row = over(figures(2021, {RECEIVED: plain(5)}), "row_total", RECEIVED)
    assert (row.left, row.right, row.gap) == (0, 5, 5)


def test_an_equation_over_a_blank_is_not_assessable_and_the_known_side_is_still_told() -> None:
    row = over(figures(2021, {f"{ROW}@other": BLANK, RECEIVED: plain(5)}), "row_total", RECEIVED)
    assert (row.left, row.right, row.result, row.reason, row.gap) == (None, 5, Result.NOT_ASSESSABLE, Reason.BLANK, None)
    other = over(figures(2021, {f"{ROW}@other": plain(1), RECEIVED: BLANK}), "row_total", RECEIVED)
    assert (other.left, other.right, other.result, other.reason, other.gap) == (1, None, Result.NOT_ASSESSABLE, Reason.BLANK, None)


def test_a_blank_leaves_the_equations_it_does_not_stand_in_alone() -> None:
    made = figures(2021, {f"{ROW}@other": BLANK})
    unsure = [each.comparison.at for each in assessments_of(made) if each.result is not Result.HOLDS]
    assert unsure == [RECEIVED, "applications.outcome.total@other"]


def test_a_total_that_was_left_out_says_nothing_of_its_own_equation_but_counts_in_the_others() -> None:
    made = figures(2021, {f"{ROW}@other": plain(2), RECEIVED: derived(2)})
    row = over(made, "row_total", RECEIVED)
    assert (row.left, row.right, row.result, row.reason) == (2, 2, Result.NOT_ASSESSABLE, Reason.DERIVED)
    assert over(made, "intake", "applications.outcome.total@total").result is Result.FAILS


def test_a_total_left_out_over_a_blank_is_blank_first_of_all() -> None:
    made = figures(2021, {f"{ROW}@other": BLANK, RECEIVED: Figure(None, "", Reading.DERIVED)})
    assert over(made, "row_total", RECEIVED).reason is Reason.BLANK


def test_where_two_equations_make_a_total_only_the_one_giar_added_up_by_says_nothing() -> None:
    total = "applications.outcome.total@total"
    made = figures(2021, {"applications.outcome.granted@total": plain(4), total: derived(4)})
    assert over(made, "outcome_total", total).reason is Reason.DERIVED
    assert over(made, "row_total", total).result is Result.FAILS


def test_a_comparison_of_at_least_holds_from_equal_upwards() -> None:
    sums = Comparison("rollup", "新收", RECEIVED, (Term(RECEIVED, "汇总"),), (Term(RECEIVED, "甲", "a", 2021),), Relation.AT_LEAST)
    results = [assess(sums, [Decimal(left)], [Decimal(3)]).result for left in (2, 3, 4)]
    assert results == [Result.FAILS, Result.HOLDS, Result.HOLDS]


def test_a_term_may_be_taken_away() -> None:
    terms = (Term("x", "上年"), Term("y", "制发"), Term("z", "废止", sign=-1))
    judged = assess(Comparison("in_force", "规章", "w", terms, (Term("w", "现行有效"),)), [*map(Decimal, (7, 2, 3))], [Decimal(6)])
    assert (judged.left, judged.right, judged.result) == (6, 6, Result.HOLDS)


def test_with_a_reason_nothing_is_judged_whatever_the_numbers_say() -> None:
    one = Comparison("carry_over", "自然人", "x", (Term("y", "上年结转", "a", 2020),), (Term("x", "结转"),))
    judged = assess(one, [Decimal(1)], [Decimal(2)], Reason.OTHER_EDITION)
    assert (judged.result, judged.reason, judged.gap) == (Result.NOT_ASSESSABLE, Reason.OTHER_EDITION, 1)
    missing = assess(one, [None], [Decimal(2)], Reason.FIRST_YEAR)
    assert (missing.left, missing.right, missing.reason) == (None, 2, Reason.FIRST_YEAR)
    assert (missing.left_terms, missing.right_terms) == ([None], [2])


@pytest.mark.parametrize(("left", "result"), [(1, Result.FAILS), (2, Result.HOLDS), (3, Result.FAILS)])
def test_a_comparison_of_equal_fails_on_either_side(left: int, result: Result) -> None:
    one = Comparison("carry_over", "自然人", "x", (Term("y", "上年结转", "a", 2020),), (Term("x", "结转"),))
    assert assess(one, [Decimal(left)], [Decimal(2)]).result is result


def test_numbers_and_terms_must_pair() -> None:
    with pytest.raises(ValueError, match="zip"):
        assess(Comparison("k", "l", "x", (Term("x", "x"),), ()), [], [])
