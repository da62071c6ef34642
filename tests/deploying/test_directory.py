"""A folder as target: the public sees the old release or the new one, whole, whatever happens on the way."""

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from assurance import IN_FULL
from deploying.sites import build, change, correct, current, giar, releases, tree, write_site

from giar_site.deploying import Wishes, host_of, planned, targets_of
from giar_site.deploying import deploy as bring
from giar_site.deploying.directory import Directory
from giar_site.deploying.host import Cargo
from giar_site.diagnostics import CannotGoOn
from giar_site.packing.sealed import sealed
from giar_site.sealing import manifest_bytes, read_manifest, release_of

KILLS = 24 if IN_FULL else 6


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was deployed once to `web` beside it."""
    folder = tmp_path_factory.mktemp("directory")
    (folder / "web").mkdir()
    site = write_site(folder / "s", "{type: directory, path: ../web, keep: 2, url: https://www.example.gov.cn/nianbao/}")
    first = giar("deploy", "--site", site)
    assert first.returncode == 0, first.stderr
    assert "增加 19 个文件" in first.stdout
    assert "https://www.example.gov.cn/nianbao/" in first.stdout
    assert "新记录 2 份报告" in first.stdout
    assert tree(folder / "web/current") == tree(site / "site")
    build(site)  # of which published.lock is a source
    return folder


@pytest.fixture
def site(sample: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(sample, tmp_path / "own", symlinks=True) / "s"


def web(site: Path) -> Path:
    return site.parent / "web"


def test_a_corrected_figure_brings_only_what_changed_and_the_rest_is_linked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = current(web(site))
    correct(site)
    run = giar("deploy", "--site", site)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "更新 1 份" in run.stdout
    new = current(web(site))
    assert releases(web(site)) == [old, new]
    assert tree(web(site) / "current") == tree(site / "site")
    linked = [path for path in (web(site) / "releases" / new).rglob("*") if path.is_file() and path.stat().st_nlink > 1]
    assert len(linked) >= 6
    travelled = int(re.findall(r"送去 ([\d,]+) 字节", run.stdout)[0].replace(",", ""))
    whole = sum(path.stat().st_size for path in (site / "site").rglob("*") if path.is_file())
    assert 0 < travelled < whole
    with capsys.disabled():
        print(f"\none corrected figure: {travelled:,} of {whole:,} bytes written, {len(linked)} files linked")


def test_a_dry_run_says_what_would_change_and_writes_nothing(site: Path) -> None:
    change(site, "edition-11")
    before = sorted((path, path.lstat().st_mtime_ns) for path in web(site).rglob("*"))
    run = giar("deploy", "--dry-run", "--site", site)
    assert run.returncode == 0
    assert "  * dali-county/2020.html" in run.stdout
    assert sorted((path, path.lstat().st_mtime_ns) for path in web(site).rglob("*")) == before


def test_what_is_already_there_is_not_brought_again(site: Path) -> None:
    assert giar("deploy", "--site", site).returncode == 0
    seen = releases(web(site))
    run = giar("deploy", "--site", site)
    assert (run.returncode, run.stderr) == (0, "")
    assert "没有变化：公众看到的已经是" in run.stdout
    assert releases(web(site)) == seen


def withdraw(site: Path) -> None:
    shutil.rmtree(site / "content/yimin-sumu")
    with (site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write('withdrawn:\n  - {report: yimin-sumu/2020, date: "2026-11-01", reason: 误发}\n')
    build(site)


def test_what_was_published_disappears_only_when_somebody_says_so(site: Path) -> None:
    withdraw(site)
    old = current(web(site))
    run = giar("deploy", "--site", site)
    assert run.returncode == 2
    assert "  - yimin-sumu/2020.html" in run.stdout
    assert "加 --yes 再运行" in run.stderr
    assert current(web(site)) == old
    assert giar("deploy", "--yes", "--site", site).returncode == 0
    assert not (web(site) / "current/yimin-sumu").exists()


def test_a_site_that_is_not_current_or_has_errors_is_not_deployed(site: Path) -> None:
    old = current(web(site))
    agency = site / "content/dali-county/agency.yaml"
    agency.write_text(agency.read_text("utf-8").replace("0913-3256586", "0913-3256587"), encoding="utf-8")
    run = giar("deploy", "--site", site)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "请先运行 giar build" in run.stderr
    figures = site / "content/dali-county/2020/figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("[6, 0, 0, 0, 0, 0, 6]", "[6, 0, 0, 0, 0, 0, 7]"), encoding="utf-8")
    run = giar("deploy", "--site", site)
    assert run.returncode == 1
    assert "没有上线：请先改正" in run.stdout
    assert current(web(site)) == old


def test_a_rollback_shows_the_release_before_and_one_that_was_altered_is_refused(site: Path) -> None:
    old, before = current(web(site)), tree(web(site) / "current")
    change(site, "edition-33")
    assert giar("deploy", "--site", site).returncode == 0
    new = current(web(site))
    lock = (site / "published.lock").read_bytes()
    run = giar("rollback", "--site", site)
    assert run.returncode == 0, run.stderr
    assert f"公众现在看到的是 {old}" in run.stdout
    assert "published.lock 没有动" in run.stdout
    assert (current(web(site)), tree(web(site) / "current")) == (old, before)
    assert (site / "published.lock").read_bytes() == lock
    page = web(site) / "releases" / new / "dali-county/2020.html"
    page.write_bytes(page.read_bytes().replace(b"edition-33", b"edition-34"))
    run = giar("rollback", new.partition("-")[2], "--site", site)
    assert (run.returncode, current(web(site))) == (2, old)
    assert "dali-county/2020.html" in run.stderr
    listed = giar("releases", "web", "--site", site)
    assert listed.returncode == 1
    assert f"* {old}" in listed.stdout
    assert "不完整：dali-county/2020.html" in listed.stdout
    assert giar("rollback", "--site", site).stderr == "giar: 没有更早的版本。用 giar releases 查看有哪些版本。\n"


def test_a_release_that_was_never_switched_to_is_not_the_one_before_itself(site: Path) -> None:
    old, manifest = current(web(site)), sealed(site, site / "site")
    host = Directory(web(site))
    release = release_of(manifest)
    found = planned(host, manifest)
    host.stage(Cargo(release, site / "site", manifest, manifest_bytes(manifest), old, found.plan.unchanged), lambda _: None)
    host.settle(release, f"20261124T000000Z-{release}")
    assert giar("deploy", "--site", site).returncode == 0
    assert len(releases(web(site))) == 2
    assert giar("rollback", "--site", site).returncode == 0
    assert current(web(site)) == old


def test_the_last_releases_stay_and_never_the_current_one_goes(site: Path) -> None:
    for number in range(3):
        change(site, f"第{number}版")
        assert giar("deploy", "--site", site).returncode == 0
    assert len(releases(web(site))) == 2
    assert current(web(site)) == releases(web(site))[-1]


def test_a_second_operator_is_turned_away(site: Path) -> None:
    change(site, "edition-55")
    with (web(site) / ".releases.giar-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run = giar("deploy", "--site", site)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "另一个 giar 正在写" in run.stderr
    assert giar("deploy", "--site", site).returncode == 0


def test_a_full_disk_leaves_the_old_release_and_the_next_deployment_goes_on_where_it_stopped(site: Path) -> None:
    change(site, "edition-66")
    old, before = current(web(site)), tree(web(site) / "current")
    manifest = sealed(site, site / "site")
    largest = max(
        each.size for each in manifest.files if tree(web(site) / "current").get(each.path) != (site / "site" / each.path).read_bytes()
    )
    limited = ("prlimit", f"--fsize={largest - 1}")
    host = "from giar_site.deploying import *; from giar_site.packing.sealed import sealed; from pathlib import Path; import sys\n"
    code = host + "s=Path(sys.argv[1]); deploy(host_of(targets_of(s)[0], s), s/'site', sealed(s, s/'site'), Wishes(2))"
    run = subprocess.run([*limited, sys.executable, "-c", code, site], capture_output=True, text=True, check=False)
    assert "文件超过允许的大小" in run.stderr or "larger than the system allows" in run.stderr
    assert (current(web(site)), tree(web(site) / "current")) == (old, before)
    assert [name for name in releases(web(site)) if name.startswith(".incoming-")]
    run = giar("deploy", "--site", site)
    assert run.returncode == 0, run.stderr
    assert tree(web(site) / "current") == tree(site / "site")
    assert not [name for name in releases(web(site)) if name.startswith(".")]


def test_too_little_space_is_told_before_anything_is_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(site, "edition-77")
    seen = os.statvfs(site)
    full = os.statvfs_result((*seen[:4], 1, *seen[5:]))
    monkeypatch.setattr(os, "statvfs", lambda _: full)
    with pytest.raises(CannotGoOn, match="Too little space"):
        bring(host_of(targets_of(site)[0], site), site / "site", sealed(site, site / "site"), Wishes(2))


def test_a_file_that_changes_on_the_way_is_not_published(site: Path) -> None:
    change(site, "edition-88")
    old, manifest = current(web(site)), sealed(site, site / "site")
    page = site / "site/dali-county/2020.html"
    data = page.read_bytes()
    page.unlink()
    page.write_bytes(data.replace(b"edition-88", b"edition-89"))
    with pytest.raises(CannotGoOn, match="was not read back as its digest says"):
        bring(Directory(web(site)), site / "site", manifest, Wishes(2))
    assert current(web(site)) == old


def test_an_altered_twin_on_the_target_is_not_linked_into_the_new_release(site: Path) -> None:
    twin = web(site) / "current/rules.html"
    twin.write_bytes(twin.read_bytes().replace(b"a", b"b", 1))
    change(site, "edition-99")
    assert giar("deploy", "--site", site).returncode == 0
    assert tree(web(site) / "current") == tree(site / "site")


def test_a_missing_target_a_strange_link_and_one_within_the_site_are_refused_in_a_sentence(site: Path) -> None:
    settings = (site / "site.yaml").read_text("utf-8")
    (site / "site.yaml").write_text(settings.replace("../web", "../elsewhere"), encoding="utf-8")
    assert "不存在" in giar("deploy", "--site", site).stderr
    (site / "site.yaml").write_text(settings.replace("../web", "site/web"), encoding="utf-8")
    assert "重叠" in giar("deploy", "--site", site).stderr
    (site / "site.yaml").write_text(settings, encoding="utf-8")
    (web(site) / "current").unlink()
    (web(site) / "current").mkdir()
    run = giar("deploy", "--site", site)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "不是 giar 建立的链接" in run.stderr


def test_kills_at_file_operations_leave_the_old_release_or_the_new_one_and_the_next_deployment_finishes(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(site, "edition-11")
    old, new = tree(web(site) / "current"), tree(site / "site")
    calls = _calls(shutil.copytree(site.parent, tmp_path / "traced", symlinks=True) / "s", tmp_path / "log")
    chosen = [calls[each * (len(calls) - 1) // (KILLS - 1)] for each in range(KILLS)]
    seen: Counter[str] = Counter()
    for at, (name, number) in enumerate(chosen):
        again = shutil.copytree(site.parent, tmp_path / str(at), symlinks=True) / "s"
        run = _deploy(again, ["-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}"])
        assert run.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}, f"the {number}th {name} was not reached: {run.stderr}"
        found = tree(web(again) / "current")
        seen["old" if found == old else "new" if found == new else "mixed"] += 1
        assert found in (old, new), f"mixed after the {number}th {name}"
        if giar("deploy", "--site", again).returncode:  # published.lock was written, which is a source
            build(again)
            assert giar("deploy", "--site", again).returncode == 0
        assert {path: data for path, data in tree(web(again) / "current").items() if path != "data/giar.json"} == {
            path: data for path, data in new.items() if path != "data/giar.json"
        }
        assert not [path for path in releases(web(again)) if path.startswith(".")]
        manifest = read_manifest((web(again) / "current/MANIFEST.json").read_bytes())
        assert Directory(web(again)).verify(current(web(again)), manifest) == ()
        shutil.rmtree(again.parent)
    assert seen["old"]
    assert seen["new"]
    with capsys.disabled():
        print(f"\n{len(chosen)} kills of a deployment among its last {len(calls)} calls: {dict(seen)}")


def _deploy(site: Path, options: list[str]) -> "subprocess.CompletedProcess[str]":
    return giar("deploy", "--jobs", "1", "--site", site, before=("strace", "-f", "-qq", *options))


def _calls(site: Path, log: Path) -> list[tuple[str, int]]:
    """(name, its number in the whole run as strace counts) of every file operation from the first touch of the stage to the end."""
    traced = "openat,write,mkdir,linkat,link,symlink,rename,unlink,unlinkat,rmdir,fsync,syncfs"
    run = _deploy(site, ["-o", str(log), "-e", f"trace={traced}"])
    assert run.returncode == 0, run.stderr
    counts: Counter[str] = Counter()
    calls: list[tuple[str, int]] = []
    for line in log.read_text().splitlines():
        if match := re.match(r"\d+ +(\w+)\(", line):
            counts[match[1]] += 1
            if calls or ".incoming-" in line:
                calls.append((match[1], counts[match[1]]))
    return calls
