"""`giar export`: a report of the site → one file in the format asked for."""

import re
from pathlib import Path
from typing import NamedTuple

from giar_site.check import check_site
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.export.draft import Asked, load_draft
from giar_site.export.plain import as_text
from giar_site.export.told import flattened
from giar_site.export.word.document import as_docx
from giar_site.export.written import Target, write_file
from giar_site.export.xlsx.book import as_xlsx

FORMATS = {"docx": as_docx, "xlsx": as_xlsx, "txt": as_text}


class Exported(NamedTuple):
    """The file written, what it does not hold, and how many errors of the report stand."""

    path: Path
    told: tuple[Text, ...]
    errors: int


def asked_for(name: str) -> Asked:
    """The report meant by "agency/year", also in a path into content/. Raises CannotGoOn when it is none."""
    match = re.fullmatch(r"(?:\./)?(?:content/)?([^/]+)/([0-9]{4})/?", name)
    if not match:
        raise CannotGoOn(
            Text("请写明是哪一份报告：机关/年度，如 caizheng-ju/2025。", "name one report: AGENCY/YEAR, such as caizheng-ju/2025.")
        )
    return Asked(match[1], int(match[2]))


def export_report(site: Path, name: str, form: str, target: Target, today: str) -> Exported:
    """Write the report `name` of the site in folder `site` to `target` (default: AGENCY-YEAR.`form` in the current folder).

    `form`: a key of FORMATS. Errors do not prevent it, they are counted. Raises CannotGoOn when there is no such report or library, or the
    file is there and may not be overwritten.
    """
    asked = asked_for(name)
    checked = check_site(site, 1, [f"{asked.agency}/{asked.year}"], today)
    draft = load_draft(site, asked)
    errors = sum(
        finding.blocks and finding.at.agency == asked.agency and finding.at.year in {None, asked.year} for finding in checked.findings
    )
    path = target.path or Path(f"{asked.agency}-{asked.year}.{form}")
    write_file(path, FORMATS[form](draft), force=target.force)
    return Exported(path, flattened(draft, form), errors)
