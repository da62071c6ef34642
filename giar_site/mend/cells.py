"""Single figures that could not be read, though they can mean but one thing."""

import re
from collections.abc import Iterator
from decimal import Decimal

from giar_site.forms import Cell
from giar_site.mend.certain import in_ascii, is_certain
from giar_site.mend.edits import Edit
from giar_site.mend.reading import Read
from giar_site.model import Figure, Reading
from giar_site.rules.localise import needed_value

# The 1,011 that a reader takes for 1 and 011: with a total left out such a row still has a figure for each column.
_TORN = re.compile(r"[0-9０-９],[0０][0-9０-９]{2}(?![0-9０-９])")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def cell_edits(found: Read) -> Iterator[Edit]:
    """Write the likely figure where it is certain, and where the sums of the table ask for no other.

    The same digits in another script are the same figure whatever the sums ask: that it disagrees is for a rule to say.
    """
    values = tuple(figure.value for figure in found.figures.values)
    for cell, figure in found.figures.irregular():
        if figure.reading is not Reading.UNREADABLE or not figure.hint:
            continue
        needed = needed_value(found.figures.form, values, cell.index, found.figures.derived)
        confirmed = needed == Decimal(figure.hint)
        certain = in_ascii(figure.text) == figure.hint or ((needed is None or confirmed) and is_certain(figure.text, confirmed=confirmed))
        if certain and (edit := _edit(found, cell, figure)):
            yield edit


def _edit(found: Read, cell: Cell, figure: Figure) -> Edit | None:
    """The edit, where the very text stands in its place, bare or in quotes (which stay)."""
    line, column, length = found.sink.spots[cell.id]
    written = found.lines[line - 1][column - 1 : column - 1 + length]
    quote = written[:1] if written[:1] in {"'", '"'} else ""
    if written != f"{quote}{figure.text}{quote}" or _TORN.search(_QUOTED.sub("", found.lines[line - 1])):
        return None
    return Edit(line, column, length, f"{quote}{figure.hint}{quote}")
