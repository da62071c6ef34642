"""The numbers that paragraphs and clauses are counted by: 一、 （一） 1. （1） and 一是."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_DIGITS: Final = "一二三四五六七八九"
_BEFORE: Final = r"[ \t　*_]*"  # emphasis may begin before the number
_LINE: Final = r"^[ \t　>#+*_-]*"
_MARK: Final = re.compile(
    rf"{_LINE}(?P<first>[一二三四五六七八九十]{{1,3}})、"
    rf"|(?:{_LINE}|(?<=[。；;：:]){_BEFORE})"
    r"(?:[（(](?P<second>[一二三四五六七八九十]{1,3})[）)](?!项)|(?P<third>[1-9][0-9]?)(?:\\?[.．]|、)(?![0-9])|[（(](?P<fourth>[1-9][0-9]?)[）)])"
    rf"|(?:{_LINE}|(?<=[。；;：:，,、]){_BEFORE})(?P<fifth>[一二三四五六七八九十]{{1,2}})是(?!否)",
    re.MULTILINE,
)
_DECORATION: Final = " \t　>#+*_-"
# The widest kind first: a number of one kind ends what is counted by the narrower ones below it.
KINDS: Final = ("first", "second", "third", "fourth", "fifth")


class Numbered(NamedTuple):
    """A number in use: source[start:end] is the mark as written, `depth` its kind (0: 一、 to 4: 一是), `number` what it says."""

    start: int
    end: int
    depth: int
    number: int


def chinese_ordinal(text: str) -> int:
    """一 to 九十九 as a number; 0 for what is no such number."""
    tens, ten, ones = text.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens or (tens and tens not in _DIGITS):
        return 0
    return 10 * (bool(ten) + (_DIGITS.index(tens) if tens else 0)) + (_DIGITS.index(ones) + 1 if ones else 0)


def numbered(source: str) -> Iterator[Numbered]:
    """The numbers that the paragraphs of Markdown `source` begin with, and those of （一）…（二）… and 一是…；二是… inside them."""
    for match in _MARK.finditer(source):
        kind = str(match.lastgroup)
        number = int(match[kind]) if match[kind].isascii() else chinese_ordinal(match[kind])
        if number:
            yield Numbered(match.end() - len(match[0].lstrip(_DECORATION)), match.end(), KINDS.index(kind), number)


class Slip(NamedTuple):
    """A number that follows none of its kind: `before` stood last. The same again, or one left out."""

    at: Numbered
    before: Numbered


def slips(marks: Iterable[Numbered]) -> Iterator[Slip]:
    """Where the numbers of one text break off. A series may stand inside another, and what is counted by a wider kind ends it.

    A series that does not begin with 1 is taken as it stands.
    """
    open_series: tuple[list[Numbered], ...] = tuple([] for _ in KINDS)
    for mark in marks:
        for narrower in open_series[mark.depth + 1 :]:
            narrower.clear()
        series = open_series[mark.depth]
        if mark.number == 1 or not series:
            series.append(mark)
            continue
        before = next((each for each in reversed(series) if each.number == mark.number - 1), None)
        if before is None:
            yield Slip(mark, series[-1])
            before = series[-1]
        del series[series.index(before) :]
        series.append(mark)
