"""Characters of a page → lines of text, and lines → paragraphs by how full and how far indented they are."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from giar_site.importers.readers.pdf_looks import with_scripts
from giar_site.importers.readers.pdf_page import Character
from giar_site.importers.readers.section_titles import is_section_title

_PAGE_NUMBER: Final = re.compile(r"[-—–―·•\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/,，共]+\s*\d{1,3}\s*页?)?[-—–―·•\s]*")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_FULL: Final = 0.6  # heights of a character: a line with less room than this and the next word is full
_GAP: Final = 0.12  # heights of the box: the least gap that is a blank
_WIDE: Final = 1.0  # heights: a gap this wide parts anything
_NEVER_LAST: Final = frozenset("（《〈“‘【〔「『(<[")
_NEVER_FIRST: Final = frozenset("，。、；：？！）》〉”’】〕」』…％),.;:?!>]%")
_INDENT: Final = 0.8  # heights: what begins further in begins a paragraph
_APART: Final = 3.0  # heights between the tops of two lines of one paragraph, at most
_USUAL: Final = 1.25  # times the usual gap between lines: more is the gap between paragraphs
_SAME: Final = 0.12  # of its height: characters this much larger are of another kind of line


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed, on a page from 1."""

    text: str
    page: int
    left: float
    top: float
    right: float
    height: float
    first_word: float

    @property
    def is_page_number(self) -> bool:
        """Whether it says nothing but a page number."""
        return bool(_PAGE_NUMBER.fullmatch(self.text))


def lines_of(characters: Collection[Character], page: int, *, blanks: bool, cell: bool = False) -> list[Line]:
    """Put characters into lines from top to bottom, and each line from left to right. `blanks`: the file writes its blanks, so that gaps are none.

    `cell`: they are those of a cell, where a raised digit is none of the figure.
    """
    rows: list[list[Character]] = []
    for character in sorted(characters, key=lambda character: character.middle[1]):
        if rows and _on_one_line(rows[-1][0], character):
            rows[-1].append(character)
        elif character.text.strip():
            rows.append([character])
    return [_line(with_scripts(row, characters) if cell else row, page, blanks=blanks) for row in rows if any(map(_is_said, row))]


def _is_said(character: Character) -> bool:
    return bool(character.text.strip()) and not character.struck


def _on_one_line(one: Character, other: Character) -> bool:
    height = min(one.bottom - one.top, other.bottom - other.top)
    return min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5 * height


def _line(row: list[Character], page: int, *, blanks: bool) -> Line:
    ordered = sorted(row, key=lambda character: (character.left, character.right))
    kept = [one for one, before in zip(ordered, [None, *ordered], strict=False) if before is None or not _is_twice(before, one)]
    text = "" if kept[0].struck else kept[0].text
    for before, character in pairwise(kept):
        if character.struck:
            continue
        if not text.endswith(" ") and character.text != " " and _are_apart(before, character, blanks=blanks):
            text += " "
        text += character.text
    inked = [character for character in kept if _is_said(character)]
    han = sorted(each.right - each.left for each in inked if "\u3400" <= each.text <= "\u9fff")
    height = (
        han[len(han) // 2] if han else 0.8 * (inked[0].bottom - inked[0].top)
    )  # boxes of some fonts are much taller than their characters
    return Line(text.strip(), page, inked[0].left, min(each.top for each in inked), inked[-1].right, max(height, 1.0), _first_word(inked))


def _are_apart(before: Character, character: Character, *, blanks: bool) -> bool:
    """Whether a gap without a blank in the file is one to a reader.

    Browsers write no blanks, only gaps. Where a file writes them, a gap comes from a justified line or from the seam of digits and Chinese.
    """
    gap = (character.left - before.right) / max(1.0, before.bottom - before.top)
    if gap > _WIDE:
        return True
    latin = before.text.isascii() and character.text.isascii()
    words = all(text.isascii() or text.isalnum() for text in (before.text, character.text))  # Chinese marks bring gaps of their own
    return character.after_gap and gap > _GAP and (latin or (words and not blanks))


def _first_word(inked: list[Character]) -> float:
    """The width of what may not be parted at the beginning of a line: why the line before it may have ended early."""
    end = 0
    while end < len(inked) - 1 and (
        inked[end].text in _NEVER_LAST
        or inked[end + 1].text in _NEVER_FIRST
        or (inked[end].text.isascii() and inked[end + 1].text.isascii() and not inked[end + 1].after_gap)
    ):
        end += 1
    return inked[end].right - inked[0].left


def _is_twice(one: Character, other: Character) -> bool:
    """Whether a character was printed twice to look bold."""
    return one.text == other.text and abs(one.left - other.left) < 0.25 * (one.right - one.left) and abs(one.top - other.top) < 1


def joined(one: str, other: str) -> str:
    """Two lines as one: Chinese needs no blank between them, words of letters do."""
    return f"{one} {other}" if one[-1].isascii() and one[-1].isalnum() and other[0].isascii() and other[0].isalnum() else one + other


def paragraphs(lines: list[Line]) -> Iterator[tuple[Line, str]]:
    """Yield the first line and the whole text of each paragraph. A page number amid one comes after it, as a paragraph of its own."""
    margins = _margins(lines)
    first: Line | None = None
    last: Line | None = None
    text = ""
    numbers: list[Line] = []
    titles = _titles(lines)
    for at, line in enumerate(lines):
        if line.is_page_number and (
            first is None or line.page != first.page or line is lines[-1] or line.top > max(o.top for o in lines if o.page == line.page) - 1
        ):
            numbers.append(line)
        elif first and last and titles.get(at, _goes_on(last, line, margins)):
            text = joined(text, line.text)
            last = line
        else:
            if first:
                yield first, text
            yield from ((number, number.text) for number in numbers)
            numbers = []
            first, last, text = line, line, line.text
    if first:
        yield first, text
    yield from ((number, number.text) for number in numbers)


def _titles(lines: list[Line]) -> dict[int, bool]:
    """Whether a line goes on from the one before it, of those that the titles of sections tell it of: where lines stand evenly nothing else does."""
    told: dict[int, bool] = {}
    for at, line in enumerate(lines):
        if at + 1 < len(lines) and is_section_title(line.text + lines[at + 1].text):
            told |= {at: False, at + 1: True, at + 2: False}
        elif at not in told and is_section_title(line.text):
            told |= {at: False, at + 1: False}
    return told


class _Margins(NamedTuple):
    """Where lines of the running text begin and end, and how far it usually is from line to line."""

    left: float
    right: float
    gap: float


def _margins(lines: list[Line]) -> _Margins:
    """The outermost places that more than one line agrees on."""
    heights: Counter[float] = Counter()
    for line in lines:
        heights[round(line.height, 1)] += len(line.text)
    body = heights.most_common(1)[0][0] if heights else 0.0
    said = [line for line in lines if not line.is_page_number and abs(line.height - body) <= _SAME * body]
    rights = sorted((line.right for line in said), reverse=True)
    right = next((edge for edge in rights if sum(edge - 10 <= other <= edge for other in rights) > 1), rights[0] if rights else 0.0)
    lefts = sorted(line.left for line in said)
    left = next((edge for edge in lefts if sum(edge <= other <= edge + 3 for other in lefts) > 1), lefts[0] if lefts else 0.0)
    gaps = sorted(
        other.top - one.top for one, other in pairwise(said) if one.page == other.page and 0 < other.top - one.top <= _APART * body
    )
    return _Margins(left, right, gaps[len(gaps) // 4] if gaps else 0.0)


def _goes_on(last: Line, line: Line, margins: _Margins) -> bool:
    left, right, gap = margins
    # Only Chinese characters tell their size: a line that ends a paragraph may hold but the rest of a telephone number.
    alike = not (_HAN.search(last.text) and _HAN.search(line.text)) or abs(last.height - line.height) <= _SAME * last.height
    near = line.page == last.page + 1 or (line.page == last.page and 0 < line.top - last.top <= max(_USUAL * gap, 1.6 * last.height))
    if not (alike and near):
        return False
    if right - last.right < line.first_word + _FULL * last.height and line.left <= left + _INDENT * line.height:
        return True
    middle = (left + right) / 2  # a title of two lines: both stand in the middle, the first nearly fills the line
    centred = all(abs((each.left + each.right) / 2 - middle) < 0.4 * each.height for each in (last, line))
    return centred and last.page == line.page and line.left > left + _INDENT * line.height and last.right - last.left > 0.6 * (right - left)
