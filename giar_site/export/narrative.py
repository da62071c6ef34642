"""Narrative → blocks that Word and plain text both know: headings, paragraphs, items of lists, quotations, code, tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from markdown_it.token import Token

from giar_site.load.markdown import Markdown


class Span(NamedTuple):
    """Words set alike; `link`: where they lead; `picture`: the words stand for a picture at this address; `ends_line`: a line break follows."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    picture: str = ""
    ends_line: bool = False


Spans = tuple[Span, ...]


class Item(NamedTuple):
    """The list a paragraph begins an item of: `number` tells lists of a passage apart, `first` is what it counts from, `value` this item's."""

    number: int
    depth: int
    ordered: bool
    first: int
    value: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of narrative. `heading`: its level as written (0: none); `within`: lists and quotations around it; `rows`: of a table.

    `kind`: "text", "code", "rule" or "table".
    """

    kind: str
    spans: Spans = ()
    heading: int = 0
    item: Item | None = None
    within: int = 0
    quoted: bool = False
    rows: tuple[tuple[Spans, ...], ...] = ()

    def all_spans(self) -> Iterator[Span]:
        """Every span of it, those of its table too."""
        yield from self.spans
        for row in self.rows:
            for spans in row:
                yield from spans


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    return Markdown()


def sources_of(source: str) -> tuple[str, ...]:
    """The Markdown of each outermost block of `source`; joined by empty lines they are the same narrative."""
    lines = source.split("\n")
    maps = [token.map for token in _markdown().parse(source).tokens if token.level == 0 and token.map]
    return tuple("\n".join(lines[first:end]).rstrip("\n") for first, end in maps)


def blocks_of(source: str) -> tuple[Block, ...]:
    """The blocks of the Markdown `source` from the top."""
    return tuple(_Walk().blocks(_markdown().parse(source).tokens))


class _Walk:
    """Goes through the tokens once and remembers what it is inside of."""

    def __init__(self) -> None:
        self._lists: list[Item] = []  # the open lists, outermost first, each with the value of its open item
        self._known = 0
        self._quotes = 0
        self._fresh = False  # an item has begun whose first paragraph is still to come
        self._rows: list[list[Spans]] = []

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        heading = 0
        table = False
        for token in tokens:
            match token.type:
                case "heading_open":
                    heading = int(token.tag[1])
                case "table_open" | "table_close":
                    table = token.type == "table_open"
                    if not table:
                        yield self._block("table", rows=tuple(map(tuple, self._rows)))
                        self._rows = []
                case "tr_open":
                    self._rows.append([])
                case "inline" if table:
                    self._rows[-1].append(_spans(token))
                case "inline":
                    yield replace(self._block("text", _spans(token)), heading=heading)
                    heading = 0
                case "fence" | "code_block":
                    yield self._block("code", (Span(token.content.removesuffix("\n"), code=True),))
                case "hr":
                    yield self._block("rule")
                case _:
                    self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._known += 1
                first = int(token.attrs.get("start", 1))
                self._lists.append(Item(self._known, len(self._lists), token.type == "ordered_list_open", first, first - 1))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._lists[-1] = self._lists[-1]._replace(value=self._lists[-1].value + 1)
                self._fresh = True
            case "list_item_close":
                self._fresh = False
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1

    def _block(self, kind: str, spans: Spans = (), rows: tuple[tuple[Spans, ...], ...] = ()) -> Block:
        item = None
        if self._fresh:
            item, self._fresh = self._lists[-1], False
        return Block(kind, spans, item=item, within=len(self._lists) + self._quotes, quoted=self._quotes > 0, rows=rows)


def _spans(inline: Token) -> Spans:
    """The words of a paragraph, runs alike in one; a line of the file that ends within it is no line of the text."""
    spans: list[Span] = []
    state = Span("")
    children = inline.children or []
    for at, token in enumerate(children):
        match token.type:
            case "strong_open" | "strong_close":
                state = state._replace(bold=token.nesting == 1)
            case "em_open" | "em_close":
                state = state._replace(italic=token.nesting == 1)
            case "link_open" | "link_close":
                state = state._replace(link=str(token.attrs.get("href", "")) if token.nesting == 1 else "")
            case "code_inline":
                spans.append(state._replace(text=token.content, code=True))
            case "image":
                spans.append(state._replace(text=token.content, picture=str(token.attrs.get("src", ""))))
            case "softbreak":
                spans.append(state._replace(text=_between(spans, children[at + 1 :])))
            case "hardbreak":
                spans.append(state._replace(text="", ends_line=True))
            case _:
                spans.append(state._replace(text=token.content))
    return tuple(span for span in spans if span.text or span.picture or span.ends_line)


def _between(before: list[Span], after: Sequence[Token]) -> str:
    """A space between words of Latin letters, nothing beside a Chinese character."""
    following = next((token.content for token in after if token.content), "")
    sides = (before[-1].text[-1:] if before else "") + following[:1]
    return "" if any(char > "\u2e7f" for char in sides) else " "
