"""`giar lock`: what has been published is recorded, and no later change goes unnoticed."""

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checking import TODAY, check_folder
from samples import write_site

from giar_site.check import check_site
from giar_site.diagnostics import Address, CannotGoOn
from giar_site.load import LOCK
from giar_site.locking import Recorded, lock_site
from giar_site.scaffold import init_site, new_report

SOUND = "review_and_litigation:\n  review: [1, 0, 0, 0, 1]\n  …\n--- report.md\n---\ntitle: 某局2022年年报\npublished: 2023-01-20\n---\n…\n"
NAME = "sample/2022"
FIGURES = "content/sample/2022/figures.yaml"
REPORT = "content/sample/2022/report.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose one report was published and locked."""
    folder = write_site(tmp_path, SOUND)
    assert lock_site(folder, today="2023-01-31") == Recorded((NAME,), (), (), ())
    assert check_folder(folder) == []
    return folder


def change(site: Path, file: str, was: str, now: str) -> None:
    path = site / file
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def codes(site: Path) -> list[str]:
    return [finding.code for finding in check_folder(site)]


def test_the_lock_holds_every_figure_the_fields_and_a_digest_of_each_passage(site: Path) -> None:
    document = json.loads((site / LOCK).read_text(encoding="utf-8"))
    assert list(document) == ["version", "reports"]
    [version] = document["reports"][NAME]
    assert (version["date"], version["form"]) == ("2023-01-31", 2021)
    assert version["figures"]["review_and_litigation.review"] == ["1", "0", "0", "0", "1"]
    assert sum(map(len, version["figures"].values())) == 200
    assert version["texts"]["title"] == "某局2022年年报"
    assert version["texts"]["published"] == "2023-01-20"
    assert re.fullmatch(r"[0-9a-f]{32}", version["texts"]["overview"])
    assert len({version["texts"][key] for key in ("overview", "problems", "other")}) == 3, "the heading is part of a passage"


def test_locking_again_changes_nothing_and_the_file_stays_byte_for_byte(site: Path) -> None:
    before = (site / LOCK).read_bytes()
    assert lock_site(site, today="2024-06-01") == Recorded((), (), (NAME,), ())
    assert (site / LOCK).read_bytes() == before


def test_a_changed_figure_is_an_error_that_names_every_cell_was_and_now(site: Path) -> None:
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, 1, 0, 0, 2]")
    [finding] = check_folder(site)
    assert finding.code == "G701"
    assert finding.cells == ("review_and_litigation.review@corrected", "review_and_litigation.review@total")
    assert finding.message.zh == (
        "公布以后改了 2 格，没有更正记录：行政复议 / 结果纠正：公布时是 0，现在是 1；行政复议 / 总计：公布时是 1，现在是 2。"
    )
    assert finding.message.en == (
        "2 cells changed since publication without a correction: 行政复议 / 结果纠正: was 0, is now 1; 行政复议 / 总计: was 1, is now 2."
    )
    assert (finding.expected, finding.actual, finding.place.file, finding.place.line) == ("0", "1", FIGURES, 2)
    assert lock_site(site, today="2023-02-01") == Recorded((), (), (), (NAME,)), "a silent change cannot be locked in"


def test_many_changed_cells_are_counted_beyond_five(site: Path) -> None:
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [2, 2, 2, 2, 8]")
    change(site, FIGURES, "direct_suits: [0, 0, 0, 0, 0]", "direct_suits: [~, 0, 0, 0, 0]")
    finding = next(finding for finding in check_folder(site) if finding.code == "G701")
    assert len(finding.cells) == 6
    assert finding.message.zh.endswith("现在是 8；另有 1 格。")
    assert finding.message.en.endswith("is now 8; and 1 more.")


def test_an_emptied_cell_is_called_blank(site: Path) -> None:
    change(site, FIGURES, "direct_suits: [0, 0, 0, 0, 0]", "direct_suits: [~, 0, 0, 0, 0]")
    finding = next(finding for finding in check_folder(site) if finding.code == "G701")
    assert "公布时是 0，现在是 空白" in finding.message.zh
    assert "was 0, is now blank" in finding.message.en


CORRECTIONS = """corrections:
  - {date: "2023-03-01", at: review_and_litigation.review@corrected, was: "0", now: "1", reason: 漏计}
  - {date: "2023-03-01", at: review_and_litigation.review@total, was: "1", now: "2", reason: 漏计}
"""


def test_a_change_with_its_corrections_is_published_locked_anew_and_the_original_stays_in_the_data(site: Path) -> None:
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, 1, 0, 0, 2]")
    with (site / FIGURES).open("a", encoding="utf-8") as file:
        file.write(CORRECTIONS)
    assert codes(site) == []
    assert lock_site(site, today="2023-03-01") == Recorded((), (NAME,), (), ())
    assert codes(site) == []
    assert [version["date"] for version in json.loads((site / LOCK).read_text("utf-8"))["reports"][NAME]] == ["2023-01-31", "2023-03-01"]
    subprocess.run([sys.executable, "-m", "giar_site", "build", "--site", site], check=True, capture_output=True)
    data = json.loads((site / "site/data/sample/2022.json").read_text(encoding="utf-8"))
    assert data["original"] == {"review_and_litigation.review@corrected": "0", "review_and_litigation.review@total": "1"}
    assert data["corrections"][1] == {
        "date": "2023-03-01",
        "at": "review_and_litigation.review@total",
        "was": "1",
        "now": "2",
        "reason": "漏计",
    }
    page = (site / "site/corrections.html").read_text(encoding="utf-8")
    assert '<a href="sample/2022.html#review_and_litigation.review@total">行政复议 / 总计</a></td><td>1</td><td>2</td><td>漏计</td>' in page


def test_a_correction_that_says_another_figure_was_published_does_not_count(site: Path) -> None:
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, 1, 0, 0, 2]")
    with (site / FIGURES).open("a", encoding="utf-8") as file:
        file.write(CORRECTIONS.replace('was: "1"', 'was: "3"'))
    [finding] = check_folder(site)
    assert (finding.code, finding.cells) == ("G701", ("review_and_litigation.review@total",))


def test_a_section_changed_in_silence_is_an_error_and_white_space_is_none(site: Path) -> None:
    change(site, REPORT, "## 六、其他需要报告的事项\n", "## 六、其他需要报告的事项\n\n")
    assert codes(site) == []
    change(site, REPORT, "## 六、其他需要报告的事项\n", "## 六、其他需要报告的事项\n\n另有一句。\n")
    [finding] = check_folder(site)
    assert finding.code == "G702"
    assert finding.message.zh == "“六、其他需要报告的事项”公布以后有改动，没有更正记录：与公布时不同。"
    assert (
        finding.message.en == "“六、其他需要报告的事项” changed since publication without a correction: it differs from what was published."
    )
    assert finding.place.file == REPORT
    with (site / FIGURES).open("a", encoding="utf-8") as file:
        file.write('corrections:\n  - {date: "2023-03-01", at: other, was: 没有这一句, now: 加了一句, reason: 遗漏}\n')
    assert codes(site) == []
    lock_site(site, today="2023-03-01")
    change(site, REPORT, "另有一句。", "另有两句。")
    assert codes(site) == ["G702"], "an old correction does not cover a new change"


def test_a_back_dated_report_is_found(site: Path) -> None:
    change(site, REPORT, "published: 2023-01-20", "published: 2023-01-10")
    [finding] = check_folder(site)
    assert finding.message.zh == "公布日期公布以后有改动，没有更正记录：公布时是“2023-01-20”，现在是“2023-01-10”。"
    assert (finding.code, finding.expected, finding.actual) == ("G702", "2023-01-20", "2023-01-10")
    assert finding.place.line == 3


def test_a_replaced_attachment_is_found(site: Path) -> None:
    folder = site / "content/sample/2022/files"
    folder.mkdir()
    (folder / "附表.csv").write_text("甲,1\n", encoding="utf-8")
    change(site, REPORT, "---\ntitle", "---\nattachments: [{title: 附表, file: 附表.csv}]\ntitle")
    [added] = check_folder(site)
    assert "附件“files/附表.csv”公布以后有改动" in added.message.zh
    entry = '  - {date: "2023-03-01", at: files/附表.csv, was: 没有, now: 补充, reason: 遗漏}\n'
    with (site / FIGURES).open("a", encoding="utf-8") as file:
        file.write("corrections:\n" + entry)
    assert codes(site) == []
    lock_site(site, today="2023-03-01")
    (folder / "附表.csv").write_text("甲,2\n", encoding="utf-8")
    assert codes(site) == ["G702"]


def test_a_report_that_is_gone_is_an_error_until_it_is_said_to_be_withdrawn(site: Path) -> None:
    (site / "content/sample/2022").rename(site / "content/sample/2023")
    change(site, "content/sample/2023/report.md", "published: 2023-01-20\n", "published: 2024-01-20\n")
    [finding] = check_folder(site)
    assert finding.code == "G703"
    assert finding.message.zh == "公布过的报告 sample/2022 不见了：content/sample/2022 不在。"
    assert (finding.at, finding.place.file, finding.expected) == (Address("sample", 2022, "site", "withdrawn"), "site.yaml", NAME)
    with (site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write('withdrawn:\n  - {report: sample/2022, date: "2023-05-01", reason: 误发}\n')
    assert codes(site) == []
    subprocess.run([sys.executable, "-m", "giar_site", "build", "--site", site], check=True, capture_output=True)
    page = (site / "site/corrections.html").read_text(encoding="utf-8")
    assert "<li>2023-05-01：某某市某某局2022年报告。原因：误发</li>" in page


def test_who_asks_for_one_agency_is_told_only_of_its_own_reports_that_are_gone(tmp_path: Path) -> None:
    sample = "…\n--- content/a-ju/agency.yaml\nname: 局\n--- content/a-ju/2022/figures.yaml\n…\n--- content/a-ju/2021/figures.yaml\n…\n"
    folder = write_site(tmp_path, sample)
    lock_site(folder, today="2023-01-31")
    shutil.rmtree(folder / "content/a-ju/2021")

    def gone(*only: str) -> list[Address]:
        return [finding.at for finding in check_site(folder, only=only, today=TODAY).findings if finding.code == "G703"]

    assert gone() == gone("a-ju") == [Address("a-ju", 2021, "site", "withdrawn")]
    assert gone("sample") == gone("sample/2022") == gone("a-ju/2022") == []


def test_what_was_accepted_when_it_was_published_is_not_accepted_for_another_value(tmp_path: Path) -> None:
    lines = "review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\naccept:\n  - {rule: G204, at: review_and_litigation.review, reason: 原样}\n"
    site = write_site(tmp_path, lines)
    lock_site(site, today="2023-01-31")
    change(site, FIGURES, "[1, 0, 0, 0, 2]", "[1, 0, 0, 0, 3]")
    with (site / FIGURES).open("a", encoding="utf-8") as file:
        file.write('corrections:\n  - {date: "2023-03-01", at: review_and_litigation.review@total, was: "2", now: "3", reason: 又错了}\n')
    changed = next(finding for finding in check_folder(site) if finding.code == "G128")
    assert changed.message.zh == "accept 第 1 条是为“2 / 1”写的，现在那里是“3 / 1”。"
    assert changed.message.en == "accept, entry 1 was written for “2 / 1”; “3 / 1” stands there now."
    assert (changed.expected, changed.actual, changed.at.item) == ("2 / 1", "3 / 1", "accept.1")


def test_an_expired_acceptance_is_an_error_from_the_day_after(tmp_path: Path) -> None:
    lines = "review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\naccept:\n  - {rule: G204, at: review_and_litigation.review, reason: 正在核实, until: %s}\n"
    today = write_site(tmp_path / "today", lines % '"2026-11-24"')
    assert codes(today) == ["G204"]
    over = write_site(tmp_path / "over", lines % '"2026-11-23"')
    accepted, finding = check_folder(over)
    assert (accepted.code, accepted.blocks, finding.code, finding.blocks) == ("G204", False, "G127", True)
    assert finding.message.zh == "accept 第 1 条只到 2026-11-23 有效，今天是 2026-11-24。"
    assert finding.message.en == "accept, entry 1 held until 2026-11-23; today is 2026-11-24."
    assert (finding.expected, finding.actual) == ("2026-11-23", "2026-11-24")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"version": 2, "reports": {}}',
        '{"version": 1, "reports": {"a/2020": [{}]}}',
        '{"version": 1, "reports": {"a/2020": []}}',
        '{"version": 1}',
    ],
)
def test_a_lock_that_cannot_be_read_is_one_sentence_and_nothing_is_built(site: Path, text: str) -> None:
    (site / LOCK).write_text(text, encoding="utf-8")
    with pytest.raises(CannotGoOn, match=r"published\.lock cannot be read"):
        check_folder(site)
    run = subprocess.run([sys.executable, "-m", "giar_site", "lock", "--site", site], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.startswith("giar: published.lock 读不出来：")
    assert run.stderr.count("\n") == 1


def test_a_row_with_a_figure_too_few_is_not_taken(site: Path) -> None:
    change(site, LOCK, '"review_and_litigation.review": ["1", ', '"review_and_litigation.review": [')
    with pytest.raises(CannotGoOn):
        check_folder(site)


def giar(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "giar_site", *words, "--site", site], capture_output=True, text=True, check=False)


def test_the_command_says_what_it_recorded_and_what_it_left_out(tmp_path: Path) -> None:
    site = write_site(tmp_path, SOUND)
    first = giar(site, "lock")
    assert (first.returncode, first.stdout) == (0, "新记录 1 份报告，更新 0 份，0 份没有变化。\n")
    again = giar(site, "lock")
    assert (again.returncode, again.stdout) == (0, "新记录 0 份报告，更新 0 份，1 份没有变化。\n")
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [2, 0, 0, 0, 2]")
    left = giar(site, "lock")
    assert left.returncode == 1
    assert "sample/2022 有错误，没有记录；运行 giar check sample/2022 查看。" in left.stdout


def test_the_example_of_a_new_site_is_not_recorded_until_it_is_somebody_s(tmp_path: Path) -> None:
    init_site(tmp_path, dt.date(2023, 5, 1))
    new_report(tmp_path, "caizheng-ju", 2022, "某某县财政局")
    example = "shili-ju/2022 是 giar init 写的示例，没有记录；有了自己的机关，请删去 content/shili-ju。\n"
    done = giar(tmp_path, "lock")
    assert (done.returncode, done.stdout) == (
        0,
        "新记录 1 份报告，更新 0 份，0 份没有变化。\n" + example,
    )
    assert list(json.loads((tmp_path / LOCK).read_text(encoding="utf-8"))["reports"]) == ["caizheng-ju/2022"]
    change(tmp_path, "content/shili-ju/agency.yaml", "示例局（请改成机关全称）", "某某县示范局")
    assert giar(tmp_path, "lock").stdout == "新记录 1 份报告，更新 0 份，1 份没有变化。\n"


def test_the_lock_is_readable_to_others_and_nothing_is_left_beside_it(site: Path) -> None:
    assert (site / LOCK).stat().st_mode & 0o777 == 0o644
    assert [path.name for path in site.iterdir() if path.name.startswith(".")] == []


def test_two_acceptances_of_one_reason_are_each_locked_with_their_own_value(tmp_path: Path) -> None:
    rows = "review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  direct_suits: [0, 0, 0, 0, 4]\n  …\naccept:\n"
    site = write_site(
        tmp_path,
        rows + "".join(f"  - {{rule: G204, at: review_and_litigation.{row}, reason: 原样}}\n" for row in ("review", "direct_suits")),
    )
    lock_site(site, today="2023-01-31")
    [version] = json.loads((site / LOCK).read_text(encoding="utf-8"))["reports"][NAME]
    assert version["accepted"] == {
        "block-total-mismatch review_and_litigation.review": "2 / 1",
        "block-total-mismatch review_and_litigation.direct_suits": "4 / 0",
    }


def corrected(site: Path) -> None:
    """Change a figure with its corrections, and lock that."""
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, 1, 0, 0, 2]")
    with (site / FIGURES).open("a", encoding="utf-8") as file:
        file.write(CORRECTIONS)
    lock_site(site, today="2023-03-01")
    assert codes(site) == []


def test_a_published_correction_can_neither_be_deleted_nor_rewritten(site: Path) -> None:
    corrected(site)
    text = (site / FIGURES).read_text(encoding="utf-8")
    (site / FIGURES).write_text(text.replace(CORRECTIONS, ""), encoding="utf-8")
    assert codes(site) == ["G704", "G704"]
    assert lock_site(site, today="2023-04-01").left_out == (NAME,)
    (site / FIGURES).write_text(text.replace('now: "2", reason: 漏计', 'now: "2", reason: 另一个理由'), encoding="utf-8")
    [finding] = check_folder(site)
    assert finding.message.zh == "2023-03-01 公布的一条更正（review_and_litigation.review@total）不见了，或被改动了。"
    assert finding.message.en == "a correction published on 2023-03-01 (review_and_litigation.review@total) is gone or was rewritten."
    assert 'was: "1", now: "2", reason: 漏计}' in finding.mend.zh
    assert 'was: "1", now: "2", reason: 漏计}' in finding.mend.en
    assert (finding.expected, finding.at.item) == ("漏计", "corrections")


def test_an_old_correction_explains_no_new_change_whatever_the_order(site: Path) -> None:
    corrected(site)
    change(site, FIGURES, "review: [1, 1, 0, 0, 2]", "review: [1, 0, 0, 0, 1]")
    back = (
        CORRECTIONS.removeprefix("corrections:\n")
        .replace('was: "0", now: "1"', 'was: "1", now: "0"')
        .replace('was: "1", now: "2"', 'was: "2", now: "1"')
    )
    change(site, FIGURES, CORRECTIONS, CORRECTIONS + back)
    assert codes(site) == []
    lock_site(site, today="2023-04-01")
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, 1, 0, 0, 2]")
    change(site, FIGURES, CORRECTIONS + back, "corrections:\n" + back + CORRECTIONS.removeprefix("corrections:\n"))
    assert codes(site) == ["G701"]


def test_a_lock_that_lost_reports_stops_the_build_that_knew_of_them(site: Path) -> None:
    build = [sys.executable, "-m", "giar_site", "build", "--site", str(site)]
    subprocess.run(build, check=True, capture_output=True)
    before = (site / "site/sample/2022.html").read_bytes()
    (site / LOCK).unlink()
    run = subprocess.run(build, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr == ("giar: published.lock 里只有 0 份报告的记录，上次生成网站时有 1 份。请从备份或版本库恢复这个文件。\n")
    assert (site / "site/sample/2022.html").read_bytes() == before


def record(site: Path) -> dict[str, list[dict[str, object]]]:
    return dict(json.loads((site / LOCK).read_text(encoding="utf-8"))["reports"])


def rewrite(site: Path, reports: dict[str, list[dict[str, object]]]) -> None:
    (site / LOCK).write_text(json.dumps({"version": 1, "reports": reports}), encoding="utf-8")


NOT_AS_IT_WAS = "giar: published.lock 里 sample/2022 的记录与上次生成网站时不同；记录只能增加，不能改动。请从备份或版本库恢复这个文件。\n"
FEWER = "giar: published.lock 里只有 0 份报告的记录，上次生成网站时有 1 份。请从备份或版本库恢复这个文件。\n"


def built(site: Path) -> dict[str, list[dict[str, object]]]:
    """Build the site and change a figure in silence; return the record that the site was built with."""
    assert giar(site, "build").returncode == 0
    change(site, FIGURES, "review: [1, 0, 0, 0, 1]", "review: [1, 1, 0, 0, 2]")
    return record(site)


@pytest.mark.parametrize("words", [("build",), ("build", "-o", "elsewhere"), ("build", "--partial"), ("check",), ("lock",)])
def test_a_record_under_another_name_or_with_other_figures_is_not_that_which_the_site_was_built_with(
    site: Path, words: tuple[str, ...]
) -> None:
    known = built(site)
    with (site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write('withdrawn:\n  - {report: zz-ju/2022, date: "2023-05-01", reason: 撤下}\n')
    rewrite(site, {"zz-ju/2022": known[NAME]})
    run = giar(site, *words)
    assert (run.returncode, run.stderr) == (2, NOT_AS_IT_WAS)
    figures = {**known[NAME][0]["figures"], "review_and_litigation.review": ["1", "1", "0", "0", "2"]}  # type: ignore[dict-item]
    rewrite(site, {NAME: [{**known[NAME][0], "figures": figures}]})
    run = giar(site, *words)
    assert (run.returncode, run.stderr) == (2, NOT_AS_IT_WAS)


@pytest.mark.parametrize("words", [("build",), ("check",), ("lock",)])
def test_without_its_record_a_built_site_stops_every_command_that_would_let_a_change_through(site: Path, words: tuple[str, ...]) -> None:
    built(site)
    (site / LOCK).unlink()
    run = giar(site, *words)
    assert (run.returncode, run.stderr) == (2, FEWER)
    assert not (site / LOCK).exists()


def test_a_record_that_only_grew_or_is_laid_out_otherwise_goes_through(site: Path) -> None:
    assert giar(site, "build").returncode == 0
    corrected(site)
    assert len(record(site)[NAME]) == 2
    rewrite(site, record(site))
    assert [giar(site, words).returncode for words in ("check", "lock", "build")] == [0, 0, 0]
    rewrite(site, {NAME: record(site)[NAME][:1]})
    assert giar(site, "check").stderr == NOT_AS_IT_WAS, "a version is gone"


@pytest.mark.parametrize("words", [("build",), ("check",), ("lock",)])
def test_a_version_that_changes_a_figure_without_a_correction_is_none_that_giar_wrote(site: Path, words: tuple[str, ...]) -> None:
    known = record(site)
    figures = {**known[NAME][0]["figures"], "review_and_litigation.review": ["1", "1", "0", "0", "2"]}  # type: ignore[dict-item]
    rewrite(site, {NAME: [known[NAME][0], {**known[NAME][0], "figures": figures}]})
    run = giar(site, *words)
    assert (run.returncode, "sample/2022 的记录有改动而没有更正" in run.stderr) == (2, True)


@pytest.mark.parametrize("words", [("build",), ("check",), ("lock",)])
def test_a_record_nested_too_deeply_is_one_sentence_for_every_command(site: Path, words: tuple[str, ...]) -> None:
    (site / LOCK).write_text('{"version": 1, "reports": {"sample/2022": ' + "[" * 3000, encoding="utf-8")
    run = giar(site, *words)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert run.stderr.startswith("giar: published.lock 读不出来：内容不是 giar lock 写出的样子。")


def test_a_version_that_is_still_to_come_was_not_recorded_here(site: Path) -> None:
    known = record(site)
    rewrite(site, {NAME: [{**known[NAME][0], "date": "2026-11-25"}]})
    assert codes(site) == [], "elsewhere it may be tomorrow already"
    rewrite(site, {NAME: [{**known[NAME][0], "date": "2026-11-26"}]})
    with pytest.raises(CannotGoOn) as failure:
        check_folder(site)
    assert failure.value.text.zh == (
        "published.lock 里 sample/2022 的记录日期是 2026-11-26，还没有到，今天是 2026-11-24。"
        "请先核对这台电脑的日期；日期没有错的，从备份或版本库恢复这个文件。"
    )
    assert failure.value.text.en == (
        "published.lock has sample/2022 recorded on 2026-11-26, which is still to come: today is 2026-11-24. "
        "Check the date of this computer first; where that is right, restore the file from a backup or the repository."
    )
    assert len(check_site(site).agencies) == 1, "who does not know the day asks nothing of it"


def test_of_many_lost_records_three_are_named(tmp_path: Path) -> None:
    more = "".join(f"--- content/{slug}-ju/agency.yaml\nname: {slug}局\n--- content/{slug}-ju/2022/figures.yaml\n…\n" for slug in "abcd")
    site = write_site(tmp_path, more)
    lock_site(site, today="2023-01-31")
    subprocess.run([sys.executable, "-m", "giar_site", "build", "--site", site], check=True, capture_output=True)
    rewrite(site, {name.replace("-ju", "-x"): versions for name, versions in record(site).items()})
    with pytest.raises(CannotGoOn) as failure:
        lock_site(site, today="2023-02-01")
    assert "a-ju/2022、b-ju/2022、c-ju/2022等 4 份的记录" in failure.value.text.zh
    assert failure.value.text.en.startswith("what published.lock records of a-ju/2022, b-ju/2022, c-ju/2022 and 1 more is not what it was")


def test_a_site_built_before_giar_told_of_each_record_is_held_to_their_number(site: Path) -> None:
    known = built(site)
    marker = site / "site/data/giar.json"
    marker.write_text('{"generator": "giar", "version": "0.1", "reports": 1, "locked": 1}\n', encoding="utf-8")
    rewrite(site, {"zz-ju/2022": known[NAME]})
    assert giar(site, "check").returncode == 1, "G703 only"
    rewrite(site, {})
    assert giar(site, "check").stderr == FEWER
    for text in ("[]", "[" * 100_000, '{"locked": Infinity}'):
        marker.write_text(text, encoding="utf-8")
        assert giar(site, "check").returncode == 0


def test_an_acceptance_is_for_both_sides_of_what_it_lets_stand(tmp_path: Path) -> None:
    lines = 'review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\naccept:\n  - {rule: G204, at: review_and_litigation.review, actual: "2", reason: 原样}\n'
    site = write_site(tmp_path, lines)
    lock_site(site, today="2023-01-31")
    change(site, FIGURES, "[1, 0, 0, 0, 2]", "[9, 0, 0, 0, 2]")
    with (site / FIGURES).open("a", encoding="utf-8") as file:
        file.write('corrections:\n  - {date: "2023-03-01", at: review_and_litigation.review@upheld, was: "1", now: "9", reason: 又错了}\n')
    changed = next(finding for finding in check_folder(site) if finding.code == "G128")
    assert (changed.expected, changed.actual) == ("2 / 1", "2 / 9")


RENAMED = 'lineage:\n  - {{change: renamed, date: "2023-03-01", former_name: 甲县{was}局, from: [{was}-ju], basis: 某编办〔2023〕3号}}\n'


def agencies(folder: Path, *names: str, year: int = 2022, alike: bool = False) -> Path:
    """A site of agencies that published and locked a report each, all figures alike; the text is each one's own, unless all is `alike`."""
    parts = [
        f"--- content/{name}-ju/agency.yaml\nname: 甲县{name}局\n--- content/{name}-ju/{year}/report.md\n"
        f"## 六、其他需要报告的事项\n\n{'本' if alike else name}局没有收取信息处理费。\n\n…\n"
        for name in names
    ]
    site = write_site(folder, "".join(parts))
    assert len(lock_site(site, today="2023-01-31").added) == len(names)
    return site


def claim(site: Path, name: str, *old: str) -> None:
    with (site / f"content/{name}-ju/agency.yaml").open("a", encoding="utf-8") as file:
        file.write("".join((RENAMED if at == 0 else RENAMED.partition("\n")[2]).format(was=each) for at, each in enumerate(old)))


def blocking(site: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.at.agency) for finding in check_folder(site) if finding.blocks]


def test_a_report_of_an_agency_s_own_does_not_answer_for_one_it_claims_by_a_false_renaming(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a", "b")
    shutil.rmtree(site / "content/a-ju")
    claim(site, "b", "a")
    assert blocking(site) == [("G703", "a-ju")]
    finding = next(each for each in check_folder(site) if each.code == "G703")
    assert finding.message.zh == "公布过的报告 a-ju/2022 不见了：content/a-ju/2022 不在。甲县b局的 2022 年报告是另外公布的，不能接替它。"
    assert finding.message.en.endswith("there is no content/a-ju/2022. What 甲县b局 published on 2022 is another report.")
    assert lock_site(site, today="2023-06-01").unchanged == ("b-ju/2022",)


def test_nor_do_two_of_their_own_for_one_that_both_claim(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a", "b", "c")
    shutil.rmtree(site / "content/a-ju")
    claim(site, "b", "a")
    claim(site, "c", "a")
    assert blocking(site) == [("G703", "a-ju")]
    finding = next(each for each in check_folder(site) if each.code == "G703")
    assert "甲县b局、甲县c局的 2022 年报告是另外公布的" in finding.message.zh


def test_nor_does_one_report_for_those_of_two_folders_that_it_claims(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a", "b")
    shutil.rmtree(site / "content/a-ju")
    (site / "content/b-ju").rename(site / "content/c-ju")
    claim(site, "c", "a", "b")
    assert blocking(site) == [("G703", "a-ju")]


def test_nor_does_a_twin_that_was_recorded_beside_it(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a", "b", alike=True)
    shutil.rmtree(site / "content/a-ju")
    claim(site, "b", "a")
    assert blocking(site) == [("G703", "a-ju")]


def test_nor_does_a_twin_that_was_recorded_on_another_day(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a", "b", alike=True)
    locks = record(site)
    locks["b-ju/2022"][0]["date"] = "2023-05-01"
    rewrite(site, locks)
    shutil.rmtree(site / "content/a-ju")
    claim(site, "b", "a")
    assert blocking(site) == [("G703", "a-ju")]


def test_the_record_of_a_renamed_folder_begins_with_that_of_the_old_one(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a")
    (site / "content/a-ju").rename(site / "content/n-ju")
    claim(site, "n", "a")
    assert lock_site(site, today="2023-06-01") == Recorded(("n-ju/2022",), (), (), ())
    locks = record(site)
    assert locks["n-ju/2022"] == locks["a-ju/2022"], "nothing has changed but the folder"
    assert lock_site(site, today="2023-07-01") == Recorded((), (), ("n-ju/2022",), ())
    change(site, "content/n-ju/agency.yaml", "name: 甲县a局", "name: 甲县新局")
    assert lock_site(site, today="2023-08-01").renewed == ("n-ju/2022",)
    assert [version["date"] for version in record(site)["n-ju/2022"]] == ["2023-01-31", "2023-08-01"]
    assert blocking(site) == []


def test_a_version_is_never_dated_before_the_one_it_follows(site: Path) -> None:
    locks = record(site)
    locks[NAME][0]["date"] = "2023-03-02"
    rewrite(site, locks)
    corrected(site)
    assert [version["date"] for version in record(site)[NAME]] == ["2023-03-02", "2023-03-02"]


def test_a_folder_renamed_and_locked_anew_on_the_day_it_was_first_locked_still_answers(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a")
    (site / "content/a-ju").rename(site / "content/n-ju")
    claim(site, "n", "a")
    assert lock_site(site, today="2023-01-31").added == ("n-ju/2022",)
    assert blocking(site) == []


def test_a_partial_build_keeps_the_page_that_a_false_renaming_would_lead_away(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a", "b")
    assert giar(site, "build").returncode == 0
    before = (site / "site/a-ju/2022.html").read_bytes()
    shutil.rmtree(site / "content/a-ju")
    claim(site, "b", "a")
    assert giar(site, "build").returncode == 1
    assert (site / "site/a-ju/2022.html").read_bytes() == before
    assert giar(site, "build", "--partial").returncode == 1
    assert (site / "site/a-ju/2022.html").read_bytes() == before


def test_a_folder_really_renamed_answers_for_its_reports_before_and_after_they_are_locked_anew(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a", "b")
    (site / "content/a-ju").rename(site / "content/n-ju")
    claim(site, "n", "a")
    assert blocking(site) == []
    assert lock_site(site, today="2023-06-01").added == ("n-ju/2022",)
    assert blocking(site) == []
    figures = site / "content/n-ju/2022/figures.yaml"
    text = figures.read_text(encoding="utf-8")
    figures.write_text(text.replace("  review: [0, 0, 0, 0, 0]", "  review: [0, 1, 0, 0, 1]"), encoding="utf-8")
    assert blocking(site) == [("G701", "n-ju")]


def test_a_folder_renamed_and_corrected_before_it_was_locked_anew_still_answers(tmp_path: Path) -> None:
    site = agencies(tmp_path, "a")
    (site / "content/a-ju").rename(site / "content/n-ju")
    claim(site, "n", "a")
    figures = site / "content/n-ju/2022/figures.yaml"
    text = figures.read_text(encoding="utf-8").replace("  review: [0, 0, 0, 0, 0]", "  review: [0, 1, 0, 0, 1]")
    entries = CORRECTIONS.replace('was: "1", now: "2"', 'was: "0", now: "1"')
    entries += '  - {date: "2023-03-01", at: other, was: 没有收取, now: 未收取, reason: 改字}\n'
    figures.write_text(text + entries, encoding="utf-8")
    change(site, "content/n-ju/2022/report.md", "没有收取", "未收取")
    assert blocking(site) == []
    assert lock_site(site, today="2023-06-01").added == ("n-ju/2022",)
    assert blocking(site) == []


AGENCY_YAML = "content/sample/agency.yaml"
LINEAGE = 'lineage:\n  - {change: renamed, date: "%s", former_name: %s, basis: 某编办〔2023〕3号}\n'


@pytest.fixture
def untitled(tmp_path: Path) -> Path:
    """A locked site whose report has no title of its own, a file and an attachment without one."""
    attached = "--- report.md\n---\nattachments:\n  - {title: 统计表, file: a.csv}\n  - {title: 另册, note: 未取得}\n---\n…\n--- files/a.csv\n甲,乙\n"
    folder = write_site(tmp_path, attached)
    lock_site(folder, today="2023-01-31")
    return folder


def said(site: Path) -> list[tuple[str, str, str | None, str | None]]:
    return [(finding.code, finding.at.item, finding.expected, finding.actual) for finding in check_folder(site) if finding.blocks]


def test_the_lock_holds_what_the_page_shows_beside_the_report_s_own_words(untitled: Path) -> None:
    texts = record(untitled)[NAME][-1]["texts"]
    assert isinstance(texts, dict)
    shown = {key: texts[key] for key in ("name", "printed_title", "scope", "attachments", "title of files/a.csv", "title")}
    assert shown == {
        "name": "某某市某某局",
        "printed_title": "某某市某某局2022年政府信息公开工作年度报告",
        "scope": "own",
        "attachments": "另册（未取得）",
        "title of files/a.csv": "统计表",
        "title": "",
    }


def test_another_name_or_generated_title_is_no_silent_change(untitled: Path) -> None:
    change(untitled, AGENCY_YAML, "某某市某某局", "乙省完全不同局")
    title = "%s2022年政府信息公开工作年度报告"
    assert said(untitled) == [
        ("G702", "name", "某某市某某局", "乙省完全不同局"),
        ("G702", "title", title % "某某市某某局", title % "乙省完全不同局"),
    ]
    named = next(finding for finding in check_folder(untitled) if finding.at.item == "name")
    assert named.message.zh == "机关名称公布以后有改动，没有更正记录：公布时是“某某市某某局”，现在是“乙省完全不同局”。"
    assert named.mend.zh.endswith("机关确实改了名的，不写更正，在 agency.yaml 的 lineage: 里写 change: renamed 和原名称。")
    assert named.mend.en.endswith("write change: renamed and its former_name into lineage: of agency.yaml.")
    with (untitled / FIGURES).open("a", encoding="utf-8") as file:
        file.write('corrections:\n  - {date: "2023-03-01", at: name, was: 某某市某某局, now: 乙省完全不同局, reason: 原来写错}\n')
    assert said(untitled) == [], "the title follows from the name"


def test_a_renaming_with_the_former_name_explains_the_reports_up_to_its_year(untitled: Path) -> None:
    change(untitled, AGENCY_YAML, "name: 某某市某某局\n", "name: 某某市新局\n" + LINEAGE % ("2023-03-01", "某某市某某局"))
    assert said(untitled) == []
    assert lock_site(untitled, today="2023-06-01").renewed == (NAME,)
    assert said(untitled) == []
    change(untitled, AGENCY_YAML, "某某市新局", "某某市再新局")
    assert [item for _, item, _, _ in said(untitled)] == ["name", "title"]


@pytest.mark.parametrize(
    ("day", "former"), [("2021-12-31", "某某市某某局"), ("2023-03-01", "某某市别的局"), ("2026-11-25", "某某市某某局")]
)
def test_one_of_before_the_report_s_year_or_still_to_come_or_of_another_name_explains_nothing(
    untitled: Path, day: str, former: str
) -> None:
    change(untitled, AGENCY_YAML, "name: 某某市某某局\n", "name: 某某市新局\n" + LINEAGE % (day, former))
    assert [item for _, item, _, _ in said(untitled)] == ["name", "title"]


def test_one_of_today_explains_the_name(untitled: Path) -> None:
    change(untitled, AGENCY_YAML, "name: 某某市某某局\n", "name: 某某市新局\n" + LINEAGE % (TODAY, "某某市某某局"))
    assert said(untitled) == []


def test_a_folder_renamed_without_the_former_name_had_the_name_recorded_under_it(untitled: Path) -> None:
    (untitled / "content/sample").rename(untitled / "content/xin-ju")
    renamed = 'lineage:\n  - {change: renamed, date: "2023-03-01", from: [sample], basis: 某编办〔2023〕3号}\n'
    change(untitled, "content/xin-ju/agency.yaml", "name: 某某市某某局\n", "name: 某某市新局\n" + renamed)
    assert said(untitled) == []


def test_a_renaming_does_not_explain_another_title(site: Path) -> None:
    change(site, AGENCY_YAML, "name: 某某市某某局\n", "name: 某某市新局\n" + LINEAGE % ("2023-03-01", "某某市某某局"))
    assert said(site) == [], "a title of its own stays"
    change(site, REPORT, "某局2022年年报", "某某市新局2022年政府信息公开工作年度报告")
    assert [item for _, item, _, _ in said(site)] == ["title"]


def test_attachments_renamed_and_another_scope_are_no_silent_change(untitled: Path) -> None:
    change(untitled, REPORT, "title: 统计表", "title: 别的名字")
    change(untitled, REPORT, "note: 未取得", "note: 未提供")
    change(untitled, AGENCY_YAML, "kind: department", "kind: government\nscope: rollup")
    assert said(untitled) == [
        ("G702", "scope", "own", "rollup"),
        ("G702", "files/a.csv", "统计表", "别的名字"),
        ("G702", "attachments", "另册（未取得）", "另册（未提供）"),
    ]
    correct(
        untitled, ("scope", "own", "rollup"), ("attachments", "另册（未取得）", "另册（未提供）"), ("files/a.csv", "统计表", "别的名字")
    )
    assert said(untitled) == []


def correct(site: Path, *entries: tuple[str, str, str]) -> None:
    lines = (f'  - {{date: "2023-03-01", at: {at}, was: "{was}", now: "{now}", reason: 更名}}\n' for at, was, now in entries)
    with (site / FIGURES).open("a", encoding="utf-8") as file:
        file.write("corrections:\n" + "".join(lines))


def test_a_correction_says_what_was_published_and_what_is_there(untitled: Path) -> None:
    change(untitled, REPORT, "title: 统计表", "title: 别的名字")
    change(untitled, REPORT, "note: 未取得", "note: 未提供")
    change(untitled, AGENCY_YAML, "kind: department", "kind: government\nscope: rollup")
    change(untitled, AGENCY_YAML, "某某市某某局", "某某市新局")
    correct(untitled, *((at, "丙", "丁") for at in ("name", "scope", "attachments", "files/a.csv")))
    told = [(code, item, expected, actual) for code, item, expected, actual in said(untitled) if code == "G126"]
    assert told == [
        ("G126", "corrections.1", "某某市某某局 → 某某市新局", "丙 → 丁"),
        ("G126", "corrections.2", "own → rollup", "丙 → 丁"),
        ("G126", "corrections.3", "另册（未取得） → 另册（未提供）", "丙 → 丁"),
        ("G126", "corrections.4", "统计表 → 别的名字", "丙 → 丁"),
    ]
    finding = next(each for each in check_folder(untitled) if each.code == "G126")
    assert finding.message.zh == "更正记录说“name”由“丙”改为“丁”，公布时却是“某某市某某局”，现在是“某某市新局”。"
    assert (
        finding.message.en
        == "the correction says that “name” was “丙” and is “丁” now; “某某市某某局” was published, “某某市新局” is there."
    )
    assert finding.mend.zh == "was 写公布时的内容，now 写现在的内容。"
    assert finding.mend.en == "write what was published as `was`, and what is there as `now`."


def test_of_several_corrections_of_a_name_the_first_says_what_was_published_and_the_last_what_is_there(untitled: Path) -> None:
    change(untitled, AGENCY_YAML, "某某市某某局", "某某市 新局")
    correct(untitled, ("name", "某某市某某局", "某某市别局"), ("name", "某某市别局", "某某市新局"))
    assert said(untitled) == []


def test_a_file_that_is_another_may_be_corrected_in_words_of_one_s_own(untitled: Path) -> None:
    change(untitled, REPORT, "title: 统计表", "title: 别的名字")
    change(untitled, "content/sample/2022/files/a.csv", "甲,乙", "甲,丙")
    correct(untitled, ("files/a.csv", "缺一列", "补上一列"))
    assert said(untitled) == []


def test_what_was_not_there_before_may_be_called_so(untitled: Path) -> None:
    change(untitled, REPORT, "---\nattachments", "---\npublished: 2023-01-20\nattachments")
    correct(untitled, ("published", "没有写", "2023-01-20"))
    assert said(untitled) == []


def test_a_title_written_out_as_it_was_generated_is_no_change_and_one_corrected_is_in_order(untitled: Path) -> None:
    title = "某某市某某局2022年政府信息公开工作年度报告"
    change(untitled, REPORT, "---\nattachments", f"---\ntitle: {title}\nattachments")
    assert said(untitled) == []


def test_an_old_lock_that_does_not_hold_what_the_page_shows_is_not_held_against_it(untitled: Path) -> None:
    held = record(untitled)
    texts = held[NAME][0]["texts"]
    assert isinstance(texts, dict)
    held[NAME][0]["texts"] = {
        key: text for key, text in texts.items() if key not in {"name", "printed_title", "scope", "attachments"} and "title of" not in key
    }
    rewrite(untitled, held)
    change(untitled, AGENCY_YAML, "某某市某某局", "某某市新局")
    assert said(untitled) == []
    assert lock_site(untitled, today="2023-06-01") == Recorded((), (NAME,), (), ())
    assert lock_site(untitled, today="2023-06-02") == Recorded((), (), (NAME,), ())
    assert len(record(untitled)[NAME]) == 2


def test_an_agency_without_a_name_is_told_for_that_alone(untitled: Path) -> None:
    change(untitled, AGENCY_YAML, "name: 某某市某某局\n", "")
    assert [code for code, _, _, _ in said(untitled)] == ["G118"]
