"""What is kept of the numbers in a narrative when its text is let go: part of the records in model.py."""

from typing import NamedTuple


class Statement(NamedTuple):
    """A number of the narrative that agrees with what it speaks of or, where `at` says where it stands in the sources, contradicts it.

    `section` is the passage's key, `text` the end of the clause as a reader sees it, at most 60 characters; `stated` and `expected`: what it
    says, and what follows from the positions `cells` of the figures, or by the calculation in `line`, both as plain digits.
    """

    section: str
    text: str
    stated: str
    expected: str
    cells: tuple[int, ...] = ()
    line: str = ""
    at: str = ""


class Prose(NamedTuple):
    """What is kept of how the numbers in a narrative stand to the figures, as `prose.prose_of` makes it; `unknown`: how many cannot be judged."""

    statements: tuple[Statement, ...] = ()
    unknown: int = 0
