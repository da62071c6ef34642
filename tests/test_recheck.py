"""giar check --watch in a process of its own: it speaks again on every save, and ends by Ctrl-C."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import REPOSITORY
from samples import write_site

from tests.serve.running import LONG, wait_until

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8"}
WAITS = "保存文件后会重新检查，按 Ctrl-C 结束。"


class Watching:
    """A running `giar check --watch` and what it has said."""

    def __init__(self, site: Path, *words: str) -> None:
        command = [sys.executable, "-m", "giar_site", *words]
        self.process = subprocess.Popen(
            command, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", env=ENVIRONMENT
        )
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self.said.append(line.rstrip("\n"))

    def check(self, number: int) -> str:
        """What the check of that number said."""
        wait_until(lambda: self.said.count(WAITS) >= number or self.process.poll() is not None, f"check {number}")
        assert self.said.count(WAITS) >= number, self.said
        ends = [at for at, line in enumerate(self.said) if line == WAITS]
        return "\n".join(self.said[(ends[number - 2] + 1 if number > 1 else 0) : ends[number - 1]])

    def end(self, how: signal.Signals) -> int:
        """End it and return its exit code."""
        self.process.send_signal(how)
        code = self.process.wait(LONG)
        self._reader.join(LONG)
        return code


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path, "…\n")


@pytest.fixture
def watching(site: Path) -> Iterator[Watching]:
    running = Watching(site, "check", "--watch")
    yield running
    running.process.kill()
    running.process.wait(LONG)


def test_a_save_is_checked_at_once_and_ctrl_c_ends_it_in_peace(watching: Watching, site: Path) -> None:
    figures = site / "content" / "sample" / "2022" / "figures.yaml"
    sound = figures.read_text("utf-8")
    assert watching.check(1) == "──────── 第 1 次检查 ────────\n检查了 1 份报告：0 个错误，0 个警告。"
    figures.write_text(sound.replace("review: [0,", "review: [3,"), encoding="utf-8")
    second = watching.check(2)
    assert second.startswith("──────── 第 2 次检查 ────────\ncontent/sample/2022/figures.yaml:")
    assert "G204" in second
    figures.write_text(sound, encoding="utf-8")
    assert watching.check(3).endswith("检查了 1 份报告：0 个错误，0 个警告。")
    assert watching.end(signal.SIGINT) == 0
    assert "Traceback" not in "\n".join(watching.said)


def test_a_site_that_goes_and_comes_back_is_told_of_and_watched_on(watching: Watching, site: Path) -> None:
    watching.check(1)
    (site / "site.yaml").rename(site / "away.yaml")
    assert "这里没有 site.yaml" in watching.check(2)
    (site / "away.yaml").rename(site / "site.yaml")
    assert watching.check(3).endswith("检查了 1 份报告：0 个错误，0 个警告。")
    assert watching.end(signal.SIGTERM) == 0


def test_one_agency_alone_can_be_watched(site: Path) -> None:
    running = Watching(site, "check", "--watch", "sample/2022")
    try:
        assert "检查了 1 份报告" in running.check(1)
    finally:
        running.end(signal.SIGINT)


def test_without_a_site_there_is_nothing_to_wait_for(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "giar_site", "check", "--watch"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert run.returncode == 2
    assert "这里没有 site.yaml" in run.stderr
