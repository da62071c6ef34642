"""Markdown source → the text a reader sees, and where each of its characters stands in the source."""

import re
from bisect import bisect_right
from typing import Final, NamedTuple

_PUNCTUATION: Final = r"!-/:-@\[-`{-~"
_MARKUP: Final = re.compile(
    rf"""(?=[\\*_`\[\]!\#>=~+\-0-9 \t])(?:                                 # nothing else begins markup
      (?P<escaped>\\(?=[{_PUNCTUATION}\n]))(?P<kept>[{_PUNCTUATION}])?
    | ^[ \t]*(?:(?:>|[-+*](?=[ \t])|[0-9]{{1,9}}[.)](?=[ \t]))[ \t]*)+   # quotation and list marks
    | ^[ ]{{0,3}}(?:\#{{1,6}}(?:[ \t]+|$)|(?:=+|-{{2,}}|`{{3,}}\w*|~{{3,}}\w*)[ \t]*$)  # heading, underline, rule, code fence
    | (?<![ \t])[ \t]+\#+[ \t]*$
    | !\[[^\[\]\n]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+"[^"\n]*")?\)  # a picture is no text
    | \[(?=[^\[\]\n]*\]\()
    | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+"[^"\n]*")?\)
    | (?<!\*)\*{{1,3}}(?!\*)                                             # four and more hide something, as in 138****1234
    | (?<!\w)_{{1,2}}(?=\w) | (?<=\w)_{{1,2}}(?!\w)
    | `+)
    """,
    re.VERBOSE | re.MULTILINE,
)
_MARKS: Final = re.compile(r"[\\*_`\[#>]|^[ \t]*[-+=~0-9]", re.MULTILINE)


class Plain(NamedTuple):
    """What a reader sees of a passage: `text`, one paragraph a line, characters as written (no width or case is changed).

    `starts` and `sources` say where each unbroken piece begins, in the text and in the source; use `offset` and `span`.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def offset(self, at: int) -> int:
        """Where the character `at` of the text (from 0) stands in the source."""
        piece = bisect_right(self.starts, at) - 1
        return self.sources[piece] + at - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the source that shows text[start:end]; the end is exclusive, and `start` < `end`."""
        return self.offset(start), self.offset(end - 1) + 1


def plain_text(source: str) -> Plain:
    """The text a reader sees of Markdown `source`: without marks of headings, lists and emphasis, link targets, escapes and pictures.

    `<` and `&` stay as they are. Never raises; what is no markup stays, so at worst a mark is left in the text.
    """
    if not _MARKS.search(source):
        return Plain(source, (0,), (0,))
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length = 0
    last = 0
    for match in _MARKUP.finditer(source):
        if match.start() > last:
            pieces.append(source[last : match.start()])
            starts.append(length)
            sources.append(last)
            length += match.start() - last
        last = match.end() - len(match["kept"] or "")
    if last < len(source) or not pieces:
        pieces.append(source[last:])
        starts.append(length)
        sources.append(last)
    return Plain("".join(pieces), tuple(starts), tuple(sources))
