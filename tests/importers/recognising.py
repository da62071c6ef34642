"""What the tests of the recogniser make their samples with."""

from giar_site import forms
from giar_site.importers.document import Document, Grid, GridCell, Paragraph, Spot
from giar_site.importers.recognise.items import Item, Piece, sorted_out
from giar_site.importers.recognise.lexicon import lexicon


def lines(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, Spot(line=at)) for at, text in enumerate(texts, 1))


def grid(*rows: tuple[str, ...]) -> Grid:
    """Cells of 1 × 1."""
    cells = [GridCell(text, r, c, Spot(row=r + 1, column=c + 1)) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Grid(tuple(cells), Spot())


def items(table: str, *texts: str, edition: int = 2021) -> list[Item]:
    return sorted_out([Piece(text, at, Spot()) for at, text in enumerate(texts)], lexicon(edition, table))


def table_of(key: str, edition: int = 2021) -> forms.Table:
    return next(table for table in forms.edition(edition).tables if table.key == key)


def report_of(disclosure: Grid) -> Document:
    """A report whose table two is `disclosure`."""
    return Document("test", (*lines("某局2022年政府信息公开工作年度报告", "二、主动公开政府信息情况"), disclosure))
