"""What a clerk gets wrong in the first hour: lost commas, wide brackets, drafts left in files/, corrections that disagree."""

from pathlib import Path

import pytest
from checking import check_folder
from samples import AGENCY, write_site


def findings(tmp_path: Path, sample: str) -> list[tuple[str, str, str]]:
    return [(each.code, each.message.zh, each.mend.zh) for each in check_folder(write_site(tmp_path, sample))]


@pytest.mark.parametrize("glued", ["9 3", "9，3", "9、3"])
def test_two_figures_without_a_comma_are_one_finding(tmp_path: Path, glued: str) -> None:
    [(code, message, _)] = findings(tmp_path, f"applications:\n  received: [{glued}, 0, 0, 0, 0, 12]\n  …\n")
    assert code == "G108"
    assert f"“{glued}”像是两个数，中间少了半角逗号" in message


@pytest.mark.parametrize("row", ["【0, 0, 0, 0, 0】", "0, 0, 0, 0, 0]"])
def test_brackets_that_are_none_are_named(tmp_path: Path, row: str) -> None:
    [(code, _, mend)] = findings(tmp_path, f"review_and_litigation:\n  review: {row}\n  …\n")
    assert code == "G108"
    assert "方括号要用半角的" in mend


def test_a_file_that_nobody_names_is_not_published_and_said_so(tmp_path: Path) -> None:
    site = write_site(tmp_path, "--- files/草稿.csv\n甲,乙\n")
    [finding] = check_folder(site)
    assert (finding.code, finding.place.file) == ("G122", f"content/{AGENCY}/2022/files/草稿.csv")
    assert "没有登记这个附件" in finding.message.zh


@pytest.mark.parametrize(
    ("at", "now", "said"),
    [
        ("nonsense@x", "1", "不是表里的一格"),
        ("review_and_litigation.review@total", "7", "现在是 7，表里却是 0"),
    ],
)
def test_a_correction_must_agree_with_the_table(tmp_path: Path, at: str, now: str, said: str) -> None:
    sample = f'…\ncorrections:\n  - {{date: "2023-03-01", at: {at}, was: "9", now: "{now}", reason: 漏计}}\n'
    [(code, message, _)] = findings(tmp_path, sample)
    assert code == "G126"
    assert said in message


def test_an_empty_reason_is_no_reason(tmp_path: Path) -> None:
    sample = (
        'review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\naccept:\n  - {rule: G204, at: review_and_litigation.review, reason: " "}\n'
    )
    assert "G118" in [code for code, _, _ in findings(tmp_path, sample)]
