"""The sheets of our own workbook that hold no content: whatever somebody else wrote on them is a note to whoever imports, and no place is known for it."""

import re
from collections.abc import Iterator

from giar_site.export.xlsx.checks import words_of_checks
from giar_site.export.xlsx.manual import words_of_manual
from giar_site.importers.document import Document, Grid, Spot
from giar_site.importers.own_workbook import CHECKS, MANUAL
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.report import Recognised, Unplaced
from giar_site.importers.recognise.report_title import title_in

_SIDES = (2, 3)  # columns of the sheet 核对, from 1, that hold sums
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def notes_of_others(document: Document, report: Recognised) -> Iterator[Unplaced]:
    """The texts on those sheets that giar does not write there itself."""
    if not report.set_aside:
        return
    ours = {
        MANUAL: set(map(squeezed, words_of_manual(report.form))),
        CHECKS: set(map(squeezed, words_of_checks(report.form))),
    }
    for sheet, text, spot in _texts(document):
        if sheet in ours and squeezed(text) and squeezed(text) not in ours[sheet] and not _is_made(text, spot, report):
            yield Unplaced(text, spot)


def _is_made(text: str, spot: Spot, report: Recognised) -> bool:
    """Whether giar made the text for this one report: its title at the top, a sum beside its equation."""
    if spot.sheet == CHECKS:
        return spot.column in _SIDES and bool(_NUMBER.fullmatch(text.strip()))
    if (spot.row, spot.column) != (1, 1):
        return False
    title = squeezed(text)
    return bool(title_in(title.removesuffix("（填写用表）"))) or title == squeezed(report.values.text("title"))


def _texts(document: Document) -> Iterator[tuple[str, str, Spot]]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from ((block.spot.sheet, cell.text, cell.spot) for cell in block.cells)
        else:
            yield block.spot.sheet, block.marker + block.text, block.spot
