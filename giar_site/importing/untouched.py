"""What was only started: nothing but what `giar new` writes stands there, so that replacing it loses nothing."""

from collections.abc import Collection
from pathlib import Path

from giar_site import forms
from giar_site.scaffold import agency_yaml, figures_yaml, report_md


def is_untouched(site: Path, agency: str, year: int, files: Collection[str]) -> bool:
    """True where each of `files` (relative to the site folder) is one of the report's to the letter as `giar new` writes it."""
    form = forms.for_year(year)
    if form is None:
        return False
    written = {"figures.yaml": figures_yaml(form, year), "report.md": report_md(form)}
    started = {f"content/{agency}/{year}/{name}": text for name, text in written.items()}
    return all(name in started and _holds(site / name, started[name]) for name in files)


def is_nameless(agency: Path) -> bool:
    """True of an agency.yaml to the letter as `giar new` writes it for an agency whose name nobody gave."""
    return _holds(agency, agency_yaml(""))


def _holds(path: Path, text: str) -> bool:
    try:
        return path.is_file() and path.read_text("utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False  # whatever it is, it is not what was written
