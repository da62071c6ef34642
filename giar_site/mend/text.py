"""The whole text of a figures.yaml, mended until nothing mechanical is left to do."""

from collections.abc import Sequence

from giar_site.mend.cells import cell_edits
from giar_site.mend.edits import Edit, applied
from giar_site.mend.layout import laid_out, tables_lined_up
from giar_site.mend.reading import Read, faithful, read
from giar_site.mend.rows import row_edits
from giar_site.mend.totals import total_edits
from giar_site.model import Reading
from giar_site.width import width

_MOST_ROUNDS = 10  # rows, then cells in them, then totals of them, then totals of totals: a few are enough


def mended(text: str, *, align: bool = False) -> str:
    """`text` (LF line ends, no byte order mark) mended; the same where nothing is to be done or it is not safely understood.

    Lines nothing is mended in stay as they are, so that a version history shows the figure and not its table; `align` lays out anew
    each table that does not line up. Every figure and blank that could be read keeps its value and its text. Mending twice is mending once.
    """
    for _ in range(_MOST_ROUNDS):
        found = read(text)
        better = _once(text, found, align=align) if found else text
        if better == text:
            break
        text = better
    return text


def _once(text: str, found: Read, *, align: bool) -> str:
    """One step: the first kind of edit there is anything to do for; the layout, if asked for, when all figures stand."""
    for kind in (row_edits, cell_edits, total_edits):
        edits = list(kind(found))
        if edits and faithful(found, read(better := _in_column(found, text, edits))):
            return better
    better = laid_out(text, _doubtful(found)) if align else text
    return better if faithful(found, read(better)) else text


def _in_column(found: Read, text: str, edits: Sequence[Edit]) -> str:
    """`text` with the edits made, each filled up with blanks to the room its figure took where that keeps more tables lined up."""
    narrower = [(edit, found.lines[edit.line - 1][edit.column - 1 :][: edit.length]) for edit in edits]
    filled = [edit._replace(text=" " * (width(old) - width(edit.text)) + edit.text) for edit, old in narrower]
    return max(applied(text, edits), applied(text, filled), key=tables_lined_up)  # of two alike the first


def _doubtful(found: Read) -> set[int]:
    """The lines of what could not be read: how they are spaced may show what was meant."""
    cells = [cell.id for cell, figure in found.figures.irregular() if figure.reading is Reading.UNREADABLE]
    return {fault.place.line for fault in found.sink.faults} | {found.sink.spots[cell][0] for cell in cells}
