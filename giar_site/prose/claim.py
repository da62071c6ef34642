"""What a number of the narrative comes to."""

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """How a number stands to the figures."""

    VERIFIED = "verified"
    CONTRADICTED = "contradicted"
    NOT_ASSESSABLE = "not_assessable"  # about the figures, but not of what they count, or not to be compared for certain
    NOT_ABOUT_FIGURES = "not_about_figures"


class ClaimKind(StrEnum):
    """What a number was held against."""

    FIGURE = "figure"  # cells of the tables
    PARTS = "parts"  # the list that says what it is made of
    PERCENTAGE = "percentage"  # the share it states
    GROWTH = "growth"  # last year's figures


class Claim(NamedTuple):
    """One number (or a statement of nothing) in the narrative and its verdict. One that is not about the figures has a place and no more.

    `section` is the passage's key ("" for the preamble), `start` and `end` offsets into its `source`, `text` what is written there.
    `cells`: the ids it was held against; `stated` and `expected`: what the prose says and what the figures or the list say, as text.
    `related`: spans of the source that belong to it (the parts of a list). `line`: the sum, share or difference in plain signs. `quote`: the clause
    it stands in, as a reader sees it.
    """

    section: str
    start: int
    end: int
    text: str
    verdict: Verdict
    kind: ClaimKind = ClaimKind.FIGURE
    cells: tuple[str, ...] = ()
    stated: str = ""
    expected: str = ""
    related: tuple[tuple[int, int], ...] = ()
    line: str = ""
    quote: str = ""
