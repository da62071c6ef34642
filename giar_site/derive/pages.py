"""The pages a site has: what a link may lead to."""

from functools import lru_cache

from giar_site.addresses import SINGLE_PAGES, agency_path, report_path, year_path
from giar_site.derive.lineage import lineage_of, old_folders
from giar_site.derive.register import register_of
from giar_site.model import Site


@lru_cache(maxsize=1)
def pages_of(site: Site) -> frozenset[str]:
    """The paths of all pages of `site`, relative to its root, those that only lead on included."""
    slugs = register_of(site).agencies
    moved = lineage_of(site).moved
    found = {*SINGLE_PAGES, *(year_path(year) for year in site.years)}
    for agency in site.agencies:
        for slug in (agency.slug, *(old for old in old_folders(agency, slugs) if old in moved)):
            found.add(agency_path(slug))
            found.update(report_path(slug, report.year) for report in agency.reports)
    return frozenset(found)
