"""The records of an edition of the national form. Everything else follows from them: cells, heads, equations."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Kind(StrEnum):
    """What a cell holds: a count (integer ≥ 0), a change (signed integer) or money (decimal ≥ 0)."""

    COUNT = "count"
    CHANGE = "change"
    MONEY = "money"


class EquationName(StrEnum):
    """The kinds of equation an edition may state; each has a rule of its own."""

    ROW_TOTAL = "row_total"
    OUTCOME_TOTAL = "outcome_total"
    INTAKE = "intake"
    BLOCK_TOTAL = "block_total"


class Total(NamedTuple):
    """What makes a head a total: the group it sums (a group's key, or the table's for the whole axis) and the equation that states it."""

    group: str
    equation: EquationName


@dataclass(frozen=True, slots=True)
class Head:
    """One head of a table, on either axis. `key` is empty where the printed group has no id of its own.

    Not `adds_up`: the column of a roll-up is no sum over agencies. `regulations`: the row counts 规章.
    """

    key: str
    label: str
    kind: Kind | None = None
    unit: str = ""
    total: Total | None = None
    heads: tuple["Head", ...] = ()
    adds_up: bool = True
    regulations: bool = False


HeadPath = tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell. `index` is its position among all cells of the edition, in printed order."""

    index: int
    id: str
    table: str
    row: str
    column: str
    kind: Kind
    unit: str
    row_path: HeadPath
    column_path: HeadPath

    @property
    def adds_up(self) -> bool:
        """True when a roll-up's figure is the sum of its agencies' figures."""
        return self.column_path[-1].adds_up

    @property
    def label(self) -> str:
        """The cell in the form's own words, for messages."""
        return "·".join(head.label for head in self.row_path) + " / " + "·".join(head.label for head in self.column_path)


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: `key` is dotted below its table, `cells` in column order."""

    table: str
    key: str
    path: HeadPath
    cells: tuple[Cell, ...]

    @property
    def id(self) -> str:
        """The row's id, which its cells' ids begin with."""
        return f"{self.table}.{self.key}"

    @property
    def label(self) -> str:
        """The row's own official label."""
        return self.path[-1].label


@dataclass(frozen=True, slots=True)
class Block:
    """A table as printed, with one head of columns; 第二十条 is four or five of them under one table key."""

    label: str
    column_paths: tuple[HeadPath, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the form. `one_row`: printed as a single line, its rows being the outer column heads."""

    key: str
    label: str
    corner: str
    note: str
    one_row: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Equation:
    """`left` cells added up must equal `right` cells added up. `total` is the cell that the left side defines, if any."""

    name: EquationName
    left: tuple[int, ...]
    right: tuple[int, ...]
    total: int | None = None


class Subject(NamedTuple):
    """What a section has to speak of: any one of `words` in its text is enough."""

    label: str
    words: tuple[str, ...]


class ContinuityName(StrEnum):
    """The ways in which a year takes over figures from the year before; each has a rule of its own."""

    CARRY_OVER = "carry_over"
    STOCK = "stock"
    ITEMS_LAST_YEAR = "items_last_year"


@dataclass(frozen=True, slots=True)
class Continuation:
    """What the cell `index` takes over: last year's cells added up, and this year's cells `added` and `removed`.

    Last year's are ids, since last year's report may be on another edition.
    """

    name: ContinuityName
    index: int
    last_year: tuple[str, ...]
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six sections; `variants` are other wordings of the title in use.

    `least` is the fewest characters that can say something (0: it may be empty), `subjects` what the section is divided into by
    the form, `states` what another notice wants the report to state in it.
    """

    key: str
    title: str
    table: str
    variants: tuple[str, ...]
    least: int = 0
    subjects: tuple[Subject, ...] = ()
    states: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure the overview pages show: the sum of `cells`."""

    key: str
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, eq=False)  # one object an edition: compared and hashed as that, not by its thousand fields
class Form:
    """One edition of the national form, complete in itself."""

    edition: int
    title: str
    notice: str
    document_number: str
    issuer: str
    signed: str
    legal_basis: str
    first_year: int
    last_year: int | None
    report_title: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    equations: tuple[Equation, ...]
    key_figures: tuple[KeyFigure, ...]
    continuity: tuple[Continuation, ...] = ()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All printed rows in order."""
        return tuple(row for table in self.tables for block in table.blocks for row in block.rows)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All printed cells in order."""
        return tuple(cell for row in self.rows for cell in row.cells)

    @cached_property
    def by_id(self) -> dict[str, Cell]:
        """Cells by id."""
        return {cell.id: cell for cell in self.cells}

    @cached_property
    def totals(self) -> dict[int, Equation]:
        """The equation that defines each total, by the total's cell index."""
        defined: dict[int, Equation] = {}
        for equation in self.equations:
            if equation.total is not None:
                defined.setdefault(equation.total, equation)
        return defined

    def governs(self, year: int) -> bool:
        """True when reports of `year` are written on this edition."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)
