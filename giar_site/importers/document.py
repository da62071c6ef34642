"""What every reader of a file yields: blocks of prose and grids of cells in the order of the source, and what it could not take along.

A reader keeps the words as they stand; it folds, guesses and drops nothing. What the words mean is for `recognise/` to find out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from giar_site.diagnostics import Text


class Spot(NamedTuple):
    """Where something stands in its file. Numbers count from 1; 0 or "" means that the format has no such thing."""

    sheet: str = ""
    page: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    line: int = 0


class Run(NamedTuple):
    """Words of a paragraph set alike; a line break within it is one in `text`. `link`: where they lead."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


class Shape(NamedTuple):
    """What a paragraph of a Word file that giar wrote is. `role`: title, particular, attachment, code, rule, or "" for the prose.

    `list`: tells the lists of the file apart, 0: it begins no item; `depth`: lists and quotations around it.
    """

    role: str = ""
    runs: tuple[Run, ...] = ()
    list: int = 0
    depth: int = 0
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a line of text, without line breaks.

    `level`: 1–6 where the source itself marks a heading, else 0. `marker`: a number or bullet that the source shows
    before the text without holding it there (automatic lists of Word, HTML). `beside`: a web page sets it apart from its text (nav, header, footer,
    aside), or it holds nothing but links. `shape`: known of giar's own files alone, whose paragraphs keep their line breaks.
    """

    text: str
    spot: Spot
    level: int = 0
    marker: str = ""
    beside: bool = False
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell as its author made it: at `row`, `column` (from 0), over `rows` × `columns`. Paragraphs within it are joined by line breaks.

    `number`: the text was made from a number of a spreadsheet, so that its digits are no typing of anybody. `unstored`: a formula whose value
    the file does not hold; `formula`: what stands there was worked out, by whatever program saved the file last.
    """

    text: str
    row: int
    column: int
    spot: Spot
    rows: int = 1
    columns: int = 1
    number: bool = False
    unstored: bool = False
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Of cells that one covers by its span only the covering one is there; cells never overlap.

    Rows may be of unequal length. Empty cells are there, with an empty text, since a blank has a place.
    """

    cells: tuple[GridCell, ...]
    spot: Spot

    @property
    def height(self) -> int:
        """Rows, spans included."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        """Columns, spans included."""
        return max((cell.column + cell.columns for cell in self.cells), default=0)

    def in_rows(self) -> Iterator[tuple[GridCell, ...]]:
        """The cells that begin in each row, from left to right."""
        rows: list[list[GridCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return (tuple(sorted(row, key=lambda cell: cell.column)) for row in rows)


Block = Paragraph | Grid


class Notice(NamedTuple):
    """Something of the source that is not among the blocks, or not as a reader of the source saw it: a comment, a hidden row, a picture."""

    text: Text
    spot: Spot = Spot()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `properties`: what the format itself says of the text (names as in the source: `title`, `ArticleTitle`, `PubDate`).

    `doubts`: of which cells and lines the text is not all that the file holds there; a figure in such a place is never as published.
    """

    reader: str
    blocks: tuple[Block, ...]
    properties: dict[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    doubts: tuple[Notice, ...] = ()


class Refused(Exception):  # noqa: N818 - the field says refused
    """A file that is not read, with the reason."""

    def __init__(self, reason: Text) -> None:
        """`reason` completes the sentence `FILE: …`."""
        super().__init__(reason.en)
        self.reason = reason
