"""Runs of digits in a text, read through their disguises: digits of other scripts, invisible characters, divided digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

_ZEROS = (0x30, 0xFF10, 0x660, 0x6F0, 0x966, 0x2080, *range(0x1D7CE, 0x1D7FF, 10))  # ten digits in a row from each
_ONES = (0x2460, 0x2474, 0x2488, 0x2776, 0x2780, 0x278A, 0x24F5)  # circled, bracketed, dotted: nine in a row from one on
_CHINESE = ("零〇○", "一壹幺弌", "二贰貳弍", "三叁參弎", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"

NUMERALS = {char: str(value) for value, chars in enumerate(_CHINESE) for char in chars}
DIGITS = (
    {chr(zero + value): str(value) for zero in _ZEROS for value in range(10)}
    | {chr(one + value): str(value + 1) for one in _ONES for value in range(9)}
    | {char: str(value) for value, char in enumerate(_RAISED)}
    | {"⓪": "0", "⓿": "0"}
    | NUMERALS
    | dict.fromkeys("xXｘＸ", "X")  # the check digit of an identity number may be ten
)
LETTERS = {"l": "1", "I": "1", "o": "0", "O": "0"}  # look like digits; taken for them in a mobile number only
# Characters that take no room: joiners, marks of direction, variation selectors, combining strokes and frames.
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f\u20d0-\u20f0"
SPACES = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
LINE_BREAK = "\n"
DOTS = ".．·•・‧∙"
_DASHES = r"\u2010-\u2015\u2212\u2500\uff0d\ufe63_＿\-"
_BREAKS = r"()（）\[\]\\*＊`"  # no bars, commas or slashes: those stand between figures
_TIGHT = re.compile(f"[{DOTS}{_DASHES}*＊]+")
# Beyond the first plane as one range: the search compares each character of the text with what stands there one by one.
_DIGIT = "[" + "".join(char for char in DIGITS if DIGITS[char] != "X" and char < "\U00010000") + "\U0001d7ce-\U0001d7ff]"
# Up to three dividing characters, blanks beside one another counted once; then at most one line break, for a paragraph goes on over it.
_BETWEEN = (
    f"[{_INVISIBLE}]*+(?:(?:[{SPACES}][{SPACES}{_INVISIBLE}]*+|[{DOTS}{_BREAKS}{_DASHES}][{_INVISIBLE}]*+)(?![*＊]{{2}})){{0,3}}+"
    f"(?:\\r?\\n[{SPACES}{_INVISIBLE}]*+)?+"
)
_RUN = re.compile(f"{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{10,}}+(?:{_BETWEEN}[xXｘＸ](?![A-Za-z]))?")
_BEFORE_A_NAME = frozenset("张李王赵钱孙周吴郑陈刘老小其之第唯统")  # 李四, 之一: the numeral after them is no digit of a number
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")


def digit_class(*values: str) -> str:
    """A set of characters, for a pattern: the ways to write the digits `values`."""
    return "[" + "".join(char for char, value in DIGITS.items() if value in values and char < "\U00010000") + "]"


ANY_DIGIT = digit_class(*"0123456789")


class Span(NamedTuple):
    """A number in a run: its first and last digit, and the group that follows it."""

    first: int
    last: int
    groups: int


@dataclass(slots=True)
class Run:
    """Digits that nothing but dividing characters stands between, in groups.

    `places` has each digit's place in `text`, `starts` the first digit of each group, `dividers` what stands before each group ("" before
    the first, and where digits of two scripts meet), `borders` the group that begins at a digit (or ends the run). `eager`: what could be
    a private number is to be taken for one, whatever the words round it say.
    """

    text: str
    eager: bool
    digits: str = ""
    places: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    dividers: list[str] = field(default_factory=list)
    borders: dict[int, int] = field(default_factory=dict)
    unseen: list[int] = field(default_factory=list)  # digits that an invisible character stands before

    def sizes(self, group: int, stop: int) -> list[int]:
        """The numbers of digits in the groups from `group` up to `stop`."""
        edges = [*self.starts[group:stop], self.starts[stop] if stop < len(self.starts) else len(self.digits)]
        return [end - start for start, end in pairwise(edges)]

    def divider(self, group: int) -> str:
        """What stands before `group`; "" at the end of the run."""
        return self.dividers[group] if group < len(self.dividers) else ""

    def breaks(self, group: int, stop: int) -> int:
        """How many line breaks stand between the groups from `group` up to `stop`."""
        return sum(LINE_BREAK in divider for divider in self.dividers[group + 1 : stop])

    def is_alone(self, group: int, stop: int) -> bool:
        """True when the line holds no further digits that only blanks and the like divide from the groups."""
        before, after = self.divider(group), self.divider(stop)
        return (group == 0 or LINE_BREAK in before) and (stop >= len(self.starts) or LINE_BREAK in after)


def is_tied(divider: str) -> bool:
    """True when what a divider stands between belongs together, as in 2022-13 and 13.5; a blank beside it loosens it."""
    return _TIGHT.fullmatch(divider) is not None


def runs(text: str, *, eager: bool) -> Iterator[Run]:
    """The runs of at least eleven digits in `text`."""
    for match in _RUN.finditer(text):
        start = match.start()
        named = text[start] in NUMERALS and text[start - 1 : start] in _BEFORE_A_NAME
        yield _read(Run(text, eager), start + named, match.end())


def _read(run: Run, start: int, end: int) -> Run:
    text = run.text
    digits: list[str] = []
    gap = start
    numeral = False
    for at in range(start, end):
        digit = DIGITS.get(text[at])
        if digit is None:
            continue
        between = text[gap:at]
        divider = _UNSEEN.sub("", between) if between else ""
        if divider or not digits or (text[at] in NUMERALS) is not numeral:
            run.borders[len(digits)] = len(run.starts)
            run.starts.append(len(digits))
            run.dividers.append(divider)
        if between != divider:
            run.unseen.append(len(digits))
        numeral = text[at] in NUMERALS
        digits.append(digit)
        run.places.append(at)
        gap = at + 1
    run.borders[len(digits)] = len(run.starts)
    run.digits = "".join(digits)
    return run
