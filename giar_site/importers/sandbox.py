"""Runs readers in a child process, so that no file can crash, hang or fill the memory of giar itself, and asks it for Documents.

Starting a process takes longer than reading most files; so one child reads many files, one after another, and is replaced when it died
or has grown. Every format goes this way, plain text too: handing a file over costs less than a millisecond, and one rule has no gaps.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.importers.child import MEMORY, REQUEST
from giar_site.importers.document import Document, Refused
from giar_site.importers.source import Source, open_source
from giar_site.importers.wire import unpacked

READERS = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".docm": "docx",  # refused there, with the reason
    ".doc": "docx",  # likewise, unless it is a .docx by another name
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xlsx",
    ".pdf": "pdf",
}
WALL_SECONDS = 7.5  # with two for the recogniser, a file is done within ten
_GROWN = MEMORY // 2  # bytes: a child that holds more would fail the next large file
_LONGEST_ANSWER = 96 << 20  # bytes
_SERVE = "import sys; sys.path.insert(0, sys.argv[1]); from giar_site.importers.child import serve; serve()"
_HOME = str(Path(__file__).parents[2])


class ReaderProcess:
    """A child process with readers; a context manager. Each process that uses one gets a child of its own, also after a fork."""

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        """Start nothing yet."""
        self._wall = wall_seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the child."""
        self.close()

    def read(self, source: Source, reader: str = "") -> Document:
        """Read `source` by the reader of that name, or of its suffix. Raises Refused; CannotGoOn where a library is missing."""
        name = reader or reader_of(source.path)
        answer = self._ask(name, source.data)
        if answer.get("size", 0) > _GROWN:
            self.close()
        if "refused" in answer:
            raise Refused(Text(*map(str, answer["refused"])))
        if "stopped" in answer:
            raise CannotGoOn(Text(*map(str, answer["stopped"])))
        if "missing" in answer:
            raise CannotGoOn(_not_installed(source.path.suffix, str(answer["missing"])))
        try:
            return unpacked(answer)
        except (TypeError, ValueError, KeyError):
            raise Refused(_nonsense()) from None

    def close(self) -> None:
        """End the child; the next file gets a new one."""
        child, self._child = self._child, None
        if child is None:
            return
        if self._owner == os.getpid():
            child.kill()
            child.wait()
        else:
            child.returncode = 0  # the child of the process that this one was forked from, which alone may wait for it
        for pipe in (child.stdin, child.stdout):
            with suppress(OSError):  # what was not sent has no reader any more
                pipe.close()  # type: ignore[union-attr]  # Popen was given both pipes

    def _ask(self, name: str, data: bytes) -> dict[str, Any]:
        child = self._running()
        try:
            assert child.stdin  # noqa: S101 - Popen was given a pipe
            child.stdin.write(REQUEST.pack(name.encode("ascii"), len(data)))
            child.stdin.write(data)
            child.stdin.flush()
            line = _line_from(child, time.monotonic() + self._wall)
        except BrokenPipeError:
            line = b""
        except Refused:
            self.close()
            raise
        if not line:
            status = child.wait()
            self.close()
            raise Refused(_ended(status))
        try:
            answer: dict[str, Any] = dict(json.loads(line))
        except (ValueError, TypeError):
            self.close()
            raise Refused(_nonsense()) from None
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid() or (self._child and self._child.poll() is not None):
            self.close()
        if self._child is None:
            self._owner = os.getpid()
            self._child = subprocess.Popen(  # noqa: S603 - the running interpreter and a fixed program
                [sys.executable, "-I", "-B", "-c", _SERVE, _HOME],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={"LC_ALL": "C.UTF-8"},  # nothing of the caller's
                start_new_session=True,  # Ctrl-C is for giar, which ends the child
            )
        return self._child


def read_in_child(path: Path, process: ReaderProcess | None = None) -> tuple[Document, Source]:
    """Read the file at `path` in a child process with limits; give what it holds and its bytes with their SHA-256. Raises Refused, CannotGoOn.

    With `process` its child is used, and stays for the next file.
    """
    reader_of(path)
    source = open_source(path)
    if process is not None:
        return process.read(source), source
    with ReaderProcess() as once:
        return once.read(source), source


def reader_of(path: Path) -> str:
    """Name the reader for the suffix of `path`. Raises Refused where there is none."""
    try:
        return READERS[path.suffix.lower()]
    except KeyError:
        kinds = " ".join(suffix for suffix in READERS if suffix not in {".doc", ".docm", ".xls", ".xlsm"})
        raise Refused(Text(f"不认识这种文件；可以导入 {kinds}", f"not a kind of file that can be imported, which are {kinds}")) from None


def _line_from(child: subprocess.Popen[bytes], deadline: float) -> bytes:
    """The child's answer up to its line break; "" where it ended without one. Raises Refused past `deadline`."""
    assert child.stdout  # noqa: S101 - Popen was given a pipe
    pipe, length = child.stdout.fileno(), 0
    received: list[bytes] = []
    while not received or not received[-1].endswith(b"\n"):
        if not select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
            raise Refused(Text("读取超时，文件过于复杂或已损坏", "reading it took too long; it is too complex or damaged"))
        piece = os.read(pipe, 1 << 20)
        if not piece:
            return b""
        received.append(piece)
        length += len(piece)
        if length > _LONGEST_ANSWER:
            raise Refused(Text("内容过多，不像一份年度报告", "it holds too much for an annual report"))
    return b"".join(received)


def _ended(status: int) -> Text:
    if status == -signal.SIGXCPU:
        return Text("读取耗时过长，文件过于复杂或已损坏", "reading it took too much time; it is too complex or damaged")
    return Text(f"读取时程序中止（{status}），文件可能已损坏", f"reading it ended the process ({status}); the file may be damaged")


def _nonsense() -> Text:
    return Text("读取结果有误，文件可能已损坏", "what was read makes no sense; the file may be damaged")


def _not_installed(suffix: str, library: str) -> Text:
    return Text(
        f"读取 {suffix} 文件需要 {library}，尚未安装。请运行 pip install 'giar[office]'。",
        f"Reading {suffix} files needs {library}, which is not installed. Run pip install 'giar[office]'.",
    )
