"""The pages a site has: what a link may lead to."""

from functools import lru_cache

from giar_site.addresses import SINGLE_PAGES, agency_path, report_path, year_path
from giar_site.model import Site


@lru_cache(maxsize=1)
def pages_of(site: Site) -> frozenset[str]:
    """The paths of all pages of `site`, relative to its root."""
    found = {*SINGLE_PAGES, *(year_path(year) for year in site.years)}
    for agency in site.agencies:
        found.add(agency_path(agency.slug))
        found.update(report_path(agency.slug, report.year) for report in agency.reports)
    return frozenset(found)
