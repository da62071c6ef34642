"""Goes through a page in the order of its source and collects paragraphs and grids; what it leaves out it notes."""

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Grid, Paragraph, Refused, Spot
from giar_site.importers.noting import Noting
from giar_site.importers.odd_digits import SMALLER
from giar_site.importers.raised import lowered, raised
from giar_site.importers.readers.page import shown
from giar_site.importers.readers.page.links import Links, is_attached, is_footnote_mark
from giar_site.importers.readers.page.lists import markers
from giar_site.importers.readers.page.looks import Looks
from giar_site.importers.readers.page.odd_looks import oddity
from giar_site.importers.readers.page.shown import attribute, children
from giar_site.importers.readers.page.sizes import DigitsInLine, size_of
from giar_site.importers.readers.page.tables import cells_in_order, lays_out, read_table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

DEEPEST = 250  # elements within elements; pages of old tools reach 60
_TABLE_DEPTH = 3  # tbody, tr, td
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


_UNSEEN = "网页隐藏的文字未取用", "text that the page hides was left out"


class Within(NamedTuple):
    """Where in a page a cell is read. `tiny`: in letters of no size. `size`: of these, in pixels, where it is known."""

    spot: Spot | None = None
    depth: int = 0
    tiny: bool = False
    size: float | None = None


class Reading:
    """`blocks`: what has been read so far; a line that is not complete becomes one by end_line."""

    def __init__(self, noting: Noting, looks: Looks, cell: Within | None = None) -> None:
        """Begin a page; or with `cell` a cell of a table there."""
        self.blocks: list[Block] = []
        self._noting = noting
        self._looks = looks
        self._cell, self._depth, self._tiny, self._size = cell or Within()
        self._script = ""
        self._line: list[str] = []
        self._lines = 0
        self._level = 0
        self._marker = ""
        self._markers: dict[int, str] = {}
        self._tables = 0
        self._preformatted = 0
        self._beside = 0
        self._links = Links()
        self._digits = DigitsInLine()

    def take(self, node: "LexborNode") -> None:
        """Read what is below `node`. Raises Refused beyond DEEPEST levels."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused(Text(f"网页嵌套超过 {DEEPEST} 层", f"the page is nested deeper than {DEEPEST} levels"))
        tiny, script, size = self._tiny, self._script, self._size
        look = self._looks.of(node)
        self._tiny = tiny if look.tiny is None else look.tiny
        self._script = look.script or script
        self._size = size_of(look.size, size) if look.size else size
        for below in children(node):
            self._one(below)
        self._tiny, self._script, self._size = tiny, script, size
        self._depth -= 1

    def end_line(self) -> None:
        """End the paragraph or line."""
        text = _collapsed("".join(self._line)).strip()
        self._line.clear()
        if text:
            self._lines += 1
            beside = self._beside > 0 or self._links.are_all
            self.blocks.append(Paragraph(text, self._cell or Spot(line=self._lines), self._level, self._marker, beside))
            self._marker = ""
        self._links.end_line()
        self._digits.end_line()

    def _one(self, node: "LexborNode") -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
        elif tag == "br":
            self.end_line()
        elif tag not in shown.SILENT and not self._left_out(node, tag):
            if tag == "table":
                self._table(node)
            elif tag in shown.BLOCKS:
                self._block(node, tag)
            else:
                self._note_attachment(node, tag)
                script = self._script
                if is_footnote_mark(node, tag) and "".join(self._line).strip():  # a number that is all of its cell is a figure
                    self._script = "super"
                with self._links.within(node, tag):
                    self.take(node)
                self._script = script

    def _text(self, text: str) -> None:
        if self._tiny:
            self._noting.doubt(*_UNSEEN, text, self._spot())
            return
        if self._script:
            text = raised(text) if self._script == "super" else lowered(text)
        self._links.text(text)
        if small := self._digits.smaller(text, self._size):
            self._noting.doubt(SMALLER.zh, SMALLER.en, small, self._spot())
        if not self._preformatted:
            self._line.append(text)
            return
        first, *more = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._line.append(first)
        for line in more:
            self.end_line()
            self._line.append(line)

    def _block(self, node: "LexborNode", tag: str) -> None:
        self.end_line()
        level, self._level = self._level, _HEADINGS.get(tag, self._level)
        if tag in {"ul", "ol", "menu", "dir"}:
            self._markers |= markers(node)
        elif tag == "li":
            self._marker = self._markers.get(node.mem_id, "")
        self._preformatted += tag == "pre"
        self._beside += tag in shown.BESIDE
        self.take(node)
        self.end_line()
        self._preformatted -= tag == "pre"
        self._beside -= tag in shown.BESIDE
        self._level = level
        if tag == "li":
            self._marker = ""

    def _table(self, table: "LexborNode") -> None:
        self.end_line()
        self._depth += _TABLE_DEPTH
        if lays_out(table):
            for cell in cells_in_order(table):
                row = cell.parent
                if row is None or not self._left_out(row, "tr"):
                    self._one(cell)
        else:
            for caption in shown.below(table, "caption"):
                self._one(caption)
            self._tables += 1
            self.blocks.append(read_table(table, self._tables, self._cell_text, self._noting, self._looks))
        self._depth -= _TABLE_DEPTH

    def _cell_text(self, cell: "LexborNode", spot: Spot) -> str:
        inner = Reading(self._noting, self._looks, Within(spot, self._depth, self._tiny, self._size))
        if not any(self._is_void(each, cell, spot) for each in (cell.parent, cell) if each is not None):
            inner.take(cell)
        inner.end_line()
        lines: list[str] = []
        for block in inner.blocks:
            if isinstance(block, Grid):
                texts = [below.text for below in block.cells if below.text]
                self._noting.quote(
                    "表格中嵌套的表格，文字并入所在的格", "a table within a table; its text was taken into the cell", " ".join(texts), spot
                )
                lines += texts
            else:
                lines.append(block.marker + block.text)
        return "\n".join(lines)

    def _left_out(self, node: "LexborNode", tag: str) -> bool:
        spot = self._spot()
        if self._is_void(node, node, spot):
            return True
        if tag in shown.PICTURES:
            told = attribute(node, "alt") or attribute(node, "src").rpartition("/")[2][:100]
            self._noting.add(f"图片“{told}”未取用，其中的文字请人工核对", f"the picture “{told}” was left out; look for text in it", spot)
        elif tag in shown.WINDOWS:
            told = attribute(node, "src") or attribute(node, "data")
            self._noting.add(f"嵌入的内容（{tag}，{told}）未读取", f"embedded content ({tag}, {told}) was not fetched", spot)
        elif tag in shown.UNSHOWN:
            self._noting.quote(
                f"网页中不作正文显示的文字（{tag}）未取用", f"text that is not shown as such ({tag}) was left out", _all_text(node), spot
            )
        elif tag == "input":
            if attribute(node, "type").lower() != "hidden":
                self._noting.quote("输入框中的文字未取用", "the text of an input field was left out", attribute(node, "value"), spot)
        else:
            return False
        return True

    def _is_void(self, node: "LexborNode", held: "LexborNode", spot: Spot) -> bool:
        """Whether nobody sees what is in `node`, or it is struck through and thus not said. `held`: what of it stands at `spot`."""
        look = self._looks.of(node)
        if look.gone or look.unseen:
            self._noting.doubt(*_UNSEEN, held.text(), spot)
        elif look.struck:
            self._noting.doubt("划去的文字未取用", "text that is struck through was left out", held.text(), spot)
        elif odd := oddity(node, look, self._looks):
            self._noting.doubt(odd.zh, odd.en, held.text(), spot)
        return look.gone or look.struck or look.unseen

    def _spot(self) -> Spot:
        return self._cell or Spot(line=self._lines + 1)

    def _note_attachment(self, node: "LexborNode", tag: str) -> None:
        address = attribute(node, "href")
        if tag == "a" and is_attached(address):
            self._noting.quote(
                "链接的附件未取用",
                "a linked attachment was not fetched",
                f"{node.text()} {address}",
                self._spot(),
            )


def _all_text(node: "LexborNode") -> str:
    """Also of a template, whose content is no child of it."""
    return node.text() or re.sub(r"<[^>]*>", " ", node.html or "")


def _collapsed(text: str) -> str:
    """Blanks as a page shows them (CSS Text 3): one each, and none for a line break of the source between Chinese characters."""
    return _BLANKS.sub(lambda found: _blank(found, text), text)


def _blank(found: re.Match[str], text: str) -> str:
    around = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return "" if "\n" in found[0] and all(sign and unicodedata.east_asian_width(sign) in "WF" for sign in around) else " "
