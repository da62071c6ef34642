"""A publication is whole or has not happened; what it refuses and what it leaves alone."""

import errno
import os
import resource
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from publish_once import NEW, OLD, publish

from giar_site.diagnostics import CannotGoOn
from giar_site.parallel import fork_map
from giar_site.publish import PathClash, Publication, UnsafePath, swap


@pytest.fixture(params=["exchange", "renames"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site, once for each way in which a new site takes its place."""
    if request.param == "renames":
        monkeypatch.setattr(swap, "exchange_at_once", lambda _stage, _out: False)
    return tmp_path / "place" / "site"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of `folder`, by path."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if not file.is_dir()}


def beside(out: Path) -> set[str]:
    """What stands beside `out`, and is neither it nor its lock."""
    return {path.name for path in out.parent.iterdir()} - {out.name, f".{out.name}.giar-lock"}


def put(out: Path, pages: list[tuple[str, bytes]], trouble: type[BaseException] | None = None, jobs: int = 1) -> None:
    """Publish `pages`, shared among processes; with `trouble`, raise it before the end."""
    with Publication(out) as publication:
        fork_map(lambda page: publication.write(*page), pages, jobs)
        if trouble:
            raise trouble
        publication.commit()


def refusal(out: Path) -> str:
    with pytest.raises(CannotGoOn) as caught:
        publish(out, NEW)
    zh, en = caught.value.text
    assert zh.count("\n") == 0
    assert en.isascii() or str(out) in en
    return zh


# What a publication does


def test_a_first_publication_makes_the_folder_with_exactly_the_pages_given(out: Path) -> None:
    publish(out, NEW)
    assert tree(out) == NEW
    assert beside(out) == set()


def test_a_second_publication_replaces_the_site_and_drops_pages_that_are_gone(out: Path) -> None:
    publish(out, OLD)
    publish(out, NEW)
    assert tree(out) == NEW
    assert beside(out) == set()


def test_unchanged_pages_stay_the_same_file_with_their_time_and_changed_ones_do_not(out: Path) -> None:
    publish(out, OLD)
    for page in OLD:
        os.utime(out / page, (1, 1))
    before = {page: (out / page).stat() for page in OLD}
    publish(out, NEW)
    same = {page for page in NEW if page in before and (out / page).stat().st_ino == before[page].st_ino}
    assert same == {page for page in NEW if OLD.get(page) == NEW[page]}
    assert {page for page in NEW if (out / page).stat().st_mtime == 1} == same


def test_a_page_whose_mode_was_changed_by_hand_is_written_anew(out: Path) -> None:
    publish(out, OLD)
    (out / "index.html").chmod(0o600)
    publish(out, OLD)
    assert (out / "index.html").stat().st_mode & 0o777 == 0o644


def test_a_page_replaced_by_a_link_to_another_place_becomes_a_plain_file_again(out: Path, tmp_path: Path) -> None:
    publish(out, OLD)
    (tmp_path / "elsewhere").write_bytes(OLD["index.html"])
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(tmp_path / "elsewhere")
    publish(out, OLD)
    assert not (out / "index.html").is_symlink()
    assert tree(out) == OLD


def test_attachments_larger_than_the_copy_buffer_arrive_whole_and_are_linked_when_the_same(out: Path) -> None:
    scan = os.urandom(3 << 20) + b"end"
    pages = OLD | {"a/files/scan.pdf": scan}
    publish(out, pages)
    first = (out / "a/files/scan.pdf").stat()
    publish(out, pages)
    assert (out / "a/files/scan.pdf").stat().st_ino == first.st_ino
    publish(out, pages | {"a/files/scan.pdf": scan[:-1] + b"!"})
    assert (out / "a/files/scan.pdf").read_bytes() == scan[:-1] + b"!"


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_modes_do_not_depend_on_the_umask(out: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        publish(out, NEW)
    finally:
        os.umask(before)
    modes = {(path.is_dir(), path.stat().st_mode & 0o7777) for path in [out, *out.rglob("*")]}
    assert modes == {(True, 0o755), (False, 0o644)}


def test_forked_workers_write_and_link_pages_of_one_publication(out: Path) -> None:
    pages = {f"agency-{n % 40}/{n}.html": b"%d" % n * 100 for n in range(400)} | OLD
    publish(out, pages | {"agency-7/7.html": b"before"})
    kept = (out / "agency-8/8.html").stat().st_ino
    put(out, sorted(pages.items()), jobs=3)
    assert tree(out) == pages
    assert (out / "agency-8/8.html").stat().st_ino == kept


def test_names_on_disk_are_utf8_whatever_the_locale(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; from giar_site.publish import Publication; p = Publication(Path('site')).__enter__();"
        "p.write('\\u5927\\u7406/\\u5e74\\u62a5.html', b''); p.commit(); p.__exit__(None, None, None)"
    )
    plain = {"PYTHONPATH": str(Path(__file__).parent.parent), "LC_ALL": "C", "PYTHONUTF8": "0"}
    environment = plain | {"PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, check=True)
    assert [name.name.encode() for name in (tmp_path / "site/大理").iterdir()] == ["年报.html".encode()]


def test_an_output_folder_that_is_a_link_stays_one_and_its_target_is_replaced(out: Path, tmp_path: Path) -> None:
    publish(out, OLD)
    link = tmp_path / "link"
    link.symlink_to(out)
    publish(link, NEW)
    assert link.is_symlink()
    assert tree(out) == NEW
    assert not list(tmp_path.glob(".link*"))


# What leaves the old site as it was


def test_leaving_without_commit_leaves_the_old_site(out: Path) -> None:
    publish(out, OLD)
    with Publication(out) as publication:
        publication.write("index.html", b"never seen")
    assert tree(out) == OLD
    assert beside(out) == set()


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt, SystemExit])
def test_leaving_by_an_exception_leaves_the_old_site(out: Path, trouble: type[BaseException]) -> None:
    publish(out, OLD)
    with pytest.raises(trouble):
        put(out, [("index.html", b"never seen")], trouble)
    assert tree(out) == OLD
    assert beside(out) == set()


def test_leaving_a_first_publication_leaves_no_folder(out: Path) -> None:
    with Publication(out) as publication:
        publication.write("index.html", b"never seen")
    assert not out.exists()


def test_a_child_that_falls_out_of_the_block_does_not_end_its_parents_publication(out: Path) -> None:
    with Publication(out) as publication:
        child = os.fork()
        if child == 0:
            publication.__exit__(None, None, None)
            os._exit(0)
        os.waitpid(child, 0)
        publication.write("index.html", b"still here")
        assert "正在写" in refusal(out)
        publication.commit()
    assert tree(out) == {"index.html": b"still here"}


def test_ctrl_c_between_the_renames_brings_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> None:
        rename(path, target)
        if path == out:
            raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", interrupted)
    monkeypatch.setattr(swap, "exchange_at_once", lambda _stage, _out: False)
    with pytest.raises(KeyboardInterrupt):
        publish(out, NEW)
    assert tree(out) == OLD
    assert beside(out) == set()


def test_a_disk_that_does_not_confirm_the_new_names_gets_the_old_site_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(out, OLD)

    def fail(_folder: Path) -> None:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(swap, "sync_names", fail)
    assert "磁盘读写出错" in refusal(out)
    assert tree(out) == OLD
    assert beside(out) == set()


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_any_of_the_three_renames_may_fail_and_the_old_site_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    rename, calls = Path.rename, []

    def sometimes(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == failing:
            raise OSError(errno.EACCES, "")
        return rename(path, target)

    monkeypatch.setattr(swap, "exchange_at_once", lambda _stage, _out: False)
    monkeypatch.setattr(Path, "rename", sometimes)
    assert "没有权限" in refusal(out)
    assert tree(out) == OLD
    assert beside(out) == set()


# Paths


@pytest.mark.parametrize(
    "path",
    ["", "/", "/etc/passwd", "a//b", "a/", "./a", "a/./b", "..", "../a", "a/../b", "a\\b", "C:\\a", "a\0b", "a/\ud800"],
)
def test_a_path_that_is_not_plain_is_refused_and_nothing_is_written(out: Path, path: str) -> None:
    with Publication(out) as publication:
        for put in (lambda: publication.write(path, b""), lambda: publication.copy(path, BytesIO(b""))):
            with pytest.raises(UnsafePath):
                put()
        publication.commit()
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("a/b.html", "a/b.html"), ("a", "a/b.html"), ("a", "a/b/c.html"), ("a/b.html", "a"), ("index.html", "index.html")],
)
@pytest.mark.parametrize("content", [b"x", OLD["index.html"]], ids=["written", "linked"])
def test_two_pages_at_one_path_are_an_error_that_names_both(out: Path, first: str, second: str, content: bytes) -> None:
    publish(out, OLD | {"a/b.html": content})
    with pytest.raises(PathClash) as caught:
        put(out, [(first, content), (second, content)])
    assert caught.value.second == second
    assert caught.value.first in {first, "a/"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a/Report.html", "a/report.html"),
        ("A/report.html", "a/report.html"),
        ("straße", "STRASSE"),
        (unicodedata.normalize("NFC", "é.html"), unicodedata.normalize("NFD", "é.html")),
        ("\uf9d0.html", "類.html"),
    ],
)
def test_paths_that_are_one_file_on_other_systems_are_an_error_that_names_both(out: Path, first: str, second: str) -> None:
    publish(out, OLD)
    with pytest.raises(PathClash) as caught:
        put(out, [(first, b"1"), (second, b"2")], jobs=2)
    assert {caught.value.first, caught.value.second} == {first, second}
    assert tree(out) == OLD


def test_a_page_and_a_folder_of_nearly_one_name_clash(out: Path) -> None:
    with pytest.raises(PathClash, match="'X' and 'x/'"):
        publish(out, {"X": b"", "x/y.html": b""})


def test_folders_that_differ_only_in_case_may_hold_different_pages(out: Path) -> None:
    pages = {"A/2019.html": b"1", "a/2020.html": b"2"}
    publish(out, pages)
    assert tree(out) == pages


# Places


def test_a_folder_of_somebody_elses_is_refused_and_untouched(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "thesis.docx").write_bytes(b"three years")
    assert "data/giar.json" in refusal(out)
    assert tree(out) == {"thesis.docx": b"three years"}
    assert list(out.parent.iterdir()) == [out]


def test_an_empty_folder_is_taken(out: Path) -> None:
    out.mkdir(parents=True)
    publish(out, NEW)
    assert tree(out) == NEW


def test_a_site_with_a_git_history_in_it_is_refused(out: Path) -> None:
    publish(out, OLD)
    (out / ".git").mkdir()
    assert ".git" in refusal(out)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("{tmp}/file", id="a file"),
        pytest.param("{tmp}/file/site", id="below a file"),
        pytest.param("{tmp}/loop", id="links in a loop"),
        pytest.param(".", id="the current folder"),
        pytest.param("..", id="above the current folder"),
        pytest.param("{tmp}/people/home", id="the home folder"),
        pytest.param("{tmp}/people", id="above the home folder"),
        pytest.param("/", id="the root"),
        pytest.param("/proc", id="a mount point"),
        pytest.param("{tmp}/" + "n" * 300, id="a name too long"),
    ],
)
def test_a_place_that_must_not_be_replaced_is_refused_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    home, here = tmp_path / "people" / "home", tmp_path / "work" / "here"
    for folder in (home, here):
        folder.mkdir(parents=True)
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "loop").symlink_to("loop")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    before = sorted(tmp_path.rglob("*"))
    out = Path(place.format(tmp=tmp_path))
    assert str(out) in refusal(out)
    assert sorted(tmp_path.rglob("*")) == before


# Builds at once, and what killed ones leave


def test_a_second_build_at_once_is_told_so_and_the_first_goes_on(out: Path) -> None:
    publish(out, OLD)
    with Publication(out) as first:
        first.write("index.html", b"first")
        assert refusal(out).startswith("另一个 giar 正在写")
        first.commit()
    assert tree(out) == {"index.html": b"first"}


def test_of_many_builds_at_once_each_is_whole_or_told_to_wait(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    command = [sys.executable, "-I", "-S", str(Path(__file__).with_name("publish_once.py")), str(out), "new"]
    builds = [subprocess.Popen([*command, "exchange"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(8)]
    for build in builds:
        said, trouble = build.communicate()
        assert trouble == b""
        assert (build.returncode, said.decode()[:10]) in {(0, ""), (2, "另一个 giar 正")}
    assert 0 in {build.returncode for build in builds}
    assert tree(out) == NEW
    assert beside(out) == set()


def test_the_lock_and_the_stage_of_a_killed_build_do_not_outlive_it_though_its_worker_does(out: Path) -> None:
    publish(out, OLD)
    ready, tell_ready = os.pipe()
    verdict, tell_verdict = os.pipe()
    build = os.fork()
    if build == 0:
        with Publication(out) as publication:
            if os.fork() == 0:
                _write_until_refused(publication, tell_ready, tell_verdict)
            signal.pause()
    os.close(tell_verdict)
    assert os.read(ready, 1) == b"r"
    os.kill(build, signal.SIGKILL)
    os.waitpid(build, 0)
    publish(out, NEW)
    assert tree(out) == NEW
    assert os.read(verdict, 9) == b"refused"
    assert beside(out) == set()


def _write_until_refused(publication: Publication, tell_ready: int, tell_verdict: int) -> None:
    try:
        for number in range(1_000_000):
            publication.write(f"orphan/{number}.html", b"from a dead build")
            if number == 0:
                os.write(tell_ready, b"r")
    except CannotGoOn:
        os.write(tell_verdict, b"refused")
    finally:
        os._exit(0)


def test_the_old_site_set_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, OLD)
    out.rename(tmp_path / ".site.giar-old")
    with Publication(out):
        assert tree(out) == OLD
    assert beside(out) == set()


def test_the_old_site_set_aside_is_removed_when_the_new_one_stands(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(tmp_path / ".site.giar-old", OLD)
    publish(out, NEW)
    (tmp_path / "..site.giar-old.giar-lock").unlink()
    assert tree(out) == NEW
    assert beside(out) == set()


# A disk that is full


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(disk)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not permitted here; the size limit and the injected faults stand in for it")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_one_sentence_and_the_old_site_stays(tiny_disk: Path) -> None:
    out = tiny_disk / "site"
    publish(out, OLD | {"scan.pdf": b"s" * 300_000})
    with pytest.raises(CannotGoOn) as caught:
        publish(out, {f"{n}.html": b"%d" % n * 40_000 for n in range(99)})
    assert "磁盘已满" in caught.value.text.zh
    assert str(out) in caught.value.text.zh
    assert tree(out) == OLD | {"scan.pdf": b"s" * 300_000}
    assert beside(out) == set()
    publish(out, NEW)
    assert tree(out) == NEW


def test_a_file_beyond_the_size_limit_is_one_sentence_and_the_old_site_stays(out: Path) -> None:
    publish(out, OLD)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(CannotGoOn) as caught:
            publish(out, NEW | {"a/big.html": b"b" * 200_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert str(out / "a/big.html") in caught.value.text.zh
    assert tree(out) == OLD
    assert beside(out) == set()
