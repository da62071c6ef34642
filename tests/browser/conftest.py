"""One Chromium for all browser tests, and the sites they look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.handmade import write_site
from tests.browser.sites import Site, serve
from tests.browser.windows import Windows, chromium_path


# Per package, not per session: playwright keeps an event loop running in this thread, which would break asyncio in later tests.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Windows]:
    """The system's Chromium, never playwright's own download."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path())
        yield Windows(browser)
        browser.close()


@pytest.fixture(scope="session")
def served(real_site: Path) -> Iterator[Site]:
    """The real site, served under a sub-path."""
    with serve(real_site) as site:
        yield site


@pytest.fixture
def handmade(tmp_path: Path) -> Iterator[Site]:
    """A small sound site written by hand, served; a test may break its files first."""
    folder = tmp_path / "handmade"
    write_site(folder)
    with serve(folder) as site:
        yield site
