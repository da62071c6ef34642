"""Text → sentences → clauses, with offsets. A clause is where a number looks for its subject first."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# Brackets, quotation marks and titles are passed over whole, as long as they close on the same line: 《公开？不公开！》 is no sentence.
_INSIDE: Final = r"[（(][^（）()\n]*[)）]|“[^“”\n]*”|《[^《》\n]*》|[（(“《]"
_SENTENCE: Final = re.compile(rf"(?:[^。！!？?\n（(“《]+|{_INSIDE})+(?:[。！!？?]+[”’）)]?)?")
_CLAUSE: Final = re.compile(
    rf"(?:[^，,；;：:。！!？?\n（(“《]+|(?<=[0-9０-９])[,，](?=[0-9０-９]{{3}}(?![0-9０-９]))|{_INSIDE})+|(?P<mark>[，,；;：:。！!？?])"
)
_INK: Final = re.compile(r"\S")


class Span(NamedTuple):
    """A part of a text: text[start:end]."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part itself."""
        return text[self.start : self.end]


class Clause(NamedTuple):
    """A clause without its mark: text[start:end]; `mark` is the punctuation that ends it, "" where the text does."""

    start: int
    end: int
    mark: str

    def of(self, text: str) -> str:
        """The clause itself."""
        return text[self.start : self.end]


def sentences(text: str) -> Iterator[Span]:
    """The sentences of `text`, their closing mark included: they end at 。！？ and at the end of a line. A semicolon ends none."""
    for match in _SENTENCE.finditer(text):
        if _INK.search(text, match.start(), match.end()):
            yield Span(match.start(), match.end())


def clauses(text: str, within: Span | None = None) -> Iterator[Clause]:
    """The clauses of `text` (or of the part `within`): they end at ，；：。！？ outside brackets; the comma in 1,084 ends none."""
    start, end = within or (0, len(text))
    open_at: tuple[int, int] | None = None
    for match in _CLAUSE.finditer(text, start, end):
        if match["mark"]:
            if open_at:
                yield Clause(*open_at, match["mark"])
            open_at = None
        else:
            if open_at:
                yield Clause(*open_at, "")
            open_at = match.span()
    if open_at:
        yield Clause(*open_at, "")
