"""Reads built pages without any help from giar: the cells by id, and the text a reader sees."""

from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

SILENT = {"script", "style", "head", "template"}
VOID = {"meta", "link", "br", "img", "input", "hr", "area", "base", "col", "embed", "source", "track", "wbr"}


class Cell(NamedTuple):
    value: str | None
    text: str


class Page(HTMLParser):
    """A parsed page: `cells` by id (td only), `lines` the text of each block, white space folded."""

    BLOCKS = frozenset(
        [
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "td",
            "th",
            "caption",
            "dt",
            "dd",
            "figcaption",
            "blockquote",
            "div",
            "section",
            "main",
            "header",
            "footer",
            "nav",
            "ul",
            "ol",
            "table",
        ]
    )

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: dict[str, Cell] = {}
        self.lines: list[str] = []
        self.links: list[str] = []
        self._block: list[str] = []
        self._cell: tuple[str, str | None, list[str]] | None = None
        self._silent = 0
        self.feed(html)
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in SILENT:
            self._silent += 1
        if tag in self.BLOCKS:
            self._flush()
        if tag == "a" and known.get("href"):
            self.links.append(str(known["href"]))
        if tag == "td" and known.get("id"):
            self._cell = (str(known["id"]), known.get("data-value"), [])

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent -= 1
        if tag == "td" and self._cell:
            identity, value, texts = self._cell
            assert identity not in self.cells, f"two cells {identity}"
            self.cells[identity] = Cell(value, "".join(texts).strip())
            self._cell = None
        if tag in self.BLOCKS:
            self._flush()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self._block.append(data)
        if self._cell:
            self._cell[2].append(data)

    def _flush(self) -> None:
        line = " ".join("".join(self._block).split())
        if line:
            self.lines.append(line)
        self._block = []


def read_page(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))
