"""G126: what a correction calls now must be what stands there. G129: its date must be possible."""

from pathlib import Path

import pytest
from checking import TODAY, check_alone, check_folder, check_sample, only
from samples import write_site

from giar_site.locking import lock_site
from giar_site.model import Agency, Correction, Metadata
from tests.derive.made import report

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


def said(at: str, was: str, now: str, date: str = "2023-03-01") -> str:
    return f'corrections:\n  - {{date: "{date}", at: {at}, was: "{was}", now: "{now}", reason: 笔误}}\n'


@pytest.mark.parametrize(
    ("at", "was", "now"), [("overview", "原文", "原文"), ("overview", "原 文", "原文"), ("review_and_litigation.review@total", "0", "0")]
)
def test_a_correction_that_tells_of_no_change_is_refused(tmp_path: Path, at: str, was: str, now: str) -> None:
    finding = only(check_sample(tmp_path, said(at, was, now)))
    assert (finding.code, finding.at.item, finding.actual, finding.place.line) == ("G126", "corrections.1", now, 2)
    assert finding.message.zh == f"对“{at}”的更正，was 和 now 都是“{now}”，看不出改了什么。"
    assert finding.message.en == f"the correction of “{at}” has “{now}” both as `was` and as `now`: nobody can see what changed."
    assert finding.mend.zh == "was 写公布时的内容，now 写现在的内容；只改了一段的，写明改了哪几句。"
    assert (
        finding.mend.en
        == "write what was published as `was` and what stands there now as `now`; of a long text, the sentences that changed."
    )


def test_an_entry_that_tells_of_no_change_explains_none(tmp_path: Path) -> None:
    assert [each.code for each in check_sample(tmp_path, said("other", "原文", "原文") + "--- published.lock (locks other)\n…\n")] == [
        "G126"
    ]


def test_a_published_one_that_tells_of_no_change_is_mended_by_another_after_it(tmp_path: Path) -> None:
    assert check_sample(tmp_path, said("overview", "原文", "原文") + said("overview", "原文", "新文").partition("\n")[2]) == []


def dated(day: str, published: str = "", *before: Correction) -> list[str]:
    """What is said of a correction of that day."""
    one = Correction(day, "other", "旧", "新", "笔误")
    made = report("a", 2022, metadata=Metadata(published=published), corrections=(*before, one))
    return [finding.message.zh for finding in check_alone(Agency("a", "某局", reports=(made,))) if finding.code == "G129"]


@pytest.mark.parametrize("day", ["2023-01-20", "2023-01-20 08:00", TODAY, ""])
def test_a_correction_made_between_publication_and_today_is_in_order(day: str) -> None:
    assert dated(day, "2023-01-20 09:00") == []


def test_one_before_publication_or_after_today_is_impossible() -> None:
    assert dated("2023-01-19", "2023-01-20") == ["更正第 1 条的日期是 2023-01-19，而报告 2023-01-20 才公布。"]
    assert dated("2026-11-25", "2023-01-20") == ["更正第 1 条的日期是 2026-11-25，还没有到，今天是 2026-11-24。"]


def test_without_a_day_of_publication_the_end_of_the_year_is_the_border() -> None:
    assert dated("2023-01-01") == []
    assert dated("2022-12-31") == ["更正第 1 条的日期是 2022-12-31，而 2022 年度到 2022-12-31 才结束。"]


def test_a_day_of_publication_that_was_itself_corrected_counts_as_it_was() -> None:
    assert dated("2023-02-01", "2023-03-01", Correction("2023-03-02", "published", "2023-01-20", "2023-03-01", "重新公布")) == []
    assert len(dated("2023-02-01", "2023-03-01", Correction("2023-03-02", "published", "没有", "2023-03-01", "补"))) == 1


def test_an_impossible_day_is_told_where_it_stands_and_in_english(tmp_path: Path) -> None:
    for number, (day, words) in enumerate(
        [
            ("2022-05-01", "while the year 2022 ends only on 2022-12-31"),
            ("2099-02-01", f"which is still to come: today is {TODAY}"),
            ("2023-01-02", "while the report was published on 2023-01-20"),
        ]
    ):
        head = HEAD if number == 2 else "--- 2022/report.md\n…\n"
        finding = only(check_sample(tmp_path / str(number), said("overview", "甲", "乙", day) + head))
        assert (finding.code, finding.severity, finding.blocks) == ("G129", "error", True)
        assert (finding.at.item, finding.place.line, finding.actual) == ("corrections.1", 2, day)
        assert finding.message.en == f"correction 1 is dated {day}, {words}."
        assert (finding.mend.zh, finding.mend.en) == ("写实际作出更正的那一天。", "write the day the correction was really made.")


def test_a_date_that_was_published_so_can_be_mended_no_more_and_is_left(tmp_path: Path) -> None:
    site = write_site(tmp_path, said("overview", "甲", "乙"))
    lock_site(site, today="2023-03-01")
    lock = site / "published.lock"
    for path in (lock, site / "content/sample/2022/figures.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("2023-03-01", "2021-03-01"), encoding="utf-8")
    assert check_folder(site) == []
