"""The pieces of a part of the source that may belong to a table: cells of grids, and lines, or what stands between the bars of a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giar_site.importers.document import Block, Grid, Paragraph
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.items import Piece, is_figure
from giar_site.importers.recognise.lexicon import Lexicon
from giar_site.importers.recognise.line_cells import cells_of_line

_LONGEST_SCRAP = 12
_SENTENCE = "。；！？"


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that follow each other and belong to a table, with their pieces."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """A grid with a piece for each cell, by the row and the column it begins in."""

    grid: Grid
    pieces: dict[tuple[int, int], Piece]


@dataclass(frozen=True, slots=True)
class Separated:
    """The blocks of a part: what belongs to a table, and what is text, both in order."""

    tables: tuple[Lines | Cells, ...]
    text: tuple[Block, ...]


def separated(blocks: Sequence[Block], words: Sequence[Lexicon], numbers: Iterator[int]) -> Separated:
    """Tell tables from text in `blocks`. `words`: the labels that may occur, `numbers` numbers the pieces."""
    tables: list[Lines | Cells] = []
    text: list[Block] = []
    run: list[Piece] = []
    closed = True
    tabular = _tabular(blocks, words)
    for block, is_table in zip(blocks, tabular, strict=True):
        if is_table and isinstance(block, Paragraph):
            run += _pieces_of_line(block, words, numbers, closed=closed)
            closed = "|" in block.text
            continue
        if run:
            tables.append(Lines(tuple(run)))
            run = []
        if is_table and isinstance(block, Grid):
            tables.append(
                Cells(
                    block,
                    {
                        (cell.row, cell.column): Piece(cell.text, next(numbers), cell.spot, cell.number, cell.unstored, cell.formula)
                        for cell in block.cells
                    },
                )
            )
        else:
            text.append(block)
    return Separated((*tables, *([Lines(tuple(run))] if run else [])), tuple(text))


def _pieces_of_line(line: Paragraph, words: Sequence[Lexicon], numbers: Iterator[int], *, closed: bool) -> Iterator[Piece]:
    """What stands between the bars of a line, or between its tabs. A bar at the end closes the last cell.

    `closed`: the line before ended with a bar, so that a bar which stands first closes an empty cell, else it closes that line's.
    """
    if "|" not in line.text:
        for part in cells_of_line(line.marker + line.text, words) or [line.marker + line.text]:
            yield Piece(part, next(numbers), line.spot)
        return
    only_bars = not squeezed(line.text.replace("|", ""))
    parts = [part.strip() for part in (line.text if only_bars and closed else line.text.removeprefix("|")).split("|")]
    if not parts[-1]:
        parts.pop()
    for part in parts:
        yield Piece(part, next(numbers), line.spot)


def _tabular(blocks: Sequence[Block], words: Sequence[Lexicon]) -> list[bool]:
    """Which blocks belong to a table: what is a label or a figure, and scraps between such."""
    sure = [_is_tabular(block, words) for block in blocks]
    first = next((at for at, block in enumerate(blocks) if sure[at] and _names(block, words)), len(blocks))
    last = max((at for at, known in enumerate(sure) if known), default=0)
    return [
        first <= at and (sure[at] or (at < last and isinstance(block, Paragraph) and not block.shape and _is_scrap(block.text)))
        for at, block in enumerate(blocks)
    ]


def _is_tabular(block: Block, words: Sequence[Lexicon]) -> bool:
    if isinstance(block, Grid):
        texts = [cell.text for cell in block.cells]
        if len(texts) > 1 and all(_is_empty_or_figure(text) or any(each.find(text) for each in words) for text in texts):
            return True  # also a single row, which a new page may have cut off
        return sum(1 for text in texts if any(each.find(text) for each in words)) >= 2 or (
            bool(texts) and all(map(_is_empty_or_figure, texts))
        )
    if block.shape:
        return False  # a file of giar's own, where tables are tables
    if "|" in block.text and not any(mark in block.text for mark in _SENTENCE):
        return True
    return (
        _names(block, words)
        or bool(cells_of_line(block.text, words))
        or (is_figure(block.text) and squeezed(block.text) not in {"无", "空"})
    )


def _is_empty_or_figure(text: str) -> bool:
    return not squeezed(text) or is_figure(text)


def _names(block: Block, words: Sequence[Lexicon]) -> bool:
    if isinstance(block, Grid):
        return True
    return any(
        each.find(part) or (len(part) <= 40 and each.like(part)) or each.made_of(part)
        for part in (*block.text.split("|"), *cells_of_line(block.text, words))
        for each in words
        if squeezed(part)
    )


def _is_scrap(text: str) -> bool:
    return len(squeezed(text)) <= _LONGEST_SCRAP and not any(mark in text for mark in _SENTENCE)
