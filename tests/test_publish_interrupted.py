"""A publication killed, or refused by the system, at any of its calls: the site is the old one or the new one.

strace kills the process at, or makes fail, one chosen system call. Counts are printed (`pytest -s`).
"""

import errno
import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from publish_once import MARK, NEW, OLD, publish

from giar_site.causes import cause
from giar_site.publish import Publication

CALLS = "open,openat,write,link,linkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir,unlink,unlinkat,fsync,syncfs,fchmod"
CALLS += ",chmod,fchmodat,close"
# Without "--seccomp-bpf", which is faster, but with which strace 6.1 never sends the signal.
ALL = ",".join(f"?{call}" for call in CALLS.split(","))  # ? - not every machine has all of them
SCRIPT = Path(__file__).with_name("publish_once.py")


class Call(NamedTuple):
    """The `number`-th call of `name` in the life of the process, from 1, as strace counts."""

    name: str
    number: int
    line: str


def strace(log: Path, out: Path, way: str, calls: str, deed: str = "") -> subprocess.CompletedProcess[str]:
    """Publish NEW to `out` under strace, which logs `calls` and does a `deed`, e.g. "write:signal=KILL:when=3"."""
    assert shutil.which("strace"), "these tests need strace: apt-get install strace"
    command = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={calls}"]
    command += ["-e", f"inject={deed}"] if deed else []
    command += [sys.executable, "-I", "-S", "-B", str(SCRIPT), str(out), "new", way]
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}
    return subprocess.run(command, env=environment, cwd=out.parent, capture_output=True, text=True, check=False)


def calls_of_a_publication(out: Path, way: str) -> list[Call]:
    """Every call of a publication that goes well, the interpreter's own start left out."""
    log = out.with_name("log")
    done = strace(log, out, way, ALL)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    seen: Counter[str] = Counter()
    calls, begun = [], False
    for line in log.read_text().splitlines():
        if found := re.match(r"\d+ +(\w+)\(", line):
            seen[found[1]] += 1
            if begun:
                calls.append(Call(found[1], seen[found[1]], line))
        begun = begun or MARK in line
    return calls


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a kill does not lose what the disk has not yet, so none need be waited for."""
    shared = Path("/dev/shm")
    if not shared.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)


def some(calls: list[Call], count: int, always: str) -> list[Call]:
    """`count` calls spread evenly over the publication, and all whose name matches `always`."""
    spread = {at * len(calls) // count for at in range(count)}
    return [call for at, call in enumerate(calls) if at in spread or re.fullmatch(always, call.name)]


def old_site(place: Path) -> Path:
    """Give a fresh place with the old site in it."""
    place.mkdir()
    publish(place / "site", OLD)
    return place / "site"


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if not file.is_dir()}


def which(out: Path) -> str:
    """Whether the site is "old", "new", "mixed" or "none", every byte compared."""
    if not out.exists():
        return "none"
    found = tree(out)
    return "old" if found == OLD else "new" if found == NEW else "mixed"


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_killed_at_any_call_the_site_is_old_or_new_and_the_next_build_needs_no_help(memory: Path, way: str) -> None:
    points = some(calls_of_a_publication(old_site(memory / "whole"), way), 66, "rename.*|syncfs|fsync")
    at_once: Counter[str] = Counter()
    for place, call in enumerate(points):
        out = old_site(memory / str(place))
        done = strace(Path(os.devnull), out, way, call.name, f"{call.name}:signal=KILL:when={call.number}")
        seen = which(out) if done.returncode == -signal.SIGKILL else "not reached"
        at_once[seen] += 1
        if seen == "not reached":  # the interpreter's start takes now and then one call less
            continue
        with Publication(out):
            assert which(out) == (seen if seen != "none" else "old"), call
        publish(out, NEW)
        assert which(out) == "new", call
        assert {path.name for path in out.parent.iterdir()} == {"site", ".site.giar-lock"}, call
    print(f"\nkilled at {len(points)} calls, by {way}: {dict(at_once)}")
    assert at_once["mixed"] == 0
    assert at_once["old"] > 0
    assert at_once["new"] > 0
    assert at_once.total() - at_once["not reached"] >= 60
    # Three renames have one moment without a site; the next start mends it.
    assert at_once["none"] == {"exchange": 0, "renames": 1}[way]


FAULTS = {
    r"write": ["ENOSPC", "EIO", "EDQUOT"],
    r"open(at)?": ["EACCES", "EMFILE", "EROFS", "EIO", "ENOSPC"],
    r"mkdir(at)?": ["ENOSPC", "EACCES", "EROFS"],
    r"link(at)?": ["EMLINK", "EPERM", "EIO"],
    r"rename(at)?2?": ["EIO", "EACCES", "ENOSPC", "EROFS"],
    r"f?chmod(at)?": ["EPERM", "EROFS"],
    r"fsync|syncfs": ["EIO", "ENOSPC", "EDQUOT"],
    r"close": ["EIO", "ENOSPC", "EDQUOT"],
    r"rmdir|unlink(at)?": ["EACCES", "EIO"],
}
HARMLESS = r"link(at)?|rmdir|unlink(at)?"  # a page that cannot be linked is written; an old one stays for the next build
FATAL = r"write|rename(at)?2?|fsync|syncfs|mkdir(at)?|f?chmod(at)?"


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_a_failing_call_is_one_sentence_and_the_old_site_stays(memory: Path, way: str) -> None:
    calls = calls_of_a_publication(old_site(memory / "whole"), way)
    points = [(call, fault) for kind, faults in FAULTS.items() for call, fault in faulty(calls, kind, faults)]
    ends: Counter[str] = Counter()
    for place, (call, fault) in enumerate(points):
        out = old_site(memory / str(place))
        log = memory / "log"
        done = strace(log, out, way, call.name, f"{call.name}:error={fault}:when={call.number}")
        told = (call, fault, done)
        if "(INJECTED)" not in log.read_text():
            ends["not reached"] += 1
            continue
        assert done.stderr == "", told
        assert (done.returncode, which(out)) in {(0, "new"), (2, "old")}, told
        if done.returncode == 2:
            zh, en = done.stdout.splitlines()
            why = cause(OSError(getattr(errno, fault), ""))
            assert (why.zh in zh, why.en in en, str(out.parent) in zh, str(out.parent) in en) == (True,) * 4, told
        if re.fullmatch(HARMLESS, call.name):
            assert done.returncode == 0, told
        if re.fullmatch(FATAL, call.name) and "EEXIST" not in call.line:
            assert done.returncode == 2, told
        ends[f"{call.name}: exit {done.returncode}"] += 1
        publish(out, NEW)
        assert which(out) == "new", told
        assert {path.name for path in out.parent.iterdir()} == {"site", ".site.giar-lock"}, told
    print(f"\n{len(points)} faults, by {way}: {dict(sorted(ends.items()))}")
    assert ends.total() - ends["not reached"] >= 40


def faulty(calls: list[Call], kind: str, faults: list[str]) -> list[tuple[Call, str]]:
    """Up to seven calls of a kind with a fault each, in turn; of a rare kind, each call with each fault."""
    those = [call for call in calls if re.fullmatch(kind, call.name)]
    if len(those) <= 3:
        return list(itertools.product(those, faults[:2]))
    return list(zip(those[:: -(-len(those) // 7)], itertools.cycle(faults), strict=False))


@pytest.mark.parametrize("unknown", ["ENOSYS", "EINVAL"])
def test_where_the_system_cannot_exchange_three_renames_do_it(tmp_path: Path, unknown: str) -> None:
    out = old_site(tmp_path / "place")
    log = tmp_path / "log"
    done = strace(log, out, "exchange", ALL, f"renameat2:error={unknown}")
    assert (done.returncode, done.stderr, which(out)) == (0, "", "new")
    assert len(re.findall(r" rename(?:at)?\(", log.read_text())) == 3


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_all_pages_are_on_the_disk_before_the_exchange_and_the_names_after_it(tmp_path: Path, way: str) -> None:
    out = old_site(tmp_path / "place")
    calls = calls_of_a_publication(out, way)
    order = [call.name for call in calls]
    made = [at for at, name in enumerate(order) if re.fullmatch(r"write|link(at)?|mkdir(at)?|f?chmod(at)?", name)]
    renamed = [at for at, name in enumerate(order) if name.startswith("rename")]
    synced, confirmed = order.index("syncfs"), order.index("fsync")
    removed = [at for at, name in enumerate(order) if name.startswith(("unlink", "rmdir"))]
    assert max(made) < synced < min(renamed) <= max(renamed) < confirmed < min(removed)
    assert len(renamed) == {"exchange": 1, "renames": 3}[way]
    assert f"<{out.parent}>)" in calls[confirmed].line
