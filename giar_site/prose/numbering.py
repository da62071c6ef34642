"""The numbers that paragraphs and clauses are counted by: 一、 （一） 1. （1） and 一是."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_DIGITS: Final = "一二三四五六七八九"
_MARK: Final = re.compile(  # begins with a set of characters, by which the search leaps from one to the next
    r"[（(一二三四五六七八九十1-9](?P<rest>[一二三四五六七八九十0-9]{0,3})(?P<end>[）)](?!项)|\\?[.．](?![0-9])|、|是(?!否))"
)
_DECORATION: Final = " \t　>#+*_-"
_TITLES: Final = {"#", "##"}
_STOPS: Final = "。；;：:"
_PAUSES: Final = _STOPS + "，,、"

HEADING, BRACKETED, ARABIC, BRACKETED_ARABIC, CLAUSE = range(5)  # from wide to narrow: a number ends what narrower ones count below it


_DEEPEST: Final = 9  # series inside series; what was begun before is over


class Numbered(NamedTuple):
    """A number in use: source[start:end] is the mark as written, `depth` its kind (HEADING to CLAUSE), `number` what it says."""

    start: int
    end: int
    depth: int
    number: int


def chinese_ordinal(text: str) -> int:
    """一 to 九十九 as a number; 0 for what is no such number."""
    tens, ten, ones = text.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or tens == "十":
        return 0
    return 10 * (bool(ten) + (_DIGITS.index(tens) if tens else 0)) + (_DIGITS.index(ones) + 1 if ones else 0)


def numbered(source: str) -> Iterator[Numbered]:
    """The numbers that the paragraphs of Markdown `source` begin with, and those of （一）…（二）… and 一是…；二是… inside them."""
    for match in _MARK.finditer(source):
        depth, number = _read(match[0], match["end"])
        if number and _begins(source, match.start(), depth):
            yield Numbered(*match.span(), depth, number)


def _read(mark: str, end: str) -> tuple[int, int]:
    """Kind and number of a mark; number 0 where it is none."""
    opened, closed = mark[0] in "（(", end in "）)"
    words = mark[opened : -len(end)]
    arabic = words.isascii() and words.isdigit()
    number = int(words) if arabic else chinese_ordinal(words) if words.strip("一二三四五六七八九十") == "" else 0
    if opened != closed or number > 99 or (arabic and end == "是") or (not arabic and not closed and end not in "、是"):
        return CLAUSE, 0
    if closed:
        return BRACKETED_ARABIC if arabic else BRACKETED, number
    return ARABIC if arabic else HEADING if end == "、" else CLAUSE, number


def _begins(source: str, at: int, depth: int) -> bool:
    """True when a paragraph begins there, or, but for headings, a sentence or clause. A title (`# `, `## `) counts sections, no text."""
    start = at
    while start and source[start - 1] in _DECORATION:
        start -= 1
    before = source[start - 1] if start else "\n"
    if before == "\n":
        return source[start:at].strip() not in _TITLES
    return depth != HEADING and before in (_PAUSES if depth == CLAUSE else _STOPS)


class Slip(NamedTuple):
    """A number that follows none of its kind: `before` stood last. The same again, or one left out."""

    at: Numbered
    before: Numbered


class _Entry(NamedTuple):
    """The last number of a series; one that was a slip may count as what is written and as what was due."""

    mark: Numbered
    counts_as: frozenset[int]


def slips(marks: Iterable[Numbered]) -> Iterator[Slip]:
    """Where the numbers of one text break off. A series may stand inside another, and what is counted by a wider kind ends it.

    A series that does not begin with 1 is taken as it stands.
    """
    open_series: tuple[list[_Entry], ...] = tuple([] for _ in range(CLAUSE + 1))
    for mark in marks:
        for narrower in open_series[mark.depth + 1 :]:
            narrower.clear()
        series = open_series[mark.depth]
        before = next((at for at in reversed(range(len(series))) if mark.number - 1 in series[at].counts_as), None)
        if before is not None:
            series[before:] = [_Entry(mark, frozenset({mark.number}))]
        elif mark.number == 1 or not series:
            del series[:-_DEEPEST]
            series.append(_Entry(mark, frozenset({mark.number})))
        else:
            yield Slip(mark, series[-1].mark)
            due = {number + 1 for number in series[-1].counts_as}
            series[-1] = _Entry(mark, frozenset(due | {mark.number}))
