"""Small words for messages: what was written, cut to a length a person reads, and the known name nearest to it."""

import difflib
from collections.abc import Iterable

_LONGEST = 40
MOST_SLIPS = 20  # of one kind in one passage: more say nothing new, and a text made to be hostile has thousands
_CLOSE_ENOUGH = 0.6


def clipped(text: str) -> str:
    """`text` on one line and of at most 40 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`; "" when none is."""
    return next(iter(difflib.get_close_matches(name[:_LONGEST], known, 1, _CLOSE_ENOUGH)), "")
