"""What was published of a report before, also under the folder its agency had then."""

from giar_site import forms
from giar_site.derive.lineage import old_folders
from giar_site.derive.register import register_of
from giar_site.locked import Locked
from giar_site.model import Agency, Site


def versions_of(site: Site, slug: str, year: int) -> tuple[Locked, ...]:
    """The recorded versions of the report of the agency `slug` on `year`, oldest first; () when it was never recorded.

    Until a renamed folder is recorded itself, they are those under the folder it was before; its own record begins with them.
    """
    own = site.locked.get((slug, year), ())
    agency = register_of(site).agencies.get(slug) if site.locked and not own else None
    if agency is None or not agency.lineage:
        return own
    folders = _folders_answered(site, agency, year)
    return site.locked[folders[0], year] if folders else ()


def answers_for(site: Site, slug: str, folder: str, year: int) -> bool:
    """True when the report of the agency `slug` on `year` is the one that was recorded under `folder`, its own or one it had before."""
    agency = register_of(site).agencies.get(slug)
    return folder == slug if agency is None else folder in _folders_answered(site, agency, year)


def _folders_answered(site: Site, agency: Agency, year: int) -> list[str]:
    """The folders under which the agency's report on `year` was recorded, latest first.

    One report cannot answer for two: where a record under a later folder does not begin with that under an earlier, they were different
    reports, however much alike, and the later is the agency's.
    """
    found: list[str] = []
    old = reversed(old_folders(agency, register_of(site).agencies))
    for folder in (agency.slug, *old):
        versions = site.locked.get((folder, year), ())
        if versions and (not found or site.locked[found[0], year][: len(versions)] == versions):
            found.append(folder)
    return found


def text_when_published(site: Site, slug: str, year: int, cell: str) -> str | None:
    """What readers saw of the cell in the version recorded last; None when there is none, or its form has no such cell."""
    versions = versions_of(site, slug, year)
    if not versions:
        return None
    found = forms.edition(versions[-1].form).by_id.get(cell)
    return versions[-1].figures[found.index] if found else None
