"""G102, G103, G105: what cannot be read as YAML, what may not be used in it, and what stands twice."""

from pathlib import Path

import pytest
from checking import check_sample, only

REVIEW = "review_and_litigation:\n  review: "


@pytest.mark.parametrize(
    ("sample", "said"),
    [
        (f"{REVIEW}[0, 0\n", "没有配对"),
        ("applications:\n\treceived: [0]\n", "制表符"),
        ("review_and_litigation：\n  review: [0, 0, 0, 0, 0]\n", "冒号是全角"),
        (f"{REVIEW}[0, , 0, 0, 0]\n", "少了内容"),
        ("name: &\n", "以 & 开头"),
        ("name: * 财政局\n", "以 * 开头"),
    ],
)
def test_a_slip_of_notation_is_told_in_words_of_a_clerk(tmp_path: Path, sample: str, said: str) -> None:
    finding = only(check_sample(tmp_path, f"--- agency.yaml\n{sample}" if "name" in sample else sample))
    assert finding.code == "G102"
    assert said in finding.message.zh
    assert finding.place.line > 0


def test_a_file_without_any_field_is_told_of(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- agency.yaml\n某某市财政局\n--- 2022/report.md\n…\n"))
    assert finding.code == "G119"


def test_front_matter_that_is_never_closed_is_told_of(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- report.md\n---\ntitle: 报告\n\n…\n"))
    assert finding.code == "G102"
    assert "没有配对" in finding.message.zh
    assert finding.place[1:] == (1, 1, 3)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("&a [0, 0, 0, 0, 0]", "锚点"),
        ("*a", "别名"),
        ("!!python/object:os.system [0]", "标签"),
        ("[" * 40 + "]" * 40, "嵌套超过 16 层"),
        ("[" + "0, " * 20_001 + "0]", "内容超过 20000 项"),
        ("[0, 0, 0, 0, 0]\n---\nform: 2021", "多份 YAML"),
        ("{[0]: 0}", "键必须是一个词"),
    ],
)
def test_what_no_report_needs_is_refused_by_name(tmp_path: Path, value: str, said: str) -> None:
    finding = only(check_sample(tmp_path, f"{REVIEW}{value}\n"))
    assert finding.code == "G103"
    assert said in finding.message.zh


def test_a_row_written_twice_is_quoted_both_times(tmp_path: Path) -> None:
    sample = "review_and_litigation:\n  review: [0, 0, 0, 0, 0]\n  review: [1, 0, 0, 0, 1]\n  …\n"
    finding = only(check_sample(tmp_path, sample))
    assert (finding.expected, finding.actual) == ("[0, 0, 0, 0, 0]", "[1, 0, 0, 0, 1]")
    assert "第 2 行" in finding.message.zh
