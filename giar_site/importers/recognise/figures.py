"""The text of a source under a cell of the form → what figures.yaml holds for it, and how sure that is."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Notice, Spot
from giar_site.importers.raised import has_signs, without_marks
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.in_order import ReadRow
from giar_site.importers.recognise.items import Item
from giar_site.importers.recognise.left_out import NO_VALUE
from giar_site.importers.recognise.units import KNOWN, NO_UNIT, Beside, Unit, in_unknown_unit, said_unit
from giar_site.load import read_figure
from giar_site.model import Reading

NOTHING = "~"
NO_NUMBER = Text("读不成数，照原文保留", "no number; kept as published")
BLANK = Text("原文空着", "blank in the source")
NOT_FOUND = Text("原文里没有找到", "not found in the source")
APART = Text("数字中间断开，连起来读", "the digits stand apart; read together")
TWICE = Text("原文里有两处，数字不同", "the source has two different figures")

_APART = re.compile(r"\w\s+\w|\w\s*\n")  # two numbers may stand in a cell where one is meant


def cells_of(rows: Sequence[ReadRow], form: forms.Form, unit: Beside = NO_UNIT) -> dict[str, FoundCell]:
    """The cells of `form` that `rows` fill, `unit` being what is named beside them. Where two rows fill one cell with different figures, neither is taken."""
    found: dict[str, FoundCell] = {}
    for row in rows:
        begin = f"{row.row.id}@" if row.row else ""
        for column, item in zip(row.columns, row.items, strict=True):
            cell = form.by_id[begin + column.key]
            new = found_cell(cell, item, row.doubt or column.doubt)
            if cell.kind is forms.Kind.MONEY:
                new = in_their_unit(new, cell, said_unit(column.unit, row.unit, unit))
            old = found.get(cell.id)
            if old and old.text != new.text:
                both = f"{old.published} / {new.published}"
                new = FoundCell(cell.id, NOTHING, both, Confidence.MISSING, new.spot, TWICE, old.pieces + new.pieces)
            elif old:
                new = FoundCell(cell.id, old.text, old.published, old.confidence, old.spot, old.reason, old.pieces + new.pieces)
            found[cell.id] = new
    return found


def found_cell(cell: forms.Cell, item: Item | None, doubt: Text | None) -> FoundCell:
    """One cell. What giar reads by itself stays as published; what it would refuse is spelled plainly, where only one number can be meant."""
    if item is None:
        return FoundCell(cell.id, NOTHING, "", Confidence.MISSING, Spot(), NOT_FOUND)
    first, pieces = item.pieces[0], tuple([piece.at for piece in item.pieces])
    published = first.text.strip()
    figure = read_figure(published, cell.kind, cell.unit)
    if figure.reading is Reading.BLANK:
        why = NO_VALUE if first.unstored else BLANK
        return FoundCell(cell.id, published or NOTHING, published, Confidence.MISSING, first.spot, why, pieces, first.formula)
    text, confidence, reason = published, Confidence.EXACT, doubt
    if figure.reading is Reading.UNREADABLE:
        plain, why_plain = _plainly(published, cell)
        text, confidence, reason = plain or published, Confidence.NORMALISED, doubt or why_plain
    if reason:
        confidence = Confidence.INFERRED
    return FoundCell(cell.id, text, published, confidence, first.spot, reason, pieces, first.formula)


def _plainly(published: str, cell: forms.Cell) -> tuple[str, Text | None]:
    """The figure that `published` can only be: widths, blanks, thousands separators and marks of footnotes aside; "" where it is none."""
    words, marks = without_marks(published[:80])
    if has_signs(words):
        return "", NO_NUMBER
    plain = unicodedata.normalize("NFKC", squeezed(words))
    for candidate in (plain, plain.replace(",", "").replace("，", ""), read_figure(words, cell.kind, cell.unit).hint):
        if read_figure(candidate, cell.kind, cell.unit).reading in {Reading.PLAIN, Reading.CONVERTED}:
            return candidate, _footnote(marks) if marks else APART if _APART.search(words) else None
    return "", NO_NUMBER


def _footnote(marks: str) -> Text:
    return Text(f"“{marks}”按脚注标记读，不算进数字", f"“{marks}” is taken for the mark of a footnote, not for a part of the figure")


def in_their_unit(found: FoundCell, cell: forms.Cell, unit: Unit) -> FoundCell:
    """`found`, an amount of money, with the `unit` that the source names for it, unless it is the form's, or the figure has one of its own."""
    if found.confidence is Confidence.MISSING or read_figure(found.text, cell.kind, cell.unit).unit:
        return found
    if unit.name in {"", cell.unit}:
        return replace(found, confidence=Confidence.INFERRED, reason=found.reason or unit.why) if unit.against else found
    text = found.text + unit.name
    known = unit.name in KNOWN and read_figure(text, cell.kind, cell.unit).reading is Reading.CONVERTED
    reason = found.reason or (unit.why if known else in_unknown_unit(unit.name))
    sure = known and unit.near and not unit.against and found.confidence is not Confidence.INFERRED
    return replace(found, text=text, confidence=Confidence.NORMALISED if sure else Confidence.INFERRED, reason=reason)


def with_doubts(cells: Iterable[FoundCell], doubts: Iterable[Notice]) -> Iterator[FoundCell]:
    """`cells`, of which those that stand where the reader was in doubt are not as published."""
    by_spot = {doubt.spot: doubt.text for doubt in doubts}
    for cell in cells:
        spot = cell.spot._replace(table=0) if by_spot and cell.spot.sheet else cell.spot  # a cell of a sheet is known without
        doubt = by_spot.get(spot) if cell.pieces else None
        if doubt is None:
            yield cell
        else:
            missing = cell.confidence is Confidence.MISSING
            yield replace(cell, confidence=Confidence.MISSING if missing else Confidence.INFERRED, reason=doubt)
