"""Which of several titles above a report is its own: not one with other words glued before it, nor one that the page sets apart as a link."""

import re
from collections.abc import Sequence

from giar_site.importers.document import Block, Paragraph
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.report_title import title_in

_LONGEST = 120
_LEAST = 5  # characters before a title; fewer may be part of its name, as 中共
_PLACE = re.compile("[一-鿿]{2,12}(?:[省市县区旗州盟]|自治[区州县旗])")  # belongs to the name of what lies in it


def without_glued(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """`blocks` without the lines that are a title of theirs with other words before it, or a link to another report, and these lines."""
    lines = [block for block in blocks if isinstance(block, Paragraph) and len(block.text) <= _LONGEST and title_in(block.text)]
    titles = {squeezed(line.text) for line in lines}
    free = any(not line.beside for line in lines)
    glued = [line for line in lines if (free and line.beside) or any(_is_glued(squeezed(line.text), title) for title in titles)]
    return [block for block in blocks if block not in glued], [line.marker + line.text for line in glued]


def _is_glued(text: str, title: str) -> bool:
    before = text.removesuffix(title)
    found = title_in(title)
    return len(before) >= _LEAST and before != text and bool(found and found.agency and not found.apart) and not _PLACE.fullmatch(before)
