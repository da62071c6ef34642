"""`giar serve` itself, on the repository's own content, in a real browser."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.windows import Windows

REPOSITORY = Path(__file__).parents[2]
HANGS = 30_000  # milliseconds; what it takes is printed, and only a preview that hangs takes that long
CELL = "applications.received@total"


@contextlib.contextmanager
def giar_serve(site: Path) -> Iterator[str]:
    """The address of a preview of `site`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "giar_site", "serve", "--site", str(site), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}) as process:
        assert process.stdout
        said = process.stdout.readline()
        address = re.search(r"http://\S+?/", said)
        assert address, said
        try:
            yield address[0]
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0


class Figures:
    """dali-county's figures.yaml, whose received applications a test rewrites."""

    def __init__(self, site: Path) -> None:
        self.path = site / "content" / "dali-county" / "2020" / "figures.yaml"
        self.text = self.path.read_text(encoding="utf-8")

    def write(self, number: int, total: int) -> None:
        """Give `number` natural persons who applied, `total` in all, and carry the difference to 6 over to the next year."""
        text = re.sub(r"(received: +)\[6, 0, 0, 0, 0, 0, 6\]", rf"\g<1>[{number}, 0, 0, 0, 0, 0, {total}]", self.text)
        text = re.sub(r"(carried_out: +)\[0, 0, 0, 0, 0, 0, 0\]", rf"\g<1>[{number - 6}, 0, 0, 0, 0, 0, {number - 6}]", text)
        assert text != self.text
        self.path.write_text(text, encoding="utf-8")


def shows(page: Page, number: int) -> None:
    expect(page.locator(f'[id="{CELL}"]')).to_have_text(str(number), timeout=HANGS)


def test_figures_show_as_they_are_saved_and_a_broken_sum_shows_its_finding(
    chromium: Windows, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    shutil.copytree(REPOSITORY / "content", site / "content")
    shutil.copy(REPOSITORY / "site.yaml", site)
    figures = Figures(site)
    with giar_serve(site) as address, chromium.fresh() as page:
        page.goto(f"{address}dali-county/2020.html")
        shows(page, 6)
        seconds = []
        for number in (7, 8, 9):  # each right after the one before has shown: well within three seconds
            start = time.monotonic()
            figures.write(number, number)
            shows(page, number)
            seconds.append(time.monotonic() - start)
        figures.write(10, 11)
        expect(page.get_by_role("alert")).to_contain_text("G201", timeout=HANGS)
        expect(page.get_by_role("alert")).to_contain_text("11 应为 10")
        shows(page, 9)  # the last good page stays below
        figures.write(10, 10)
        expect(page.get_by_role("alert")).to_have_count(0, timeout=HANGS)
        shows(page, 10)
    with capsys.disabled():
        print(f"\nan edit shows after {', '.join(f'{each:.2f}' for each in seconds)} s")


def test_without_a_site_there_is_no_preview(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "giar_site", "serve", "--site", str(tmp_path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 2
    assert "这里没有 site.yaml" in run.stderr
