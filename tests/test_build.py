"""The sentence as a whole: what is published, what is withheld, and what stays as it was."""

import filecmp
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import REPOSITORY
from reading import read_page
from samples import AGENCY, write_site

from giar_site.build import build
from giar_site.diagnostics import CannotGoOn
from giar_site.locking import lock_site
from giar_site.publish import Publication

RIGHT = "…\n"
WRONG = "applications:\n  received: [1, 0, 0, 0, 0, 0, 1]\n  …\n"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def giar(*words: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "giar_site", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | settings)


def second_agency(site: Path, slug: str, sample: Path) -> None:
    shutil.copytree(sample / "content" / AGENCY, site / "content" / slug)


def test_an_error_publishes_nothing_and_leaves_the_old_site_byte_for_byte(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", RIGHT)
    assert giar("build", "--site", site).returncode == 0
    before = tree(site / "site")
    write_site(site, WRONG)
    run = giar("build", "--site", site)
    assert run.returncode == 1
    assert "没有发布" in run.stdout
    assert "G203" in run.stdout
    assert tree(site / "site") == before


def test_an_error_before_the_first_build_publishes_nothing_at_all(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", WRONG)
    assert giar("build", "--site", site).returncode == 1
    assert not (site / "site").exists()


def test_all_findings_of_all_agencies_come_in_one_run(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", WRONG)
    second_agency(site, "zweite", site)
    findings = json.loads(giar("check", "--format", "json", "--site", site).stdout)["findings"]
    assert {finding["agency"] for finding in findings} == {AGENCY, "zweite"}


def test_a_partial_build_withholds_what_is_wrong_and_says_so(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", WRONG)
    second_agency(site, "sound", write_site(tmp_path / "right", RIGHT))
    run = giar("build", "--partial", "--site", site)
    assert run.returncode == 1
    assert f"{AGENCY}/2022 有错误：尚未发布。" in run.stdout
    pages = tree(site / "site")
    assert "sound/2022.html" in pages
    assert f"{AGENCY}/2022.html" not in pages
    assert f"{AGENCY}/index.html" in pages


def test_a_partial_build_leaves_a_failing_report_as_it_last_stood(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", "review_and_litigation:\n  review: [1, 0, 0, 0, 1]\n  …\n")
    assert giar("build", "--site", site).returncode == 0
    before = tree(site / "site")
    write_site(site, WRONG)
    run = giar("build", "--partial", "--site", site)
    assert "沿用上次发布的版本" in run.stdout
    after = tree(site / "site")
    for path in (f"{AGENCY}/2022.html", f"data/{AGENCY}/2022.json"):
        assert after[path] == before[path]
    assert after["data/figures.csv"] == before["data/figures.csv"]
    assert b"2022.html" in after["years/2022.html"]


def test_a_partial_build_keeps_what_an_agency_published_when_its_whole_folder_is_refused(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", RIGHT)
    second_agency(site, "sound", site)
    assert giar("build", "--site", site).returncode == 0
    before = tree(site / "site")
    shutil.move(site / "content" / AGENCY, tmp_path / "elsewhere")
    (site / "content" / AGENCY).symlink_to(tmp_path / "elsewhere")
    run = giar("build", "--partial", "--site", site)
    assert run.returncode == 1
    assert "G101" in run.stdout
    after = tree(site / "site")
    for path in (f"{AGENCY}/2022.html", f"data/{AGENCY}/2022.json", "sound/2022.html"):
        assert after[path] == before[path]
    assert "某某市某某局" in after["index.html"].decode()


@pytest.mark.parametrize("removed", ["2022", "."])
def test_a_partial_build_keeps_the_page_of_a_locked_report_that_was_removed_and_publishes_the_others(tmp_path: Path, removed: str) -> None:
    site = write_site(tmp_path / "s", RIGHT)
    second_agency(site, "sound", site)
    assert giar("build", "--site", site).returncode == 0
    lock_site(site, today="2023-01-31")
    before = tree(site / "site")
    shutil.rmtree(site / "content" / AGENCY / removed)
    assert giar("build", "--site", site).returncode == 1
    assert tree(site / "site") == before, "the whole site is not published without it"
    shutil.copytree(site / "content/sound", site / "content/later")
    run = giar("build", "--partial", "--site", site)
    assert (run.returncode, run.stderr) == (1, "")
    assert "site.yaml: 错误 G703 公布过的报告不见了：" in run.stdout
    assert f"{AGENCY}/2022 有错误：沿用上次发布的版本。" in run.stdout
    assert "已生成 2 份报告：" in run.stdout
    after = tree(site / "site")
    assert set(before) <= set(after), "no page that others link to is lost"
    for path in (f"{AGENCY}/2022.html", f"data/{AGENCY}/2022.json"):
        assert after[path] == before[path]
    assert {"sound/2022.html", "later/2022.html"} <= set(after)


def test_a_locked_report_that_was_never_built_here_stops_no_partial_build(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", RIGHT)
    second_agency(site, "sound", site)
    lock_site(site, today="2023-01-31")
    shutil.rmtree(site / "content" / AGENCY)
    run = giar("build", "--partial", "--site", site)
    assert (run.returncode, run.stderr) == (1, "")
    pages = tree(site / "site")
    assert "sound/2022.html" in pages
    assert not [path for path in pages if path.startswith(AGENCY)]


def test_a_mismatch_beside_a_missing_predecessor_that_was_explained_is_shown_on_the_page(tmp_path: Path) -> None:
    row = "applications:\n  received: [6, 0, 0, 0, 0, 0, 6]\n  carried_out: [6, 0, 0, 0, 0, 0, 6]\n  …\n"
    accepted = "accept:\n  - {rule: G301, at: applications.carried_in, reason: 公布时即如此}\n"
    merged = 'lineage:\n  - {change: merged, date: "2022-03-01", from: [sample, 某市外办], basis: 编办发〔2022〕3号}\n'
    site = write_site(tmp_path, f"--- 2021/figures.yaml\n{row}--- 2022/figures.yaml\n{accepted}…\n--- agency.yaml\n{merged}…\n")
    run = giar("build", "--site", site)
    assert (run.returncode, run.stderr) == (0, "")
    checks = json.loads((site / "site/data/sample/2022.json").read_text("utf-8"))["checks"]
    [total] = [each for each in checks if each["kind"] == "carry_over" and each["label"] == "总计"]
    assert (total["relation"], total["left"]["value"], total["right"]["value"], total["result"]) == ("≤", "6", "0", "fails")


def test_warnings_stop_a_build_only_when_it_is_strict(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", "form: 2019\ndisclosure:\n  procurement: [8(计划), 0元]\n  …\n")
    assert giar("build", "--strict", "--site", site).returncode == 1
    assert not (site / "site").exists()
    assert giar("build", "--site", site).returncode == 0
    assert giar("check", "--site", site).returncode == 0
    assert giar("check", "--strict", "--site", site).returncode == 1


def test_an_accepted_finding_is_published_with_its_reason(tmp_path: Path) -> None:
    sample = "accept:\n  - {rule: block-total-mismatch, at: review_and_litigation.review@total, reason: 原报告如此公布}\n"
    site = write_site(tmp_path / "s", "review_and_litigation:\n  review: [1, 0, 0, 0, 2]\n  …\n" + sample)
    run = giar("build", "--site", site)
    assert run.returncode == 0, run.stdout
    pages = tree(site / "site")
    assert "原报告如此公布" in pages[f"{AGENCY}/2022.html"].decode()
    assert "原报告如此公布" in pages["checks.html"].decode()


def test_attachments_are_published_with_the_very_bytes_that_were_checked_and_drafts_are_not(tmp_path: Path) -> None:
    listed = "--- report.md\n---\nattachments:\n  - {title: 附表, file: 附表.pdf}\n---\n…\n"
    site = write_site(tmp_path / "s", listed)
    files = site / "content" / AGENCY / "2022" / "files"
    files.mkdir()
    (files / "附表.pdf").write_bytes(b"%PDF-1.7 figures")
    (files / "草稿.pdf").write_bytes(b"%PDF-1.7 draft")
    assert giar("build", "--site", site).returncode == 0
    assert (site / "site" / AGENCY / "2022" / "files" / "附表.pdf").read_bytes() == b"%PDF-1.7 figures"
    assert not (site / "site" / AGENCY / "2022" / "files" / "草稿.pdf").exists()
    [link] = [link for link in read_page(site / "site" / AGENCY / "2022.html").links if "files/" in link]
    assert (site / "site" / AGENCY / unquote(link)).resolve() == site / "site" / AGENCY / "2022" / "files" / "附表.pdf"


def test_a_second_build_of_the_same_content_touches_no_file(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", RIGHT)
    assert giar("build", "--site", site).returncode == 0
    before = {path: path.stat().st_ino for path in (site / "site").rglob("*") if path.is_file()}
    assert giar("build", "--site", site).returncode == 0
    assert {path: path.stat().st_ino for path in (site / "site").rglob("*") if path.is_file()} == before


def test_builds_of_other_zones_locales_hash_seeds_umasks_paths_and_job_counts_are_byte_identical(tmp_path: Path, real_site: Path) -> None:
    settings = itertools.cycle(
        [
            {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
            {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "zh_CN.GB18030"},
        ]
    )
    wanted = tree(real_site)
    for jobs, name in enumerate(("a", "路径 with space", "c" * 100), 1):
        copy = tmp_path / name / "site"
        shutil.copytree(REPOSITORY / "content", copy / "content")
        shutil.copy(REPOSITORY / "site.yaml", copy)
        old = os.umask(0o077 if jobs == 2 else 0o022)
        try:
            run = giar("build", "--jobs", str(jobs), "--site", copy, "-o", tmp_path / name / "out", **next(settings))
        finally:
            os.umask(old)
        assert run.returncode == 0, run.stderr
        assert tree(tmp_path / name / "out") == wanted


def test_a_second_build_at_once_is_refused_with_one_sentence(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", RIGHT)
    with Publication(site / "site"):
        run = giar("build", "--site", site)
    assert run.returncode == 2
    [sentence] = run.stderr.splitlines()
    assert sentence.startswith("giar: 另一个")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["build", "--site", "{empty}"], "这里没有 site.yaml"),
        (["check", "--site", "{empty}"], "这里没有 site.yaml"),
        (["build", "--site", "{nowhere}"], "读不了文件夹"),
        (["check", "no-such", "--site", "{site}"], "content/ 里没有 no-such"),
        (["check", "sample/1999", "--site", "{site}"], "content/ 里没有 sample/1999"),
        (["build", "--site", "{site}", "-o", "{full}"], "full"),
        (["explain", "G999"], "没有规则 G999"),
        (["new", "Bad_Name", "2024", "--site", "{site}"], "机关代号 Bad_Name 不能用"),
        (["new", "ju", "2018", "--site", "{site}"], "2018 年没有全国统一格式"),
        (["new", "sample", "2022", "--site", "{site}"], "已经有了"),
    ],
)
def test_what_stands_in_the_way_is_one_sentence_and_exit_2(words: list[str], sentence: str, tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", RIGHT)
    places = {"empty": tmp_path / "empty", "nowhere": tmp_path / "nowhere", "site": site, "full": tmp_path / "full"}
    places["empty"].mkdir()
    places["full"].mkdir()
    (places["full"] / "diary.txt").write_text("not ours")
    run = giar(*(word.format(**places) for word in words))
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert sentence in run.stderr
    assert "Traceback" not in run.stderr + run.stdout


def test_a_theme_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", "--- site.yaml\ntitle: 样本\ntheme: nonesuch\n")
    with pytest.raises(CannotGoOn, match="nonesuch"):
        build(site, tmp_path / "out")


@pytest.mark.parametrize("half", [0, 1])  # so that two cores share the time
def test_thirty_kills_of_a_build_leave_the_old_site_or_the_new_one(half: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """SIGKILL to `giar build` at a chosen file operation, chosen evenly from the first touch of the stage to the end."""
    assert shutil.which("strace"), "this test needs strace: apt-get install strace"
    site = write_site(tmp_path / "s", RIGHT)
    for slug in ("b", "c", "d"):
        second_agency(site, slug, site)
    out = tmp_path / "out"
    old = _built(site, out)
    _change(site, 1)
    new = _built(site, tmp_path / "other")
    calls = _calls(site, out, tmp_path / "log")
    chosen = [calls[each * len(calls) // 60] for each in range(half, 60, 2)]
    seen: Counter[str] = Counter()
    for name, number in chosen:
        if tree(out) != old:
            _change(site, 0)
            build(site, out)
            _change(site, 1)
        run = _strace(site, out, ["-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}"])
        assert run.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}, f"the {number}th {name} was not reached: {run.stderr}"
        found = tree(out)
        seen["old" if found == old else "new" if found == new else "mixed"] += 1
        assert found in (old, new), f"mixed after the {number}th {name}"
    build(site, out)
    assert tree(out) == new
    assert not [path for path in tmp_path.iterdir() if "giar-stage" in path.name]
    assert seen["old"]
    assert seen["new"]
    with capsys.disabled():
        print(f"\n{len(chosen)} kills of a build among its last {len(calls)} calls: {dict(seen)}")


def _change(site: Path, figure: int) -> None:
    for slug in (AGENCY, "b", "c", "d"):
        path = site / "content" / slug / "2022" / "figures.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"licensing: [{1 - figure}]", f"licensing: [{figure}]"), encoding="utf-8")


def _built(site: Path, out: Path) -> dict[str, bytes]:
    assert build(site, out).published
    return tree(out)


def _strace(site: Path, out: Path, options: list[str]) -> subprocess.CompletedProcess[str]:
    command = [
        "strace",
        "-f",
        "-qq",
        *options,
        sys.executable,
        "-m",
        "giar_site",
        "build",
        "--jobs",
        "1",
        "--site",
        str(site),
        "-o",
        str(out),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _calls(site: Path, out: Path, log: Path) -> list[tuple[str, int]]:
    """(name, its number in the whole run as strace counts) of every file operation from the first touch of the stage to the end."""
    traced = "openat,write,mkdir,linkat,link,renameat2,rename,unlink,unlinkat,rmdir,fsync,syncfs"
    assert _strace(site, out, ["-o", str(log), "-e", f"trace={traced}"]).returncode == 0
    counts: Counter[str] = Counter()
    calls: list[tuple[str, int]] = []
    for line in log.read_text().splitlines():
        match = re.match(r"\d+ +(\w+)\(", line)
        if match:
            counts[match[1]] += 1
            if calls or "giar-stage" in line:
                calls.append((match[1], counts[match[1]]))
    return calls


def test_the_site_of_two_builds_is_compared_both_ways(tmp_path: Path) -> None:
    """The comparison these tests rest on sees a changed, a missing and an added file."""
    for name, content in (("a", b"1"), ("b", b"2")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_bytes(content)
    assert tree(tmp_path / "a") != tree(tmp_path / "b")
    assert not filecmp.dircmp(tmp_path / "a", tmp_path / "b").left_only
