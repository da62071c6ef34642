"""The site works unpacked from a zip and opened by double-click."""

from pathlib import Path

from tests.browser.journeys import unpacked_faults
from tests.browser.sites import Site
from tests.browser.windows import Windows


def test_links_styles_scripts_and_downloads_work_by_file_path(chromium: Windows, served: Site, tmp_path: Path) -> None:
    faults = unpacked_faults(chromium, served, tmp_path)
    assert not faults, "\n".join(faults)
