"""A report as its data file tells it: whether the file is as giar writes it, and its figures add up as it says they do."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple

from giar_site import forms
from giar_site.load import plain_digits, read_figure
from giar_site.model import Figure, Figures, Reading
from giar_site.verifying.difference import Difference, Kind

PATH: Final = re.compile(r"data/([a-z0-9-]{1,64})/([0-9]{4})\.json")
_DIGITS: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,23})(?:\.[0-9]{1,12})?")
_RESULTS: Final = {True: "holds", False: "fails"}


class Told(NamedTuple):
    """A report that could be read."""

    agency: str
    year: int
    figures: Figures


class NotAsWritten(Exception):  # noqa: N818 - the name is the fact
    """The data are not as giar writes them: at `cell`, or as a whole."""

    def __init__(self, cell: str = "", expected: str = "", actual: str = "") -> None:
        """Keep the place and both values."""
        super().__init__(cell)
        self.cell, self.expected, self.actual = cell, expected, actual


def report_told(path: str, data: bytes) -> tuple[Told | None, list[Difference]]:
    """The report in the data file at `path`, None where it cannot be read, and what is wrong with it."""
    try:
        held = json.loads(data.decode("utf-8"))
        told = _told(path, held)
        return told, list(_sums(path, told.figures, held["checks"]))
    except NotAsWritten as fault:
        return None, [Difference(Kind.DATA, path, fault.cell, label_of(fault.cell), fault.expected, fault.actual)]
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None, [Difference(Kind.DATA, path)]


def _told(path: str, held: Any) -> Told:  # noqa: ANN401 - whatever somebody wrote
    match = PATH.fullmatch(path)
    agency, year = (match[1], int(match[2])) if match else ("", 0)
    if (held["version"], held["agency"], held["year"]) != (1, agency, year):
        raise NotAsWritten
    form = forms.edition(held["form"])
    values, texts, derived = held["figures"], held["as_published"], held["derived"]
    if list(values) != [cell.id for cell in form.cells] or not (texts.keys() | set(derived)) <= form.by_id.keys():
        raise NotAsWritten
    return Told(agency, year, Figures(form.edition, tuple(_figure(cell, values, texts, derived) for cell in form.cells)))


def _figure(cell: forms.Cell, values: Mapping[str, Any], texts: Mapping[str, Any], derived: Sequence[str]) -> Figure:
    value, text = values[cell.id], texts.get(cell.id)
    if value is not None and not _DIGITS.fullmatch(value):
        raise NotAsWritten(cell.id, actual=str(value)[:40])
    if text is not None:
        figure = read_figure(text, cell.kind, cell.unit)
        read = None if figure.value is None else plain_digits(figure.value)
        if read != value:
            raise NotAsWritten(cell.id, expected=f"{text} = {read}", actual=str(value))
        return figure
    return _plain(value, cell.id in derived)


@lru_cache(maxsize=4096)
def _plain(value: str | None, derived: bool) -> Figure:  # noqa: FBT001 - a fact about the cell
    if value is None:
        return Figure(None, "", Reading.BLANK)
    return Figure(Decimal(value), "" if derived else value, Reading.DERIVED if derived else Reading.PLAIN)


def _sums(path: str, figures: Figures, checks: Sequence[Mapping[str, Any]]) -> Iterator[Difference]:
    """Every equation of the form, and every check that the data tell of the report's own cells."""
    form = figures.form
    results = {(*each["left"]["cells"], "=", *each["right"]["cells"]): str(each["result"]) for each in checks}
    for equation in form.equations:
        cells = [[form.cells[index].id for index in side] for side in (equation.left, equation.right)]
        left, right = (_sum(figures, side) for side in cells)
        result = results.get((*cells[0], "=", *cells[1]), "holds")
        if left is None or right is None:
            continue
        if (left == right and result == "fails") or (left != right and result != "fails"):
            yield Difference(Kind.SUM, path, cells[1][-1], label_of(cells[1][-1], form), plain_digits(left), plain_digits(right))
    for each in checks:
        for side in (each["left"], each["right"]):
            if side["cells"] and all(cell in form.by_id for cell in side["cells"]):
                yield from _side(path, figures, side)


def _side(path: str, figures: Figures, side: Mapping[str, Any]) -> Iterator[Difference]:
    made, said = _sum(figures, side["cells"]), side["value"]
    if said is not None and not _DIGITS.fullmatch(said):
        raise NotAsWritten(side["cells"][-1], actual=str(said)[:40])
    if made != (None if said is None else Decimal(said)):
        cell = side["cells"][-1]
        yield Difference(Kind.SUM, path, cell, label_of(cell, figures.form), "" if made is None else plain_digits(made), said or "")


def _sum(figures: Figures, cells: Sequence[str]) -> Decimal | None:
    total = Decimal(0)
    for cell in cells:
        value = figures[cell].value
        if value is None:
            return None
        total += value
    return total


def label_of(cell: str, form: forms.Form | None = None) -> str:
    """The cell in the form's words; of a cell that no form has, nothing."""
    for each in (form,) if form else reversed(forms.editions()):
        if cell in each.by_id:
            return each.by_id[cell].label
    return ""
