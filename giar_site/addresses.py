"""Where each kind of page stands: paths relative to the site's root, "/"-separated. Links are relative and name the file: the site works under any path and from a zip."""

from urllib.parse import quote

OUTPUT = "site"  # the folder a site is built into, unless another is named
INDEX = "index.html"
CHECKS = "checks.html"
CORRECTIONS = "corrections.html"
FEED = "corrections.xml"
RULES = "rules.html"
LOST = "404.html"
SITEMAP = "sitemap.xml"
FIGURES_CSV = "data/figures.csv"
MARKER = "data/giar.json"
SINGLE_PAGES = (INDEX, CHECKS, CORRECTIONS, RULES, LOST)  # those there is one of


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
