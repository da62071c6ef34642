"""Totals that a formula gives: left out where figures.yaml can leave them out, else added up.

That is any formula whose value the file does not hold, and in a workbook of ours every formula: there a total is no statement of the agency but
what its parts add up to, so that it must not speak against them when one of them is wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.load import plain_digits, read_figure

LEFT_OUT = ""  # the text of a cell that is not written: giar adds up its parts
NO_VALUE = Text("是公式，文件里没有保存算出的值，留空", "is a formula, the file holds no value for it; left blank")
DERIVED = Text("是公式，文件里没有保存算出的值，由 giar 按各项相加", "is a formula, the file holds no value for it; giar adds up its parts")
NO_SUM = Text("是公式，各项里有空白或读不成数的，算不出", "is a formula, but a part is blank or no number")
SUM = Text("是公式，和各项之和相等，由 giar 按各项相加", "is a formula and equals the sum of its parts; giar adds them up")


def with_totals(cells: Sequence[FoundCell], form: forms.Form, *, own: bool = False) -> tuple[FoundCell, ...]:
    """`cells` with the totals that are open to be added up. `own`: they come from a workbook of ours."""
    found = {cell.cell: cell for cell in cells}
    totals = _Totals(form, found, own=own)
    rows: dict[str, list[FoundCell]] = {}
    for cell in cells:
        rows.setdefault(cell.cell.partition("@")[0], []).append(cell)
    done: list[FoundCell] = []
    for row in rows.values():
        if not any(map(totals.is_open, row)):
            done += row
            continue
        free = totals.may_leave_out(row)
        done += [totals.total(cell, free=free) if totals.is_open(cell) else cell for cell in row]
    return tuple(done)


@dataclass(frozen=True, slots=True)
class _Totals:
    form: forms.Form
    found: Mapping[str, FoundCell]
    own: bool

    def is_open(self, cell: FoundCell) -> bool:
        """Whether a cell is a total that says nothing by itself."""
        return (cell.reason is NO_VALUE or (self.own and cell.formula)) and self.form.by_id[cell.cell].index in self.form.totals

    def may_leave_out(self, row: Sequence[FoundCell]) -> bool:
        """Whether a row is read the same without its open totals: all of it is open, or what is added up within it and does not look complete."""
        open_ = [cell for cell in row if self.is_open(cell)]
        if not all(map(self._is_one_sum, open_)):
            return False
        if len(open_) == len(row):
            return True
        totals, by_id = self.form.totals, self.form.by_id
        within = {by_id[cell.cell].index for cell in row}
        summed = [cell for cell in row if (total := totals.get(by_id[cell.cell].index)) and set(total.left) <= within]
        written = [self._number(cell) for cell in row if cell not in open_]
        looks_complete = None not in written and sum(filter(None, written[:-1])) == written[-1] != 0
        return {cell.cell for cell in open_} == {cell.cell for cell in summed} and not looks_complete

    def _is_one_sum(self, cell: FoundCell) -> bool:
        """Whether row and column add up to the same: they do not below a total that was published wrong, and giar could take the other one."""
        at = self.form.by_id[cell.cell].index
        return len({self._added(each.left) for each in self.form.equations if each.total == at}) == 1

    def total(self, cell: FoundCell, *, free: bool) -> FoundCell:
        """An open total; `free`: its row may leave it out."""
        added = self._sum(cell)
        if added is None:
            return self._over_no_number(cell, free=free)
        text = LEFT_OUT if free else added
        if not cell.published:
            return replace(cell, text=text, confidence=Confidence.INFERRED, reason=DERIVED)
        if self._number(cell) == Decimal(added):
            return replace(cell, text=text, reason=SUM) if free else cell
        return replace(cell, text=text, confidence=Confidence.INFERRED, reason=_differs(cell.published, added))

    def _over_no_number(self, cell: FoundCell, *, free: bool) -> FoundCell:
        """A total that cannot be worked out. What its formula made of the other parts would only speak against the one that must be mended."""
        if not free:
            return cell
        return replace(cell, text=LEFT_OUT, confidence=Confidence.MISSING, reason=_skips(cell.published))

    def _sum(self, cell: FoundCell) -> str | None:
        return self._added(self.form.totals[self.form.by_id[cell.cell].index].left)

    def _added(self, parts: Sequence[int]) -> str | None:
        """The sum of `parts`; None where one of them is no number."""
        total = Decimal(0)
        for at in parts:
            part = self.found[self.form.cells[at].id]
            text = self._sum(part) if self.is_open(part) else part.text
            number = read_figure(text, self.form.cells[at].kind, self.form.cells[at].unit).value if text is not None else None
            if number is None:
                return None
            total += number
        return plain_digits(total)

    def _number(self, cell: FoundCell) -> Decimal | None:
        own = self.form.by_id[cell.cell]
        return read_figure(cell.text, own.kind, own.unit).value


def _differs(stored: str, added: str) -> Text:
    return Text(
        f"是公式，文件里存的值是 {stored}，各项相加是 {added}，以各项为准；多半是有的格写了文字，公式没有算进去，或者保存前没有重算",
        f"is a formula; the file holds {stored} for it, its parts add up to {added} and are believed: "
        "a part was written as text, which the formula skips, or the file was saved without reckoning anew",
    )


def _skips(stored: str) -> Text:
    if not stored:
        return NO_SUM
    return Text(
        f"是公式，文件里存的值是 {stored}，但各项里有空白或读不成数的，不采用；把那些格填好就能相加",
        f"is a formula; the file holds {stored} for it, but a part is blank or no number, so it is not taken: fill in those parts",
    )
