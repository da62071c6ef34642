"""Where the text an agency published is not simply the number it was read as."""

from decimal import Decimal
from typing import NamedTuple

from giar_site.forms import Cell
from giar_site.model import Figure, Figures, Reading

_EMPTY = {"", "~", "null", "Null", "NULL", '""'}  # ways to write "nothing" in the file; nobody published these


class PublishedText(NamedTuple):
    """A cell whose published text stands beside its number; `unit` is the published one where the form gives none."""

    cell: Cell
    text: str
    value: Decimal | None
    unit: str


def differs(figure: Figure) -> bool:
    """True when the published text says more, or something else, than the plain digits of the value."""
    if figure.reading in (Reading.CONVERTED, Reading.UNREADABLE):
        return True
    return figure.reading is Reading.BLANK and figure.text not in _EMPTY


def texts_as_published(figures: Figures) -> tuple[PublishedText, ...]:
    """All such cells of a report, in printed order."""
    return tuple(PublishedText(cell, figure.text, figure.value, figure.unit) for cell, figure in figures.irregular() if differs(figure))
