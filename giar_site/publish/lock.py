"""One build at a time: a lock that dies with the process that holds it, however that process ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text

_held: set[int] = set()


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold `.<name>.giar-lock` beside `out`; raises CannotGoOn when another process holds it. The file stays."""
    file = out.with_name(f".{out.name}.giar-lock")
    with cannot(Text("建立锁文件", "make the lock file"), file):
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    _held.add(descriptor)
    try:
        with cannot(Text("锁定", "lock"), file):
            _take(descriptor, out)
        yield
    finally:
        if descriptor in _held:
            _held.remove(descriptor)
            with suppress(OSError):  # nothing was written to it; the lock is gone all the same
                os.close(descriptor)


def _take(descriptor: int, out: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CannotGoOn(
            Text(
                f"另一个 giar 正在写 {out}，请等它结束后再试。",
                f"Another giar is writing {out}; try again when it has finished.",
            )
        ) from None


def _let_go_in_child() -> None:
    """Close the lock in a forked worker, which would else hold it on after its parent was killed."""
    for descriptor in _held:
        os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_let_go_in_child)
