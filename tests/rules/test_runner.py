"""The runner stamps, places and accepts."""

from pathlib import Path

import pytest
from checking import check_sample, only
from samples import write_site

from giar_site.diagnostics import Address, Finding, Place, Severity, Text, rule
from giar_site.load import Folder, load_agency
from giar_site.model import Agency, Settings, Site, in_prose
from giar_site.rules.runner import look_around, look_at

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


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("{rule: block-total-mismatch, at: review_and_litigation.review}", ["reason"]),
        ('{rule: block-total-mismatch, at: review_and_litigation.review, reason: " "}', ["reason"]),
        ("{rule: block-total-mismatch, at: , reason: 公布时即如此}", ["at"]),
        ("{rule: , at: review_and_litigation.review, reason: 公布时即如此}", ["rule"]),
    ],
)
def test_an_entry_that_lacks_something_lets_nothing_stand(tmp_path: Path, entry: str, missing: list[str]) -> None:
    findings = check_sample(tmp_path, f"{WRONG}  - {entry}\n")
    assert [(finding.code, finding.blocks) for finding in findings] == [("G204", True), ("G118", True)]
    assert [finding.at.item for finding in findings if finding.code == "G118"] == [f"accept.1.{name}" for name in missing]


def test_a_misspelt_reason_is_no_reason(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, f"{WRONG}  - {{rule: G204, at: review_and_litigation.review, raeson: 公布时即如此}}\n")
    assert [(finding.code, finding.blocks) for finding in findings] == [("G204", True), ("G118", True), ("G120", True)]


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
    assert codes == {"G101", "G106", "G108", "G109", "G110", "G113", "G114", "G115", "G116", "G117", "G118", "G119", "G120", "G122", "G416"}


@rule("G999", Severity.NOTE, over="agency")
def told_of_an_agency(agency: Agency) -> list[Finding]:
    """A rule over all reports of an agency."""
    return [Finding(Address(agency.slug, year, part, item), Text("话", "words")) for year, part, item in AT]


AT = [(None, "agency", "name"), (2022, "report", "overview"), (2022, "figures", "applications.received@total"), (None, "site", "title")]


def test_what_stands_nowhere_is_placed_in_the_file_it_belongs_to() -> None:
    agency = Agency("sample", "局")
    site = Site(Settings("样本"), ())
    findings = look_around([], agency, site, look_at([told_of_an_agency], agency, {}), dict)
    files = ["content/sample/2022/figures.yaml", "content/sample/2022/report.md", "content/sample/agency.yaml", "site.yaml"]
    assert [finding.place.file for finding in findings] == files
    assert {(finding.code, finding.rule, finding.severity) for finding in findings} == {("G999", "told-of-an-agency", Severity.NOTE)}


@rule("G998", Severity.NOTE, over="relations")
def told_of_the_past(agency: Agency, site: Site) -> list[Finding]:
    """A rule over an agency among the others: it blames the year before, in all of them."""
    at = Address(agency.slug, 2022, "figures", "applications.carried_in@total")
    other = next(each.slug for each in site.agencies if each is not agency)
    return [Finding(at, Text("话", "words"), related=(Address(other, 2021, "figures", "applications.carried_out@total"),))]


def test_a_rule_over_relations_sees_the_whole_site_and_is_placed_by_places_asked_for_once() -> None:
    one, two = Agency("one", "一局"), Agency("two", "二局")
    site = Site(Settings("样本"), (one, two))
    asked = []

    def places() -> dict[Address, Place]:
        asked.append(1)
        return {Address("one", 2022, "figures", "applications.carried_in"): Place("content/one/2022/figures.yaml", 5, 3)}

    findings = look_around([told_of_the_past, told_of_the_past], one, site, [], places)
    assert [(each.code, each.place.line, each.related[0].agency) for each in findings] == [("G998", 5, "two")] * 2
    assert asked == [1]


def test_characters_of_the_prose_are_placed_by_line_and_column(tmp_path: Path) -> None:
    sample = "--- report.md\n---\ntitle: 题\n---\n前言。\n\n## 一、总体情况\n\n第一段。\n\n第二段共6件。\n另一行\n\n…\n"
    write_site(tmp_path, sample)
    with Folder.top(tmp_path) as top, top.folder("content") as content:
        agency, places = load_agency(content, "sample")
    [report] = agency.reports
    source = report.sections[0].source
    assert source == "第一段。\n\n第二段共6件。\n另一行"
    start = source.index("6件")
    assert places.get(in_prose("sample", 2022, "overview", start, start + 2)) == Place("content/sample/2022/report.md", 10, 5, 2)
    assert places.get(in_prose("sample", 2022, "overview", start, len(source))) == Place("content/sample/2022/report.md", 10, 5, 3)
    assert places.get(in_prose("sample", 2022, "", 0, 2)) == Place("content/sample/2022/report.md", 4, 1, 2)
    assert places.get(in_prose("sample", 2022, "problems", 5000, 5001)) == Place("content/sample/2022/report.md", 27, 20, 1)
    assert places.get(in_prose("sample", 2022, "nowhere", 0, 1)) is None
