"""An edit shows in the open page by itself."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from giar_site.diagnostics import CannotGoOn
from giar_site.serve import ports
from tests.browser.windows import Windows
from tests.serve.running import LONG, Running, preview, wait_until
from tests.serve.sample_preview import FINDINGS

HANGS = 10_000  # milliseconds; an edit shows in a fraction of a second, and is measured, not asserted
VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => console.error("CSP: " + event.violatedDirective + " " + event.blockedURI));
"""


@contextlib.contextmanager
def window(chromium: Windows, running: Running, path: str = "") -> Iterator[Page]:
    """Open a page of the preview; nothing in it may run against the page's own policy."""
    said: list[str] = []
    with chromium.fresh() as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(f"exception: {error}"))
        page.add_init_script(VIOLATIONS)
        page.goto(running.url + path)
        yield page
        page.evaluate("1")  # lets what was reported last arrive
    assert [line for line in said if "CSP" in line or "Content Security Policy" in line or "exception" in line] == []


def shows(page: Page, running: Running, text: str) -> float:
    """Save `text` and return the seconds until the page shows it."""
    start = time.monotonic()
    running.write(text)
    expect(page.locator("#text")).to_have_text(text, timeout=HANGS)
    return time.monotonic() - start


def hosts() -> list[str]:
    """Every name of this computer; a container may have no IPv6."""
    try:
        ports.close(ports.listen("::1", 0))
    except CannotGoOn:
        return ["127.0.0.1", "localhost"]
    return ["127.0.0.1", "localhost", "::1"]


@pytest.mark.parametrize("host", hosts())
def test_every_save_shows_by_itself_also_right_after_another(
    chromium: Windows, tmp_path: Path, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with preview(tmp_path / "sample", host=host) as running, window(chromium, running, "county/2020.html") as page:
        seconds = [shows(page, running, f"edit {number}") for number in range(5)]
    with capsys.disabled():
        print(f"\n  {host}: an edit shows after " + ", ".join(f"{each:.2f}" for each in seconds) + " s")


def test_a_save_while_the_page_is_loading_is_not_missed(chromium: Windows, tmp_path: Path) -> None:
    with preview(tmp_path / "sample") as running, chromium.fresh() as page:

        def save_meanwhile(route: Route) -> None:
            running.write("saved while loading")
            wait_until(lambda: "saved while loading" in running.ask().body, "the build")
            route.continue_()

        page.route("**/livereload.js*", save_meanwhile, times=1)  # the page is there, its line to the preview not yet
        page.goto(running.url)
        expect(page.locator("#text")).to_have_text("saved while loading", timeout=HANGS)


def test_a_broken_edit_shows_all_findings_above_the_last_good_page_and_mending_clears_them(chromium: Windows, tmp_path: Path) -> None:
    with preview(tmp_path / "sample") as running, window(chromium, running, "county/2020.html") as page:
        alert = page.get_by_role("alert")
        expect(alert).to_have_count(0)
        running.write("wrong sum")
        expect(alert.locator("pre")).to_have_text(FINDINGS, timeout=HANGS)
        expect(alert.get_by_role("heading")).to_have_text("预览没有更新：刚才的修改有问题")
        expect(page.locator("#text")).to_have_text("one")
        expect(alert).to_be_in_viewport(timeout=HANGS)
        expect(alert).to_have_css("position", "sticky", timeout=HANGS)  # the preview's stylesheet was let in
        shows(page, running, "mended")
        expect(alert).to_have_count(0)


def test_with_no_good_page_yet_the_findings_have_a_page_of_their_own_that_gives_way(chromium: Windows, tmp_path: Path) -> None:
    with preview(tmp_path / "sample", "wrong sum") as running, window(chromium, running) as page:
        expect(page.get_by_role("alert").locator("pre")).to_have_text(FINDINGS, timeout=HANGS)
        shows(page, running, "mended")
        expect(page.get_by_role("alert")).to_have_count(0)


def test_an_open_page_finds_the_preview_again_after_it_was_ended_and_started(chromium: Windows, tmp_path: Path) -> None:
    with preview(tmp_path / "first") as first, window(chromium, first) as page:
        port = first.port
        first.end()
        with preview(tmp_path / "second", "second", port=port):
            expect(page.locator("#text")).to_have_text("second", timeout=LONG * 1000)
