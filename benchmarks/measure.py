"""What one command costs: wall time, CPU time and peak memory of its whole process tree (Linux)."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# A sample reads the page tables of every process: pause long enough that sampling takes a tenth of the time at most.
PAUSE = 0.02
PAUSE_PER_SAMPLE = 10


class CommandFailedError(Exception):
    """A measured command ended with another code than 0; the text is the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and bytes of one run; `cpu` is user and system time of the tree as far as it waited for its children."""

    wall: float
    cpu: float
    largest_process: int
    tree_memory: int


def run(command: list[str], cwd: Path, env: dict[str, str], *, watch_memory: bool = False) -> Cost:
    """Run a command to its end.

    `Cost.tree_memory` is the highest `tree_memory` seen, 0 unless watched. Watching costs the command some time, so a watched
    run's seconds say nothing.
    """
    with tempfile.TemporaryFile() as log:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        sampler = _Sampler(process.pid)
        if watch_memory:
            sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        sampler.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise CommandFailedError(f"{' '.join(command)} ended with {process.returncode}:\n{_tail(log.fileno())}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, sampler.peak)


def tree_memory(root: int) -> int:
    """Sum the proportional set sizes, in bytes, of a process and all below it; a page two of them share counts once."""
    return sum(map(_proportional_size, _tree(root)))


class _Sampler(threading.Thread):
    """Keeps the highest summed memory of a process tree until stopped."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.peak = 0
        self._over = threading.Event()

    def run(self) -> None:
        pause = 0.0
        while not self._over.wait(pause):
            start = time.monotonic()
            self.peak = max(self.peak, tree_memory(self.root))
            pause = max(PAUSE, PAUSE_PER_SAMPLE * (time.monotonic() - start))

    def stop(self) -> None:
        self._over.set()
        if self.ident is not None:
            self.join()


def _tree(root: int) -> Iterator[int]:
    yield root
    try:
        tasks = list(Path(f"/proc/{root}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it ended while being looked at
        return
    for child in children:
        yield from _tree(child)


def _proportional_size(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # it ended while being looked at
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _tail(log: int, size: int = 2000) -> str:
    end = os.lseek(log, 0, os.SEEK_END)
    return os.pread(log, size, max(0, end - size)).decode(errors="replace")
