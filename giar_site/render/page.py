"""A page. Where each kind of page stands, `addresses.py` says, so that a rule can tell a dead link without knowing pages."""

from typing import NamedTuple

from giar_site.addresses import (
    CHECKS,
    CORRECTIONS,
    FEED,
    FIGURES_CSV,
    INDEX,
    LOST,
    MARKER,
    RULES,
    SITEMAP,
    agency_path,
    attachment_path,
    data_path,
    report_path,
    root_of,
    year_path,
)

__all__ = [
    "CHECKS",
    "CORRECTIONS",
    "FEED",
    "FIGURES_CSV",
    "INDEX",
    "LOST",
    "MARKER",
    "RULES",
    "SITEMAP",
    "Page",
    "agency_path",
    "attachment_path",
    "data_path",
    "report_path",
    "root_of",
    "year_path",
]


class Page(NamedTuple):
    """One file of the site: `path` relative to the site's root, "/"-separated."""

    path: str
    content: bytes
