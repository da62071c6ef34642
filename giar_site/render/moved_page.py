"""Pages at the addresses of a folder that was renamed: they point on to where the agency's pages now stand."""

from collections.abc import Iterator
from typing import NamedTuple

from giar_site.derive import Register, lineage_of, old_folders
from giar_site.model import Agency
from giar_site.render.page import agency_path, report_path, root_of


class MovedView(NamedTuple):
    """A page that moved: whose it is (`year` empty: the agency's own page), where it leads, and the same for `<meta http-equiv="refresh">`."""

    agency: str
    year: str
    href: str
    refresh: str


class Moved(NamedTuple):
    """A page to be written at `path`, and the page it leads to."""

    path: str
    target: str
    view: MovedView


def moved_pages(register: Register, agency: Agency) -> Iterator[Moved]:
    """A page for every page that `agency` has, at each of its former addresses."""
    owner = lineage_of(register.site).moved
    for old in old_folders(agency, register.agencies):
        if old not in owner:
            continue  # several agencies claim it: none of them has the address
        yield _moved(agency_path(old), agency_path(agency.slug), agency, "")
        for standing in register.years_of(agency):
            if standing.published:
                year = standing.year
                yield _moved(report_path(old, year), report_path(agency.slug, year), agency, str(year))


def _moved(path: str, target: str, agency: Agency, year: str) -> Moved:
    href = root_of(path) + target
    return Moved(path, target, MovedView(agency.name, year, href, f"0; url={href}"))
