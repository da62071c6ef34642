"""Check that a built site holds everything the corpus holds.

    python -m benchmarks.verify giar|hugo SITE [--reports 30|1000|10000]

Two builds are comparable only if both did the whole job. Looked for, by reading the pages themselves: every report's page
with its tables, its 200 figures one by one, the labels of its rows and its prose; every agency's and every year's page
and the index with their links and, for a year, its totals.
"""

import argparse
import html
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from benchmarks import form
from benchmarks.corpus import SIZES, Agency, Report, reports
from benchmarks.figures import cells
from benchmarks.prose import plain_lines

CELL = re.compile(r"<td\b([^>]*)>(.*?)</td>", re.DOTALL)
ATTRIBUTE = re.compile(r'\b(id|data-value)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
LINK = re.compile(r'\bhref="([^"#?]*)')
NUMBER = re.compile(r"\d+")
LABELS = tuple(label for group in form.OUTCOMES for label in (group.label, *(text for _, text in group.rows)))
CELLS = tuple(f"{row}@{column}" for row in form.ROWS for column in form.columns(row))
TABLES = 3
#: The key figures whose totals a year's page must show.
KEY_ROWS = ("applications.received", "applications.outcome.total", "applications.carried_out")
SHOWN_FAULTS = 20


class Entry(NamedTuple):
    """What is kept of a report once its page has been read."""

    agency: Agency
    year: int
    totals: tuple[int, ...]

    @property
    def path(self) -> str:
        """The page of the report, from the root of the site."""
        return f"{self.agency.slug}/{self.year}.html"


class Pages:
    """The pages of one built site, and the sum of all figures read from them."""

    def __init__(self, root: Path, read_cells: Callable[[str], dict[str, str]]) -> None:
        self.root = root
        self.read_cells = read_cells
        self.figures = 0
        self.total = Decimal(0)

    def read(self, path: str) -> str:
        """Give a page's HTML; a page that is not there is empty, so that everything on it is missing."""
        try:
            return (self.root / path).read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""


def giar_cells(page: str) -> dict[str, str]:
    """Read data-value by cell id; a cell that shows another figure than it states does not count."""
    found = {}
    for attributes, inside in CELL.findall(page):
        named = dict(ATTRIBUTE.findall(attributes))
        if "id" in named and named.get("data-value", "?") in text_of(inside).replace(",", ""):
            found[named["id"]] = named["data-value"]
    return found


def hugo_cells(page: str) -> dict[str, str]:
    """Read the cells in the order of the form; the peer's carry no ids."""
    values = [text_of(inside) for _, inside in CELL.findall(page)]
    return dict(zip(CELLS, values, strict=False)) if len(values) == len(CELLS) else {}


READERS = {"giar": giar_cells, "hugo": hugo_cells}


def faults(pages: Pages, corpus: Iterable[Report]) -> Iterator[str]:
    """Yield a sentence for each thing that is missing or different; `corpus` comes agency by agency."""
    entries: list[Entry] = []
    for agency, group in groupby(corpus, key=attrgetter("agency")):
        own: list[Entry] = []
        for report in group:
            own.append(Entry(agency, report.year, tuple(int(report.figures[row][-1]) for row in KEY_ROWS)))
            yield from _report_faults(pages, own[-1].path, report)
        yield from _page_faults(pages, f"{agency.slug}/index.html", [agency.name], {entry.path for entry in own})
        entries += own
    years = sorted({entry.year for entry in entries})
    for year in years:
        members = [entry for entry in entries if entry.year == year]
        yield from _page_faults(pages, f"years/{year}.html", [entry.agency.name for entry in members], {entry.path for entry in members})
        yield from _total_faults(pages, year, members)
    linked = {entry.path for entry in entries} | {f"{entry.agency.slug}/index.html" for entry in entries}
    yield from _page_faults(pages, "index.html", [], linked | {f"years/{year}.html" for year in years})


def text_of(page: str) -> str:
    """Give a page's text without tags and blanks."""
    return "".join(html.unescape(TAG.sub("", page)).split())


def _report_faults(pages: Pages, path: str, report: Report) -> Iterator[str]:
    page = pages.read(path)
    found, wanted = pages.read_cells(page), cells(report.figures)
    pages.figures += len(found)
    pages.total += sum(map(Decimal, found.values()), Decimal(0))
    for cell, value in wanted.items():
        if found.get(cell) != value:
            yield f"{path}: {cell} is {found.get(cell)}, not {value}"
    for cell in found.keys() - wanted.keys():
        yield f"{path}: {cell} is no cell of the form"
    if page.count("<table") < TABLES:
        yield f"{path}: {page.count('<table')} tables, not {TABLES}"
    told = [line for part in report.narrative for line in plain_lines(part)]
    yield from _missing_texts(path, page, [report.title, *form.TITLES, *LABELS, *told])


def _page_faults(pages: Pages, path: str, texts: list[str], links: set[str]) -> Iterator[str]:
    page = pages.read(path)
    yield from _missing_texts(path, page, texts)
    linked = {urljoin(f"/{path}", link) for link in LINK.findall(page)}
    for target in sorted(links):
        if f"/{target}" not in linked:
            yield f"{path}: no link to {target}"


def _total_faults(pages: Pages, year: int, members: list[Entry]) -> Iterator[str]:
    path = f"years/{year}.html"
    shown = NUMBER.findall(TAG.sub(" ", pages.read(path)).replace(",", ""))
    for row, *values in zip(KEY_ROWS, *(entry.totals for entry in members), strict=True):
        if str(sum(values)) not in shown:
            yield f"{path}: the total {sum(values)} of {row} is missing"


def _missing_texts(path: str, page: str, texts: list[str]) -> Iterator[str]:
    shown = text_of(page)
    for text in texts:
        if "".join(text.split()) not in shown:
            yield f"{path}: missing {text}"


def main() -> None:
    """Verify one site; exit 1 and list the first faults if there are any."""
    parser = argparse.ArgumentParser(description="Check that a built site holds the whole benchmark corpus.")
    parser.add_argument("side", choices=READERS)
    parser.add_argument("site", type=Path)
    parser.add_argument("--reports", type=int, choices=SIZES, default=30)
    asked = parser.parse_args()
    pages = Pages(asked.site, READERS[asked.side])
    found = list(islice(faults(pages, reports(asked.reports)), SHOWN_FAULTS))
    if found:
        sys.exit("\n".join(found))
    print(f"{asked.side}: {asked.reports} reports, {pages.figures} figures with the sum {pages.total}, all pages and links there")


if __name__ == "__main__":
    main()
