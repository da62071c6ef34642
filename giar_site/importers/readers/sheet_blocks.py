"""The cells of a sheet → grids and paragraphs, by what is written and where lines are drawn.

Rows that touch form a run. In a run with borders, a row of one text without any border is a paragraph between tables, such as the heading
above one; without borders, only a text merged over the whole width is. What is one column wide is prose. Everything else is a table.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, product
from typing import Final, NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Grid, GridCell, Paragraph, Refused, Spot
from giar_site.importers.readers.sheet_cells import Range
from giar_site.importers.readers.sheet_values import NO_VALUE, Value

MOST_CELLS: Final = 100_000  # of a table, blanks included; the longest printed form has 1,000


class Run(NamedTuple):
    """Rows `top` to `bottom` that touch."""

    top: int
    bottom: int


@dataclass
class Page:
    """A sheet as laid out: texts by place, ranges by their first cell, places that a line is drawn around."""

    sheet: str
    values: dict[tuple[int, int], Value]  # of cells that say something, and of formulas without a value
    merges: dict[tuple[int, int], Range]
    bordered: set[tuple[int, int]]
    formulas: frozenset[tuple[int, int]] = frozenset()
    texts: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # row → columns that hold a text
    lines: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # row → columns with a border or text

    def __post_init__(self) -> None:
        """Order the places by row."""
        for (row, column), value in sorted(self.values.items()):
            if value.text:
                self.texts[row].append(column)
        for row, column in sorted(self.bordered | set(self.values)):
            self.lines[row].append(column)

    def blocks(self, tables: Iterator[int]) -> Iterator[Block]:
        """Paragraphs and grids from top to bottom; `tables` numbers the grids."""
        for run in self._runs():
            prose = self._prose_rows(run)
            for is_prose, group in groupby(range(run.top, run.bottom + 1), prose.__contains__):
                rows = list(group)
                cells = [] if is_prose else self._cells(rows)
                if all(cell.column == 0 for cell in cells):
                    yield from (paragraph for row in rows for paragraph in self._paragraphs(row))
                else:
                    table = next(tables)
                    numbered = tuple(replace(cell, spot=cell.spot._replace(table=table)) for cell in cells)
                    yield Grid(numbered, numbered[0].spot)

    def whole_texts(self, tables: Iterator[int]) -> Iterator[Block]:
        """One grid of the cells that say something, with their texts to the letter: what a line means there is not for a reader to know."""
        if not self.texts:
            return
        table, top, left = next(tables), min(self.texts), min(column for columns in self.texts.values() for column in columns)
        cells = [
            GridCell(_lines(value.text), row - top, column - left, Spot(sheet=self.sheet, table=table, row=row, column=column))
            for (row, column), value in sorted(self.values.items())
            if value.text
        ]
        yield Grid(tuple(cells), cells[0].spot)

    def _runs(self) -> Iterator[Run]:
        """Rows with a text, what lies between them where a line or a merged cell goes on."""
        if not self.texts:
            return
        used = sorted(self.lines)
        reach = {row: row for row in used}
        for (row, _), merge in self.merges.items():
            if row not in reach:
                continue
            last = used[bisect_right(used, merge.bottom) - 1]
            reach[row] = max(reach.get(row, row), last)
        top, bottom = used[0], reach[used[0]]
        for row in used[1:]:
            if row > bottom + 1:
                yield from self._trimmed(top, bottom)
                top = row
            bottom = max(bottom, reach[row]) if row > top else reach[row]
        yield from self._trimmed(top, bottom)

    def _trimmed(self, top: int, bottom: int) -> Iterator[Run]:
        """The run without the empty rows at its ends."""
        said = [row for row in self.texts if top <= row <= bottom]
        if not said:
            return
        run = Run(min(said), max(said))
        if run.bottom - run.top > MOST_CELLS:
            raise Refused(_too_large(self.sheet))
        yield run

    def _prose_rows(self, run: Run) -> set[int]:
        rows = range(run.top, run.bottom + 1)
        has_lines = any((row, column) in self.bordered for row in rows for column in self.lines.get(row, ()))
        right = max(column for row in rows for column in self.lines.get(row, [0]))
        return {row for row in rows if self._is_prose(row, right, has_lines=has_lines)}

    def _is_prose(self, row: int, right: int, *, has_lines: bool) -> bool:
        columns = self.texts.get(row, [])
        if len(columns) != 1:
            return False
        if has_lines:
            return not any((row, column) in self.bordered for column in self.lines[row])
        merge = self.merges.get((row, columns[0]))
        return merge is not None and merge.right > merge.left and merge.right >= right

    def _paragraphs(self, row: int) -> Iterator[Paragraph]:
        for column in self.texts.get(row, ()):
            spot = Spot(sheet=self.sheet, row=row, column=column)
            for line in self.values[row, column].text.splitlines():
                if line.strip():
                    yield Paragraph(line.strip(), spot)

    def _cells(self, rows: list[int]) -> list[GridCell]:
        """The cells of a table over `rows`, blanks included, or nothing where no text stands."""
        top, bottom = rows[0], rows[-1]
        columns = [column for row in rows for column in self.lines.get(row, ())]
        if not any(self.texts.get(row) for row in rows):
            return []
        left, right = min(columns), max(columns)
        if (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
            raise Refused(_too_large(self.sheet))
        cells: list[GridCell] = []
        covered: set[tuple[int, int]] = set()
        for place in product(rows, range(left, right + 1)):
            if place in covered:
                continue
            merge = self.merges.get(place, Range(*place, *place))
            height, width = min(merge.bottom, bottom) - place[0] + 1, min(merge.right, right) - place[1] + 1
            covered |= {(place[0] + under, place[1] + beside) for under in range(height) for beside in range(width)}
            value = self.values.get(place, NO_VALUE)
            text = "\n".join(line.strip() for line in value.text.splitlines()).strip()
            spot = Spot(sheet=self.sheet, row=place[0], column=place[1])
            told = (value.number, value.unstored, place in self.formulas)
            cells.append(GridCell(text, place[0] - top, place[1] - left, spot, height, width, *told))
        return cells


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _too_large(sheet: str) -> Text:
    return Text(
        f"工作表“{sheet}”中的内容相距过远或过大（超过 {MOST_CELLS} 格），不像一份年度报告。请删去远处的内容",
        f"what stands on sheet {sheet} lies too far apart or is too large (over {MOST_CELLS} cells) for an annual report; delete what lies far off",
    )
