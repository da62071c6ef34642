"""Totals whose formula came without a value: left out where figures.yaml can leave them out, else added up."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.load import plain_digits, read_figure

LEFT_OUT = ""  # the text of a cell that is not written: giar adds up its parts
NO_VALUE = Text("是公式，文件里没有保存算出的值，留空", "is a formula, the file holds no value for it; left blank")
DERIVED = Text("是公式，文件里没有保存算出的值，由 giar 按各项相加", "is a formula, the file holds no value for it; giar adds up its parts")


def with_totals(cells: Sequence[FoundCell], form: forms.Form) -> tuple[FoundCell, ...]:
    """`cells` with those that have no value for their formula (reason `NO_VALUE`) as totals, if they are such."""
    found = {cell.cell: cell for cell in cells}
    rows: dict[str, list[FoundCell]] = {}
    for cell in cells:
        rows.setdefault(cell.cell.partition("@")[0], []).append(cell)
    done: list[FoundCell] = []
    for row in rows.values():
        free = _may_leave_out(row, form)
        done += [_total(cell, form, found, free=free) if _is_open(cell, form) else cell for cell in row]
    return tuple(done)


def _is_open(cell: FoundCell, form: forms.Form) -> bool:
    return cell.reason is NO_VALUE and form.by_id[cell.cell].index in form.totals


def _may_leave_out(row: Sequence[FoundCell], form: forms.Form) -> bool:
    """Whether a row is read the same without its open totals: all of it is open, or what is added up within it and does not look complete."""
    open_ = [cell for cell in row if _is_open(cell, form)]
    if len(open_) == len(row):
        return True
    within = {form.by_id[cell.cell].index for cell in row}
    summed = [cell for cell in row if (total := form.totals.get(form.by_id[cell.cell].index)) and set(total.left) <= within]
    written = [_number(cell, form) for cell in row if cell not in open_]
    looks_complete = None not in written and sum(filter(None, written[:-1])) == written[-1] != 0
    return {cell.cell for cell in open_} == {cell.cell for cell in summed} and not looks_complete


def _total(cell: FoundCell, form: forms.Form, found: Mapping[str, FoundCell], *, free: bool) -> FoundCell:
    text = LEFT_OUT if free else _sum(cell, form, found)
    if text is None:
        return cell
    return FoundCell(cell.cell, text, cell.published, Confidence.INFERRED, cell.spot, DERIVED, cell.pieces)


def _sum(cell: FoundCell, form: forms.Form, found: Mapping[str, FoundCell]) -> str | None:
    """The sum of the parts; None where one of them is no number."""
    total = Decimal(0)
    for at in form.totals[form.by_id[cell.cell].index].left:
        part = found[form.cells[at].id]
        text = _sum(part, form, found) if _is_open(part, form) else part.text
        number = read_figure(text, form.cells[at].kind, form.cells[at].unit).value if text is not None else None
        if number is None:
            return None
        total += number
    return plain_digits(total)


def _number(cell: FoundCell, form: forms.Form) -> Decimal | None:
    own = form.by_id[cell.cell]
    return read_figure(cell.text, own.kind, own.unit).value
