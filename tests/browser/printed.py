"""What can be wrong with a page on paper."""

import re
import subprocess
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.windows import found, probe

A4_PIXELS = 794  # 210 mm at 96 px an inch
CHARACTERS_A_PAGE = 300  # fewer than that on average and pages stand half empty


def screen_faults(page: Page) -> list[str]:
    """Laid out for print: no navigation or controls, no table wider than the paper or inside a box that scrolls."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4_PIXELS, "height": 1123})
    return found(page, "printFurniture()") + found(page, "tooWideTables()")


def paper_faults(page: Page, pdf: Path) -> list[str]:
    """Print the page to `pdf`: every row of every table whole, no empty sheet, nothing beyond the edge, no waste of sheets."""
    rows = probe(page, "rows()")
    page.pdf(path=pdf, format="A4", prefer_css_page_size=True)
    sheets = pdftotext("-raw", pdf).split("\f")[:-1]
    text = squeeze("".join(sheets))
    faults = [f"row cut off in print: {' '.join(row)}" for row in rows if "".join(row) not in text]
    faults += [f"sheet {number} is empty" for number, sheet in enumerate(sheets, 1) if len(squeeze(sheet)) < 12]
    if len(sheets) > 2 + len(text) / CHARACTERS_A_PAGE:
        faults.append(f"{len(sheets)} sheets for {len(text)} characters")
    return faults + edge_faults(pdftotext("-bbox", pdf))


def edge_faults(boxes: str) -> list[str]:
    """Words of `pdftotext -bbox` that reach beyond the right edge of their sheet."""
    faults = []
    for sheet in boxes.split("<page ")[1:]:
        width = float(re.findall(r'width="([\d.]+)"', sheet)[0])
        words = re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', sheet)
        faults += [f"beyond the edge of the paper: {word}" for right, word in words if float(right) > width]
    return faults


def pdftotext(option: str, pdf: Path) -> str:
    """Return what pdftotext reads in `pdf`."""
    return subprocess.run(["pdftotext", option, "-enc", "UTF-8", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def squeeze(text: str) -> str:
    """Drop all white space: a wrapped label is still whole."""
    return re.sub(r"\s+", "", text)
