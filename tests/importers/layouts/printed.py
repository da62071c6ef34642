"""The three tables of a form as they are printed: cells with spans, each knowing what it is. Written from the form alone, without the recogniser."""

from dataclasses import dataclass, field
from enum import Enum

from giar_site import forms


class Role(Enum):
    """What a printed cell is."""

    TITLE = "title"  # 第二十条第（一）项
    CORNER = "corner"
    HEAD = "head"
    GROUP = "group"
    LABEL = "label"
    FIGURE = "figure"
    EMPTY = "empty"


@dataclass(slots=True)
class Cell:
    """A printed cell at `row`, `column` over `rows` × `columns`; `id` is the form's for a figure, `key` the column's or row's for a label."""

    text: str
    row: int
    column: int
    role: Role
    rows: int = 1
    columns: int = 1
    id: str = ""
    key: str = ""


@dataclass(slots=True)
class Sheet:
    """A printed table. Rows up to `head` are the heads that a page break may repeat."""

    key: str
    cells: list[Cell] = field(default_factory=list)
    head: int = 0

    @property
    def height(self) -> int:
        return max(cell.row + cell.rows for cell in self.cells)

    @property
    def width(self) -> int:
        return max(cell.column + cell.columns for cell in self.cells)

    def of(self, *roles: Role) -> list[Cell]:
        return [cell for cell in self.cells if cell.role in roles]


Figures = dict[str, str]


def printed(form: forms.Form, figures: Figures) -> list[Sheet]:
    """The tables of `form` holding `figures` (texts by cell id)."""
    return [_PRINTERS[table.key](table, figures) for table in form.tables]


def _disclosure(table: forms.Table, figures: Figures) -> Sheet:
    sheet, at = Sheet(table.key), 0
    width = 1 + max(len(block.column_paths) for block in table.blocks)
    for block in table.blocks:
        sheet.cells.append(Cell(block.label, at, 0, Role.TITLE, 1, width))
        sheet.cells.append(Cell(table.corner, at + 1, 0, Role.CORNER))
        spans = _spans(len(block.column_paths), width - 1)
        for (column, wide), path in zip(spans, block.column_paths, strict=True):
            sheet.cells.append(Cell(path[-1].label, at + 1, 1 + column, Role.HEAD, 1, wide, key=path[-1].key))
        for offset, row in enumerate(block.rows, 2):
            sheet.cells.append(Cell(row.label, at + offset, 0, Role.LABEL, key=row.id))
            for (column, wide), cell in zip(spans, row.cells, strict=True):
                sheet.cells.append(Cell(figures[cell.id], at + offset, 1 + column, Role.FIGURE, 1, wide, cell.id))
        at += 2 + len(block.rows)
    return sheet


def _spans(count: int, width: int) -> list[tuple[int, int]]:
    """`count` columns over `width`: the last one takes what is left."""
    return [(at, 1 if at < count - 1 else width - at) for at in range(count)]


def _applications(table: forms.Table, figures: Figures) -> Sheet:
    (block,) = table.blocks
    sheet = Sheet(table.key, [Cell(table.note, 0, 0, Role.CORNER, 3, 3)], head=3)
    _heads(sheet, [(path, at + 3) for at, path in enumerate(block.column_paths)], 3)
    for at, row in enumerate(block.rows):
        for depth, head in enumerate(row.path):
            leaf = depth == len(row.path) - 1
            role = Role.LABEL if leaf else Role.GROUP
            if not leaf and at and depth < len(block.rows[at - 1].path) and block.rows[at - 1].path[depth] is head:
                next(cell for cell in sheet.cells if cell.key == f"{depth}{head.label}").rows += 1
                continue
            key = row.id if leaf else f"{depth}{head.label}"
            sheet.cells.append(Cell(head.label, 3 + at, depth, role, 1, 3 - depth if leaf else 1, key=key))
        sheet.cells += [Cell(figures[cell.id], 3 + at, 3 + n, Role.FIGURE, id=cell.id) for n, cell in enumerate(row.cells)]
    return sheet


def _heads(sheet: Sheet, paths: list[tuple[forms.HeadPath, int]], height: int) -> None:
    for path, column in paths:
        for depth, head in enumerate(path):
            leaf = depth == len(path) - 1
            same = next((cell for cell in sheet.cells if cell.key == f"{depth}{head.label}" and cell.role is Role.HEAD), None)
            if not leaf and same:
                same.columns += 1
                continue
            key = head.key if leaf else f"{depth}{head.label}"
            sheet.cells.append(Cell(head.label, depth, column, Role.HEAD, height - depth if leaf else 1, 1, key=key))


def _review(table: forms.Table, figures: Figures) -> Sheet:
    (block,) = table.blocks
    sheet = Sheet(table.key, head=3)
    paths = [((*row.path, path[-1]), column) for row in block.rows for path in block.column_paths for column in [0]]
    _heads(sheet, [(path, at) for at, (path, _) in enumerate(paths)], 3)
    cells = [cell for row in block.rows for cell in row.cells]
    sheet.cells += [Cell(figures[cell.id], 3, at, Role.FIGURE, id=cell.id) for at, cell in enumerate(cells)]
    return sheet


_PRINTERS = {"disclosure": _disclosure, "applications": _applications, "review_and_litigation": _review}
