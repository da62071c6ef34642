"""Plain text (.txt): each line that says something is a paragraph. What the lines are — a title, a row with pipes, a value — the recogniser finds out."""

import re
from collections.abc import Iterator
from typing import Final

from giar_site.diagnostics import Text
from giar_site.importers.document import Document, Paragraph, Refused, Spot
from giar_site.importers.readers.encoding import decoded

MOST_LINES = 50_000  # that say something; the longest published report has 2,000
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_WITHIN_LINE: Final = re.compile("[\v\u2028\u2029]")  # line breaks that an editor does not count as lines


def read(data: bytes) -> Document:
    """Read the bytes of a text file. `Spot.page` counts the form feeds where there are any. Raises Refused."""
    text, notices = decoded(data)
    paragraphs: list[Paragraph] = []
    for paragraph in _paragraphs(text):
        paragraphs.append(paragraph)
        if len(paragraphs) > MOST_LINES:
            raise Refused(
                Text(f"超过 {MOST_LINES} 行，不像一份年度报告", f"it has more than {MOST_LINES} lines, which no annual report has")
            )
    return Document("text", tuple(paragraphs), notices=notices)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    page = 1 if "\f" in text else 0
    for number, line in enumerate(_LINE_END.split(text), start=1):
        for leaf, part in enumerate(line.split("\f")):
            page += bool(leaf)
            for piece in _WITHIN_LINE.split(part):
                if words := piece.strip():
                    yield Paragraph(words, Spot(page=page, line=number))
