"""Titles of reports that stand as lines of their own, and what of a report stands below them."""

import re
from collections.abc import Iterator, Sequence

from giar_site.importers.document import Block, Grid, Paragraph
from giar_site.importers.recognise.folding import squeezed, unnumbered
from giar_site.importers.recognise.furniture import is_furniture
from giar_site.importers.recognise.report_title import Title, title_in
from giar_site.importers.recognise.sections import section_of

_LONGEST_TITLE = 120
_NEAR = 6  # blocks below a title in which its report begins
_LIST = re.compile(r"(?:相关|往年|历年|历史|延伸|更多|推荐|友情|上一[篇条]|下一[篇条]|目\s*录|附\s*[件表]|链接).{0,12}")
_GOES_ON = '《“"（(，,、；;：:'  # a line that ends so is no whole sentence
_WENT_ON = '》”"）)，,、；;。'


def differ(one: Title, other: Title) -> bool:
    """Whether two titles are of different reports; a name may stand with or without the words before it."""
    names = sorted((squeezed(one.agency), squeezed(other.agency)), key=len)
    return one.year != other.year or not names[1].endswith(names[0])


def title_at(flat: Sequence[Block], at: int) -> Title | None:
    """The title of a report in a line, with the agency that may stand on the line above it."""
    text = _text(flat[at])
    if not text or len(text) > _LONGEST_TITLE or "报" not in text:
        return None
    title = title_in(text)
    if at and (title is None or not title.agency):
        return title_in(_text(flat[at - 1])[-_LONGEST_TITLE:] + text) or title
    return title


def begins_a_report(flat: Sequence[Block], at: int) -> bool:
    """Whether the title at `at` is no link, no line of a list or of a sentence, and text or a section of its report stands right below."""
    line = flat[at]
    if not isinstance(line, Paragraph) or line.beside or line.marker or unnumbered(line.text) != line.text.strip():
        return False
    above, below = (_text(flat[each]).strip() if 0 <= each < len(flat) else "" for each in (at - 1, at + 1))
    if _LIST.match(line.text.strip()) or _LIST.fullmatch(above) or above.endswith(tuple(_GOES_ON)) or below.startswith(tuple(_WENT_ON)):
        return False
    return any(map(_is_content, _right_below(flat, at)))


def _right_below(flat: Sequence[Block], at: int) -> Iterator[Block]:
    """The next blocks, up to another title: of titles that stand one below another only the last can have a report."""
    left = _NEAR
    for each in range(at + 1, len(flat)):
        block = flat[each]
        if left == 0 or title_at(flat, each):
            return
        if isinstance(block, Grid) or not (block.beside or is_furniture(block.text)):
            left -= 1
            yield block


def _is_content(block: Block) -> bool:
    return isinstance(block, Paragraph) and ("。" in block.text or bool(section_of(block.text)[0]))


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""
