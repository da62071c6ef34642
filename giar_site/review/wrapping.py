"""Lines of a terminal or a plain mail: Chinese breaks between any two characters, but no line begins with 。 or ends with （."""

import re
from collections.abc import Iterator

from giar_site.width import width

_NEVER_FIRST = "，。、；：？！）》”’】％%,.;:?!)"
_NEVER_LAST = "（《“‘【("
# A word of ASCII, or one other character, with what must stand before and after it on the same line.
_PIECE = re.compile(rf"\s|[{re.escape(_NEVER_LAST)}]*(?:[!-~]+|.)[{re.escape(_NEVER_FIRST)}]*")


def wrapped(text: str, columns: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Lines of at most `columns` terminal columns; the first begins with `first`, the others with `rest`."""
    line, used, empty = first, width(first), True
    for piece in _PIECE.findall(text):
        if not empty and used + width(piece.rstrip()) > columns:
            yield line.rstrip()
            line, used, empty = rest, width(rest), True
        if empty and piece.isspace():
            continue
        line, used, empty = line + piece, used + width(piece), False
    yield line.rstrip()
