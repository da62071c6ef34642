"""Take the picture of the README from the built site: `make site` first, then `python tools/take_picture.py` (needs playwright, Chromium)."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "site/dali-county/2020.html"
TARGET = ROOT / "docs/images/report.png"
SIZE = {"width": 1240, "height": 900}  # pixels
MARGIN = 24  # pixels
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Open a report that has three levels of heads at its largest table and write what a reader sees."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    TARGET.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(PAGE.as_uri())
        box = page.locator("#section-applications").bounding_box()
        assert box, "the report has no section-applications"  # noqa: S101 - a script: whoever runs it reads this
        clip = {"x": box["x"] - MARGIN, "y": box["y"] - MARGIN, "width": box["width"] + 2 * MARGIN, "height": SIZE["height"]}
        page.screenshot(path=TARGET, full_page=True, clip=clip)
        browser.close()
    sys.stdout.write(f"{TARGET}\n")


if __name__ == "__main__":
    main()
