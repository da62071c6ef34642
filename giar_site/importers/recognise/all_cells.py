"""Every cell of the form, found or not, with what makes it doubtful: what the reader says, and what its row adds up to."""

from collections.abc import Iterable, Mapping

from giar_site import forms
from giar_site.importers.document import Notice, Spot
from giar_site.importers.recognise import displaced, figures
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.left_out import with_totals


def all_cells(found: Mapping[str, FoundCell], form: forms.Form, doubts: Iterable[Notice], *, own: bool) -> tuple[FoundCell, ...]:
    """The cells of `form` in printed order. In a workbook of ours (`own`) every figure has its place, whatever it adds up to."""
    read = figures.with_doubts((found.get(cell.id) or _absent(cell) for cell in form.cells), doubts)
    cells = with_totals(list(read), form, own=own)
    return cells if own else displaced.with_doubts(cells, form)


def _absent(cell: forms.Cell) -> FoundCell:
    return FoundCell(cell.id, figures.NOTHING, "", Confidence.MISSING, Spot(), figures.NOT_FOUND)
