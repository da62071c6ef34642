"""G126: what a correction calls now must be what stands there."""

from pathlib import Path

import pytest
from checking import check_sample, only

HEAD = "--- report.md\n---\ntitle: 某局2022年年报\npublished: 2023-01-20\n---\n…\n"


def correction(at: str, now: str) -> str:
    return f'corrections:\n  - {{date: "2023-03-01", at: "{at}", was: 甲, now: "{now}", reason: 笔误}}\n…\n{HEAD}'


def test_a_field_that_reads_otherwise_is_told_with_both_texts(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, correction("published", "2023-01-21")))
    assert (finding.code, finding.at.item, finding.expected, finding.actual) == ("G126", "corrections.1", "2023-01-21", "2023-01-20")
    assert finding.message.zh == "更正记录说“published”现在是 2023-01-21，report.md 里却是 2023-01-20。"
    assert finding.message.en == "the correction says that “published” is 2023-01-21 now, report.md says 2023-01-20."
    assert finding.mend.zh == "改正 report.md，或改正更正记录里的 now。"
    assert finding.mend.en == "correct report.md, or the `now` of the correction."


@pytest.mark.parametrize(("at", "now"), [("published", "2023-01-20"), ("overview", "改写了一段"), ("preamble", "删去一句")])
def test_a_field_as_it_stands_and_a_section_are_in_order(tmp_path: Path, at: str, now: str) -> None:
    assert check_sample(tmp_path, correction(at, now)) == []


def test_a_place_that_is_nowhere_is_told(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, correction("applications.received", "1")))
    assert finding.message.zh == "更正的位置“applications.received”不是表里的一格，也不是报告的一部分。"
    assert finding.message.en == "“applications.received” is no cell of the tables and no part of the report."
    assert finding.actual == "applications.received"
    assert "files/附表.pdf" in finding.mend.zh
    assert "files/a.pdf" in finding.mend.en
