"""A Word table → a Grid: its own reading of w:tc, since libraries repeat merged text over the grid and tell no origin from a continuation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from giar_site.diagnostics import Text
from giar_site.importers.document import Grid, GridCell, Refused, Spot
from giar_site.importers.noting import Noting
from giar_site.importers.readers.word.plain_text import text_of
from giar_site.importers.readers.word.xml_names import attribute, child, name, number, switched_on

WIDEST = 1_000  # columns; Word itself allows 63
CellText = Callable[[Element, Spot], str]


@dataclass(slots=True)
class _Growing:
    """A cell that rows below or cells to the right may still enlarge."""

    text: str
    row: int
    column: int
    spot: Spot
    rows: int = 1
    columns: int = 1

    def done(self) -> GridCell:
        return GridCell(self.text, self.row, self.column, self.spot, self.rows, self.columns)


def read_table(table: Element, number: int, text: CellText, noting: Noting) -> Grid:
    """Read `table`, the `number`-th of the file; `text` gives the text of a cell. Raises Refused beyond WIDEST columns."""
    rows = _Rows(text, noting)
    for row, element in enumerate(_rows(table, number, noting)):
        rows.read(element, row, Spot(table=number, row=row + 1))
    return Grid(tuple(cell.done() for cell in rows.cells), Spot(table=number))


def rows_and_cells(table: Element) -> Iterator[Iterator[Element]]:
    """Yield the cells of each row, whatever content controls are around them."""
    return (_below(row, "tc") for row in _below(table, "tr"))


def _rows(table: Element, number: int, noting: Noting) -> Iterator[Element]:
    """The rows that a reader of the page sees."""
    place = Spot(table=number)
    for row in _below(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            noting.quote(
                "修订中删除的表格行，按接受修订未取用", "tracked deletion of a table row, left out as accepted", text_of(row), place
            )
        elif switched_on(child(properties, "hidden")):
            noting.quote("隐藏的表格行未取用", "a hidden table row was left out", text_of(row), place)
        else:
            if child(properties, "ins") is not None:
                noting.quote(
                    "修订中插入的表格行，按接受修订取用", "tracked insertion of a table row, taken as accepted", text_of(row), place
                )
            yield row


class _Rows:
    """Reads one row after another; knows the merged cells that the row before ended with, by their column."""

    def __init__(self, text: CellText, noting: Noting) -> None:
        self.cells: list[_Growing] = []
        self._above: dict[int, _Growing] = {}
        self._text = text
        self._noting = noting

    def read(self, element: Element, row: int, place: Spot) -> None:
        column = _span(child(element, "trPr"), "gridBefore", 0)
        merged: dict[int, _Growing] = {}
        last: _Growing | None = None
        for cell in _below(element, "tc"):
            properties = child(cell, "tcPr")
            width = _span(properties, "gridSpan", 1)
            if column + width > WIDEST:
                raise Refused(Text(f"第 {place.table} 个表格超过 {WIDEST} 列", f"its table {place.table} has more than {WIDEST} columns"))
            spot = place._replace(column=column + 1)
            words = self._text(cell, spot)
            upper = self._above.get(column)
            if last is not None and _continues(properties, "hMerge"):
                last.columns += width
                self._note_covered(words, spot)
            elif upper is not None and upper.columns == width and _continues(properties, "vMerge"):
                upper.rows += 1
                merged[column] = last = upper
                self._note_covered(words, spot)
            else:
                last = _Growing(words, row, column, spot, columns=width)
                self.cells.append(last)
                if child(properties, "vMerge") is not None:
                    merged[column] = last
            column += width
        self._above = merged

    def _note_covered(self, words: str, spot: Spot) -> None:
        """Words that somebody wrote and a merger has covered: Word does not show them."""
        self._noting.quote("被合并的格中不显示的文字未取用", "text covered by a merged cell was left out", words, spot)


def _continues(properties: Element | None, key: str) -> bool:
    merge = child(properties, key)
    return merge is not None and attribute(merge, "val", "continue") != "restart"


def _span(properties: Element | None, key: str, least: int) -> int:
    """How many grid columns a cell or a gap covers."""
    found = child(properties, key)
    return max(least, number(attribute(found, "val"), least))


def _below(element: Element, wanted: str) -> Iterator[Element]:
    for found in element:
        tag = name(found)
        if tag == wanted:
            yield found
        elif tag in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}:
            yield from _below(found, wanted)
