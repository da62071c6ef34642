"""Runs giar's command line in forked children of one small server, each with limits, and says what became of it.

A child that is killed by a signal or hangs takes nothing with it; processor time and memory are the child's own, so that
a busy machine changes no result. Run as a script this file is the server: one JSON object a line in and out.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Self

REPOSITORY = Path(__file__).parents[1]
MOST_SECONDS = 2.0
MOST_KIB = 300 * 1024
HANGS_AFTER = 30


class Outcome(NamedTuple):
    """`status`: exit code, or minus the number of the signal that ended it; processor seconds; peak memory in KiB."""

    status: int
    seconds: float
    kib: int
    out: str
    err: str

    def assert_sane(self) -> None:
        """No signal, no traceback, no more than two seconds and 300 MB."""
        assert self.status in {0, 1, 2}, f"ended with {self.status}: {self.err[-2000:]}"
        assert "Traceback" not in self.out + self.err, self.err[-2000:]
        assert self.seconds <= MOST_SECONDS, f"{self.seconds:.1f} s of processor time"
        assert self.kib <= MOST_KIB, f"{self.kib // 1024} MB"

    def findings(self) -> list[dict[str, object]]:
        """The findings of a `--format json` run."""
        found: list[dict[str, object]] = json.loads(self.out)["findings"]
        return found


class Confined:
    """The server's client; a context manager."""

    def __enter__(self) -> Self:
        """Start the server."""
        self._folder = TemporaryDirectory()
        self._server = subprocess.Popen(
            [sys.executable, __file__, self._folder.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
        )
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self._server.communicate()
        self._folder.cleanup()

    def run(self, *arguments: str | Path, powerless: bool = False) -> Outcome:
        """Run `giar` with `arguments`; `powerless` takes root's right to read everything away."""
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(json.dumps([powerless, *map(str, arguments)]) + "\n")
        self._server.stdin.flush()
        status, seconds, kib = json.loads(self._server.stdout.readline())
        out, err = ((Path(self._folder.name) / name).read_text("utf-8", errors="replace") for name in ("out", "err"))
        return Outcome(status, seconds, kib, out, err)


def _serve(folder: str) -> None:
    # Imported once here, so that a child's time is that of its work.
    from giar_site import build, check, cli, output, rules  # noqa: F401, PLC0415

    for line in sys.stdin:
        powerless, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            _be_giar(folder, arguments, powerless=powerless)
        _, status, used = os.wait4(child, 0)
        outcome = [os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]
        print(json.dumps(outcome), flush=True)


def _be_giar(folder: str, arguments: list[str], *, powerless: bool) -> None:
    from giar_site.cli import main  # noqa: PLC0415

    signal.alarm(HANGS_AFTER)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for name, stream in (("out", 1), ("err", 2)):
        os.dup2(os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), stream)
    if powerless and os.geteuid() == 0:
        _drop_capabilities()
    sys.argv = ["giar", *arguments]
    code: object = 70
    try:
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - what a user would see as a traceback
        import traceback  # noqa: PLC0415

        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0)


def _drop_capabilities() -> None:
    """Stay root in name, but obey file modes as everyone does (capset, version 3: two sets of three words)."""
    header, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, nothing):
        raise OSError(ctypes.get_errno(), "capset")


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))
    _serve(sys.argv[1])
