"""A line of a table whose cells tabs or wide gaps separate."""

import re
from collections.abc import Sequence

from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.items import is_figure
from giar_site.importers.recognise.lexicon import Lexicon

_GAP = re.compile("[ \u3000\u00a0]{2,}")
_LEAST_FIGURES = 3  # 1  234 may be one number, 5  3  8 is a row


def apart(text: str) -> list[str]:
    """What stands between tabs, or where there are none between gaps of two blanks and more."""
    return [part.strip() for part in (text.split("\t") if "\t" in text else _GAP.split(text))]


def cells_of_line(text: str, words: Sequence[Lexicon]) -> list[str]:
    """The cells of a line, where at least two are labels or figures; none where it may as well be a sentence or one label spread out."""
    if not ("\t" in text or _GAP.search(text)) or any(each.find(text) for each in words):
        return []
    parts = apart(text)
    filled = [part for part in parts if squeezed(part)]
    labels = sum(1 for part in filled if any(each.find(part) for each in words))
    known = labels + sum(1 for part in filled if is_figure(part))
    if "\t" in text:
        return parts if known >= 2 else []
    return parts if known == len(filled) >= (2 if labels else _LEAST_FIGURES) else []
