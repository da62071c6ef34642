"""What a report says, line by line, whatever the format: for writing it in another one, and for comparing."""

import re
from collections.abc import Iterable

from giar_site.model import Passage


def lines_of(source: str) -> list[str]:
    """The paragraphs of Markdown that uses no more of it than sub-headings."""
    return [re.sub(r"^#+ ", "", block.strip()) for block in source.split("\n\n") if block.strip()]


def said(preamble: Passage, sections: Iterable[Passage]) -> list[str]:
    """All titles and paragraphs in order, blanks aside."""
    texts = [*lines_of(preamble.source)]
    for section in sections:
        texts += [section.heading, *lines_of(section.source)]
    return ["".join(text.replace("\\", "").split()) for text in texts]
