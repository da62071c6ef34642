"""Mobile numbers some digits of which are letters that look like them: l3987654321, 1398765432O."""

import re
from collections.abc import Iterator

from giar_site.private.separated import Separated, separated
from giar_site.private.surroundings import is_amount, is_count, is_labelled, is_numbered

_MOST = 3  # a text with more letters is a word, or the name of a thing
_NEIGHBOURS = r"0-9A-Za-z_.@/\\=&?#%:\-"
_MIXED = re.compile(rf"[1lI](?<![{_NEIGHBOURS}].)[3-9][0-9oOlI]{{9}}(?![0-9A-Za-z]|[_.@/\\=&\-][0-9A-Za-z])")


def mobiles_with_letters(text: str, *, eager: bool) -> Iterator[Separated]:  # noqa: ARG001 - all readers are called alike
    """The mobile numbers of `text` that are written so, in order."""
    for match in _MIXED.finditer(text):
        start, end = match.span()
        letters = sum(char in "lIoO" for char in match[0])
        if not 0 < letters <= _MOST or is_amount(text, start, end) or is_count(text, end):
            continue
        if not is_labelled(text, start) and not is_numbered(text, start):
            yield separated(match)
