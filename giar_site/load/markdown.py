"""The Markdown parser: markdown-it without raw HTML, our own list of allowed addresses, and a short way for plain text.

Most of a report is plain paragraphs, for which the full parser is slow. A line between blank lines that can only be a paragraph
or a heading is turned into the same tokens directly, and a text without any character that Markdown could read into one run;
everything else goes to the library. A property test holds the two ways equal.

Link reference definitions (`[1]: …`) are off: they vanish from the page, where a narrative may lose no line, and a few
bytes that refer to a long address many times would become a page of megabytes.
"""

import re
from typing import Any, Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.text_join import text_join
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.text import _TerminatorChars
from markdown_it.token import Token
from mdit_py_cjk_friendly import cjk_friendly

from giar_site.load.links import is_allowed_link

_STOP: Final = re.compile(f"[{re.escape(''.join(sorted(_TerminatorChars)))}]")
_HEADING: Final = re.compile(r"(#{1,6}) ([^#]+)")
_PARAGRAPH: Final = re.compile(r"(?![0-9]{1,9}[.)])[^ \t#>+\-`~*_]|\*\*[^*\s]")  # begins no list, quotation, rule, code or heading
_SPECIAL: Final = re.compile(r"[\n\\`~*_\[\]!<&]")
_HAN: Final = "\u4e00-\u9fff0-9A-Za-z"
_BOLD: Final = re.compile(f"[{_HAN}](?:.*[{_HAN}。，；：、！？])?")  # both ends plainly the inside of something bold
_FAR_REACHING: Final = re.compile(r"```|~~~|[\0\r]")  # what can change the reading of other paragraphs
LONGEST_ADDRESS = 2_000
MOST_NESTED = 10
_DEEPEST = 2 * MOST_NESTED  # the library counts a list and its item apart
# On a telephone a table scrolls in a frame of its own, which the keyboard has to reach.
_FRAME: Final = '<div class="scroll" role="group" aria-label="表格" tabindex="0">\n'
_FRAME_END: Final = "</div>\n"
_HOLDS_BLOCKS = {"blockquote_open", "list_item_open"}


class RefusedLink(NamedTuple):
    """An address that was not made a link, and the lines of its paragraph: from `first` (0: the first) to before `end`."""

    address: str
    first: int
    end: int


class Parsed(NamedTuple):
    """Block tokens with their inline children, and the links that were refused."""

    tokens: list[Token]
    refused: list[RefusedLink]

    @property
    def too_deep(self) -> int | None:
        """The first line (from 0) of what is nested so deep that the library drops it."""
        deep = (token for token in self.tokens if token.type in _HOLDS_BLOCKS and token.level >= _DEEPEST - 1)
        return next(((token.map or [0])[0] for token in deep), None)


class Markdown:
    """A parser with its settings; one is enough for a process."""

    def __init__(self) -> None:
        self._refused: list[RefusedLink] = []
        self._lines = (0, 0)  # of the paragraph whose inline text is being read, from the first line of the text handed in
        self._start = 0
        self.library = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": _DEEPEST})
        self.library.use(cjk_friendly)
        self.library.disable("reference")
        self.library.core.ruler.at("inline", self._inlines)
        self._encode = self.library.normalizeLink
        self.library.inline.ruler.at("text", _text)
        renderer: Any = self.library.renderer  # the protocol it is declared as leaves out what every renderer has
        element = renderer.renderToken
        renderer.rules["table_open"] = lambda *token: _FRAME + element(*token)
        renderer.rules["table_close"] = lambda *token: element(*token) + _FRAME_END
        self._parse_inline = self.library.inline.parse
        setattr(self.library.inline, "parse", self._inline)  # noqa: B010 - as below
        setattr(self.library, "normalizeLink", self._normalize)  # noqa: B010 - as below
        setattr(self.library, "validateLink", self._validate)  # noqa: B010 - the documented way; a plain assignment is no method to mypy

    def parse(self, text: str) -> Parsed:
        """Read `text`. Never raises."""
        self._refused = []
        self._start = 0
        if _FAR_REACHING.search(text):
            return Parsed([_aligned(token) for token in self.library.parse(text)], self._refused)
        tokens: list[Token] = []
        lines = text.split("\n")
        waiting = 0  # the first line not yet turned into tokens
        blank = True
        for at, line in enumerate(lines):
            if blank and line and (at + 1 == len(lines) or not lines[at + 1].strip(" \t")):
                lonely = self._lonely_block(line, at)
                if lonely:
                    self._parse_lines(lines, waiting, at, tokens)
                    tokens += lonely
                    waiting = at + 1
            blank = not line.strip(" \t")
        self._parse_lines(lines, waiting, len(lines), tokens)
        return Parsed(tokens, self._refused)

    def render(self, tokens: list[Token]) -> str:
        """The HTML of `tokens`."""
        html: str = self.library.renderer.render(tokens, self.library.options, {})
        return html

    def _parse_lines(self, lines: list[str], start: int, end: int, tokens: list[Token]) -> None:
        """Let the library read some of the lines, and put its tokens where they belong in the whole."""
        text = "\n".join(lines[start:end]) + ("\n" if end < len(lines) else "")
        if not text.strip(" \t\n"):
            return
        self._start = start
        for token in self.library.parse(text):
            if token.map:
                token.map = [token.map[0] + start, token.map[1] + start]
            tokens.append(_aligned(token))

    def _inlines(self, state: StateCore) -> None:
        """The library's own rule, but for remembering where each paragraph stands."""
        for token in state.tokens:
            if token.type == "inline":
                first, end = token.map or (0, 1)
                self._lines = (first + self._start, end + self._start)
                token.children = self.library.inline.parse(token.content, state.md, state.env, [])

    def _lonely_block(self, line: str, at: int) -> list[Token] | None:
        """The tokens of a line that stands alone and is certainly a paragraph or a heading; None when it may be something else."""
        heading = _HEADING.fullmatch(line)
        if not heading and not _PARAGRAPH.match(line):
            return None
        text = (heading[2] if heading else line).strip()
        if not text:
            return None
        kind, tag, markup = ("heading", f"h{len(heading[1])}", heading[1]) if heading else ("paragraph", "p", "")
        inline = Token("inline", "", 0, map=[at, at + 1], level=1, children=[], content=text, block=True)
        self._lines = (at, at + 1)
        inline.children = self._inline(text, self.library, {}, [])
        if _SPECIAL.search(text):
            text_join(StateCore(text, self.library, {}, [inline]))
        return [
            Token(f"{kind}_open", tag, 1, map=[at, at + 1], markup=markup, block=True),
            inline,
            Token(f"{kind}_close", tag, -1, markup=markup, block=True),
        ]

    def _inline(self, text: str, md: MarkdownIt, env: dict[str, Any], tokens: list[Token]) -> list[Token]:
        """The inline tokens of a paragraph, list item or table cell; without a special character it is one run of text."""
        if text and not _SPECIAL.search(text):
            tokens.append(Token("text", "", 0, content=text))
            return tokens
        if bold := _bold(text):
            tokens += bold
            return tokens
        return self._parse_inline(text, md, env, tokens)

    def _normalize(self, address: str) -> str:
        """As the library does, but for an address too long for `_validate`: encoding takes quadratic time."""
        return self._encode(address) if len(address) <= LONGEST_ADDRESS else address

    def _validate(self, address: str) -> bool:
        allowed = len(address) <= LONGEST_ADDRESS and is_allowed_link(address)
        if not allowed:
            link = RefusedLink(address, *self._lines)
            if link not in self._refused[-1:]:  # the library asks again where it looks ahead
                self._refused.append(link)
        return allowed


def _aligned(token: Token) -> Token:
    """A table cell's alignment as a class: a page's policy forbids styles in its text."""
    style = token.attrs.pop("style", None)
    if style is not None:
        token.attrs["class"] = "align-" + str(style).removeprefix("text-align:")
    return token


def _bold(text: str) -> list[Token] | None:
    """The tokens of a text whose only markup is bold, where no rule about neighbouring punctuation comes into play; else None."""
    parts = text.split("**")
    if len(parts) % 2 == 0 or len(parts) == 1:
        return None
    tokens = []
    for at, part in enumerate(parts):
        bold = at % 2
        if _SPECIAL.search(part) or (bold and not _BOLD.fullmatch(part)):
            return None
        if not part and 0 < at < len(parts) - 1:  # four asterisks in a row
            return None
        if at:
            tokens.append(Token("strong_open", "strong", 1, markup="**") if bold else Token("strong_close", "strong", -1, markup="**"))
        tokens.append(Token("text", "", 0, content=part, level=bold))
    return tokens


def _text(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's own shape of a rule
    """The library's rule for plain runs of text, by one search instead of a step a character."""
    match = _STOP.search(state.src, state.pos, state.posMax)
    end = match.start() if match else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True
