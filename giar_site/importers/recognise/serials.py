"""The numbers of a column 序号 in front of a table: no figures, though they look like some."""

from collections.abc import Sequence

from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.items import Item, Sort
from giar_site.importers.recognise.lexicon import Axis, Lexicon

SERIAL = "序号"


def without_serials(items: Sequence[Item], words: Lexicon) -> list[Item]:
    """`items` of a table in reading order, of which the numbers 1, 2, 3 … each right before a label have become labels, where a head says 序号."""
    match = words.find(SERIAL)
    head = next((at for at, item in enumerate(items) if match and item.match and item.match.labels == match.labels), None)
    if head is None:
        return list(items)
    found = list(items)
    next_one = 1
    for at in range(head + 1, len(items) - 1):
        item, after = items[at], items[at + 1]
        names = after.match and after.match.on(Axis.ROW, Axis.GROUP)
        if item.sort is Sort.FIGURE and names and squeezed(item.pieces[0].text) == str(next_one):
            found[at] = Item(Sort.LABEL, item.pieces, match)
            next_one += 1
    return found
