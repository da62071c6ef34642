"""What is odd about the looks of an element that was taken all the same: a doubt about the figure it is in."""

from typing import TYPE_CHECKING

from giar_site.diagnostics import Text
from giar_site.importers.odd_digits import OFF_LINE, PALE, PERHAPS_HIDDEN
from giar_site.importers.readers.page.looks import Look, Looks
from giar_site.importers.readers.page.shown import BLOCKS

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def oddity(node: "LexborNode", look: Look, looks: Looks) -> Text | None:
    """What is odd about `node`, which looks like `look`."""
    if look.colour and looks.is_pale(node):
        return PALE
    if look.moved and _is_a_part_with_digits(node):
        return OFF_LINE
    # what makes a block of its own is a line of its own, which changes no figure
    hidden = node.tag not in BLOCKS and (look.perhaps or looks.distant.hide(node))
    return PERHAPS_HIDDEN if hidden and _is_a_part_with_digits(node) else None


def _is_a_part_with_digits(node: "LexborNode") -> bool:
    """Whether there are digits in it, and words beside it."""
    text = node.text()
    return any(map(str.isdigit, text)) and node.parent is not None and node.parent.text().strip() != text.strip()
