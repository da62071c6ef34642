"""What was published of a report before, also under the folder its agency had then."""

from giar_site import forms
from giar_site.derive.lineage import old_folders
from giar_site.derive.register import register_of
from giar_site.locked import Locked
from giar_site.model import Site


def versions_of(site: Site, slug: str, year: int) -> tuple[Locked, ...]:
    """The recorded versions of the report of the agency `slug` on `year`, oldest first; () when it was never recorded."""
    own = site.locked.get((slug, year), ())
    known = register_of(site).agencies
    agency = known.get(slug) if site.locked else None
    if agency is None or not agency.lineage:
        return own
    return (*(version for old in old_folders(agency, known) for version in site.locked.get((old, year), ())), *own)


def text_when_published(site: Site, slug: str, year: int, cell: str) -> str | None:
    """What readers saw of the cell in the version recorded last; None when there is none, or its form has no such cell."""
    versions = versions_of(site, slug, year)
    if not versions:
        return None
    found = forms.edition(versions[-1].form).by_id.get(cell)
    return versions[-1].figures[found.index] if found else None
