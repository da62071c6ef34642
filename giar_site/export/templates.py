"""`giar template`: the form of a year to fill in, for anybody or for agencies by name."""

from collections.abc import Sequence
from pathlib import Path

from giar_site import forms
from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.export.draft import Draft
from giar_site.export.written import Target, write_file
from giar_site.export.xlsx.book import as_xlsx
from giar_site.load import Folder, load_agency, survey
from giar_site.not_there import agency_not_there


def write_templates(site: Path, year: int, slugs: Sequence[str], target: Target) -> tuple[Path, ...]:
    """Write the form of `year`: to one file (default YEAR.xlsx), for several agencies of the site a file each in a folder (default YEAR).

    Raises CannotGoOn when no form governs the year, an agency is not there, a file is there and may not be overwritten, or the library is missing.
    """
    form = forms.for_year(year)
    if form is None:
        first = forms.editions()[0].first_year
        raise CannotGoOn(
            Text(f"{year} 年没有全国统一格式（从 {first} 年度起才有）。", f"no national form governs {year} (the first governs {first}).")
        )
    named = tuple(dict.fromkeys(slugs))
    if len(named) < 2:
        drafts = [(target.path or Path(f"{year}.xlsx"), Draft(form, year, *_agency(site, named)))]
    else:
        folder = target.path or Path(str(year))
        drafts = [(folder / f"{slug}-{year}.xlsx", Draft(form, year, *_agency(site, (slug,)))) for slug in named]
        with cannot(Text("写入", "write"), folder):
            folder.mkdir(parents=True, exist_ok=True)
    for path, draft in drafts:
        write_file(path, as_xlsx(draft), force=target.force)
    return tuple(path for path, _ in drafts)


def _agency(site: Path, slugs: Sequence[str]) -> tuple[str, str]:
    """Slug and name of the one agency named; both empty where none is."""
    if not slugs:
        return "", ""
    [slug] = slugs
    with Folder.top(site) as top:
        known = survey(top).slugs
        if slug not in known:
            hint = Text("新机关先用 giar new 建立，或者不写 --agency。", " Start a new one with giar new, or leave out --agency.")
            raise agency_not_there(slug, known, hint)
        with top.folder("content") as content:
            return slug, load_agency(content, slug).agency.name
