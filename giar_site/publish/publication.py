"""The publication: a stage beside the old site, filled page by page, then exchanged with it in one step."""

# ruff: noqa: PTH112, PTH113, PTH118 - paths in the site are bytes: see paths.py

import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.publish import swap
from giar_site.publish.files import make_folder, put, same_file
from giar_site.publish.lock import locked
from giar_site.publish.paths import PathClash, checked, refuse_clashes
from giar_site.publish.place import settle


class Publication:
    """A new site in the making; use as a context. Leaving it without `commit` leaves the old site as it was.

    `write` and `copy` may be called from forked children as well; everything else belongs to the process that
    entered the context. Every method raises CannotGoOn where disk, rights or another build stand in the way.
    """

    def __init__(self, out: Path) -> None:
        """`out` is the folder of the site: absent, empty, or a site that giar built (a link to it is followed)."""
        self._asked_for = out

    def __enter__(self) -> Self:
        """Take the lock, mend and clear what killed builds left, make the stage. Raises CannotGoOn."""
        self._owner = os.getpid()
        self._out = settle(self._asked_for)
        with ExitStack() as held:
            held.enter_context(locked(self._out))
            with cannot(Text("清理上次中断留下的文件，位置", "clear what a killed build left beside"), self._out):
                swap.recover(self._out)
                self._clear_leftovers()
            self._stage = self._new_stage_name()
            with cannot(Text("建立文件夹", "make the folder"), self._stage):
                make_folder(os.fsencode(self._stage))
            self._held = held.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Remove the stage, or what of the old site still stands there, and let go of the lock."""
        if os.getpid() != self._owner:
            return
        with self._held:
            with suppress(OSError):  # what cannot be mended or removed now, the next build will
                swap.recover(self._out)
            shutil.rmtree(self._stage, ignore_errors=True)

    def write(self, path: str, content: bytes) -> None:
        """Put a page at `path` (relative, `/`-separated). Raises UnsafePath, PathClash, CannotGoOn."""
        self.copy(path, BytesIO(content))

    def copy(self, path: str, source: BinaryIO) -> None:
        """Put the bytes of an opened, seekable file at `path`, from its start. Raises as `write` does.

        What the old site has at this path with the same bytes is linked, not written: it costs no disk and keeps
        its time of change. Safe, as giar never opens a file that exists for writing.
        """
        name = checked(path)
        old = os.path.join(os.fsencode(self._out), name)
        with cannot(Text("写入", "write"), self._out / path):
            try:
                twin = old if same_file(old, source) else None
                self._place(name, lambda target: put(target, source, twin))
            except (FileExistsError, NotADirectoryError) as error:
                raise PathClash(self._taken(path), path) from error

    def commit(self) -> None:
        """Let the new site take the place of the old one, safe from power cuts, and remove the old one.

        Raises PathClash (paths that differ only in case or Unicode form), CannotGoOn; the old site then stays.
        """
        with cannot(Text("检查", "look through"), self._stage):
            refuse_clashes(os.fsencode(self._stage))
        with cannot(Text("把网站存入磁盘", "bring the site to the disk"), self._out):
            swap.sync(self._stage)
        with cannot(Text("换入新网站", "put the new site in place at"), self._out):
            swap.exchange(self._stage, self._out)
            try:
                swap.sync_names(self._out.parent)
            except OSError:
                swap.exchange(self._stage, self._out)  # what the disk does not confirm has not happened
                raise
        shutil.rmtree(self._stage, ignore_errors=True)  # the old site; the next build clears what stays

    def _place(self, name: bytes, make: Callable[[bytes], None]) -> None:
        """Call `make` with the place of `name` on the stage; folders are made only when they turn out missing."""
        stage = os.fsencode(self._stage)
        try:
            make(os.path.join(stage, name))
        except FileNotFoundError:
            # Never the stage itself: a worker that outlives a killed build must not bring it back.
            parts = name.split(b"/")
            for depth in range(1, len(parts)):
                make_folder(os.path.join(stage, *parts[:depth]))
            make(os.path.join(stage, name))

    def _taken(self, path: str) -> str:
        """Find what of `path` is taken already: a page on the way to it, a folder (with a `/` at its end), or itself."""
        parts = path.split("/")
        for depth in range(1, len(parts)):
            part = "/".join(parts[:depth])
            if os.path.isfile(os.path.join(os.fsencode(self._stage), part.encode())):
                return part
        is_folder = os.path.isdir(os.path.join(os.fsencode(self._stage), path.encode()))
        return path + "/" * is_folder

    def _new_stage_name(self) -> Path:
        return self._out.with_name(f".{self._out.name}.giar-stage-{secrets.token_hex(4)}")

    def _clear_leftovers(self) -> None:
        """Remove the stages of killed builds: we hold the lock, so none of them is alive."""
        prefix = f".{self._out.name}.giar-stage-"
        for leftover in sorted(self._out.parent.iterdir()):
            if leftover.name.startswith(prefix):
                gone = self._new_stage_name()
                leftover.rename(gone)  # a worker that outlived its build now writes into nothing
                shutil.rmtree(gone)
