"""A host that is reached by rsync over ssh, as a target."""

import datetime as dt
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from giar_site.deploying import scripts
from giar_site.deploying.host import Advance, Cargo, State
from giar_site.deploying.release import is_release
from giar_site.deploying.ssh import Ssh, run
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.sealing import NAME, SEALS, SIGNATURE, Manifest
from giar_site.settings import Target

_PROGRESS: Final = re.compile(rb"(\d[\d,]*) +\d+%")
_SENT: Final = re.compile(rb"Total bytes sent: ([\d,]+)")
_NO_TOOL: Final = 3  # by which verifying says that there is nothing to verify with


class Rsync:
    """Releases below `path`/releases on the host, the one that is served behind the link `path`/current."""

    def __init__(self, target: Target, *, force_unlock: bool) -> None:
        """Nothing is reached yet."""
        self._ssh = Ssh(target)
        self._target = target
        self._force = force_unlock

    @contextmanager
    def lock(self) -> Iterator[None]:
        """A link whose target says who and when: made in one step, it cannot be there without that.

        One that a dead process of this computer left is taken over; any other needs a person.
        """
        me = f"{socket.gethostname()} {os.getpid()} {dt.datetime.now(tz=dt.UTC).strftime('%Y-%m-%dT%H:%M:%SZ')}"
        held = self._taken(me)
        if held and (self._force or _is_dead(held)):
            self._ssh.must(scripts.UNLOCK, self._target.path, held)
            held = self._taken(me)
        if held:
            host, number, since = [*held.split(" "), "?", "?"][:3]
            raise CannotGoOn(
                Text(
                    f"{host}（进程 {number}）从 {since} 起正在往 {self._target.host} 上线。请等它结束；确认已经中断的，加 --force-unlock 再运行。",
                    f"{host} (process {number}) is deploying to {self._target.host} since {since}. Wait; if you are sure that it was cut off, add --force-unlock.",
                )
            )
        try:
            yield
        finally:
            with suppress(CannotGoOn):  # where the host is gone, the next run sees that we are
                self._ssh.run(scripts.UNLOCK, self._target.path, me)

    def _taken(self, me: str) -> str:
        """Who holds the lock, "" when we do now."""
        return self._ssh.must(scripts.LOCK, self._target.path, me).decode("utf-8", "replace").strip()

    def state(self) -> State:
        """Look at the host."""
        said = self._ssh.run(scripts.STATE, self._target.path)
        lines = said.output.decode("utf-8", "surrogateescape").splitlines()
        facts = [line.split(" ", 1) for line in lines if " " in line]
        if "absent" in lines:
            raise CannotGoOn(
                Text(
                    f"服务器 {self._target.host} 上没有文件夹 {self._target.path}，请先建立。",
                    f"Host {self._target.host} has no folder {self._target.path}; make it first.",
                )
            )
        if "unwritable" in lines:
            raise CannotGoOn(
                Text(
                    f"在服务器 {self._target.host} 上没有权限写入 {self._target.path}。",
                    f"No permission to write to {self._target.path} on host {self._target.host}.",
                )
            )
        if said.code or "end" not in lines:
            self._ssh.refuse(said.errors)
        releases = tuple(sorted(name for key, name in facts if key == "release" and is_release(name)))
        free = next((int(text) * 1024 for key, text in facts if key == "free" and text.isdecimal()), 0)
        return State(releases, self._current(facts, releases), free)

    def _current(self, facts: list[list[str]], releases: tuple[str, ...]) -> str:
        link = next((text for key, text in facts if key == "current"), "")
        if link and link.removeprefix("releases/") not in releases:
            raise CannotGoOn(
                Text(
                    f"服务器 {self._target.host} 上的 {self._target.path}/current 不是 giar 建立的链接，或者它指的版本不在了。请看清楚，移走后再试。",
                    f"{self._target.path}/current on host {self._target.host} is no link that giar made, or its release is gone; look, and move it away.",
                )
            )
        return link.removeprefix("releases/")

    def manifest(self, release: str) -> bytes | None:
        """Read it from the release's folder."""
        said = self._ssh.run(scripts.READ, f"{self._target.path}/releases/{release}/{NAME}")
        return said.output if not said.code else None

    def clear(self, release: str) -> int:
        """Remove the folders of other deployments."""
        arrived = self._ssh.must(scripts.CLEAR, self._target.path, release).strip()
        return int(arrived) * 1024 if arrived.isdigit() else 0

    def stage(self, cargo: Cargo, advance: Advance) -> int:
        """One rsync, which links what did not change; then every file is read back there."""
        stage = f"{self._target.path}/releases/.incoming-{cargo.release}"
        before = sum(each.size for each in cargo.unchanged)

        def hear(chunk: bytes) -> None:
            if found := _PROGRESS.findall(chunk):
                advance(before + int(found[-1].replace(b",", b"")))

        link = [f"--link-dest={self._target.path}/releases/{cargo.current}"] if cargo.current else []
        options = ["--stats", "--info=progress2", "--no-human-readable", *link]
        said = run([*self._command(*options), f"{cargo.built}/", self._at(stage)], hear=hear)
        if said.code:
            self._ssh.refuse(said.errors)
        self._ssh.must(scripts.WRITE, f"{stage}/{NAME}", given=cargo.sealed)
        wrong = self.verify(f".incoming-{cargo.release}", cargo.manifest)
        if wrong is None:
            said = run([*self._command("--dry-run", "--itemize-changes"), f"{cargo.built}/", self._at(stage)])
            wrong = tuple(said.output.decode("utf-8", "replace").splitlines()) if not said.code else ("rsync",)
        if wrong:
            raise CannotGoOn(
                Text(
                    f"送到服务器 {self._target.host} 的文件和校验值不符（{len(wrong)} 个：{'、'.join(wrong[:5])}），没有切换。请再试一次。",
                    f"Files on host {self._target.host} are not as their digests say ({len(wrong)}: {', '.join(wrong[:5])}); nothing was switched. Try again.",
                )
            )
        sent = _SENT.search(said.output)
        return int(sent[1].replace(b",", b"")) if sent else 0

    def _command(self, *options: str) -> list[str]:
        own = ["--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--delete", "--protect-args", "--timeout=120"]
        return ["rsync", *own, f"--exclude=/{NAME}", f"--exclude=/{SIGNATURE}", "-e", self._ssh.as_rsync_wants(), *options, "--"]

    def _at(self, path: str) -> str:
        host = f"[{self._target.host}]" if ":" in self._target.host else self._target.host
        return f"{host}:{path}/"

    def verify(self, release: str, manifest: Manifest) -> tuple[str, ...] | None:
        """Have the host read every file."""
        sums = "".join(f"{each.sha256}  ./{each.path}\n" for each in manifest.files).encode()
        said = self._ssh.run(scripts.VERIFY, f"{self._target.path}/releases/{release}", given=sums)
        if said.code == _NO_TOOL:
            return None
        names, _, failed = said.output.partition(b"\0\0")
        there = {name.decode("utf-8", "surrogateescape").removeprefix("./") for name in names.split(b"\0") if name} - SEALS
        wrong = {
            line.removeprefix("./").rpartition(": ")[0] for line in failed.decode("utf-8", "replace").splitlines() if ": FAILED" in line
        }
        if said.code and not wrong and there == {each.path for each in manifest.files}:
            self._ssh.refuse(said.errors)
        return tuple(sorted(wrong | (there ^ {each.path for each in manifest.files})))

    def reopen(self, name: str, release: str) -> None:
        """One rename."""
        self._ssh.must(scripts.REOPEN, self._target.path, name, f".incoming-{release}")

    def settle(self, release: str, name: str) -> None:
        """One rename, after everything is on the disk there."""
        self._ssh.must(scripts.SETTLE, self._target.path, f".incoming-{release}", name)

    def switch(self, name: str) -> None:
        """A new link takes the place of the old one in one step."""
        self._ssh.must(scripts.SWITCH, self._target.path, f"releases/{name}")

    def remove(self, names: tuple[str, ...]) -> None:
        """Each takes another name first."""
        if names:
            self._ssh.must(scripts.REMOVE, self._target.path, *names)


def _is_dead(held: str) -> bool:
    """Whether a process of this computer held the lock that is no more."""
    host, _, rest = held.partition(" ")
    number = rest.partition(" ")[0]
    if host != socket.gethostname() or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False
