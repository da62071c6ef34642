"""Files made to hurt: read or refused with the reason, within 10 seconds and 400 MB, and nothing written anywhere."""

import os
import re
import resource
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from giar_site.diagnostics import Text
from giar_site.importers import child, sandbox
from giar_site.importers.document import Refused
from giar_site.importers.sandbox import read_in_child
from tests.importers.hostile_files import PAGES, TEXTS, WORD, Made

MOST_KIB = 400 * 1024
SOON = 2.0  # seconds of processor time: what is refused is so before it has been read to its end


class Measured(subprocess.Popen[bytes]):
    """A child whose peak memory is asked for before it is ended; one that ended by itself was within its limit, which the system holds."""

    peaks: ClassVar[list[int]] = []

    def kill(self) -> None:
        if self.poll() is None:
            status = Path(f"/proc/{self.pid}/status").read_text("ascii")
            self.peaks += [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")]
        super().kill()


@pytest.mark.parametrize(
    "made",
    [*WORD.values(), *PAGES.values(), *TEXTS.values()],
    ids=[*WORD, *(f"page: {name}" for name in PAGES), *(f"text: {name}" for name in TEXTS)],
)
def test_a_hostile_file_is_read_or_refused_with_its_reason(
    made: Callable[[], Made], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suffix, data, reason = made()
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    Measured.peaks.clear()
    monkeypatch.setattr(sandbox.subprocess, "Popen", Measured)
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        read_in_child(path)
        said = Text("", "")
    except Refused as refused:
        said = refused.reason
    seconds, kib = time.monotonic() - start, max(Measured.peaks, default=0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{path.suffix} {len(data)} bytes: {seconds:.2f} s, {worked:.2f} s of processor time, {kib // 1024} MB, {said.en or 'read'}")
    assert re.search(reason, said.en)
    assert bool(reason) == bool(said.en) == bool(said.zh)
    assert worked <= child.SECONDS + 1  # to begin and end
    assert worked <= SOON or "memory" in reason or not reason
    assert seconds <= 10  # what an import may take; it is ended after WALL_SECONDS
    assert kib <= MOST_KIB
    assert os.listdir(tmp_path) == [path.name]
    assert not Path("/tmp/giar-climbed").exists()


def test_there_are_as_many_as_promised() -> None:
    assert len(WORD) + len(PAGES) >= 50
