"""Counts what makes Markdown slow to read, before it is read: a text that no person wrote is refused in a blink.

markdown-it needs about 80 µs a line, 60 µs a table cell, 20 µs a character that may open something and 8 µs one that
may not, and keeps a copy of a paragraph for each emphasis mark in it. The limits keep a file under about a second.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

MOST_LINES = 4_000
MOST_SPECIAL = 10_000
MOST_CELLS = 8_000
MOST_MARKED = 50_000_000
MOST_STOPS = 40_000
SPECIAL = "[]*_~`<&\\"
STOPS = "!#$%+-:=>@^{}" + SPECIAL
MOST_LOOKED_THROUGH = 2_000_000
_DEEPEST_PARENTHESES = 32
_EMPHASIS = "*_~"
_RULE_BELOW_HEAD = re.compile(r"[ \t>]*[|:-][-:| \t]*")


class Excess(NamedTuple):
    """What is too much, and the line it begins on (from 1)."""

    line: int
    zh: str
    en: str


def excess(lines: Sequence[str]) -> Excess | None:
    """What makes `lines` too slow to read as Markdown; None for a text that a person may have written."""
    if len(lines) > MOST_LINES:
        return Excess(
            MOST_LINES + 1, f"文件有 {len(lines)} 行，超过上限 {MOST_LINES} 行", f"{len(lines)} lines, over the limit of {MOST_LINES}"
        )
    return _special(lines) or _in_paragraphs(lines)


def _special(lines: Sequence[str]) -> Excess | None:
    text = "\n".join(lines)
    counts = {char: text.count(char) for char in STOPS}
    if sum(counts[char] for char in SPECIAL) > MOST_SPECIAL:
        return _too_many(max(SPECIAL, key=counts.__getitem__), lines, 1)
    if sum(counts.values()) > MOST_STOPS:
        return _too_many(max(counts, key=counts.__getitem__), lines, 1)
    return None


def _is_modest(text: str) -> bool:
    """True when not even the whole file, taken for one paragraph, would be too much: nearly every report."""
    marked = sum(text.count(char) for char in _EMPHASIS) * len(text)
    return "|" not in text and marked <= MOST_MARKED and text.count("](") * len(text) <= MOST_LOOKED_THROUGH


def _in_paragraphs(lines: Sequence[str]) -> Excess | None:
    if _is_modest("\n".join(lines)):
        return None
    cells = looked_through = 0
    first = 1
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        paragraph = list(group)
        if not blank:
            text = "\n".join(paragraph)
            counts = {char: text.count(char) for char in _EMPHASIS}
            if sum(counts.values()) * len(text) > MOST_MARKED:
                return _too_many(max(counts, key=counts.__getitem__), paragraph, first)
            cells += _cells(paragraph)
            if cells > MOST_CELLS:
                return Excess(first, f"表格超过 {MOST_CELLS} 格", f"tables of more than {MOST_CELLS} cells")
            looked_through += _looked_through(text)
            if looked_through > MOST_LOOKED_THROUGH:
                return Excess(first, "链接后面的文字太长，中间没有空格", "the text after a link is too long without a space")
        first += len(paragraph)
    return None


def _looked_through(text: str) -> int:
    """At most how many characters are tried as the address of a link: each `](` looks on to the next space, 32 parentheses deep."""
    links = min(text.count("]("), _DEEPEST_PARENTHESES + 1)
    return links * max(map(len, text.split())) if links else 0


def _cells(paragraph: Sequence[str]) -> int:
    """At most how many cells the tables in the paragraph have: rows are filled up to the width of the head."""
    width = cells = 0
    for line in paragraph:
        if _RULE_BELOW_HEAD.fullmatch(line):
            width = max(width, line.count("|") + 1)
        cells += width
    return cells


def _too_many(char: str, lines: Sequence[str], first: int) -> Excess:
    count = sum(line.count(char) for line in lines)
    start = first + next(at for at, line in enumerate(lines) if char in line)
    return Excess(start, f"从这一行起有 {count} 个“{char}”，不像正常文字", f"{count} times “{char}” from this line on, which no text has")
