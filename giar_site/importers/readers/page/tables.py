"""Tables of a web page: which of them hold data and which only lay the page out, and the former as Grids."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from giar_site.importers.document import Grid, GridCell, Spot
from giar_site.importers.noting import Noting
from giar_site.importers.readers.page.looks import Looks
from giar_site.importers.readers.page.shown import attribute, below, number
from giar_site.importers.readers.page.spans import Layout

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

CellText = Callable[["LexborNode", Spot], str]
LONGEST_CELL = 500  # characters; the longest label of the form has 43
_CELLS_OF_DATA = 8
_GROUPS = {"thead": 0, "tbody": 1, "tr": 1, "tfoot": 2}  # the order in which they are shown


def lays_out(table: "LexborNode") -> bool:
    """Whether `table` only arranges the page: it holds tables or a long text, and not chiefly cells of its own."""
    cells = [cell for row in _rows(table) for cell in below(row, "td", "th")]
    if attribute(table, "role") == "presentation" or len(cells) < 2:
        return True
    if any(_length(cell) > LONGEST_CELL for cell in cells if cell.css_first("table") is None):
        return True
    nesting = [cell for cell in cells if cell.css_first("table") is not None]
    if not nesting:
        return False
    own = [length for cell in cells if cell not in nesting and (length := _length(cell))]
    return len(own) < _CELLS_OF_DATA or sum(own) < sum(map(_length, nesting))


def cells_in_order(table: "LexborNode") -> Iterator["LexborNode"]:
    """Yield the captions and cells of a table, from left to right and from top to bottom."""
    yield from below(table, "caption")
    for row in _rows(table):
        yield from below(row, "td", "th")


def read_table(table: "LexborNode", number_of_table: int, text: CellText, noting: Noting, looks: Looks) -> Grid:
    """Read `table`, the page's data table of that number; `text` gives the text of a cell. Raises Refused for spans beyond all bounds."""

    def is_shown(node: "LexborNode") -> bool:
        if not looks.of(node).gone:
            return True
        noting.quote("网页隐藏的表格内容未取用", "hidden content of a table was left out", node.text(), Spot(table=number_of_table))
        return False

    layout = Layout()
    found: list[GridCell] = []
    for group in _groups(table):
        rows = [row for row in group if is_shown(row)]
        layout.begin_group(len(rows))
        for row in rows:
            layout.begin_row()
            for cell in below(row, "td", "th"):
                if not is_shown(cell):
                    continue
                asked = number(attribute(cell, "rowspan"), 1), number(attribute(cell, "colspan"), 1)
                column, height, width = layout.place(max(0, asked[0]), asked[1])
                spot = Spot(table=number_of_table, row=layout.row + 1, column=column + 1)
                found.append(GridCell(text(cell, spot), layout.row, column, spot, height, width))
    if layout.narrowed:
        noting.add(
            f"有 {layout.narrowed} 格的跨列与别的格重叠，已按空余位置收窄",
            f"{layout.narrowed} cells overlapped others by their colspan and were narrowed to the room there is",
            Spot(table=number_of_table),
        )
    return Grid(tuple(found), Spot(table=number_of_table))


def _groups(table: "LexborNode") -> list[list["LexborNode"]]:
    """The rows by thead, tbody and tfoot, in the order in which they are shown; rows outside of any are a group."""
    groups: list[tuple[int, list[LexborNode]]] = []
    loose: list[LexborNode] = []
    for part in below(table, *_GROUPS):
        if part.tag != "tr":
            groups.append((_GROUPS[part.tag or ""], list(below(part, "tr"))))
            loose = []
        elif loose:
            loose.append(part)
        else:
            loose = [part]
            groups.append((_GROUPS["tr"], loose))
    return [rows for _, rows in sorted(groups, key=lambda group: group[0])]


def _rows(table: "LexborNode") -> Iterator["LexborNode"]:
    return (row for group in _groups(table) for row in group)


def _length(node: "LexborNode") -> int:
    return len("".join(node.text().split()))
