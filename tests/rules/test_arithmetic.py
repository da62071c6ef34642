"""What the arithmetic rules say of a report: nothing of a sound one, and of a wrong one the equation, the gap and the suspects."""

from pathlib import Path

from checking import check_sample, only
from hypothesis import given
from hypothesis import strategies as st
from sound import Values, covered, report_of, sound_reports

from giar_site.diagnostics import Finding, Severity
from giar_site.forms import Form
from giar_site.rules import RULES

ARITHMETIC = [rule for rule in RULES if rule.code.startswith("G2")]


def mismatches(form: Form, values: Values) -> list[Finding]:
    report = report_of(form, values)
    return [finding for rule in ARITHMETIC for finding in rule(report)]


@given(sound_reports())
def test_a_sound_report_has_no_findings(report: tuple[Form, Values]) -> None:
    form, values = report
    sound = report_of(form, values)
    assert [finding for rule in RULES if rule.over == "report" for finding in rule(sound)] == []


@given(sound_reports(), st.data())
def test_a_wrong_cell_is_a_suspect_with_its_true_value_wherever_it_shows(report: tuple[Form, Values], data: st.DataObject) -> None:
    form, values = report
    cell = data.draw(st.sampled_from(covered(form)))
    true = f"{values[cell]:f}"
    values[cell] += data.draw(st.integers(1, 99))
    findings = mismatches(form, values)
    assert len(findings) == sum(cell in {*each.left, *each.right} for each in form.equations)
    for finding in findings:
        assert (form.cells[cell].id, true) in finding.suspects
        assert {suspect.cell for suspect in finding.suspects} <= set(finding.cells), "only cells of the failing equation are blamed"
        assert finding.expected != finding.actual
        assert finding.at.item in finding.cells


@given(sound_reports(), st.data())
def test_a_cell_whose_every_equation_holds_is_never_blamed_for_another(report: tuple[Form, Values], data: st.DataObject) -> None:
    form, values = report
    cell = data.draw(st.sampled_from(covered(form)))
    values[cell] += 1
    touched = {other for each in form.equations if cell in {*each.left, *each.right} for other in (*each.left, *each.right)}
    blamed = {form.by_id[suspect.cell].index for finding in mismatches(form, values) for suspect in finding.suspects}
    assert blamed <= touched


def test_one_wrong_cell_that_breaks_two_sums_is_named_for_both(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, "applications:\n  outcome:\n    granted: [5, 0, 0, 0, 0, 0, 0]\n    …\n  …\n")
    assert [finding.code for finding in findings] == ["G201", "G202"]
    for finding in findings:
        assert "最可能是" in finding.mend.zh
        assert "5 应为 0，可同时解释 2 处不符" in finding.mend.zh
        assert "explains all 2 mismatches" in finding.mend.en


def test_the_message_gives_both_sums_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\n"))
    assert finding.message.zh == "“行政复议”一行：结果维持 1 + 其余 0 = 1，而“总计” = 2，相差 1。"
    assert finding.message.en == "row “行政复议”: 结果维持 1 + the rest 0 = 1, but “总计” = 2; they differ by 1."
    assert (finding.expected, finding.actual) == ("1", "2")


def test_a_sum_of_figures_that_are_all_there_leaves_nothing_out(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "review_and_litigation:\n  review: [1, 2, 3, 4, 11]\n  …\n"))
    assert "结果维持 1 + 结果纠正 2 + 其他结果 3 + 尚未审结 4 = 10" in finding.message.zh
    assert "另有" not in finding.mend.zh, "all five suspects are named"


def test_of_many_suspects_the_first_six_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    row = "[1, 1, 1, 1, 1, 1, 7]"
    findings = check_sample(tmp_path, f"applications:\n  received: {row}\n  carried_out: {row}\n  …\n")
    assert len(findings[0].suspects) == 7
    assert "另有 1 格" in findings[0].mend.zh
    assert "and 1 more" in findings[0].mend.en


def test_where_too_much_is_wrong_the_clerk_is_sent_to_the_register(tmp_path: Path) -> None:
    rows = "\n".join(f"    {key}: [{n}, {n * 3}, {n + 7}, 2, {n * n}, 5, 1]" for n, key in enumerate(("granted", "partly_granted"), 3))
    lines = f"applications:\n  received: [9, 8, 7, 6, 5, 4, 3]\n  carried_in: [3, 1, 4, 1, 5, 9, 2]\n  carried_out: [2, 7, 1, 8, 2, 8, 1]\n  outcome:\n{rows}\n    …\n"
    findings = check_sample(tmp_path, lines)
    assert {finding.suspects for finding in findings} == {()}
    assert all("逐格核对" in finding.mend.zh for finding in findings)


def test_a_long_label_is_cut_so_that_the_sum_can_be_read(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, "applications:\n  outcome:\n    partly_granted: [1, 0, 0, 0, 0, 0, 0]\n    …\n  …\n")
    assert "（二）部分公开（区分处理的，只计这一情形，不… 1" in findings[1].message.zh


def test_a_mismatch_is_an_error_that_names_every_cell_of_its_equation(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\n"))
    assert finding.severity is Severity.ERROR
    assert finding.at.item == "review_and_litigation.review@total"
    assert finding.cells == tuple(
        f"review_and_litigation.review@{column}" for column in ("total", "upheld", "corrected", "other", "pending")
    )


def test_two_independent_slips_are_each_named_alone(tmp_path: Path) -> None:
    sample = "applications:\n  outcome:\n    granted: [5, 0, 0, 0, 0, 0, 0]\n    partly_granted: [0, 0, 3, 0, 0, 0, 0]\n    …\n  …\n"
    findings = check_sample(tmp_path, sample)
    assert len(findings) == 4
    assert all(len(finding.suspects) == 1 and "最可能是" in finding.mend.zh and "同时解释" not in finding.mend.zh for finding in findings)


def test_of_rows_whose_total_was_left_out_a_forgotten_figure_is_thought_of(tmp_path: Path) -> None:
    rows = "received: [3, 0, 0, 0, 0, 0]\n  carried_in: [0, 2, 0, 0, 0, 0]"
    findings = check_sample(tmp_path, f"applications:\n  {rows}\n  …\n")
    assert [(finding.code, finding.at.item) for finding in findings] == [
        ("G203", f"applications.outcome.total@{column}") for column in ("natural_person", "business", "total")
    ]
    both = "一、本年新收政府信息公开申请数量、二、上年结转政府信息公开申请数量"
    assert findings[0].message == (
        "“自然人”一列：一、本年新收政府信息公开申请数量 3 + 其余 0 = 3，而其余 0 = 0，相差 3。",
        "column “自然人”: 一、本年新收政府信息公开申请数量 3 + the rest 0 = 3, but the rest 0 = 0; they differ by 3.",
    )
    assert findings[0].mend == (
        (
            "最可能是 一、本年新收政府信息公开申请数量 / 申请人情况·自然人：3 应为 0。"
            f"“{both}”没有写总计，总计是相加得出的；如果其实是漏写了一个数或一个逗号，请先补上。"
        ),
        (
            "most likely 一、本年新收政府信息公开申请数量 / 申请人情况·自然人: 3 should be 0. "
            f"“{both}” has no total of its own, it was added up; if a figure or a comma was forgotten instead, put that in first."
        ),
    )
    assert findings[2].mend.zh.startswith(
        "可能有误的格子（凭算式分不出是哪一个，请对照台账）：一、本年新收政府信息公开申请数量 / 申请人情况·自然人：3 应为 0；"
        "二、上年结转政府信息公开申请数量 / 申请人情况·法人或其他组织·商业企业：2 应为 0。“"
    )
    assert [suspect.cell for suspect in findings[2].suspects] == [
        "applications.received@natural_person",
        "applications.carried_in@business",
    ]


def test_a_total_that_was_left_out_is_not_blamed_for_what_it_adds_up(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, "applications:\n  received: [3, 0, 0, 0, 0, 0]\n  …\n")
    assert {finding.suspects for finding in findings} == {(("applications.received@natural_person", "0"),)}
    assert len(findings) == 2
    assert all("3 应为 0，可同时解释 2 处不符。“" in finding.mend.zh for finding in findings)


def test_where_too_much_is_wrong_the_register_is_named_in_both_languages(tmp_path: Path) -> None:
    rows = "\n".join(f"    {key}: [{n}, {n * 3}, {n + 7}, 2, {n * n}, 5, 1]" for n, key in enumerate(("granted", "partly_granted"), 3))
    lines = f"applications:\n  received: [9, 8, 7, 6, 5, 4, 3]\n  carried_in: [3, 1, 4, 1, 5, 9, 2]\n  carried_out: [2, 7, 1, 8, 2, 8, 1]\n  outcome:\n{rows}\n    …\n"
    assert {finding.mend for finding in check_sample(tmp_path, lines)} == {
        ("几处同时有误，算不出是哪一格，请对照台账逐格核对。", "several cells are wrong at once; compare each with the register.")
    }


def test_of_two_cells_that_may_be_wrong_each_is_told_with_what_it_should_be(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "review_and_litigation:\n  review: [1, 0, 0, 0, 0]\n  …\n"))
    assert finding.mend == (
        "可能有误的格子（凭算式分不出是哪一个，请对照台账）：行政复议 / 结果维持：1 应为 0；行政复议 / 总计：0 应为 1。",
        "possible cells (arithmetic alone cannot tell which): 行政复议 / 结果维持: 1 should be 0; 行政复议 / 总计: 0 should be 1.",
    )
