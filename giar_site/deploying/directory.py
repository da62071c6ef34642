"""A folder of this machine, or one that is mounted here, as a target."""

import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from giar_site.causes import cannot
from giar_site.deploying.host import Advance, Cargo, State
from giar_site.deploying.release import INCOMING, LEAVING, is_release
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.publish import files, swap
from giar_site.publish.lock import locked
from giar_site.sealing import NAME, SEALS, Entry, Manifest, StrangeFile, digests_at, files_below


class Directory:
    """Releases below `path`/releases, the one that is served behind the link `path`/current."""

    def __init__(self, path: Path) -> None:
        """`path` must exist: a disk that is not mounted must not be written to."""
        self._path = path
        self._releases = path / "releases"
        self._link = path / "current"

    def lock(self) -> AbstractContextManager[None]:
        """A lock that dies with its process."""
        with self._cannot("建立文件夹", "make the folder"):
            files.make_folder(os.fsencode(self._releases))
        return locked(self._releases)

    def state(self) -> State:
        """Look at the folder."""
        with self._cannot("读取", "read"):
            if not self._path.is_dir():
                raise CannotGoOn(
                    Text(
                        f"目标文件夹 {self._path} 不存在。如果它在另外的磁盘上，请先挂载；否则请先建立这个文件夹。",
                        f"The target folder {self._path} does not exist: mount its disk, or make the folder.",
                    )
                )
            if not os.access(self._path, os.W_OK | os.X_OK):
                raise CannotGoOn(
                    Text(f"没有权限写入目标文件夹 {self._path}。", f"No permission to write to the target folder {self._path}.")
                )
            names = [each.name for each in self._releases.iterdir()] if self._releases.is_dir() else []
            space = os.statvfs(self._path)
            return State(tuple(sorted(filter(is_release, names))), self._current(), space.f_bavail * space.f_frsize)

    def _current(self) -> str:
        if not os.path.lexists(self._link):
            return ""
        folder, _, name = str(self._link.readlink()).rpartition("/") if self._link.is_symlink() else ("", "", "")
        if folder != "releases" or not is_release(name) or not (self._releases / name).is_dir():
            raise CannotGoOn(
                Text(
                    f"{self._link} 不是 giar 建立的链接，或者它指的版本不在了。请看清楚，把它移走后再试。",
                    f"{self._link} is no link that giar made, or its release is gone; look, move it away and try again.",
                )
            )
        return name

    def manifest(self, release: str) -> bytes | None:
        """Read it from the release's folder."""
        file = self._releases / release / NAME
        with self._cannot("读取", "read"):
            return file.read_bytes() if file.is_file() else None

    def clear(self, release: str) -> int:
        """Remove the folders of other deployments."""
        stage = self._stage(release)
        with self._cannot("清理", "clear"):
            for entry in self._releases.iterdir():
                if entry.name.startswith((INCOMING, LEAVING)) and entry != stage:
                    shutil.rmtree(entry)
            (self._path / ".current-new").unlink(missing_ok=True)
            if not stage.is_dir():
                return 0
            return sum((stage / each).stat().st_size for each in files_below(stage) if isinstance(each, str))

    def stage(self, cargo: Cargo, advance: Advance) -> int:
        """Copy what changed, link what did not, and read all of it back."""
        stage = self._stage(cargo.release)
        wanted = {each.path for each in cargo.manifest.files}
        unchanged = {each.path for each in cargo.unchanged}
        written = arrived = 0
        with self._cannot("写入", "write to"):
            files.make_folder(os.fsencode(stage))
            for found in list(files_below(stage)):
                if isinstance(found, StrangeFile) or found not in wanted:
                    (stage / (found if isinstance(found, str) else found.path)).unlink()
            for entry in cargo.manifest.files:
                twin = self._releases / cargo.current / entry.path if entry.path in unchanged else None
                written += _put(cargo.built / entry.path, stage / entry.path, entry, twin)
                arrived += entry.size
                advance(arrived)
            _make(stage / NAME, cargo.sealed)
            swap.sync(self._releases)
        return written

    def verify(self, release: str, manifest: Manifest) -> tuple[str, ...]:
        """Read every file."""
        folder = self._releases / release
        listed = {each.path: each for each in manifest.files}
        with self._cannot("读取", "read"):
            found = {each if isinstance(each, str) else each.path: each for each in files_below(folder)}
            there = {path for path in found if path not in SEALS}
            wrong = {path for path, entry in listed.items() if path in there and not _is(folder / path, entry)}
        return tuple(sorted(wrong | (listed.keys() ^ there)))

    def reopen(self, name: str, release: str) -> None:
        """One rename."""
        stage = self._stage(release)
        with self._cannot("写入", "write to"):
            if stage.exists():
                shutil.rmtree(stage)
            (self._releases / name).rename(stage)

    def settle(self, release: str, name: str) -> None:
        """One rename."""
        with self._cannot("写入", "write to"):
            self._stage(release).rename(self._releases / name)
            swap.sync_names(self._releases)

    def switch(self, name: str) -> None:
        """A new link takes the place of the old one in one step, so that nobody finds none."""
        new = self._path / ".current-new"
        with self._cannot("切换版本，位置", "switch the release in"):
            new.unlink(missing_ok=True)
            new.symlink_to(f"releases/{name}")
            new.replace(self._link)
            swap.sync_names(self._path)

    def remove(self, names: tuple[str, ...]) -> None:
        """Each takes another name first: half a release is none."""
        with self._cannot("清理", "clear"):
            for name in names:
                (self._releases / name).rename(self._releases / f"{LEAVING}{name}")
                shutil.rmtree(self._releases / f"{LEAVING}{name}")

    def _stage(self, release: str) -> Path:
        return self._releases / f"{INCOMING}{release}"

    @contextmanager
    def _cannot(self, zh: str, en: str) -> Iterator[None]:
        with cannot(Text(zh, en), self._path):
            yield


def _put(source: Path, target: Path, entry: Entry, twin: Path | None) -> int:
    """Bring one file, unless it is there; how many bytes were written."""
    if _is(target, entry):
        return 0
    target.unlink(missing_ok=True)
    for folder in reversed(target.relative_to(target.parents[entry.path.count("/")]).parents[:-1]):
        files.make_folder(os.fsencode(target.parents[entry.path.count("/")] / folder))
    if twin is not None and _is(twin, entry):
        try:
            os.link(twin, target, follow_symlinks=False)
        except OSError:
            pass  # some file systems have no hard links
        else:
            return 0
    with source.open("rb") as content:
        files.put(os.fsencode(target), content, None)
    if not _is(target, entry):
        raise CannotGoOn(
            Text(
                f"{target} 写入后再读，和校验值不符：可能磁盘有问题，也可能网站正在被改动。请再试一次。",
                f"{target} was not read back as its digest says: the disk may be at fault, or the site was changed meanwhile. Try again.",
            )
        )
    return entry.size


def _make(target: Path, content: bytes) -> None:
    target.unlink(missing_ok=True)
    target.write_bytes(content)
    target.chmod(files.FILE_MODE)


def _is(path: Path, entry: Entry) -> bool:
    """Whether the plain file at `path` is what `entry` says; what cannot be read is not."""
    try:
        if path.lstat().st_size != entry.size:
            return False
        return digests_at(path).sha256 == entry.sha256
    except OSError:
        return False
