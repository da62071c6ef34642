"""The tables of a source → the cells of the form that fits them best."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Refused
from giar_site.importers.recognise.by_place import MISPLACED, ByPlace
from giar_site.importers.recognise.folding import folded
from giar_site.importers.recognise.grid_items import grid_items, known_items
from giar_site.importers.recognise.in_order import InOrder, ReadRow
from giar_site.importers.recognise.items import Item, Piece, Sort, sorted_out
from giar_site.importers.recognise.lexicon import Axis, Lexicon, lexicon
from giar_site.importers.recognise.pieces import Cells, Lines
from giar_site.importers.recognise.remarks import remark_of
from giar_site.importers.recognise.units import NO_UNIT, Beside

MOST_LABELS = 2_000  # in one table; the longest of the form has 60, in any layout less than 200


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The rows of figures of one table, the texts that are its labels, and the pieces that could not be placed.

    `known_labels` counts the labels that are the form's to the letter, `own_labels` those of them that no other edition has. `unit`: of
    money, as it is named beside the table. Remarks beside labels are among the unplaced pieces.
    """

    rows: tuple[ReadRow, ...]
    labels: tuple[str, ...]
    unplaced: tuple[Piece, ...]
    known_labels: int
    own_labels: int = 0
    unit: Beside = NO_UNIT


def read_table(sources: Sequence[Lines | Cells], form: forms.Form, table: forms.Table) -> ReadTable:
    """Read `table` of `form` from the `sources` that belong to it, which may be parts of it (pages)."""
    words = lexicon(form.edition, table.key)
    reader = _Reader(table, words)
    rows: list[ReadRow] = []
    for source in sources:
        rows += reader.lines(source.pieces) if isinstance(source, Lines) else reader.grid(source)
        rows += reader.in_order.break_off()
    return reader.told(rows)


class _Reader:
    """Reads the parts of one table one after another, by place where places are to be trusted, else in order."""

    def __init__(self, table: forms.Table, words: Lexicon) -> None:
        self.words = words
        self.in_order = InOrder(table)
        self.table = table
        self.items: list[Item] = []
        self.known_labels = 0

    def lines(self, pieces: Sequence[Piece]) -> Iterator[ReadRow]:
        items = known_items(sorted_out(pieces, self.words), self.words)
        self._keep(items)
        yield from self.in_order.feed(items)

    def grid(self, source: Cells) -> Iterator[ReadRow]:
        by_place = ByPlace(self.table)
        cells = grid_items(source, self.words)
        self._keep(cells.all)
        fed: set[int] = set()
        for number, placed in enumerate(cells.rows):
            figures = [each for each in placed if each.item.sort is not Sort.LABEL]
            filled = any(each.item.sort is Sort.FIGURE for each in figures)
            labels = [each for each in cells.over[number] if each.item.match and each.item.match.on(Axis.ROW, Axis.GROUP)]
            names_row = any(each.item.match and each.item.match.on(Axis.ROW) for each in labels)
            read = by_place.read(figures, labels) if filled or (names_row and len(figures) > 1) else None
            by_place.after_figures |= filled
            unique = [item for each in placed for item in cells.items[each.cell.row, each.cell.column] if id(item) not in fed]
            fed |= set(map(id, unique))
            if read:
                yield from self.in_order.feed([item for item in unique if item.sort is Sort.LABEL])
                self.in_order.close_row()
                yield read
                continue
            if not filled:
                by_place.see_heads(number, placed)
            rows = [*self.in_order.feed(unique), *(self.in_order.end() if filled else ())]
            yield from (replace(row, doubt=row.doubt or MISPLACED) for row in rows) if by_place.refused else rows

    def _keep(self, items: Sequence[Item]) -> None:
        """Remember `items`. Raises Refused where there are more labels than any table has, since each may change what figures mean."""
        self.items += items
        self.known_labels += sum(1 for item in items if item.match)
        if self.known_labels > MOST_LABELS:
            count = self.known_labels
            raise Refused(
                Text(
                    f"一份年报没有这么长的表：一张表里有 {count} 处行名、栏名（最多 {MOST_LABELS}）。请只留下一份年报，再导入",
                    f"no annual report has a table as long: {count} labels (at most {MOST_LABELS}). Leave one report in it and import it again",
                )
            )

    def told(self, rows: Iterable[ReadRow]) -> ReadTable:
        kept = tuple(rows)
        read = {piece.at for row in kept for item in row.items if item for piece in item.pieces}
        labels = {piece.at: piece.text for item in self.items if item.sort is Sort.LABEL for piece in item.pieces if piece.at not in read}
        blank = {piece.at for item in self.items if item.sort is Sort.BLANK for piece in item.pieces}
        placed = read | labels.keys() | blank
        left = [piece for item in self.items for piece in item.pieces if piece.at not in placed]
        known = [item for item in self.items if item.match and item.match.exact]
        own = sum(1 for item in known if item.match and folded(item.match.printed) in self.words.own)
        remarks = [item.pieces[-1]._replace(text=remark) for item in self.items if (remark := remark_of(item, self.words))]
        return ReadTable(kept, tuple(labels.values()), (*(piece for piece, _ in groupby(left)), *remarks), len(known), own)
