"""A real sshd on loopback with keys of its own, behind a wire that can be cut after a number of bytes."""

import os
import pwd
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SFTP = "/usr/lib/openssh/sftp-server"


class Wire:
    """Hands bytes on between its own port and that of the server, both ways; after `limit` bytes it is cut, and stays so."""

    def __init__(self, port: int) -> None:
        self._server = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.limit: int | None = None
        self.carried = 0
        self._guard = threading.Lock()
        threading.Thread(target=self._serve, daemon=True).start()

    def reset(self, limit: int | None = None) -> None:
        with self._guard:
            self.limit, self.carried = limit, 0

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            if self._is_cut():
                near.close()
                continue
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near, socket.create_connection(("127.0.0.1", self._server)) as far:
            back = threading.Thread(target=self._hand_on, args=(far, near), daemon=True)
            back.start()
            self._hand_on(near, far)
            back.join()

    def _is_cut(self) -> bool:
        with self._guard:
            return self.limit is not None and self.carried >= self.limit

    def _hand_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(4096):
                with self._guard:
                    left = len(data) if self.limit is None else max(self.limit - self.carried, 0)
                    self.carried += min(len(data), left)
                other.sendall(data[:left])
                if left < len(data):
                    break
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()


def _program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/lib/openssh")
    assert found, f"this test needs {name}: tools/install-test-tools.sh brings it"
    return found


def _key(file: Path) -> str:
    subprocess.run([_program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(file)], check=True)
    return file.with_suffix(".pub").read_text().strip()


@contextmanager
def ssh_server(folder: Path, more: str = "") -> Iterator[tuple[Wire, str, dict[str, str]]]:
    """Give the wire to it, what a target in site.yaml needs to say, and the environment in which an agent holds the key."""
    assert _program("rsync")
    folder.mkdir()
    host, own = _key(folder / "host"), _key(folder / "own")
    (folder / "authorized").write_text(own + "\n")
    (folder / "authorized").chmod(0o600)
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    (folder / "config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\nPidFile none\n"
        f"StrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n"
        f"Subsystem sftp {SFTP}\nMaxStartups 100\n{more}\n"
    )
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([_program("sshd"), "-D", "-e", "-f", str(folder / "config")], stderr=log)
        agent = subprocess.Popen([_program("ssh-agent"), "-D", "-a", str(folder / "agent")], stdout=subprocess.DEVNULL)
    wire = Wire(port)
    try:
        _wait_until_listening(folder / "log", server)
        while not (folder / "agent").exists():
            assert agent.poll() is None
        environment = {"SSH_AUTH_SOCK": str(folder / "agent")}
        subprocess.run([_program("ssh-add"), "-q", str(folder / "own")], check=True, env=os.environ | environment)
        (folder / "own").unlink()  # the agent alone has it
        (folder / "known hosts").write_text(f"[127.0.0.1]:{wire.port} {host}\n")
        user = pwd.getpwuid(os.getuid()).pw_name
        yield wire, f'host: 127.0.0.1, port: {wire.port}, user: {user}, known_hosts: "{folder}/known hosts"', environment
    finally:
        wire.close()
        for process in (server, agent):
            process.terminate()
            process.wait()


def _wait_until_listening(log: Path, server: "subprocess.Popen[bytes]") -> None:
    while "Server listening" not in log.read_text("utf-8", "replace"):
        assert server.poll() is None, log.read_text("utf-8", "replace")
