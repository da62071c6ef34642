"""sitemap.xml: every page a reader may want, for search engines and for the foot's 网站地图."""

from collections.abc import Iterator
from html import escape

from giar_site.derive import Register
from giar_site.render.frame import address_of
from giar_site.render.page import CHECKS, CORRECTIONS, INDEX, RULES, agency_path, report_path, year_path

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(register: Register) -> bytes:
    """The sitemap. While the site's url is not known the addresses are relative to the sitemap's own, which still fits its schema."""
    settings = register.site.settings
    addresses = (address_of(settings, path) or f"./{path}" for path in _paths(register))
    return (_HEAD + "".join(f"<url><loc>{escape(each)}</loc></url>\n" for each in addresses) + "</urlset>\n").encode()


def _paths(register: Register) -> Iterator[str]:
    yield INDEX
    for year in register.site.years:
        yield year_path(year)
    for agency in register.site.agencies:
        yield agency_path(agency.slug)
        for standing in register.years_of(agency):
            if standing.published:
                yield report_path(agency.slug, standing.year)
    yield CHECKS
    yield CORRECTIONS
    yield RULES
