"""Each thing a file system cannot do is told; nothing that was tried stays behind."""

import fcntl
import os
from pathlib import Path

import pytest

from giar_site.examining import Examined, State, disk, mount, room, trials

MB = 1 << 20


def looked(site: Path) -> dict[str, Examined]:
    return {each.name: each for each in disk.disk(site, site / "site")}


def refuse(*_: object, **__: object) -> None:
    raise OSError(95, "not supported")


def test_the_disk_of_this_test_can_all_and_is_left_as_it_was(tmp_path: Path) -> None:
    found = looked(tmp_path)
    assert {name for name, each in found.items() if each.state is State.FAULT} == set()
    assert list(found) == ["writable", "hard_links", "exchange", "lock", "sync", "case", "space", "mount"]
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_hard_links_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials.os, "link", refuse)
    assert looked(tmp_path)["hard_links"].state is State.ADVICE


def test_a_disk_that_cannot_exchange_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials.swap, "exchange_at_once", lambda *_: False)
    found = looked(tmp_path)["exchange"]
    assert found.state is State.ADVICE
    assert "giar package" in found.mend.zh


@pytest.mark.parametrize("flock", [refuse, lambda *_: None], ids=["refused", "held by both"])
def test_locks_that_are_none_are_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flock: object) -> None:
    monkeypatch.setattr(fcntl, "flock", flock)
    assert looked(tmp_path)["lock"].state is State.FAULT


def test_a_disk_that_does_not_confirm_is_a_fault_with_its_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials.swap, "sync", lambda _: (_ for _ in ()).throw(OSError(5, "I/O")))
    found = looked(tmp_path)["sync"]
    assert found.state is State.FAULT
    assert "磁盘读写出错" in found.said.zh


def test_names_that_do_not_differ_by_case_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = next(each for each in trials.TRIALS if each.name == "case")
    assert trials.tried(trial._replace(works=lambda _: False), tmp_path).state is State.ADVICE
    (tmp_path / "nAME").touch()  # as if it were one file
    assert trials.tried(trial, tmp_path).state is State.ADVICE


def test_a_folder_that_cannot_be_written_is_a_fault_and_nothing_else_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk.tempfile, "mkdtemp", lambda *_, **__: refuse())
    found = disk.disk(tmp_path, tmp_path / "site")
    assert [(each.name, each.state) for each in found] == [("writable", State.FAULT)]
    assert disk.disk(tmp_path / "absent", tmp_path / "absent" / "site")[0].state is State.FAULT


@pytest.mark.parametrize(
    ("free", "names", "state"),
    [
        (9_000 * MB, None, State.OK),
        (9_000 * MB, 9_000, State.OK),
        (200 * MB, None, State.ADVICE),
        (100 * MB, None, State.FAULT),
        (9_000 * MB, 50, State.FAULT),
    ],
)
def test_a_disk_too_small_for_another_site_is_told(free: int, names: int | None, state: State) -> None:
    assert room.space(free, names, (100, 100 * MB)).state is state


def test_the_size_of_a_site_is_that_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"xxx")
    (tmp_path / "c").write_bytes(b"x")
    assert room.size_of(tmp_path) == (2, 4)
    assert room.room_at(tmp_path)[0] > 0


def test_the_innermost_mount_says_whose_disk_it_is() -> None:
    table = (
        "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "2 1 0:5 / /srv rw - nfs4 host:/srv rw\n"
        "3 2 8:2 / /srv/my\\040disk rw,relatime shared:5 - xfs /dev/sdb rw\n"
        "broken\n"
    )
    assert {path: mount.kind_of(Path(path), table) for path in ("/home", "/srv/x", "/srvx", "/srv/my disk/site")} == {
        "/home": "ext4",
        "/srv/x": "nfs4",
        "/srvx": "ext4",
        "/srv/my disk/site": "xfs",
    }
    assert mount.kind_of(Path("/home"), "") == ""


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "9p", "fuse.sshfs"])
def test_a_folder_over_the_network_is_advised_against(kind: str) -> None:
    found = mount.mount(kind)
    assert found.state is State.ADVICE
    assert "WATCHFILES_FORCE_POLLING=1" in found.mend.zh
    assert mount.mount("ext4").state is mount.mount("").state is State.OK


def test_os_walk_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert room.size_of(tmp_path)[0] <= 2
