"""What the last build published of a report, read back from its data file, for a report that this build must leave alone."""

import json
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from giar_site import forms
from giar_site.load.figure import read_figure
from giar_site.model import Figure, Figures, Reading


class Published(NamedTuple):
    """A report as it stands in the built site: the agency's name then, and the figures."""

    name: str
    figures: Figures


def published_years(site: Path, agency: str) -> list[int]:
    """The years of `agency` whose data the built site holds."""
    return sorted(int(path.stem) for path in (site / "data" / agency).glob("[0-9][0-9][0-9][0-9].json"))


def read_published(site: Path, agency: str, year: int) -> Published | None:
    """The report in `data/<agency>/<year>.json` of the built site; None when it was never published or cannot be read."""
    try:
        data = json.loads((site / "data" / agency / f"{year}.json").read_text(encoding="utf-8"))
        form = forms.edition(int(data["form"]))
        as_published: dict[str, str] = data["as_published"]
        figures = tuple(_figure(cell, data["figures"][cell.id], as_published.get(cell.id)) for cell in form.cells)
        return Published(str(data["name"]), Figures(form.edition, figures))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):  # not as giar wrote it
        return None


def _figure(cell: forms.Cell, value: str | None, text: str | None) -> Figure:
    if text is not None:
        return read_figure(text, cell.kind, cell.unit)
    if value is None:
        return Figure(None, "", Reading.BLANK)
    return Figure(Decimal(value), value, Reading.PLAIN)
