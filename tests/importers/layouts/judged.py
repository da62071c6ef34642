"""What became of the cells of a mutated report."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from giar_site.importers.document import Document, Refused
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.report import Recognised, recognise
from tests.importers.layouts.kinds import Case


class Verdict(Enum):
    """`RIGHT`: the figure, or missing (or refused) what the source does not tell. `MARKED`: not so, but said to be unsure. `WRONG`: another figure, said to be sure."""

    RIGHT = "right"
    MARKED = "marked"
    WRONG = "wrong"


class Judged(NamedTuple):
    """A cell, its verdict, and what was read."""

    cell: str
    verdict: Verdict
    found: FoundCell | None
    expected: str | None


def judged(case: Case, report: Recognised | None) -> list[Judged]:
    """Every cell of `case` as read in `report` (None: it was refused)."""
    found = {cell.cell: cell for cell in report.cells} if report else {}
    return [Judged(cell, _verdict(found.get(cell), wanted), found.get(cell), wanted) for cell, wanted in case.expected.items()] + [
        Judged(cell, Verdict.WRONG if each.confidence in _SURE else Verdict.MARKED, each, None)
        for cell, each in found.items()
        if cell not in case.expected and each.confidence is not Confidence.MISSING
    ]


_SURE = {Confidence.EXACT, Confidence.NORMALISED}


def recognised(document: Document) -> Recognised | None:
    """The report in `document`; None if it is refused."""
    try:
        return recognise(document)
    except Refused:
        return None


def _verdict(found: FoundCell | None, wanted: str | None) -> Verdict:
    if found is None:
        return Verdict.RIGHT if wanted is None else Verdict.MARKED
    if wanted is None:
        return (
            Verdict.RIGHT if found.confidence is Confidence.MISSING else Verdict.MARKED if found.confidence not in _SURE else Verdict.WRONG
        )
    if plain(found.text) == plain(wanted):
        return Verdict.RIGHT
    return Verdict.WRONG if found.confidence in _SURE else Verdict.MARKED


def plain(text: str) -> str:
    """`text` as the number it is: widths, blanks, separators and units of counts aside."""
    kept = unicodedata.normalize("NFKC", text).replace(",", "").replace("，", "")
    return "".join(kept.split()).rstrip("件个项").lstrip("+增") or kept


def counted(cells: Iterable[Judged]) -> "Counter[Verdict]":
    """How many of each verdict."""
    return Counter(each.verdict for each in cells)
