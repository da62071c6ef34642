"""A page, and where each kind of page stands. Links are relative and name the file: the site works under any path and from a zip."""

from typing import NamedTuple
from urllib.parse import quote


class Page(NamedTuple):
    """One file of the site: `path` relative to the site's root, "/"-separated."""

    path: str
    content: bytes


INDEX = "index.html"
CHECKS = "checks.html"
CORRECTIONS = "corrections.html"
FEED = "corrections.xml"
RULES = "rules.html"
LOST = "404.html"
SITEMAP = "sitemap.xml"
FIGURES_CSV = "data/figures.csv"
MARKER = "data/giar.json"


def agency_path(slug: str) -> str:
    """Where the page of an agency stands."""
    return f"{slug}/index.html"


def report_path(slug: str, year: int) -> str:
    """Where a report stands."""
    return f"{slug}/{year}.html"


def data_path(slug: str, year: int) -> str:
    """Where a report's figures stand as JSON."""
    return f"data/{slug}/{year}.json"


def year_path(year: int) -> str:
    """Where the overview of a year stands."""
    return f"years/{year}.html"


def attachment_path(slug: str, year: int, name: str) -> str:
    """Where an attachment stands, ready for an address."""
    return f"{slug}/{year}/files/{quote(name)}"


def root_of(path: str) -> str:
    """The way from the page at `path` up to the site's root: "" or a row of "../"."""
    return "../" * path.count("/")
