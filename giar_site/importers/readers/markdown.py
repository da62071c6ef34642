"""Markdown (.md): the words as a reader of the page sees them. What is only form, such as bold, is left out and reported."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Any, Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from mdit_py_cjk_friendly import cjk_friendly

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Document, Grid, GridCell, Notice, Paragraph, Refused, Spot
from giar_site.importers.readers.encoding import decoded
from giar_site.importers.readers.front_matter import split_front_matter

LONGEST = 300_000  # characters
MOST_MARKS = 20_000  # a paragraph of marks that open something takes the square of its length to read
_MARKS: Final = "[]*_~`<!"
_DEEPEST: Final = 40  # quotations and lists, counted as the library does; from there on it drops words
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WITHIN: Final = re.compile(r"^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?")  # what stands before a table in a quotation or list
_FORM: Final = {
    "strong_open": Text("粗体", "bold"),
    "em_open": Text("斜体", "italics"),
    "code_inline": Text("代码样式", "code style"),
    "blockquote_open": Text("引用样式", "quotation style"),
    "softbreak": Text("段内换行（每行作为一段）", "line breaks within a paragraph (each line became a paragraph)"),
}


class _Words(NamedTuple):
    """The lines of a paragraph, heading or cell, and the notices of what is not words: addresses, pictures."""

    lines: list[str]
    lost: list[Text]


class _Reading:
    """One run over the tokens of a file. `first`: the line of the file at which the Markdown begins, from 0."""

    def __init__(self, text: str, first: int) -> None:
        self.parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": _DEEPEST})
        self.parser.use(cjk_friendly)  # **《条例》**规定 is bold, as where reports are written
        self.parser.disable(["code", "reference"])  # an indented line is a paragraph that somebody indented; a definition would vanish
        self.text_lines = text.split("\n")
        self.tokens = self.parser.parse(text)
        if any(token.level >= _DEEPEST - 2 for token in self.tokens):
            raise Refused(
                Text("列表或引用嵌套过深，不像一份年度报告", "its lists or quotations are nested deeper than in any annual report")
            )
        self.first = first
        self.form: Counter[str] = Counter()
        self.notices: list[Notice] = []
        self.doubts: list[Notice] = []
        self.markers: list[Iterator[str]] = []
        self.waiting = ""  # the marker of a list item whose first words are yet to come
        self.tables = count(1)

    def blocks(self) -> Iterator[Block]:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type == "table_open":
                yield self._grid(token)
                while self.tokens[at].type != "table_close":
                    at += 1
            elif token.type == "inline":
                before = self.tokens[at - 1]
                yield from self._paragraphs(token, int(before.tag[1]) if before.type == "heading_open" else 0)
            elif token.type == "fence":
                for number, line in enumerate(token.content.splitlines(), start=self._line(token) + 1):
                    if line.strip():
                        yield Paragraph(line.strip(), Spot(line=number))
            else:
                self._mark(token)
            at += 1

    def _mark(self, token: Token) -> None:
        """Keep count of lists and their numbers."""
        self.form[token.type] += 1
        if token.type == "bullet_list_open":
            self.markers.append(iter(lambda: "•", None))
        elif token.type == "ordered_list_open":
            self.markers.append(f"{number}{token.markup}" for number in count(int(token.attrs.get("start", 1))))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.markers.pop()
        elif token.type == "list_item_open":
            self.waiting = next(self.markers[-1])

    def _paragraphs(self, token: Token, level: int) -> Iterator[Paragraph]:
        spot = Spot(line=self._line(token))
        words = self._words(token.children or [], spot)
        for offset, line in enumerate(words.lines):
            if line.strip():
                yield Paragraph(line.strip(), spot._replace(line=spot.line + offset), level, self.waiting)
                self.waiting = ""

    def _grid(self, token: Token) -> Grid:
        """The rows as written: the library drops cells beyond the width of the head, which would lose numbers."""
        table = next(self.tables)
        first, end = token.map or (0, 0)
        rows = [number for number in range(first, end) if number != first + 1]
        cells = [
            self._cell(text, Spot(table=table, row=row + 1, column=column + 1, line=number + 1 + self.first))
            for row, number in enumerate(rows)
            for column, text in enumerate(_split(self.text_lines[number]))
        ]
        return Grid(tuple(cells), Spot(table=table, line=first + 1 + self.first))

    def _cell(self, text: str, spot: Spot) -> GridCell:
        (inline,) = self.parser.parseInline(_BREAK.sub("\n", text))
        self.form["softbreak"] -= sum(child.type == "softbreak" for child in inline.children or [])  # they are the <br> of a cell
        words = self._words(inline.children or [], spot)
        return GridCell("\n".join(line.strip() for line in words.lines), spot.row - 1, spot.column - 1, spot)

    def _words(self, children: list[Token], spot: Spot) -> _Words:
        words = _Words([""], [])
        struck: list[str] = []
        depth = 0
        for child in children:
            self.form[child.type] += 1
            depth += (child.type == "s_open") - (child.type == "s_close")
            if depth and child.type in {"text", "code_inline"}:
                struck.append(child.content)
            else:
                _take(child, words)
        self.notices += [Notice(text, spot) for text in words.lost]
        if said := "".join(struck).strip():
            self.doubts.append(Notice(Text(f"划去的文字未取用：{said}", f"text that is struck through was left out: {said}"), spot))
        return words

    def _line(self, token: Token) -> int:
        return (token.map or [0])[0] + 1 + self.first


def read(data: bytes) -> Document:
    """Read the bytes of a Markdown file; its front matter, where it has one, becomes `properties`. Raises Refused."""
    text, notices = decoded(data)
    if len(text) > LONGEST:
        raise Refused(Text(f"超过 {LONGEST} 字，不像一份年度报告", f"it has more than {LONGEST} characters, which no annual report has"))
    if (marks := sum(map(text.count, _MARKS))) > MOST_MARKS:
        raise Refused(
            Text(
                f"其中 {_MARKS} 这些符号有 {marks} 个（最多 {MOST_MARKS}），不像一份年度报告",
                f"it has {marks} of the marks {_MARKS} (at most {MOST_MARKS}), which no annual report has",
            )
        )
    text = re.sub(r"\r\n?", "\n", text)
    front, properties = split_front_matter(text)
    lines = text.split("\n")
    reading = _Reading("\n".join(lines[front:]), front)
    blocks = tuple(reading.blocks())
    form = [wording for kind, wording in _FORM.items() if reading.form[kind] > 0]
    if form:
        zh, en = "、".join(word.zh for word in form), ", ".join(word.en for word in form)
        notices += (Notice(Text(f"只取文字，未保留：{zh}", f"only the words were taken; left out: {en}")),)
    return Document("markdown", blocks, properties, (*notices, *reading.notices, *reading.doubts), tuple(reading.doubts))


def _split(line: str) -> list[str]:
    """The cells of a row as its author wrote them."""
    cells = escapedSplit(_WITHIN.sub("", line).strip())
    if cells and not cells[0].strip():
        del cells[0]
    if cells and not cells[-1].strip():
        del cells[-1]
    return [cell.strip() for cell in cells]


def _take(child: Token, words: _Words) -> None:
    attributes: dict[str, Any] = child.attrs
    if child.type in {"softbreak", "hardbreak"}:
        words.lines.append("")
    elif child.type == "image":
        words.lost.append(
            Text(f"图片未导入：{child.content} {attributes['src']}", f"a picture is not imported: {child.content} {attributes['src']}")
        )
    elif child.type == "link_open":
        words.lost.append(
            Text(f"链接地址未导入，只取文字：{attributes['href']}", f"of a link only the words are taken, not {attributes['href']}")
        )
    else:
        words.lines[-1] += child.content
