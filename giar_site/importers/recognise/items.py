"""The pieces of a table in reading order: what is a label of the form, what a figure, what neither."""

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from giar_site.importers.document import Spot
from giar_site.importers.recognise.folding import folded, squeezed
from giar_site.importers.recognise.lexicon import Lexicon, Match

_FIGURE = re.compile(
    r"(?:增加?|新增|减少?|下降|[+\-−–])?[0-9OoIl〇][0-9OoIl〇,，.、]*(?:亿元|万元|元|万|[件个项条宗份起次户])?(?:[(（][^()（）0-9]{1,20}[)）])?"
)
_NOTHING = re.compile(r"[/\\\-−–—－／_*]{1,4}|无|空|零|~")
_LONGEST_FIGURE = 30


class Piece(NamedTuple):
    """A text of the source: a cell, a line, or what stands between two bars of a line. `at` numbers the pieces of a document."""

    text: str
    at: int
    spot: Spot
    number: bool = False


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


def is_figure(text: str) -> bool:
    """Whether `text` is written as a figure, also a published oddity (`增13`, `8(计划)`, `40984.52万元`) or a sign for nothing."""
    plain = unicodedata.normalize("NFKC", squeezed(text[: 4 * _LONGEST_FIGURE]))
    return len(plain) <= _LONGEST_FIGURE and bool(_FIGURE.fullmatch(plain) or _NOTHING.fullmatch(plain))


def sorted_out(pieces: Sequence[Piece], words: Lexicon) -> list[Item]:
    """`pieces` in their order, each in exactly one item, or in several where several labels stand in one piece."""
    items: list[Item] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if not squeezed(piece.text):
            items.append(Item(Sort.BLANK, (piece,)))
        elif match := words.find(piece.text):
            items.append(Item(Sort.LABEL, (piece,), match))
        elif joined := _label_of_several(pieces[at:], words):
            items.append(joined)
            at += len(joined.pieces) - 1
        elif is_figure(piece.text):
            items.append(Item(Sort.FIGURE, (piece,)))
        elif parts := _labels_in(piece.text, words):
            items += [Item(Sort.LABEL, (piece,), match, broken=True) for match in parts]
        elif match := words.like(piece.text):
            items.append(Item(Sort.LABEL, (piece,), match))
        else:
            items.append(Item(Sort.UNKNOWN, (piece,)))
        at += 1
    return items


def _label_of_several(pieces: Sequence[Piece], words: Lexicon, most: int = 4) -> Item | None:
    """The label that the next two to four pieces are when put together: `商业`, `企业`. A blank or a figure is no part of one."""
    together = pieces[0].text
    for count, piece in enumerate(pieces[1:most], 2):
        if not squeezed(piece.text) or words.find(piece.text) or (is_figure(piece.text) and not words.find(together + piece.text)):
            return None
        together += piece.text
        if match := words.find(together):
            return Item(Sort.LABEL, tuple(pieces[:count]), match, broken=True)
    return None


def _labels_in(text: str, words: Lexicon) -> list[Match]:
    """The labels that `text` is made of from its first to its last character: `自然人商业企业`; none where something is left over."""
    return _split(folded(text), words, 0, {}) or []


def _split(text: str, words: Lexicon, start: int, known: dict[int, list[Match] | None]) -> list[Match] | None:
    if start == len(text):
        return []
    if start not in known:
        known[start] = None
        for end in range(len(text), start + 1, -1):
            labels = words.labels.get(text[start:end])
            rest = _split(text, words, end, known) if labels else None
            if labels and rest is not None:
                known[start] = [Match(labels, exact=True, printed=words.printed[text[start:end]]), *rest]
                break
    return known[start]
