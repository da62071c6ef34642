"""Tables with real merged cells: gridSpan across, vMerge down, heads repeated on each page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from giar_site.export.printed import Part, PrintedCell, PrintedTable
from giar_site.export.word.elements import element, writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

WIDTH = 8844  # twentieths of a point between the margins: 156 mm
_LABEL, _LABELS = 2400, 4500  # what labels take in one column, in several
_NARROW = 12  # so many columns want smaller letters


def add_printed(document: "Document", table: PrintedTable, texts: Sequence[str]) -> None:
    """Add a table of the form; `texts`: of each figure, by its position in the edition."""
    widths = _widths(table)
    covered: dict[tuple[int, int], PrintedCell] = {
        (cell.row + down, cell.column): cell for cell in table.cells for down in range(cell.rows)
    }
    rows = []
    for number in range(table.height):
        cells = sorted((place, cell) for place, cell in covered.items() if place[0] == number)
        made = [_cell(cell, _text(cell, texts), widths, table.width, first=cell.row == number) for _, cell in cells]
        rows.append(_row(made, head=number < table.head_rows))
    add_rows(document, widths, rows)


def add_rows(document: "Document", widths: Sequence[int], rows: Sequence["BaseOxmlElement"]) -> None:
    """Add a table of finished rows with columns of these widths."""
    if list(document.element.body.iterchildren("{*}tbl", "{*}p"))[-1].tag.endswith("}tbl"):
        document.add_paragraph(style="Table Text")  # Word makes one of two tables that touch
    table = document.add_table(0, len(widths), "Table Grid")
    properties = table._tbl.tblPr  # noqa: SLF001 - the library sets no fixed layout
    properties.append(element("tblW", w=sum(widths), type="dxa"))
    properties.append(element("jc", val="center"))
    properties.append(element("tblLayout", type="fixed"))
    properties.append(element("tblCellMar", element("left", w=40, type="dxa"), element("right", w=40, type="dxa")))
    order = ("tblStyle", "tblW", "jc", "tblLayout", "tblCellMar", "tblLook")
    kept = {child.tag.rpartition("}")[2]: child for child in properties}  # the later of two
    properties[:] = [kept[name] for name in order if name in kept]
    for column, size in zip(table._tbl.tblGrid, widths, strict=True):  # noqa: SLF001 - as above
        column.set(column.tag.replace("gridCol", "w"), str(size))
    for row in rows:
        table._tbl.append(row)  # noqa: SLF001 - as above


def plain_row(texts: Sequence[str], widths: Sequence[int], *, head: bool) -> "BaseOxmlElement":
    """A row of cells without spans."""
    return _row(
        [_filled(text, "Table Text", element("tcW", w=size, type="dxa")) for text, size in zip(texts, widths, strict=True)], head=head
    )


def _text(cell: PrintedCell, texts: Sequence[str]) -> str:
    return texts[cell.at] if cell.part is Part.FIGURE else cell.text


def _row(cells: Sequence["BaseOxmlElement"], *, head: bool) -> "BaseOxmlElement":
    properties = element("trPr", element("cantSplit"), *([element("tblHeader")] if head else []))
    return element("tr", properties, *cells)


def _cell(cell: PrintedCell, text: str, widths: Sequence[int], columns: int, *, first: bool) -> "BaseOxmlElement":
    """The cell in its first row, or its continuation in a later one."""
    properties = [element("tcW", w=sum(widths[cell.column : cell.column + cell.columns]), type="dxa")]
    if cell.columns > 1:
        properties.append(element("gridSpan", val=cell.columns))
    if cell.rows > 1:
        properties.append(element("vMerge", val="restart" if first else "continue"))
    narrow = columns >= _NARROW
    style = "Table Label" if cell.part is Part.ROW_HEAD else "Table Text Narrow" if narrow else "Table Text"
    return _filled(text if first else "", style, *properties)


def _filled(text: str, style: str, *properties: "BaseOxmlElement") -> "BaseOxmlElement":
    paragraph = element("p", element("pPr", element("pStyle", val=style.replace(" ", ""))))
    for at, line in enumerate(writable(text).split("\n") if text else ()):
        words = element("t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        paragraph.append(element("r", *([element("br")] if at else []), words))
    return element("tc", element("tcPr", *properties, element("vAlign", val="center")), paragraph)


def _widths(table: PrintedTable) -> list[int]:
    """The labels get half the table or less, those of the last column most of it; the figures share the rest alike."""
    count, figures = table.label_columns, table.width - table.label_columns
    labels = [_LABEL] * count if count < 2 else [_LABELS * 9 // 20 // (count - 1)] * (count - 1) + [_LABELS * 11 // 20]
    rest = WIDTH - sum(labels)
    return [*labels, *[rest // figures] * (figures - 1), rest - rest // figures * (figures - 1)]
