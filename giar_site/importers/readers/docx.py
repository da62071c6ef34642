"""Word files (.docx): paragraphs with levels and automatic numbers, tables with spans; all else of the file is told in notices."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Document, Paragraph, Refused, Spot
from giar_site.importers.noting import Noting
from giar_site.importers.own_document import MARK
from giar_site.importers.readers.word.numbering import Numbering
from giar_site.importers.readers.word.odd_digits import fills
from giar_site.importers.readers.word.package import Package, open_package
from giar_site.importers.readers.word.plain_text import text_of
from giar_site.importers.readers.word.shapes import Shapes
from giar_site.importers.readers.word.styles import Styles
from giar_site.importers.readers.word.tables import read_table, rows_and_cells
from giar_site.importers.readers.word.words import WordReader
from giar_site.importers.readers.word.xml_names import attribute, child, name

_NO_BLOCKS = frozenset({"tcPr", "sdtPr", "sdtEndPr", "sectPr", "tblPr", "customXmlPr"})
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(data: bytes) -> Document:
    """Read the bytes of a .docx. Tracked changes are read as accepted. Raises Refused."""
    package, noting = open_package(data), Noting()
    body = _Body(package, noting)
    main = child(package.document(), "body")
    if main is None:
        raise Refused(Text("没有正文", "it has no body"))
    blocks = [*body.blocks(main), *body.footnotes(package)]
    package.note_what_is_outside(noting, links=body.shapes is None)
    for kind, zh, en in (("header", "页眉未取用", "a header was left out"), ("footer", "页脚未取用", "a footer was left out")):
        for part in package.parts(kind):
            noting.quote(zh, en, text_of(part))
    for part in package.parts("comments"):
        for comment in part:
            noting.quote(
                f"批注（{attribute(comment, 'author')}）未取用",
                f"a comment ({attribute(comment, 'author')}) was left out",
                text_of(comment),
            )
    return Document("docx", tuple(blocks), package.properties(), noting.all(), noting.doubts())


class _Body:
    """Blocks in order; lists, fields and tables are counted on over the whole file."""

    def __init__(self, package: Package, noting: Noting) -> None:
        roots = {kind: next(iter(package.parts(kind)), None) for kind in ("styles", "numbering")}
        self._noting = noting
        self._styles = Styles(roots["styles"])
        self._numbering = Numbering(roots["numbering"], self._styles, noting)
        self._words = WordReader(self._styles, noting)
        ours = package.properties().get("keywords") == MARK
        self.shapes = Shapes(self._styles, self._numbering, package.links()) if ours else None
        self._tables = 0
        self._lines = 0

    def blocks(self, container: Element) -> Iterator[Block]:
        """Yield the blocks of the document's body, a text box or a cell that is nothing but a frame."""
        begun = ""
        for element in _block_elements(container):
            if name(element) == "tbl":
                yield from self._table(element)
                continue
            self._lines += 1
            spot = Spot(line=self._lines)
            words = self._words.read(element, spot)
            if words.joined:
                begun += words.text
            else:
                yield from self._paragraphs(element, begun + words.text, spot)
                begun = ""
            for box in words.boxes:
                yield from self.blocks(box)
        if begun:
            yield Paragraph(begun.strip(), Spot(line=self._lines))

    def footnotes(self, package: Package) -> Iterator[Block]:
        """Yield foot- and endnotes as paragraphs after the text."""
        for kind, zh, en in (
            ("footnotes", "脚注移到文末读取", "a footnote, read after the text"),
            ("endnotes", "尾注移到文末读取", "an endnote, read after the text"),
        ):
            for part in package.parts(kind):
                for note in part:
                    if attribute(note, "type") not in _SEPARATORS:
                        self._noting.quote(zh, en, text_of(note))
                        yield from self.blocks(note)

    def _paragraphs(self, element: Element, text: str, spot: Spot) -> Iterator[Paragraph]:
        """One paragraph for each line; the number stands before the first."""
        level, place = self._styles.heading_level(element), self._styles.list_place(element)
        marker = self._numbering.marker(place)
        if self.shapes:
            shape = self.shapes.of(element, text)
            words = text if shape.role == "code" else "\n".join(_lines_of(text))
            if words or shape.role == "rule":
                yield Paragraph(words, spot, level, marker, shape=shape)
            return
        for line in _lines_of(text):
            yield Paragraph(line, spot, level, marker)
            marker = ""

    def _table(self, table: Element) -> Iterator[Block]:
        frame = _only_cell(table)
        if frame is not None and any(name(element) == "tbl" for element in _block_elements(frame)):
            self._noting.add(
                "只有一格、其中又有表格的表格按版面框读取", "a table of one cell that holds tables was read as a frame of the layout"
            )
            yield from self.blocks(frame)
            return
        self._tables += 1
        number = self._tables
        yield read_table(table, number, self._cell_text, self._noting)

    def _cell_text(self, cell: Element, spot: Spot) -> str:
        """The lines of a cell, automatic numbers included, since a cell shows them as its words."""
        lines: list[str] = []
        begun, coloured = "", fills(child(cell, "tcPr"))
        for element in _block_elements(cell):
            if name(element) == "tbl":
                self._noting.quote(
                    "表格中嵌套的表格，文字并入所在的格", "a table within a table; its text was taken into the cell", text_of(element), spot
                )
                lines += [text for row in rows_and_cells(element) for inner in row if (text := self._cell_text(inner, spot))]
                continue
            words = self._words.read(element, spot, coloured=coloured)
            begun += words.text
            if not words.joined:
                marker = self._numbering.marker(self._styles.list_place(element))
                lines += _lines_of(marker + begun.strip())
                begun = ""
            lines += [text for box in words.boxes if (text := self._cell_text(box, spot))]
        return "\n".join([*lines, *_lines_of(begun)])


def _block_elements(container: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, whatever content controls or revisions are around them."""
    for element in container:
        tag = name(element)
        if tag in {"p", "tbl"}:
            yield element
        elif tag == "altChunk":
            raise Refused(
                Text(
                    "嵌入了另一份文件（altChunk）。请用办公软件打开、另存后再导入",
                    "it embeds another file (altChunk); open it with an office program, save it and import that",
                )
            )
        elif tag not in _NO_BLOCKS:
            yield from _block_elements(element)


def _only_cell(table: Element) -> Element | None:
    cells = [cell for row in rows_and_cells(table) for cell in row]
    return cells[0] if len(cells) == 1 else None


def _lines_of(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := part.strip())]
