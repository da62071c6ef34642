"""A thousand findings are grouped and capped in text; nothing is left out anywhere else."""

import json
from pathlib import Path

from giar_site.diagnostics import Address, Finding, Place, Severity, Text
from giar_site.output import MOST_OF_A_RULE, Checked, as_text, findings_as
from giar_site.output.capped import Group, grouped
from giar_site.rules import RULES


def finding(code: str, number: int, severity: Severity = Severity.ERROR, accepted: str | None = None) -> Finding:
    return Finding(
        at=Address("ju", 2021, "figures", f"row{number}"),
        message=Text(f"问题 {number}。", f"fault {number}."),
        code=code,
        rule="a-rule",
        title=Text(f"规则 {code}", f"Rule {code}"),
        severity=severity,
        place=Place("content/ju/2021/figures.yaml", number, 1, 1),
        accepted=accepted,
    )


def many(code: str, count: int, severity: Severity = Severity.ERROR) -> list[Finding]:
    return [finding(code, number, severity) for number in range(1, count + 1)]


def test_few_findings_stand_in_the_order_of_the_files() -> None:
    mixed = [finding("G202", 1), finding("G201", 2), finding("G202", 3), *many("G203", MOST_OF_A_RULE)]
    assert grouped(mixed) == [Group(Text("", ""), mixed, 0)]
    text = as_text(mixed, 1, "zh", lambda _: [])
    assert "==" not in text
    assert text.count("问题") == len(mixed)


def test_no_finding_is_no_group() -> None:
    assert grouped([]) == []
    assert grouped([], None) == []


def test_one_more_than_the_most_groups_everything_by_rule() -> None:
    findings = [finding("G301", 1, Severity.WARNING), *many("G201", MOST_OF_A_RULE + 1), finding("G202", 1)]
    groups = grouped(findings)
    assert [(group.heading.zh, len(group.shown), group.more) for group in groups] == [
        ("G201 规则 G201：11 处", 10, 1),
        ("G202 规则 G202：1 处", 1, 0),
        ("G301 规则 G301：1 处", 1, 0),
    ]
    assert groups[0].heading.en == "G201 Rule G201: 11 times"


def test_errors_come_before_warnings_and_what_is_accepted_comes_last() -> None:
    noted = [finding("G101", number, Severity.NOTE) for number in range(2)]
    warned = [finding("G102", 1, Severity.WARNING)]
    accepted = [finding("G103", 1, Severity.ERROR, "公布时即如此")]
    codes = [group.shown[0].code for group in grouped([*noted, *accepted, *warned, *many("G201", 11)])]
    assert codes == ["G201", "G102", "G101", "G103"]


def test_what_is_accepted_never_hides_what_is_left_to_do() -> None:
    findings = [*(finding("G201", number, accepted="公布时即如此") for number in range(10)), finding("G201", 99)]
    [group] = grouped(findings)
    assert group.shown[0].place.line == 99
    assert group.more == 1
    assert group.heading == ("G201 规则 G201：11 处，其中 10 处已说明理由", "G201 Rule G201: 11 times, 10 of them explained in accept:")


def test_a_thousand_findings_come_to_ten_of_each_rule_and_a_way_to_the_rest() -> None:
    findings = [*many("G204", 700), *many("G111", 297, Severity.WARNING), *many("G202", 3)]
    text = as_text(findings, 40, "zh", lambda _: [])
    assert text.count("问题") == 10 + 10 + 3
    assert text.index("== G202 规则 G202：3 处\n") < text.index("== G204 规则 G204：700 处\n") < text.index("== G111 规则 G111：297 处\n")
    rest = "用 giar check --all 或 giar check --format json 查看全部，或用 giar check 机关/年度 一份一份地看。"
    assert f"这条规则还有 690 处没有列出；{rest}\n" in text
    assert f"这条规则还有 287 处没有列出；{rest}\n" in text
    assert text.endswith("\n检查了 40 份报告：703 个错误，297 个警告。\n")
    english = as_text(findings, 40, "en", lambda _: [])
    assert "690 more of this rule are not listed; giar check --all or giar check --format json shows all" in english
    assert english.count("fault ") == 23


def test_all_are_shown_when_all_are_asked_for_and_to_every_program() -> None:
    findings = many("G204", 1000)
    checked = Checked(findings, 40, RULES, Path())
    everything = findings_as("text", checked, "zh", None)
    assert everything.count("问题") == 1000
    assert "没有列出" not in everything
    assert len(json.loads(findings_as("json", checked, "zh"))["findings"]) == 1000
    assert len(findings_as("github", checked, "zh").splitlines()) == 1000
