"""One Chromium for all browser tests, and the sites they look at."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.handmade import write_site
from tests.browser.sites import Site, serve
from tests.browser.windows import Windows, chromium_path

REPOSITORY = Path(__file__).parents[2]


# Per package, not per session: playwright keeps an event loop running in this thread, which would break asyncio in later tests.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Windows]:
    """The system's Chromium, never playwright's own download."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path())
        yield Windows(browser)
        browser.close()


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from this repository's own content, as `giar build` leaves it."""
    output = tmp_path_factory.mktemp("real") / "site"
    command = [sys.executable, "-m", "giar_site", "build", "--site", str(REPOSITORY), "--output", str(output)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        pytest.fail(f"giar build ended with {run.returncode}:\n{run.stdout}{run.stderr}", pytrace=False)
    return output


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
