"""The figures of an agency's years: every equation, every carry-over and every sum over agencies holds.

A cell has a usual size, and each year's figure lies between it and three times as much: no cell, and no sum of
cells, jumps tenfold from one year to the next. One odd case a year comes on top, which no agency's past foretells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from giar_site import forms
from giar_site.forms import Form

Number = int | Decimal
Figures = dict[str, Number]  # cell id -> figure, every cell of the year's edition in printed order

APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")
# How often each kind of applicant asks, in parts of the whole.
_ASKERS = (70, 12, 1, 2, 8, 3)
BLOCKS = ("review", "direct_suits", "suits_after_review")
RESULTS = ("upheld", "corrected", "other", "pending")
_DECIDED = ("licensing", "other_services", "penalties", "coercion")
_LISTED = (*_DECIDED, "fees")


@dataclass(slots=True)
class Usual:
    """What is usual at an agency: cell -> size, and what goes over from one year to the next."""

    sizes: dict[str, int] = field(default_factory=dict)
    waiting: dict[str, int] = field(default_factory=dict)
    documents: int = 0
    rules: int = 0
    disclosed: int = 0
    items: dict[str, int] = field(default_factory=dict)
    oddities: bool = False


def usual(rng: Random, *, busy: bool | None = None, oddities: bool = False, makes_rules: bool = False) -> Usual:
    """Draw what is usual at one agency. `oddities`: a year may bring a case of a kind that never was before."""
    found = Usual(oddities=oddities, rules=rng.randint(1, 9) if makes_rules else 0)
    cases = rng.choice((0, 0, 3, 8, 20)) if busy is None else (20 if busy else 0)
    details = _details()
    for _ in range(cases):
        cell = f"{rng.choice(details)}@{rng.choices(APPLICANTS, _ASKERS)[0]}"
        found.sizes[cell] = found.sizes.get(cell, 0) + 1
    for column in APPLICANTS:
        settled = sum(size for cell, size in found.sizes.items() if cell.endswith(f"@{column}"))
        size = found.sizes[f"applications.carried_out@{column}"] = rng.randint(0, min(settled // 4, 2))
        found.waiting[column] = rng.randint(size, 3 * size)
    for _ in range(rng.randint(0, min(cases, 4))):
        cell = f"review_and_litigation.{rng.choice(BLOCKS)}@{rng.choice(RESULTS)}"
        found.sizes[cell] = found.sizes.get(cell, 0) + 1
    for row in _DECIDED:
        found.sizes[f"disclosure.{row}@decisions"] = rng.choice((0, rng.randint(4, 90), rng.randint(90, 4000)))
    found.sizes["disclosure.penalties@decisions"] += 7  # something that two years never share
    for cell in ("fees@amount", "procurement@projects", "procurement@amount"):
        found.sizes[f"disclosure.{cell}"] = rng.choice((0, rng.randint(1, 300)))
    found.documents, found.disclosed = rng.randint(25, 60), rng.randint(25, 60)
    found.items = {row: rng.choice((0, rng.randint(5, 300))) for row in _LISTED}
    return found


def years(rng: Random, of: Usual, first: int, count: int) -> Iterator[Figures]:
    """The figures of an agency that reports for itself, year by year from `first` on."""
    before: Figures = {}
    for year in range(first, first + count):
        form = form_of(year)
        waiting = dict(of.waiting)
        for _ in range(20):
            cells = _applications(rng, of, waiting) | _disclosure(rng, of)
            figures = laid_out(form, cells)
            if all(_differ(figures, before, table.key) for table in form.tables):
                break
        of.waiting = {column: int(figures[f"applications.carried_out@{column}"]) for column in APPLICANTS}
        _go_on(form, of, figures)
        yield figures
        before = figures


def rolled_up(rng: Random, by_year: Sequence[Sequence[Figures]], first: int) -> list[Figures]:
    """The figures of a government, year by year: its children's (`by_year`) added up, except the lists of items, which are its own."""
    own = usual(rng, busy=False)
    found = []
    for year, figures in enumerate(by_year, first):
        form = form_of(year)
        total = dict(laid_out(form, _disclosure(rng, own)))
        for cell in form.cells:
            if adds_up(cell.id):
                total[cell.id] = sum((each[cell.id] for each in figures), 0)
        for row, items in own.items.items():
            own.items[row] = items + int(total.get(f"disclosure.{row}@change", 0))
        found.append(total)
    return found


def adds_up(cell: str) -> bool:
    """True when a government's figure is the sum of its children's: not so for lists of items, which overlap."""
    return cell.partition("@")[2] not in {"items_last_year", "change"}


def form_of(year: int) -> Form:
    """The edition that governs reports of `year`."""
    form = forms.for_year(year)
    if form is None:
        raise ValueError(year)
    return form


def _details() -> list[str]:
    """The rows of outcomes that are no sum, of the newest edition: an older one has their sums where it has no details."""
    return [row.id for row in forms.editions()[-1].rows if row.key.startswith("outcome.") and row.key != "outcome.total"]


def _around(rng: Random, size: int) -> int:
    return rng.randint(size, 3 * size)


def _applications(rng: Random, of: Usual, waiting: dict[str, int]) -> Figures:
    cells: Figures = {cell: _around(rng, size) for cell, size in of.sizes.items() if size and not cell.startswith("disclosure.")}
    if of.oddities and rng.random() < 0.5:
        cell = f"{rng.choice(_details())}@{rng.choice(APPLICANTS)}"
        cells[cell] = cells.get(cell, 0) + 1
    for column in APPLICANTS:
        settled = sum(
            int(number) for cell, number in cells.items() if cell.startswith("applications.outcome.") and cell.endswith(f"@{column}")
        )
        cells[f"applications.carried_in@{column}"] = waiting[column]
        kept = int(cells.get(f"applications.carried_out@{column}", 0))
        cells[f"applications.received@{column}"] = settled + kept - waiting[column]
    return cells


def _disclosure(rng: Random, of: Usual) -> Figures:
    found: Figures = {cell: _around(rng, size) for cell, size in of.sizes.items() if cell.startswith("disclosure.")}
    for cell in ("disclosure.fees@amount", "disclosure.procurement@amount"):
        if found.get(cell):
            found[cell] = Decimal(int(found[cell])) + Decimal(rng.randint(0, 9999)).scaleb(-rng.randint(0, 4)) % 1
    issued, repealed = rng.randint(1, 4), rng.randint(0, 3)
    produced = rng.randint(1, 4)
    documents = "disclosure.normative_documents@"
    found |= {f"{documents}issued": issued, f"{documents}repealed": repealed, f"{documents}in_force": of.documents + issued - repealed}
    found |= {f"{documents}produced": produced, f"{documents}disclosed": produced, f"{documents}disclosed_total": of.disclosed + produced}
    if of.rules:
        new = rng.randint(0, 1)
        found |= {"disclosure.rules@issued": new, "disclosure.rules@in_force": of.rules + new}
        found |= {"disclosure.rules@produced": new, "disclosure.rules@disclosed": new, "disclosure.rules@disclosed_total": of.rules + new}
    for row, items in of.items.items():
        found[f"disclosure.{row}@items_last_year"] = items
        found[f"disclosure.{row}@change"] = rng.randint(-(items // 3), items // 2)
    return found


def laid_out(form: Form, cells: Figures) -> Figures:
    """`cells` on `form`: a row without details of its own takes the sum of theirs, totals follow from the equations."""
    known = {cell.id for cell in form.cells}
    values: list[Number] = [cells.get(cell.id, 0) for cell in form.cells]
    for cell, number in cells.items():
        row, _, column = cell.partition("@")
        group = f"{row.rpartition('.')[0]}@{column}"
        if cell not in known and group in known:
            values[form.by_id[group].index] += number
    for equation in sorted((each for each in form.equations if each.total is not None), key=lambda each: len(each.left), reverse=True):
        values[equation.total or 0] = sum((values[index] for index in equation.left), 0)
    return {cell.id: number for cell, number in zip(form.cells, values, strict=True)}


def _go_on(form: Form, of: Usual, figures: Figures) -> None:
    """What this year leaves to the next."""
    of.documents = int(figures.get("disclosure.normative_documents@in_force", of.documents))
    of.rules = int(figures.get("disclosure.rules@in_force", figures.get("disclosure.rules@disclosed_total", 0)))
    of.disclosed = int(figures.get("disclosure.normative_documents@disclosed_total", of.disclosed))
    for row in of.items:
        of.items[row] += int(figures.get(f"disclosure.{row}@change", 0))


def _differ(figures: Figures, before: Figures, table: str) -> bool:
    """True when a table with figures in it does not repeat last year's."""
    here = {cell: number for cell, number in figures.items() if cell.startswith(f"{table}.") and number}
    return not here or here != {cell: number for cell, number in before.items() if cell.startswith(f"{table}.") and number}
