"""Findings as text with a caret, JSON, SARIF and GitHub commands."""

import json
from pathlib import Path

import pytest
from samples import write_site

from giar_site.check import check_site
from giar_site.diagnostics import Address, Finding, Place, Severity, Suspect, Text
from giar_site.output import FORMATS, Checked, as_text, findings_as
from giar_site.rules import RULES
from giar_site.width import visible, width

CELL = "applications.received@total"


def finding(**changes: object) -> Finding:
    given = {
        "at": Address("ju", 2021, "figures", CELL),
        "message": Text("合计不符。", "the sum is wrong."),
        "mend": Text("改成 3。", "write 3."),
        "cells": (CELL,),
        "expected": "3",
        "actual": "5",
        "suspects": (Suspect(CELL, "3"),),
        "code": "G201",
        "rule": "row-total-mismatch",
        "place": Place("content/ju/2021/figures.yaml", 2, 12, 1),
    }
    return Finding(**(given | changes))  # type: ignore[arg-type]


def lines_of(_: str) -> list[str]:
    return ["form: 2021", "  本年新收: [1, 5]"]


def test_the_caret_stands_under_the_spot_in_terminal_columns() -> None:
    place = Place("figures.yaml", 2, 13, 1)
    shown = as_text([finding(place=place)], 1, "zh", lines_of).split("\n")
    quoted, caret = shown[1], shown[2]
    assert quoted.index("5") == 4 + 13  # characters
    assert caret.index("^") == width(quoted[: quoted.index("5")])  # columns: four Chinese characters take eight


def test_a_text_finding_says_place_severity_message_and_mend() -> None:
    text = as_text([finding()], 1, "zh", lines_of)
    assert text.startswith("content/ju/2021/figures.yaml:2:12: 错误 G201 row-total-mismatch：合计不符。\n")
    assert "   = 改法：改成 3。\n" in text
    assert f"   = 编号：{CELL}\n" in text
    assert text.endswith("检查了 1 份报告：1 个错误，0 个警告。\n")
    assert as_text([finding()], 1, "en", lines_of).endswith("checked 1 report: 1 error, 0 warnings.\n")


def test_an_error_that_may_stand_shows_the_entry_that_lets_it() -> None:
    zh = as_text([finding()], 1, "zh", lines_of)
    entry = f'- {{rule: G201, at: {CELL}, actual: "5", reason: ""}}'
    assert f"   = 编号：{CELL}\n   = 已经这样公布了的，在 accept: 下写一条，填上理由：{entry}\n" in zh
    assert f"   = if published so, write under accept: with a reason: {entry}\n" in as_text([finding()], 1, "en", lines_of)
    assert f'- {{rule: G201, at: {CELL}, reason: ""}}' in as_text([finding(actual=None)], 1, "zh", lines_of)
    assert f'at: {CELL}, actual: "{"5" * 40}", reason' in as_text([finding(actual="5" * 40)], 1, "zh", lines_of)
    assert f"at: {CELL}, reason" in as_text([finding(actual="5" * 41)], 1, "zh", lines_of)
    assert f"at: {CELL}, reason" in as_text([finding(actual="5\t")], 1, "zh", lines_of)


@pytest.mark.parametrize(
    "changes",
    [
        {"severity": Severity.WARNING},
        {"accepted": "原报告如此"},
        {"code": "G108", "rule": "wrong-length"},
        {"at": Address("ju", None, "agency", "name")},
        {"at": Address("ju", 2021, "figures", "")},
        {"alias": "138****8000"},
    ],
    ids=["a warning", "accepted already", "never to be accepted", "of no report", "of no place", "a private number"],
)
def test_no_entry_is_offered_where_none_is_needed_or_helps(changes: dict[str, object]) -> None:
    assert "accept:" not in as_text([finding(**changes)], 1, "zh", lines_of)


def test_entries_copied_from_the_output_let_every_error_stand(tmp_path: Path) -> None:
    sample = (
        "applications:\n  received: [1, 0, 0, 0, 0, 0, 3]\n  …\nreview_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  direct_suits: [0, 0, 0, 0, ~]\n  …\n"
        "--- report.md\n---\npublished: 2022-05-01\n---\n…\n"
    )
    site = write_site(tmp_path, sample)
    checked = check_site(site)
    assert {each.code for each in checked.findings} == {"G201", "G203", "G204", "G109", "G601"}
    text = findings_as("text", Checked(checked.findings, 1, RULES, site), "zh")
    entries = [line.partition("填上理由：")[2] for line in text.split("\n") if "填上理由：" in line]
    assert len(entries) == len(checked.findings)
    figures = site / "content/sample/2022/figures.yaml"
    written = figures.read_text("utf-8")
    unexplained = "accept:\n" + "".join(f"  {entry}\n" for entry in entries)
    figures.write_text(written + unexplained, encoding="utf-8")
    assert all(each.blocks for each in check_site(site).findings), "without a reason nothing stands"
    figures.write_text(written + unexplained.replace('""', '"原报告如此"'), encoding="utf-8")
    assert [each.accepted for each in check_site(site).findings] == ["原报告如此"] * len(entries)


def test_the_lines_of_cells_that_may_be_wrong_are_named_unless_all_stand_on_the_line_shown() -> None:
    def said(*lines: int, language: str = "zh") -> list[str]:
        found = finding(suspect_places=tuple(Place("content/ju/2021/figures.yaml", line, 12, 1) for line in lines))
        return [each for each in as_text([found], 1, language, lines_of).split("\n") if "行" in each or "may be wrong" in each]

    assert said(2, 7, 2) == ["   = 可能写错的格子在第 2、7 行"]
    assert said(2, 7, language="en") == ["   = cells that may be wrong: lines 2, 7"]
    assert said(7, 7, language="en") == ["   = cells that may be wrong: line 7"]
    assert said(2, 2) == said(2, 2, language="en") == []


def test_what_is_accepted_is_counted_apart() -> None:
    text = as_text([finding(accepted="原报告如此")], 2, "zh", lines_of)
    assert "   = 已说明，不妨碍发布：原报告如此\n" in text
    assert text.endswith("检查了 2 份报告：0 个错误，0 个警告；另有 1 处已说明理由。\n")


def test_notes_are_counted_when_there_are_any() -> None:
    assert as_text([finding(severity=Severity.NOTE)], 1, "zh", lines_of).endswith("0 个警告，1 个提示。\n")


def test_nothing_that_commands_a_terminal_is_printed() -> None:
    evil = "\x1b[2J\u202e\x07"
    text = as_text([finding(message=Text(evil, evil), place=Place("f", 1, 1, 1))], 1, "zh", lambda _: [evil])
    assert not set(text) & set("\x1b\u202e\x07")
    assert "<U+001B>" in text


def test_a_long_line_is_quoted_round_the_spot() -> None:
    line = "x" * 5000 + "HERE" + "y" * 5000
    text = as_text([finding(place=Place("f", 1, 5001, 4))], 1, "zh", lambda _: [line])
    assert "HERE" in text
    assert max(map(len, text.split("\n"))) < 200


def test_a_line_that_is_no_longer_there_is_not_quoted() -> None:
    assert "|" not in as_text([finding(place=Place("f", 99, 1, 1))], 1, "zh", lines_of)


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("中文", 4), ("ａ", 2), ("é", 1), ("e\u0301", 1)])
def test_widths_are_those_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


def test_visible_leaves_printable_text_alone() -> None:
    assert visible("中文 abc　。") == "中文 abc　。"
    assert visible("a\tb") == "a b"


def printed(form: str, *findings: Finding, language: str = "zh") -> str:
    return findings_as(form, Checked(findings, 1, RULES, Path()), language)


def test_json_has_the_fixed_shape() -> None:
    [said] = json.loads(printed("json", finding()))["findings"]
    assert said == {
        "code": "G201",
        "rule": "row-total-mismatch",
        "severity": "error",
        "agency": "ju",
        "year": 2021,
        "cells": [CELL],
        "message": "合计不符。",
        "mend": "改成 3。",
        "file": "content/ju/2021/figures.yaml",
        "line": 2,
        "column": 12,
        "expected": "3",
        "actual": "5",
        "suspects": [{"cell": CELL, "value": "3"}],
        "accepted": None,
    }


def test_json_sums_up_what_is_not_accepted() -> None:
    document = json.loads(printed("json", finding(), finding(accepted="x"), finding(severity=Severity.WARNING)))
    assert document["version"] == 1
    assert document["summary"] == {"errors": 1, "warnings": 1, "notes": 0, "reports": 1}
    assert [each["accepted"] for each in document["findings"]] == [None, "x", None]


def test_sarif_names_rule_place_and_suppression() -> None:
    run = json.loads(printed("sarif", finding(accepted="原报告如此"), finding(place=Place("含 空格.yaml"))))["runs"][0]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {rule.code for rule in RULES}
    first, second = run["results"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "G201"
    location = first["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 2, "startColumn": 12, "endColumn": 13}
    assert first["suppressions"] == [{"kind": "inSource", "justification": "原报告如此"}]
    assert second["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "%E5%90%AB%20%E7%A9%BA%E6%A0%BC.yaml"}}
    assert first["partialFingerprints"] == second["partialFingerprints"]


def test_github_commands_escape_what_would_end_them() -> None:
    said = printed("github", finding(message=Text("一%\n二", "x"), place=Place("a,b:c.yaml", 2, 3, 4)), finding(accepted="x"))
    first, second = said.splitlines()
    assert first == "::error file=a%2Cb%3Ac.yaml,line=2,col=3,endColumn=7,title=G201 row-total-mismatch::一%25%0A二 改成 3。"
    assert second.startswith("::notice ")


def test_every_format_answers_a_clean_site() -> None:
    for form in FORMATS:
        assert isinstance(printed(form), str)
