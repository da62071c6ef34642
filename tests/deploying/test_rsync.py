"""A host by rsync over a real sshd: only what changed travels, and a cut wire leaves the public with one whole release."""

import os
import random
import re
import shutil
import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from assurance import IN_FULL
from deploying.sites import build, change, correct, current, giar, releases, tree, write_site
from deploying.ssh_server import Wire, ssh_server

CUTS = 20 if IN_FULL else 3


class Place(NamedTuple):
    """A site that was deployed once to `web`, whose name a shell would take apart, over `wire`."""

    site: Path
    web: Path
    wire: Wire
    environment: dict[str, str]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("rsync")
    web = folder / "年报 $(touch x);'web"
    web.mkdir()
    with ssh_server(folder / "ssh") as (wire, reached, environment):
        site = write_site(folder / "s", f'{{type: rsync, {reached}, path: "{web}", keep: 3}}')
        place = Place(site, web, wire, environment)
        run = giar("deploy", "--site", site, **environment)
        assert run.returncode == 0, run.stdout + run.stderr
        assert tree(web / "current") == tree(site / "site")
        build(site)
        yield place


@pytest.fixture
def place(sample: Place, tmp_path: Path) -> Iterator[Place]:
    """It, and what it is afterwards."""
    keep = shutil.copytree(sample.web, tmp_path / "web", symlinks=True)
    site = shutil.copytree(sample.site, tmp_path / "s")
    yield sample._replace(site=site)
    _restore(sample, keep)


def _restore(place: Place, kept: Path) -> None:
    place.wire.reset()
    shutil.rmtree(place.web)
    shutil.copytree(kept, place.web, symlinks=True)


def test_a_corrected_figure_sends_only_what_changed(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    old = current(place.web)
    correct(place.site)
    run = giar("deploy", "--site", place.site, **place.environment)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "更新 1 份" in run.stdout
    assert tree(place.web / "current") == tree(place.site / "site")
    assert releases(place.web) == [old, current(place.web)]
    linked = [path for path in (place.web / "current").resolve().rglob("*") if path.is_file() and path.stat().st_nlink > 1]
    assert len(linked) >= 6
    sent = int(re.findall(r"送去 ([\d,]+) 字节", run.stdout)[0].replace(",", ""))
    whole = sum(path.stat().st_size for path in (place.site / "site").rglob("*") if path.is_file())
    assert 0 < sent < whole / 2
    with capsys.disabled():
        print(f"\none corrected figure over rsync: {sent:,} of {whole:,} bytes sent, {len(linked)} files linked")


def test_a_rollback_verifies_there_and_an_altered_release_is_refused(place: Place) -> None:
    old, before = current(place.web), tree(place.web / "current")
    change(place.site, "第二版")
    assert giar("deploy", "--site", place.site, **place.environment).returncode == 0
    new = current(place.web)
    run = giar("rollback", "--site", place.site, **place.environment)
    assert run.returncode == 0, run.stderr
    assert (current(place.web), tree(place.web / "current")) == (old, before)
    (place.web / "releases" / new / "new.html").write_bytes(b"")
    (place.web / "releases" / new / "rules.html").unlink()
    run = giar("rollback", "web", new, "--site", place.site, **place.environment)
    assert (run.returncode, current(place.web)) == (2, old)
    assert "new.html、rules.html" in run.stderr
    listed = giar("releases", "--site", place.site, **place.environment)
    assert (listed.returncode, f"* {old}" in listed.stdout, "不完整：new.html、rules.html" in listed.stdout) == (1, True, True)


def test_the_last_releases_stay_and_a_dry_run_writes_nothing(place: Place) -> None:
    before = sorted((path, path.lstat().st_mtime_ns) for path in place.web.rglob("*"))
    change(place.site, "预演")
    assert giar("deploy", "--dry-run", "--site", place.site, **place.environment).returncode == 0
    assert sorted((path, path.lstat().st_mtime_ns) for path in place.web.rglob("*")) == before
    for number in range(3):
        change(place.site, f"第{number}版")
        assert giar("deploy", "--site", place.site, **place.environment).returncode == 0
    assert len(releases(place.web)) == 3
    assert current(place.web) == releases(place.web)[-1]


def test_another_operators_lock_is_told_and_one_of_a_dead_process_here_is_taken_over(place: Place) -> None:
    lock = place.web / ".giar-deploying"
    change(place.site, "锁")
    lock.symlink_to("elsewhere 77 2026-11-24T01:02:03Z")
    run = giar("deploy", "--site", place.site, **place.environment)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "elsewhere（进程 77）从 2026-11-24T01:02:03Z 起" in run.stderr
    assert lock.is_symlink()
    assert giar("deploy", "--force-unlock", "--site", place.site, **place.environment).returncode == 0
    assert not lock.is_symlink()
    lock.symlink_to(f"{socket.gethostname()} {os.getpid()} 2026-11-24T01:02:03Z")
    assert giar("rollback", "--site", place.site, **place.environment).returncode == 2
    lock.unlink()
    lock.symlink_to(f"{socket.gethostname()} 4194999 2026-11-24T01:02:03Z")
    assert giar("rollback", "--site", place.site, **place.environment).returncode == 0


def test_what_ssh_refuses_is_a_sentence(place: Place, tmp_path: Path) -> None:
    file = place.site / "site.yaml"
    settings = file.read_text("utf-8")

    def refused(old: str = "", new: str = "", **environment: str) -> str:
        file.write_text(re.sub(old, new, settings) if old else settings, encoding="utf-8")
        run = giar("deploy", "--site", place.site, **(place.environment | environment))
        assert (run.returncode, run.stderr.count("\n"), "Traceback" in run.stderr) == (2, 1, False)
        return run.stderr

    (tmp_path / "none").write_text("")
    assert "没有接受登录密钥" in refused(SSH_AUTH_SOCK=str(tmp_path / "none"))
    assert "还不认识这台服务器的公钥" in refused('known_hosts: "[^"]*"', f'known_hosts: "{tmp_path}/none"')
    with socket.create_server(("127.0.0.1", 0)) as probe:
        unused = probe.getsockname()[1]
    assert "连不上服务器" in refused("port: [0-9]+", f"port: {unused}")
    assert "找不到这个域名" in refused("host: 127.0.0.1", "host: nowhere.invalid")
    assert "请先建立" in refused("touch x", "touch y")
    (tmp_path / "bin").mkdir()
    for name in ("python", "git"):
        if found := shutil.which(name):
            (tmp_path / "bin" / name).symlink_to(found)
    assert "这台电脑上没有 ssh" in refused(PATH=str(tmp_path / "bin"))


def test_a_host_without_sha256sum_takes_what_rsync_compares_and_refuses_a_rollback(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    for name in "sh rsync cat ln readlink mkdir chmod df du cut mv rm find sync".split():  # noqa: SIM905 - a list to read
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or "")
    (tmp_path / "web").mkdir()
    with ssh_server(tmp_path / "ssh", f"SetEnv PATH={tmp_path}/bin") as (_, reached, environment):
        site = write_site(tmp_path / "s", f'{{type: rsync, {reached}, path: "{tmp_path}/web"}}')
        for edition in ("一", "二"):
            change(site, edition)
            run = giar("deploy", "--site", site, **environment)
            assert run.returncode == 0, run.stderr
        run = giar("rollback", "--site", site, **environment)
        assert (run.returncode, "没有 sha256sum" in run.stderr) == (2, True)
        assert "未核对" in giar("releases", "--site", site, **environment).stdout


def test_cuts_of_the_wire_leave_the_old_release_or_the_new_one_and_the_next_deployment_finishes(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = shutil.copytree(place.web, tmp_path / "kept", symlinks=True)
    change(place.site, "剪断")
    old, new = tree(place.web / "current"), tree(place.site / "site")
    lock = (place.site / "published.lock").read_bytes()
    place.wire.reset()
    assert giar("deploy", "--site", place.site, **place.environment).returncode == 0
    whole = place.wire.carried
    seen: Counter[str] = Counter()
    chance = random.Random(20261124)  # noqa: S311 - a choice of tests
    for _ in range(CUTS):
        _restore(place, kept)
        (place.site / "published.lock").write_bytes(lock)
        limit = chance.randrange(whole)
        place.wire.reset(limit)
        run = giar("deploy", "--site", place.site, **place.environment)
        place.wire.reset()
        assert run.returncode in {0, 2}, run.stdout + run.stderr
        assert "Traceback" not in run.stderr
        found = tree(place.web / "current")
        seen["old" if found == old else "new" if found == new else "mixed"] += 1
        assert found in (old, new), f"mixed after {limit} bytes"
        again = giar("deploy", "--site", place.site, **place.environment)
        assert again.returncode == 0, again.stdout + again.stderr
        assert tree(place.web / "current") == new
        assert not [name for name in os.listdir(place.web / "releases") if name.startswith(".")]
    assert seen["old"]
    with capsys.disabled():
        print(f"\n{CUTS} cuts of the wire within {whole:,} bytes: {dict(seen)}")
