"""The pieces of a part of the source that may belong to a table: cells of grids, and lines, or what stands between the bars of a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from giar_site.importers.document import Block, Grid, GridCell, Paragraph
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.items import Piece, is_figure
from giar_site.importers.recognise.lexicon import Lexicon

if TYPE_CHECKING:
    from itertools import count

_LONGEST_SCRAP = 12
_SENTENCE = "。；！？"


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that follow each other and belong to a table, with their pieces."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """A grid with a piece for each cell."""

    grid: Grid
    pieces: dict[GridCell, Piece]


@dataclass(frozen=True, slots=True)
class Separated:
    """The blocks of a part: what belongs to a table, and what is text, both in order."""

    tables: tuple[Lines | Cells, ...]
    text: tuple[Block, ...]


def separated(blocks: Sequence[Block], words: Sequence[Lexicon], numbers: "count[int]") -> Separated:
    """Tell tables from text in `blocks`. `words`: the labels that may occur, `numbers` numbers the pieces."""
    tables: list[Lines | Cells] = []
    text: list[Block] = []
    run: list[Piece] = []
    tabular = _tabular(blocks, words)
    for block, is_table in zip(blocks, tabular, strict=True):
        if is_table and isinstance(block, Paragraph):
            run += _pieces_of_line(block, numbers)
            continue
        if run:
            tables.append(Lines(tuple(run)))
            run = []
        if is_table and isinstance(block, Grid):
            tables.append(Cells(block, {cell: Piece(cell.text, next(numbers), cell.spot, cell.number) for cell in block.cells}))
        else:
            text.append(block)
    return Separated((*tables, *([Lines(tuple(run))] if run else [])), tuple(text))


def _pieces_of_line(line: Paragraph, numbers: "count[int]") -> Iterator[Piece]:
    """What stands between the bars of a line. A bar at the end closes the last cell; a line of bars holds nothing."""
    if "|" not in line.text:
        yield Piece(line.marker + line.text, next(numbers), line.spot)
        return
    if not squeezed(line.text.replace("|", "")):
        return
    parts = [part.strip() for part in line.text.removeprefix("|").split("|")]
    if not parts[-1]:
        parts.pop()
    for part in parts:
        yield Piece(part, next(numbers), line.spot)


def _tabular(blocks: Sequence[Block], words: Sequence[Lexicon]) -> list[bool]:
    """Which blocks belong to a table: what is a label or a figure, and scraps between such."""
    sure = [_is_tabular(block, words) for block in blocks]
    for at, block in enumerate(blocks):
        if not sure[at] and isinstance(block, Paragraph) and _is_scrap(block.text):
            sure[at] = _near(sure[:at][::-1]) and _near(sure[at + 1 :])
    first = next((at for at, block in enumerate(blocks) if sure[at] and _names(block, words)), len(blocks))
    return [known and at >= first for at, known in enumerate(sure)]


def _near(sure: Sequence[bool], within: int = 3) -> bool:
    return any(sure[:within])


def _is_tabular(block: Block, words: Sequence[Lexicon]) -> bool:
    if isinstance(block, Grid):
        texts = [cell.text for cell in block.cells]
        if len(texts) > 1 and all(_is_empty_or_figure(text) or any(each.find(text) for each in words) for text in texts):
            return True  # also a single row, which a new page may have cut off
        return sum(1 for text in texts if any(each.find(text) for each in words)) >= 2 or (
            bool(texts) and all(map(_is_empty_or_figure, texts))
        )
    if "|" in block.text and not any(mark in block.text for mark in _SENTENCE):
        return True
    return _names(block, words) or (is_figure(block.text) and squeezed(block.text) not in {"无", "空"})


def _is_empty_or_figure(text: str) -> bool:
    return not squeezed(text) or is_figure(text)


def _names(block: Block, words: Sequence[Lexicon]) -> bool:
    if isinstance(block, Grid):
        return True
    return any(
        each.find(part) or (len(part) <= 40 and each.like(part)) for part in block.text.split("|") for each in words if squeezed(part)
    )


def _is_scrap(text: str) -> bool:
    return len(squeezed(text)) <= _LONGEST_SCRAP and not any(mark in text for mark in _SENTENCE)
