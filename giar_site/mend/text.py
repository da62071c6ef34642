"""The whole text of a figures.yaml, mended until nothing mechanical is left to do."""

from giar_site.mend.cells import cell_edits
from giar_site.mend.edits import applied
from giar_site.mend.layout import laid_out
from giar_site.mend.reading import Read, faithful, read
from giar_site.mend.rows import row_edits
from giar_site.mend.totals import total_edits
from giar_site.model import Reading

_MOST_ROUNDS = 10  # rows, then cells in them, then totals of them, then totals of totals: a few are enough


def mended(text: str) -> str:
    """`text` (LF line ends, no byte order mark) mended; the same where nothing is to be done or it is not safely understood.

    Every figure and blank that could be read keeps its value and its text. Mending twice is mending once.
    """
    for _ in range(_MOST_ROUNDS):
        found = read(text)
        better = _once(text, found) if found else text
        if better == text:
            break
        text = better
    return text


def _once(text: str, found: Read) -> str:
    """One step: the first kind of edit there is anything to do for; the layout when all figures stand."""
    for kind in (row_edits, cell_edits, total_edits):
        edits = list(kind(found))
        if edits and faithful(found, read(better := applied(text, edits))):
            return better
    better = laid_out(text, _doubtful(found))
    return better if faithful(found, read(better)) else text


def _doubtful(found: Read) -> set[int]:
    """The lines of what could not be read: how they are spaced may show what was meant."""
    cells = [cell.id for cell, figure in found.figures.irregular() if figure.reading is Reading.UNREADABLE]
    return {fault.place.line for fault in found.sink.faults} | {found.sink.spots[cell][0] for cell in cells}
