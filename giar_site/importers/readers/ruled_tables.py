"""Ruled lines of a page → tables: the squares between the lines, joined where no line parts them, are the cells with their spans."""

from bisect import bisect_right
from collections import defaultdict
from itertools import product
from typing import Final, NamedTuple

from giar_site.importers.readers.pdf_page import Ruling

_NEAR: Final = 3.0  # points: lines this close are one, such as the two edges of a stroke or of neighbouring boxes
_COVERED: Final = 0.6  # of a square's side must be ruled for the side to part it
MOST_SQUARES: Final = 50_000  # of a table; a printed form has 1,000


class Box(NamedTuple):
    """A cell: its place in the table, from 0, and how far it spans."""

    row: int
    column: int
    rows: int
    columns: int


class RuledTable(NamedTuple):
    """A table: the coordinates of its lines from the left and from the top, and its cells in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def square(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of the square that a point within lies in."""
        row = min(bisect_right(self.ys, y) - 1, len(self.ys) - 2)
        return row, min(bisect_right(self.xs, x) - 1, len(self.xs) - 2)


def ruled_tables(rulings: list[Ruling]) -> list[RuledTable]:
    """The tables of a page from the top; what has one cell only is a frame and no table."""
    level = _merged([line for line in rulings if line.level])
    upright = _merged([line for line in rulings if not line.level])
    found = [table for group in _connected(level, upright) if (table := _table(group))]
    return sorted(found, key=lambda table: (table.ys[0], table.xs[0]))


def _merged(lines: list[Ruling]) -> list[Ruling]:
    """Pieces of one line, such as the edges of neighbouring cells, put together."""
    places = _gathered([line.at for line in lines])
    at: dict[float, list[Ruling]] = defaultdict(list)
    for line in lines:
        at[places[line.at]].append(line)
    merged: list[Ruling] = []
    for place, pieces in at.items():
        pieces.sort(key=lambda line: line.start)
        for number, piece in enumerate(pieces):
            if number and piece.start <= merged[-1].end + _NEAR:
                merged[-1] = merged[-1]._replace(end=max(merged[-1].end, piece.end))
            else:
                merged.append(piece._replace(at=place))
    return merged


def _gathered(values: list[float]) -> dict[float, float]:
    """Each value → the middle of those near it."""
    found: dict[float, float] = {}
    group: list[float] = []
    for value in [*sorted(set(values)), float("inf")]:
        if group and value - group[0] > _NEAR:
            found |= dict.fromkeys(group, (group[0] + group[-1]) / 2)
            group = []
        group.append(value)
    return found


def _connected(level: list[Ruling], upright: list[Ruling]) -> list[list[Ruling]]:
    """Lines that cross or touch, in groups."""
    lines = [*level, *upright]
    group = list(range(len(lines)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = group[group[number]]
            number = group[number]
        return number

    for (one, across), (other, down) in product(enumerate(level), enumerate(upright, start=len(level))):
        if across.start - _NEAR <= down.at <= across.end + _NEAR and down.start - _NEAR <= across.at <= down.end + _NEAR:
            group[root(one)] = root(other)
    found: dict[int, list[Ruling]] = defaultdict(list)
    for number, line in enumerate(lines):
        found[root(number)].append(line)
    return [members for members in found.values() if any(line.level for line in members) and not all(line.level for line in members)]


def _table(lines: list[Ruling]) -> RuledTable | None:
    across, down = [line for line in lines if line.level], [line for line in lines if not line.level]
    # Sides that are not ruled, as in tables open to the left and right, end where the other lines end.
    xs = _places([line.at for line in down], [line.start for line in across] + [line.end for line in across])
    ys = _places([line.at for line in across], [line.start for line in down] + [line.end for line in down])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MOST_SQUARES:
        return None
    boxes = _boxes(xs, ys, across, down)
    return RuledTable(xs, ys, boxes) if len(boxes) > 1 else None


def _places(lines: list[float], ends: list[float]) -> tuple[float, ...]:
    """The coordinates of the lines, and the outermost ends where they lie beyond these."""
    places = sorted(set(lines))
    if min(ends) < places[0] - 2 * _NEAR:
        places.insert(0, min(ends))
    if max(ends) > places[-1] + 2 * _NEAR:
        places.append(max(ends))
    return tuple(places)


def _boxes(xs: tuple[float, ...], ys: tuple[float, ...], across: list[Ruling], down: list[Ruling]) -> tuple[Box, ...]:
    below = {
        (row, column) for row, column in product(range(len(ys)), range(len(xs) - 1)) if _parts(across, ys[row], xs[column], xs[column + 1])
    }
    beside = {
        (row, column) for row, column in product(range(len(ys) - 1), range(len(xs))) if _parts(down, xs[column], ys[row], ys[row + 1])
    }
    taken: set[tuple[int, int]] = set()
    boxes: list[Box] = []
    for row, column in product(range(len(ys) - 1), range(len(xs) - 1)):
        if (row, column) in taken:
            continue
        right = column + 1
        while right < len(xs) - 1 and (row, right) not in beside and (row, right) not in taken:
            right += 1
        bottom = row + 1
        while bottom < len(ys) - 1 and not any(
            (bottom, place) in below or (bottom, place) in taken or (place > column and (bottom, place) in beside)
            for place in range(column, right)
        ):
            bottom += 1
        taken |= set(product(range(row, bottom), range(column, right)))
        boxes.append(Box(row, column, bottom - row, right - column))
    return tuple(boxes)


def _parts(lines: list[Ruling], at: float, start: float, end: float) -> bool:
    """Whether a line at `at` runs along most of the way from `start` to `end`."""
    along = sum(max(0.0, min(line.end, end) - max(line.start, start)) for line in lines if line.at == at)
    return along >= _COVERED * (end - start)
