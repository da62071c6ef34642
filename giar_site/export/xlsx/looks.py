"""How the cells of a workbook look, each look made once."""

from math import ceil
from typing import TYPE_CHECKING, Any

from giar_site.width import width

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_BASE: dict[str, Any] = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter", "text_wrap": True}
_BOX: dict[str, Any] = {**_BASE, "border": 1, "align": "center"}
_TEXT: dict[str, Any] = {"num_format": "@"}  # what is typed stays text, also after - or =
_HEAD: dict[str, Any] = {"bg_color": "#F2F2F2"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {**_BASE, "font_name": "黑体", "font_size": 14, "align": "center"},
    "caption": {**_BOX, **_HEAD, "bold": True},
    "column_head": {**_BOX, **_HEAD},
    "row_head": {**_BOX, **_HEAD, "align": "left"},
    "count": {**_BOX, "num_format": "0", "locked": False},
    "change": {**_BOX, "num_format": "0", "locked": False},
    "money": {**_BOX, "num_format": "General", "locked": False},
    "total": {**_BOX, "num_format": "0", "bg_color": "#E2EFDA"},
    "published": {**_BOX, "quote_prefix": True, "locked": False},
    "label": {**_BASE, "border": 1, "bg_color": "#F2F2F2"},
    "value": {**_BASE, **_TEXT, "border": 1, "align": "left", "locked": False},
    "section": {**_BASE, **_TEXT, "font_name": "黑体", "font_size": 14, "bg_color": "#F2F2F2"},
    "prose": {**_BASE, **_TEXT, "font_name": "仿宋", "font_size": 12, "valign": "top", "locked": False},
    "plain": {**_BASE, "valign": "top"},
    "balanced": {"font_color": "#006100", "bg_color": "#C6EFCE"},
    "unbalanced": {"font_color": "#9C0006", "bg_color": "#FFC7CE", "bold": True},
}


class Looks:
    """The formats of one workbook, by name."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> "Format":
        """The format called `name`. Raises KeyError for one that is not known."""
        if name not in self._made:
            self._made[name] = self._book.add_format(_LOOKS[name])
        return self._made[name]


_TALLEST = 409  # points, beyond which a row of Excel cannot go


def lines_of(text: str, columns: float) -> int:
    """The lines that `text` takes in a cell `columns` characters wide."""
    return sum(max(1, ceil(width(line) / (columns - 1))) for line in text.split("\n"))


def height_of(text: str, columns: float, line: float = 15) -> float:
    """The height in points of a row that shows all of `text`; not every program finds it by itself."""
    return min(_TALLEST, line * lines_of(text, columns) + 3)
