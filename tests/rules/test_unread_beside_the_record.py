"""What could not be read is not held against the record: the only error is that it could not be read."""

from pathlib import Path

import pytest
from checking import check_folder
from samples import write_site

from giar_site.locking import lock_site

FIGURES = "content/sample/2022/figures.yaml"
REPORT = "content/sample/2022/report.md"
AGENCY = "content/sample/agency.yaml"
REVIEW = "review_and_litigation.review"
ENTRY = '  - {date: "%s", at: %s, was: "%s", now: "%s", reason: 笔误}\n'
WRITTEN = (
    f"review_and_litigation:\n  review: [1, 0, 0, 0, 1]\n  …\ncorrections:\n{ENTRY % ('2023-01-25', f'{REVIEW}@total', '0', '1')}"
    "--- report.md\n---\ntitle: 年报\npublished: 2023-01-20\n"
    "attachments:\n  - {title: 统计表, file: a.csv}\n  - {title: 另册}\n---\n…\n--- files/a.csv\n甲,乙\n"
)
LOCK = {"G126", "G701", "G702", "G703", "G704"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A report with a file and a correction, published and locked."""
    folder = write_site(tmp_path, WRITTEN)
    assert len(lock_site(folder, today="2023-01-31").added) == 1
    return folder


def codes(site: Path) -> list[str]:
    return sorted({finding.code for finding in check_folder(site) if finding.blocks})


def change(site: Path, file: str, was: str, now: str) -> None:
    text = (site / file).read_text(encoding="utf-8")
    assert was in text
    (site / file).write_text(text.replace(was, now), encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "code"), [("x: [", "G102"), ("", "G102"), ("只有一句话", "G102"), ("a: &b 1", "G103"), (None, "G121"), ("\udcff", "G101")]
)
def test_figures_that_cannot_be_read_are_not_held_against_the_record(site: Path, written: str | None, code: str) -> None:
    (site / FIGURES).unlink()
    if written is not None:
        (site / FIGURES).write_bytes(written.encode("utf-8", "surrogateescape"))
    change(site, REPORT, "title: 年报", "title: 总结")
    assert code in codes(site)
    assert not LOCK & set(codes(site))
    assert len(lock_site(site, today="2023-04-01").left_out) == 1


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("title: 年报", "title: [", "G102"),
        ("attachments:\n  - {title: 统计表, file: a.csv}\n  - {title: 另册}\n---\n", "", "G102"),
        ("title: 年报\npublished: 2023-01-20\nattachments:\n  - {title: 统计表, file: a.csv}\n  - {title: 另册}\n", "只有一句话\n", "G119"),
        ("## 六、其他需要报告的事项\n", "## 六、其他需要报告的事项\n\n" + "[" * 20_000, "G101"),
    ],
)
def test_a_report_that_cannot_be_read_is_not_held_against_the_record(site: Path, was: str, now: str, code: str) -> None:
    change(site, REPORT, was, now)
    assert code in codes(site)
    assert not LOCK & set(codes(site))
    assert len(lock_site(site, today="2023-04-01").left_out) == 1


def test_a_report_in_another_encoding_is_not_held_against_the_record(site: Path) -> None:
    (site / REPORT).write_bytes((site / REPORT).read_text(encoding="utf-8").encode("gbk"))
    assert codes(site) == ["G101"]
    fresh = ENTRY % ("2023-03-01", "title", "年报", "总结") + ENTRY % ("2023-03-01", "files/z.csv", "附表", "统计表")
    change(site, FIGURES, "corrections:\n", f"corrections:\n{fresh}")
    assert codes(site) == ["G101"], "nor are corrections of what is in it"


def test_what_was_read_beside_it_still_is(site: Path) -> None:
    (site / REPORT).write_bytes(b"\xff")
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [2, 0, 0, 0, 2]")
    change(site, AGENCY, "某某市某某局", "某某市新局")
    told = [(finding.code, finding.at.item) for finding in check_folder(site) if finding.code in LOCK]
    assert sorted(told) == [("G126", "corrections.1"), ("G701", f"{REVIEW}@upheld"), ("G702", "name")]


def test_front_matter_that_says_nothing_is_read_and_held_against_the_record(site: Path) -> None:
    change(site, REPORT, "title: 年报\npublished: 2023-01-20\nattachments:\n  - {title: 统计表, file: a.csv}\n  - {title: 另册}\n", "~\n")
    assert "G702" in codes(site)


def test_once_it_can_be_read_again_it_is_held_against_the_record(site: Path) -> None:
    text = (site / FIGURES).read_text(encoding="utf-8")
    (site / FIGURES).write_text("x: [", encoding="utf-8")
    assert codes(site) == ["G102"]
    (site / FIGURES).write_text(text, encoding="utf-8")
    assert codes(site) == []
