"""G126 and G702 beside the record: a correction tells of a change there was, from what was published to what is there."""

from pathlib import Path

import pytest
from checking import TODAY, check_folder
from samples import write_site

from giar_site.diagnostics import Finding
from giar_site.locking import lock_site

REVIEW = "review_and_litigation.review"
FIGURES = "content/sample/2022/figures.yaml"
REPORT = "content/sample/2022/report.md"
AGENCY = "content/sample/agency.yaml"
WRITTEN = (
    "review_and_litigation:\n  review: [1, 0, 0, 0, 1]\n  …\n--- report.md\n---\npublished: 2023-01-20\n"
    "attachments:\n  - {title: 统计表, file: a.csv}\n---\n…\n--- files/a.csv\n甲,乙\n"
)
NAME = "某某市某某局"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A report with a file, published and locked."""
    folder = write_site(tmp_path, WRITTEN)
    assert len(lock_site(folder, today="2023-01-31").added) == 1
    return folder


def change(site: Path, file: str, was: str, now: str) -> None:
    path = site / file
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def correct(site: Path, *entries: tuple[str, str, str], date: str = "2023-03-01") -> None:
    path = site / FIGURES
    text = path.read_text(encoding="utf-8")
    lines = "".join(f'  - {{date: "{date}", at: {at}, was: "{was}", now: "{now}", reason: 笔误}}\n' for at, was, now in entries)
    path.write_text(text + ("" if "corrections:" in text else "corrections:\n") + lines, encoding="utf-8")


def errors(site: Path) -> list[Finding]:
    return [finding for finding in check_folder(site) if finding.blocks]


def said(site: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.at.item) for finding in errors(site)]


@pytest.mark.parametrize(
    ("at", "was", "now"),
    [
        ("name", "乙市乙局", NAME),
        ("name", NAME, "乙市乙局"),
        ("scope", "own", "rollup"),
        ("scope", "rollup", "own"),
        ("title", "乙局2022年年报", f"{NAME}2022年政府信息公开工作年度报告"),
        ("published", "2023-01-10", "2023-01-20"),
        ("document_number", "某发〔2023〕1号", "没有"),
        ("attachments", "另册", "没有"),
        ("files/a.csv", "旧", "新"),
        ("files/a.csv", "统计表", "新"),
        ("overview", "原文", "新文"),
        ("preamble", "原文", "删去"),
        (f"{REVIEW}@total", "0", "1"),
        (f"{REVIEW}@total", "2", "1"),
    ],
)
def test_a_correction_of_what_never_changed_is_told(site: Path, at: str, was: str, now: str) -> None:
    correct(site, (at, was, now))
    assert said(site) == [("G126", "corrections.1")]
    assert len(lock_site(site, today="2023-04-01").left_out) == 1


def test_it_is_told_in_words(site: Path) -> None:
    correct(site, ("name", "乙市乙局", NAME), ("overview", "原文", "新文"))
    named, part = errors(site)
    assert named.message.zh == f"更正记录说“name”由“乙市乙局”改为“{NAME}”，那里公布时和现在却都是“{NAME}”。"
    assert (
        named.message.en
        == f"the correction says that “name” was “乙市乙局” and is “{NAME}” now; “{NAME}” was published, and is there still."
    )
    assert part.message.zh == "更正记录说“overview”由“原文”改为“新文”，那里公布以后却没有改动（空格、换行不算）。"
    assert part.message.en == (
        "the correction says that “overview” was “原文” and is “新文” now; nothing has changed there since it was published, white space apart."
    )
    assert named.mend == part.mend
    assert named.mend.zh == "没有改动的，删去这一条；要补正已经公布的一条更正，was 照那一条写。"
    assert (
        named.mend.en
        == "where nothing changed, delete the entry; one that mends a published entry repeats what that one says in its `was`."
    )
    assert (part.expected, part.actual, part.place.file) == (None, "原文 → 新文", FIGURES)


def test_where_nothing_was_published_that_is_said(site: Path) -> None:
    correct(site, ("attachments", "另册", "没有"))
    [finding] = errors(site)
    assert finding.message.zh == "更正记录说“attachments”由“另册”改为“没有”，那里公布时和现在却都是空白。"
    assert finding.message.en.endswith("; nothing was published, and is there still.")


def test_a_report_that_was_never_recorded_may_be_corrected(tmp_path: Path) -> None:
    folder = write_site(tmp_path, WRITTEN)
    correct(folder, ("overview", "原文", "新文"), (f"{REVIEW}@total", "0", "1"), ("name", "乙市乙局", NAME))
    assert said(folder) == []
    assert len(lock_site(folder, today="2023-04-01").added) == 1
    assert said(folder) == [], "what was corrected before the lock is not held against it"


def test_a_published_correction_is_mended_by_one_that_takes_it_up(site: Path) -> None:
    change(site, REPORT, "## 六、其他需要报告的事项\n", "## 六、其他需要报告的事项\n\n另有一句。\n")
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [2, 0, 0, 0, 2]")
    correct(site, ("other", "没有", "加了一句"), (f"{REVIEW}@upheld", "1", "2"), (f"{REVIEW}@total", "1", "2"))
    assert said(site) == []
    lock_site(site, today="2023-03-01")
    correct(site, ("other", "没有", "另有一句"), (f"{REVIEW}@total", "1", "2"))
    assert said(site) == []
    correct(site, ("other", "别的", "另有一句"), (f"{REVIEW}@upheld", "7", "2"), (f"{REVIEW}@upheld", "2", "3"))
    assert said(site) == [("G126", f"corrections.{number}") for number in (6, 7, 8)]


def test_a_chain_goes_from_what_was_published_over_each_correction_to_what_is_there(site: Path) -> None:
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, 2, 0, 0, 3]")
    correct(site, (f"{REVIEW}@corrected", "0", "1"), (f"{REVIEW}@corrected", "1", "2"), (f"{REVIEW}@total", "1", "3"))
    assert said(site) == []
    lock_site(site, today="2023-03-01")
    change(site, FIGURES, "review: [1, 2, 0, 0, 3]", "review: [1, 1, 0, 0, 2]")
    correct(site, (f"{REVIEW}@corrected", "2", "1"), (f"{REVIEW}@total", "3", "2"), date="2023-04-01")
    assert said(site) == []


def test_a_link_of_it_that_nobody_published_is_told(site: Path) -> None:
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, 2, 0, 0, 3]")
    correct(site, (f"{REVIEW}@corrected", "0", "1"), (f"{REVIEW}@corrected", "5", "2"), (f"{REVIEW}@total", "1", "3"))
    assert said(site) == [("G126", "corrections.2")]


def test_what_was_changed_and_changed_back_before_it_was_recorded_again_may_say_so(site: Path) -> None:
    correct(site, (f"{REVIEW}@total", "1", "2"), (f"{REVIEW}@total", "2", "1"), ("scope", "own", "rollup"), ("scope", "rollup", "own"))
    assert said(site) == []


def test_an_attachment_taken_down_or_renamed_is_corrected_at_its_former_place(site: Path) -> None:
    (site / "content/sample/2022/files/a.csv").rename(site / "content/sample/2022/files/b.csv")
    change(site, REPORT, "file: a.csv", "file: b.csv")
    assert said(site) == [("G702", "files/b.csv"), ("G702", "files/a.csv")]
    added, gone = errors(site)
    assert added.message.zh == "附件“files/b.csv”公布以后有改动，没有更正记录：与公布时不同。"
    assert gone.message.zh == "附件“files/a.csv”公布以后有改动，没有更正记录：公布时有，现在没有了。"
    assert gone.message.en == "the attachment “files/a.csv” changed since publication without a correction: it was there and is gone."
    assert "at: files/a.csv, was: 附件名称, now: 撤下, reason: …}" in gone.mend.zh
    assert "at: files/a.csv, was: its title, now: taken down, reason: …}" in gone.mend.en
    correct(site, ("files/b.csv", "没有", "统计表"), ("files/a.csv", "统计表", "files/b.csv"))
    assert said(site) == []
    assert len(lock_site(site, today="2023-03-01").renewed) == 1
    assert said(site) == []
    (site / "content/sample/2022/files/b.csv").unlink()
    change(site, REPORT, "attachments:\n  - {title: 统计表, file: b.csv}\n", "")
    assert said(site) == [("G702", "files/b.csv")]
    correct(site, ("files/b.csv", "统计表", "撤下"), date="2023-04-01")
    assert said(site) == []
    lock_site(site, today="2023-04-01")
    assert said(site) == [], "the entry stays in order for good"


@pytest.mark.parametrize(("title", "now"), [("统计表", "files/b.csv"), ("统计表", "b.csv"), ("新统计表", "新统计表")])
def test_one_correction_of_a_renamed_attachment_tells_of_both_names(site: Path, title: str, now: str) -> None:
    (site / "content/sample/2022/files/a.csv").rename(site / "content/sample/2022/files/b.csv")
    change(site, REPORT, "{title: 统计表, file: a.csv}", f"{{title: {title}, file: b.csv}}")
    correct(site, ("files/a.csv", "统计表", now))
    assert said(site) == []
    assert len(lock_site(site, today="2023-03-01").renewed) == 1
    assert said(site) == []
    assert len(lock_site(site, today="2023-03-02").unchanged) == 1


def test_a_new_attachment_is_not_told_of_because_another_was_taken_down(site: Path) -> None:
    (site / "content/sample/2022/files/a.csv").rename(site / "content/sample/2022/files/b.csv")
    change(site, REPORT, "file: a.csv", "file: b.csv")
    correct(site, ("files/a.csv", "统计表", "撤下"))
    assert said(site) == [("G702", "files/b.csv")]


def test_a_cell_that_was_published_blank_or_is_so_now_is_called_that(tmp_path: Path) -> None:
    entry = f"  - {{rule: blank-figure, at: {REVIEW}, reason: 原样}}\n"
    site = write_site(tmp_path, WRITTEN.replace("[1, 0, 0, 0, 1]\n  …\n", f"[1, ~, 0, 0, 1]\n  …\naccept:\n{entry}"))
    assert len(lock_site(site, today="2023-01-31").added) == 1
    change(site, FIGURES, "review: [1, ~, 0, 0, 1]", "review: [1, 1, ~, 0, 2]")
    [silent] = [finding for finding in errors(site) if finding.code == "G701"]
    assert 'was: "空白", now: "1"' in silent.mend.zh
    assert 'was: "blank", now: "1"' in silent.mend.en
    correct(site, (f"{REVIEW}@corrected", "空白", "1"), (f"{REVIEW}@other", "0", "blank"), (f"{REVIEW}@total", "1", "2"))
    assert said(site) == []
    assert len(lock_site(site, today="2023-03-01").renewed) == 1
    assert said(site) == []


def test_a_blank_is_no_figure(site: Path) -> None:
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, ~, 0, 0, 1]")
    correct(site, (f"{REVIEW}@corrected", "0", "3"))
    assert ("G126", "corrections.1") in said(site)


def test_a_field_that_was_taken_out_is_called_blank_or_the_like(site: Path) -> None:
    change(site, REPORT, "published: 2023-01-20\n", "")
    correct(site, ("published", "2023-01-20", "删去"))
    assert said(site) == []
    change(site, FIGURES, "删去", "2023-01-21")
    assert said(site) == [("G126", "corrections.1")]
    assert errors(site)[0].message.zh == "更正记录说“published”现在是 2023-01-21，report.md 里却是 空白。"
    assert errors(site)[0].message.en == "the correction says that “published” is 2023-01-21 now, report.md says nothing."


def test_a_part_of_nothing_is_still_told(site: Path) -> None:
    correct(site, ("files/c.csv", "统计表", "撤下"))
    assert said(site) == [("G126", "corrections.1")]
    assert "不是表里的一格" in errors(site)[0].message.zh


RENAMED = '  - {change: renamed, date: "%s", former_name: %s, basis: 某编办〔2023〕3号}\n'


def rename(site: Path, name: str, *changes: tuple[str, str]) -> None:
    change(site, AGENCY, f"name: {NAME}\n", f"name: {name}\nlineage:\n" + "".join(RENAMED % each for each in changes))


def test_a_name_corrected_and_renamed_at_once_is_told_from_either_side(site: Path) -> None:
    rename(site, "某某市丁局", ("2023-03-01", "某某市丙局"))
    correct(site, ("name", NAME, "某某市丙局"))
    assert said(site) == []


def test_a_title_may_follow_the_name_the_agency_had(site: Path) -> None:
    rename(site, "某某市丁局", ("2023-03-01", NAME))
    title = "%s2022年政府信息公开工作年度报告"
    correct(site, ("title", title % NAME, title % "某某市丁局"))
    assert said(site) == []


def test_a_renaming_still_to_come_is_not_taken_as_done_because_another_is(site: Path) -> None:
    rename(site, "某某市新局", ("2023-02-01", NAME), ("2027-08-01", "某某市中局"))
    assert said(site) == [("G702", "name"), ("G702", "title")]
    named = errors(site)[0]
    assert named.mend.zh.endswith("改名在 2027-08-01，还没有到，到那天再改 name:。")
    assert named.mend.en.endswith("The renaming is on 2027-08-01: change `name` on that day.")


def test_until_then_the_agency_goes_by_the_name_it_has(site: Path) -> None:
    rename(site, "某某市中局", ("2023-02-01", NAME), ("2027-08-01", "某某市中局"))
    assert said(site) == []


def test_a_renaming_still_to_come_that_names_no_former_name_says_nothing_of_today_s(site: Path) -> None:
    rename(site, "某某市新局", ("2023-02-01", NAME))
    change(site, AGENCY, "lineage:\n", 'lineage:\n  - {change: renamed, date: "2027-08-01", from: [old-ju], basis: 文}\n')
    assert [code for code, _ in said(site) if code == "G702"] == []


def forge(site: Path, was: str, now: str, date: str = "2023-03-01") -> None:
    """Append by hand a version that reads otherwise."""
    path = site / "published.lock"
    *head, last, end = path.read_text(encoding="utf-8").split("\n")[:-1]
    version = last.removesuffix("]")
    path.write_text("\n".join([*head, f"{version},", version.replace(was, now).replace("2023-01-31", date) + "]", end]), encoding="utf-8")


def test_a_name_that_changes_only_in_the_record_is_told(site: Path) -> None:
    forge(site, NAME, "某某市伪局")
    change(site, AGENCY, NAME, "某某市伪局")
    assert said(site) == [("G702", "name"), ("G702", "title")]
    named, title = errors(site)
    assert named.message.zh == f"published.lock 里，机关名称在 2023-03-01 的记录中由“{NAME}”变成了“某某市伪局”，没有更正记录。"
    assert named.message.en == (
        f"in published.lock the agency's name turns from “{NAME}” into “某某市伪局” with the version of 2023-03-01, and no correction tells of it."
    )
    assert named.mend.zh.startswith("published.lock 被人改过的，从备份或版本库恢复。机关确实改了名的")
    assert named.mend.en.startswith(
        "where published.lock was edited, restore it from a backup or the repository. An agency that was really renamed"
    )
    assert (title.mend.zh, title.mend.en) == (
        "published.lock 被人改过的，从备份或版本库恢复。",
        "where published.lock was edited, restore it from a backup or the repository.",
    )
    assert (named.expected, named.actual) == (NAME, "某某市伪局")


def test_one_that_the_lineage_tells_of_is_in_order(site: Path) -> None:
    rename(site, "某某市新局", ("2023-02-01", NAME))
    assert len(lock_site(site, today="2023-03-01").renewed) == 1
    assert said(site) == []
    change(site, AGENCY, RENAMED % ("2023-02-01", NAME), '  - {change: founded, date: "2019-02-01", basis: 文}\n')
    assert said(site) == [("G702", "name"), ("G702", "title")], "what was published of the renaming is gone"


def test_the_day_in_these_tests_is_after_all_that_happens_in_them() -> None:
    assert TODAY > "2023-04-01"
