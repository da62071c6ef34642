"""The pieces of a table in reading order: what is a label of the form, what a figure, what neither."""

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from giar_site.importers.document import Spot
from giar_site.importers.raised import without_marks
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.lexicon import Lexicon, Match

_FIGURE = re.compile(
    r"(?:增加?|新增|减少?|下降|[+\-−–])?[0-9OoIl〇][0-9OoIl〇,，.、]*(?:亿元|万元|元|万|[件个项条宗份起次户])?(?:[(（][^()（）0-9]{1,20}[)）])?"
)
_NOTHING = re.compile(r"[/\\\-−–—－／_*]{1,4}|无|空|零|~")
_LONGEST_FIGURE = 30
_MOST_TOGETHER = 60  # pieces of one label: more than any has characters
_STOPS = ".．、"
_NUMBER = re.compile(r"[0-9０-９]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、?|[(（][一二三四五六七八九十]{1,3}[)）]?")
_NOTHING_IN_WORDS = "无空零"  # signs for nothing, and beginnings of words


class Piece(NamedTuple):
    """A text of the source: a cell, a line, or what stands between two bars of a line. `at` numbers the pieces of a document."""

    text: str
    at: int
    spot: Spot
    number: bool = False
    unstored: bool = False
    formula: bool = False


class Sort(Enum):
    """What a piece is."""

    LABEL = "label"
    FIGURE = "figure"
    BLANK = "blank"
    UNKNOWN = "unknown"


class Item(NamedTuple):
    """One or several pieces that are a label together, or one that is a figure, a blank or unknown.

    `broken`: the label was put together from several pieces, or is one of several in a piece.
    """

    sort: Sort
    pieces: tuple[Piece, ...]
    match: Match | None = None
    broken: bool = False


@lru_cache(maxsize=8192)
def is_figure(text: str) -> bool:
    """Whether `text` is written as a figure, also a published oddity (`增13`, `8(计划)`, `40984.52万元`) or a sign for nothing."""
    words, _ = without_marks(text[: 4 * _LONGEST_FIGURE])
    plain = unicodedata.normalize("NFKC", squeezed(words))
    return len(plain) <= _LONGEST_FIGURE and bool(_FIGURE.fullmatch(plain) or _NOTHING.fullmatch(plain))


def sorted_out(pieces: Sequence[Piece], words: Lexicon) -> list[Item]:
    """`pieces` in their order, each in exactly one item, or in several where several labels stand in one piece."""
    items: list[Item] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if not squeezed(piece.text):
            items.append(Item(Sort.BLANK, (piece,)))
        elif words.begins(piece.text) and (joined := _label_of_several(pieces, at, words)):
            items.append(joined)
            at += len(joined.pieces) - 1
        else:
            items += _of_one(piece, words)
        at += 1
    return items


def _of_one(piece: Piece, words: Lexicon) -> list[Item]:
    if match := words.find(piece.text):
        return [Item(Sort.LABEL, (piece,), match)]
    if is_figure(piece.text):
        return [Item(Sort.FIGURE, (piece,))]
    if parts := words.made_of(piece.text):
        return [Item(Sort.LABEL, (piece,), match, broken=True) for match in parts]
    if match := words.like(piece.text):
        return [Item(Sort.LABEL, (piece,), match)]
    return [Item(Sort.UNKNOWN, (piece,))]


def _label_of_several(pieces: Sequence[Piece], start: int, words: Lexicon) -> Item | None:
    """The label that pieces from `start` on are when put together: `商业`, `企业`. The longest one; a blank, a figure or another label ends it."""
    first = together = pieces[start].text
    found: Item | None = None
    for end in range(start + 1, min(len(pieces), start + _MOST_TOGETHER)):
        text = pieces[end].text
        if not words.begins(together) or not squeezed(text):
            break
        whole = words.find(together + text)
        if _ends(text, first, whole, words, together):
            break
        together += text
        if whole:
            found = Item(Sort.LABEL, tuple(pieces[start : end + 1]), whole, broken=True)
    return found


def _ends(text: str, first: str, whole: Match | None, words: Lexicon, together: str) -> bool:
    """Whether `text` is something of its own rather than the rest of a label that begins with `together`."""
    if alone := words.find(text):
        # only its number stood on a line before it: that is seen by the full stop, else it may be a figure
        numbered = together is first and not words.find(first) and bool(_NUMBER.fullmatch(first) or (_NUMBER.fullmatch(first + text[0])))
        return not (numbered and whole and whole.labels == alone.labels)
    if is_figure(first) and together is first:
        return not (_NUMBER.fullmatch(first) or text[0] in _STOPS)
    if not is_figure(text):
        return False
    return not (words.begins(together + text) if text in _NOTHING_IN_WORDS else whole and text[0].isdigit())
