"""The runner stamps, places and accepts."""

from pathlib import Path

import pytest
from checking import check_sample, only

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency
from giar_site.rules.runner import check_agency

WRONG = "review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\naccept:\n"


def accept(rule_name: str, at: str, reason: str = "公布时即如此") -> str:
    return f"  - {{rule: {rule_name}, at: {at}, reason: {reason}}}\n"


@pytest.mark.parametrize("name", ["block-total-mismatch", "block_total_mismatch", "G204", "g204"])
@pytest.mark.parametrize("at", ["review_and_litigation.review@total", "review_and_litigation.review"])
def test_an_accepted_finding_keeps_its_severity_but_does_not_block(tmp_path: Path, name: str, at: str) -> None:
    finding = only(check_sample(tmp_path, WRONG + accept(name, at)))
    assert (finding.code, finding.severity, finding.accepted, finding.blocks) == ("G204", Severity.ERROR, "公布时即如此", False)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (
            accept("block-total-mismatch", "review_and_litigation.direct_suits"),
            "“review_and_litigation.direct_suits”处没有“block-total-mismatch”这个问题",
        ),
        (accept("row-total-mismatch", "review_and_litigation.review"), "处没有“row-total-mismatch”这个问题"),
        (accept("sums-are-fine", "review_and_litigation.review"), "没有叫“sums-are-fine”的规则"),
    ],
)
def test_an_acceptance_that_meets_nothing_is_an_error_and_accepts_nothing(tmp_path: Path, entry: str, said: str) -> None:
    mismatch, stale = check_sample(tmp_path, WRONG + entry)
    assert (mismatch.code, mismatch.blocks) == ("G204", True)
    assert (stale.code, stale.blocks, stale.at.item) == ("G124", True, "accept.1")
    assert said in stale.message.zh
    assert stale.place.line == 6, "its place is the entry itself"


def test_a_shape_error_cannot_be_accepted(tmp_path: Path) -> None:
    lines = "review_and_litigation:\n  review: [0, 0]\n  …\naccept:\n" + accept("wrong-length", "review_and_litigation.review")
    findings = check_sample(tmp_path, lines)
    assert sorted((finding.code, finding.blocks) for finding in findings) == [("G108", True), ("G125", True)]


def test_an_acceptance_is_never_accepted_itself(tmp_path: Path) -> None:
    codes = [finding.code for finding in check_sample(tmp_path, "accept:\n" + accept("stale-acceptance", "accept.1"))]
    assert codes == ["G125"]


def test_the_number_of_the_entry_is_told(tmp_path: Path) -> None:
    _, stale = check_sample(
        tmp_path, WRONG + accept("G204", "review_and_litigation.review") + accept("G109", "review_and_litigation.review")
    )
    assert stale.message.zh.startswith("accept 第 2 条")
    assert stale.at.item == "accept.2"


def test_an_entry_without_rule_or_reason_is_a_missing_field_and_no_more(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, "accept:\n  - {at: applications.received, reason: 公布时即如此}\n")
    assert [(finding.code, finding.message.zh) for finding in findings] == [
        ("G118", "accept 第 1 条没有写“rule”（规则名，例如 row-total-mismatch）。")
    ]


def test_many_findings_at_one_row_are_accepted_by_one_entry(tmp_path: Path) -> None:
    lines = "review_and_litigation:\n  review: [~, ~, 0, 0, 0]\n  …\naccept:\n" + accept("blank-figure", "review_and_litigation.review")
    findings = check_sample(tmp_path, lines)
    assert [(finding.code, finding.blocks) for finding in findings] == [("G109", False), ("G109", False)]


def test_findings_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    sample = "--- report.md\n<b>一</b>\n\n…\n--- figures.yaml\nreview_and_litigation:\n  review: [０, 0, 0, 0, 0]\n  direct_suits: [0, 0]\n  …\n--- agency.yaml\nname: 局\nfoo: 1\n"
    findings = check_sample(tmp_path, sample)
    assert [finding.code for finding in findings] == ["G110", "G108", "G117", "G120"]
    assert [finding.place.file.rpartition("/")[2] for finding in findings] == ["figures.yaml", "figures.yaml", "report.md", "agency.yaml"]


def test_every_fault_of_every_file_is_told_in_one_run(tmp_path: Path) -> None:
    sample = """--- site.yaml
titel: 样本
--- agency.yaml
kind: 局
--- figures.yaml
applications:
  received: [０１, 0, 0, 0, 0, 0, 1]
  carried_in: [0, 0]
  carried_on: [0]
  carried_out: [~, 0, 0, 0, 0, 0, 0]
  …
--- report.md
[链接](javascript:x)<i>

## 一、总体情况

## 一、总体情况

## 七、附则
--- files/a.exe
x
--- b.txt
x
"""
    codes = {finding.code for finding in check_sample(tmp_path, sample)}
    assert codes == {"G101", "G106", "G108", "G109", "G110", "G113", "G114", "G115", "G116", "G117", "G118", "G119", "G120", "G122"}


@rule("G999", Severity.NOTE, over="history")
def told_of_an_agency(agency: Agency) -> list[Finding]:
    """A rule over all reports of an agency."""
    return [Finding(Address(agency.slug, year, part, item), Text("话", "words")) for year, part, item in AT]


AT = [(None, "agency", "name"), (2022, "report", "overview"), (2022, "figures", "applications.received@total"), (None, "site", "title")]


def test_what_stands_nowhere_is_placed_in_the_file_it_belongs_to() -> None:
    findings = check_agency([told_of_an_agency], Agency("sample", "局"), {})
    files = ["content/sample/2022/figures.yaml", "content/sample/2022/report.md", "content/sample/agency.yaml", "site.yaml"]
    assert [finding.place.file for finding in findings] == files
    assert {(finding.code, finding.rule, finding.severity) for finding in findings} == {("G999", "told-of-an-agency", Severity.NOTE)}
