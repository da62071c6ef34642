"""Text → sentences, with offsets."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# Brackets, quotation marks and titles are passed over whole, as long as they close on the same line: 《公开？不公开！》 is no sentence.
_INSIDE: Final = r"[（(][^（）()\n]*[)）]|“[^“”\n]*”|《[^《》\n]*》|[（(“《]"
_SENTENCE: Final = re.compile(rf"(?:[^。！!？?\n（(“《]+|{_INSIDE})+(?:[。！!？?]+[”’）)]?)?")
_INK: Final = re.compile(r"\S")


class Span(NamedTuple):
    """A part of a text: text[start:end]."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part itself."""
        return text[self.start : self.end]


def sentences(text: str) -> Iterator[Span]:
    """The sentences of `text`, their closing mark included: they end at 。！？ and at the end of a line. A semicolon ends none."""
    for match in _SENTENCE.finditer(text):
        if _INK.search(text, match.start(), match.end()):
            yield Span(match.start(), match.end())
