"""What was found in a source for one cell of the form, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum

from giar_site.diagnostics import Text
from giar_site.importers.document import Spot


class Confidence(StrEnum):
    """How sure a figure is: as published; other digits for the same number; worked out, with a reason; not there."""

    EXACT = "exact"
    NORMALISED = "normalised"
    INFERRED = "inferred"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FoundCell:
    """The text for a cell as it goes into figures.yaml, and as it was published. `pieces` are the numbers of the pieces it was read from.

    `formula`: what stands there was worked out by a spreadsheet.
    """

    cell: str
    text: str
    published: str
    confidence: Confidence
    spot: Spot
    reason: Text | None = None
    pieces: tuple[int, ...] = ()
    formula: bool = False
