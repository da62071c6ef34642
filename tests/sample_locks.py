"""Writes the published.lock of a sample: what `giar lock` would have left behind when the report read otherwise."""

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from giar_site.derive import version_of
from giar_site.load import Folder, load_agency
from giar_site.locking import written


class Published(NamedTuple):
    """A report of the site, and the figures.yaml it was published with."""

    agency: str
    year: int
    figures: str


def write_lock(folder: Path, published: Published, other: str) -> None:
    """Write published.lock beside the site.yaml in `folder`.

    `other`: "agency/year" when it was the report of that name, a section or field that read otherwise then, "" for neither.
    """
    agency, year, figures = published
    with tempfile.TemporaryDirectory() as scratch:
        then = Path(scratch) / "site"
        shutil.copytree(folder, then, symlinks=True)
        (then / f"content/{agency}/{year}/figures.yaml").write_text(figures, encoding="utf-8")
        with Folder.top(then) as top, top.folder("content") as content:
            reports = load_agency(content, agency).agency.reports
    [report] = [each for each in reports if each.year == year]
    version = version_of(report, f"{year + 1}-01-31")
    key = agency, year
    if "/" in other:
        key = other.partition("/")[0], int(other.partition("/")[2])
    elif other:
        version = version._replace(texts={**version.texts, other: "0" * 32})
    (folder / "published.lock").write_text("".join(written({key: (version,)})), encoding="utf-8")
