"""Commands on a host by ssh: never a password asked for, never an unknown host trusted, no shell of ours in between."""

import os
import shlex
import subprocess
from collections.abc import Callable, Sequence
from typing import IO, NamedTuple

from giar_site.deploying.refusals import told
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.settings import Target

_CHUNK = 1 << 16


class Said(NamedTuple):
    """How a program ended, and what it wrote."""

    code: int
    output: bytes
    errors: str


class Ssh:
    """The host of a target."""

    def __init__(self, target: Target) -> None:
        """Nothing is reached yet."""
        self._target = target

    def options(self) -> list[str]:
        """Ssh and its options, without the host."""
        known = [f'UserKnownHostsFile="{self._target.known_hosts}"'] if self._target.known_hosts else []
        settings = ["BatchMode=yes", "StrictHostKeyChecking=yes", "ConnectTimeout=15", "ServerAliveInterval=15", "ServerAliveCountMax=4"]
        words = ["ssh", "-T", "-a", "-x"]
        words += [word for each in (*settings, *known) for word in ("-o", each)]
        words += ["-l", self._target.user] if self._target.user else []
        return words + (["-p", self._target.port] if self._target.port else [])

    def as_rsync_wants(self) -> str:
        """The same in one text: rsync takes it apart at spaces, but for quotes, in which a quote is doubled."""
        return " ".join("'" + word.replace("'", "''") + "'" for word in self.options())

    def run(self, script: str, *words: str, given: bytes = b"") -> Said:
        """Run a script of sh there with `words` as $1, $2, …; its output and code. Raises CannotGoOn where ssh itself failed."""
        there = shlex.join(["sh", "-c", f"LC_ALL=C; export LC_ALL; {script}", "giar", *words])
        said = run([*self.options(), "--", self._target.host, there], given)
        if said.code == 255:
            self.refuse(said.errors)
        return said

    def must(self, script: str, *words: str, given: bytes = b"") -> bytes:
        """Run a script that must succeed; its output. Raises CannotGoOn."""
        said = self.run(script, *words, given=given)
        if said.code:
            self.refuse(said.errors)
        return said.output

    def refuse(self, errors: str) -> None:
        """Raise CannotGoOn with the reason in words."""
        why = told(errors)
        raise CannotGoOn(Text(f"服务器 {self._target.host}：{why.zh}。", f"Host {self._target.host}: {why.en}."))


def run(command: Sequence[str], given: bytes = b"", hear: Callable[[bytes], None] | None = None) -> Said:
    """Run a program with `given` as its input; `hear` gets its output while it comes. Raises CannotGoOn where there is no such program."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a list of words, no shell
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"LC_ALL": "C"}
        )
    except FileNotFoundError:
        raise CannotGoOn(
            Text(f"这台电脑上没有 {command[0]}，请先安装。", f"There is no {command[0]} on this computer; install it first.")
        ) from None
    with process:
        if hear is None:
            output, errors = process.communicate(given)
        else:
            output, errors = _heard(process, hear)
    return Said(process.returncode, output, errors.decode("utf-8", "replace"))


def _heard(process: "subprocess.Popen[bytes]", hear: Callable[[bytes], None]) -> tuple[bytes, bytes]:
    """What it writes, handed on as it comes; errors are read beside, so that neither pipe fills up."""
    import threading  # noqa: PLC0415 - only while files travel

    errors: list[bytes] = []
    beside = threading.Thread(target=lambda: errors.append(_pipe(process.stderr).read()))
    beside.start()
    _pipe(process.stdin).close()
    whole = b""
    while chunk := os.read(_pipe(process.stdout).fileno(), _CHUNK):
        whole = (whole + chunk)[-_CHUNK:]
        hear(chunk)
    beside.join()
    process.wait()
    return whole, b"".join(errors)


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101 - all three were asked for
    return pipe
