"""A preview running in a process of its own, and what can be asked of it."""

import contextlib
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).parents[2]
LONG = 30.0  # seconds; only a preview that hangs takes that long


class Reply(NamedTuple):
    """An answer over HTTP."""

    status: int
    headers: dict[str, str]
    body: str


def wait_until(fact: Callable[[], object], what: str) -> None:
    """Return as soon as `fact` holds; fail where it never does."""
    end = time.monotonic() + LONG
    while not fact():
        if time.monotonic() > end:
            raise AssertionError(f"never came: {what}")
        time.sleep(0.01)


class Running:
    """The preview of `folder`."""

    def __init__(self, folder: Path, *python: str, **wishes: object) -> None:
        self.folder = folder
        self.said: list[str] = []
        command = [sys.executable, *python, "-m", "tests.serve.sample_preview", str(folder), json.dumps({"port": 0, **wishes})]
        self.process = subprocess.Popen(
            command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.said.append(line.rstrip("\n"))

    @property
    def url(self) -> str:
        """Where the preview is, once it has said so."""
        wait_until(lambda: self._urls() or self.process.poll() is not None, "the address")
        assert self._urls(), self.said
        return self._urls()[0]

    def _urls(self) -> list[str]:
        return [line.split()[2] for line in self.said if line.startswith("en: Preview: ")]

    @property
    def port(self) -> int:
        """The port of the address."""
        return int(self.url.rstrip("/").rpartition(":")[2])

    def write(self, text: str) -> None:
        """Save the one file of the content."""
        (self.folder / "content" / "page.txt").write_text(text, encoding="utf-8")

    def builds(self) -> list[str]:
        """What the builds did, in order."""
        log = self.folder / "builds.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def ask(self, path: str = "/", method: str = "GET", **headers: str) -> Reply:
        """Send a request with `headers` (underscore for hyphen)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def send(self, request: bytes, *, hang_up: bool = False) -> bytes:
        """Send bytes as they are and perhaps say that no more will come; return all that is answered until the end."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=LONG) as link:
            link.sendall(request)
            if hang_up:
                link.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: link.recv(65536), b""))

    def end(self) -> int:
        """Press Ctrl-C, unless it has ended by itself; return the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(LONG)
        finally:
            self.process.kill()
            self._reader.join()


@contextlib.contextmanager
def preview(folder: Path, text: str = "one", *python: str, **wishes: object) -> Iterator[Running]:
    """Run a preview of a new sample in `folder`; it has to end cleanly and must never show a traceback."""
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "page.txt").write_text(text, encoding="utf-8")
    running = Running(folder, *python, **wishes)
    try:
        yield running
    finally:
        code = running.end()
    assert code == 0, running.said
    assert running.said[-2:] == ["zh: 预览已结束。", "en: The preview has ended."]
    assert not [line for line in running.said if re.search(r"Traceback|\wWarning\b|server failed", line)]
