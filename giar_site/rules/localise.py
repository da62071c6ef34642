"""Fault localisation: from failed and satisfied equations, the smallest sets of cells that explain all failures.

A wrong cell disturbs every equation it stands in by the same amount, and none it does not stand in. So a set of cells
with one correction each explains the failures when, after correcting, every equation holds again, the satisfied ones
included. The search tries sets of one cell, then two, then three; when more are wrong at once it first takes the cells
whose every equation fails by one and the same amount and that no other cell competes with.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from giar_site.forms import Form, Kind
from giar_site.rules.system import system_of

Values = tuple[Decimal | None, ...]
Residuals = dict[int, Decimal]
Explanation = tuple[tuple[int, Decimal], ...]  # cells and the values they need
Chosen = tuple[tuple[int, Decimal], ...]  # cells and by how much they are corrected
LARGEST_SET = 3
MOST_SETS = 200
_BUDGET = 5_000  # partial explanations looked at; a row shifted by a column needs some 3,000, a hostile file must not hold the machine
_ZERO = Decimal(0)


class Explanations(NamedTuple):
    """`sets`: the smallest explanations, each (cell index, corrected value) in cell order; `certain`: cells found without a rival."""

    sets: tuple[Explanation, ...]
    certain: tuple[int, ...]


class _Search:
    def __init__(self, form: Form, values: Values, derived: frozenset[int]) -> None:
        self.values = values
        self.signed = [cell.kind is Kind.CHANGE for cell in form.cells]
        by_equation, by_cell = system_of(form, derived)
        self.assessable = [all(values[cell] is not None for cell, _ in pairs) for pairs in by_equation]
        self.by_equation = by_equation
        self.by_cell = [tuple(pair for pair in pairs if self.assessable[pair[0]]) for pairs in by_cell]
        self.widest = max((len(pairs) for pairs in self.by_cell), default=1)
        self.budget = _BUDGET
        self.found: dict[Explanation, None] = {}

    def residuals(self) -> Residuals:
        """Left minus right of every failing equation."""
        failing: Residuals = {}
        for at, pairs in enumerate(self.by_equation):
            if self.assessable[at]:
                gap = sum((sign * (self.values[cell] or _ZERO) for cell, sign in pairs), _ZERO)
                if gap:
                    failing[at] = gap
        return failing

    def candidates(self, failing: Residuals) -> Iterator[tuple[int, Decimal, int]]:
        """(cell, correction, failing equations it settles) for every correction that settles at least one equation."""
        settled: dict[tuple[int, Decimal], int] = {}
        for at, gap in failing.items():
            for cell, sign in self.by_equation[at]:
                key = cell, -sign * gap
                settled[key] = settled.get(key, 0) + 1
        for (cell, change), count in settled.items():
            if self.possible(cell, change):
                yield cell, change, count

    def possible(self, cell: int, change: Decimal) -> bool:
        """True when the corrected cell could stand in the form: no count or amount is negative."""
        value = self.values[cell]
        return value is not None and (self.signed[cell] or value + change >= 0)

    def settling(self, failing: Residuals, chosen: Chosen) -> Iterator[tuple[int, Decimal]]:
        """Every correction of one more cell that settles all of `failing` and disturbs nothing: its equations are just the failing ones."""
        taken = {cell for cell, _ in chosen}
        at, gap = next(iter(failing.items()))
        for cell, sign in self.by_equation[at]:
            change, pairs = -sign * gap, self.by_cell[cell]
            fits = len(pairs) == len(failing) and all(failing.get(each) == -side * change for each, side in pairs)
            if fits and cell not in taken and self.possible(cell, change):
                yield cell, change

    def corrected(self, failing: Residuals, cell: int, change: Decimal) -> Residuals:
        """What still fails after correcting one cell."""
        after = dict(failing)
        for at, sign in self.by_cell[cell]:
            gap = after.get(at, _ZERO) + sign * change
            if gap:
                after[at] = gap
            else:
                after.pop(at, None)
        return after

    def explain(self, failing: Residuals, chosen: Chosen, left: int) -> None:
        """Record every way to settle `failing` with exactly `left` more cells."""
        self.budget -= 1
        if self.budget < 0 or len(failing) > self.widest * left or len(self.found) >= MOST_SETS:
            return
        if left == 1:
            for last in self.settling(failing, chosen):
                self.record((*chosen, last))
            return
        taken = {cell for cell, _ in chosen}
        most = self.widest * (left - 1)
        for cell, change, count in self.candidates(failing):
            remaining = len(failing) - count + sum(at not in failing for at, _ in self.by_cell[cell])
            if 0 < remaining <= most and cell not in taken:
                self.explain(self.corrected(failing, cell, change), (*chosen, (cell, change)), left - 1)

    def record(self, chosen: Chosen) -> None:
        """Keep an explanation, as corrected values in cell order."""
        self.found[tuple(sorted((cell, (self.values[cell] or _ZERO) + change) for cell, change in chosen))] = None

    def unrivalled(self, failing: Residuals) -> tuple[int, Decimal] | None:
        """A correction that settles all equations of its cell, at least two, where no other cell could settle one of them so well."""
        full = [(cell, change) for cell, change, count in self.candidates(failing) if count == len(self.by_cell[cell]) > 1]
        equations = [{at for at, _ in self.by_cell[cell]} for cell, _ in full]
        clear = (each for each, mine in zip(full, equations, strict=True) if sum(bool(mine & other) for other in equations) == 1)
        return next(clear, None)


def localise(form: Form, values: Values, derived: frozenset[int] = frozenset()) -> Explanations:
    """Explain the failing equations of `form` over `values` (None: blank) by cells that were written, not by totals left out (`derived`).

    No explanation where too many cells are wrong.
    """
    search = _Search(form, values, derived)
    failing = search.residuals()
    certain: list[tuple[int, Decimal]] = []
    while failing:
        for size in range(1, LARGEST_SET + 1):
            search.budget = _BUDGET
            search.explain(failing, tuple(certain), size)
            if search.found:
                return Explanations(tuple(search.found), tuple(cell for cell, _ in certain))
        found = search.unrivalled(failing)
        if found is None:
            break
        certain.append(found)
        failing = search.corrected(failing, *found)
    if certain:
        search.record(tuple(certain))
    return Explanations(tuple(search.found), tuple(cell for cell, _ in certain))


def needed_value(form: Form, values: Values, cell: int, derived: frozenset[int] = frozenset()) -> Decimal | None:
    """The value a blank cell needs, where the equations that know all their other cells agree on one; else None."""
    by_equation, by_cell = system_of(form, derived)
    needed: set[Decimal] = set()
    for at, sign in by_cell[cell]:
        others = [(each, values[each]) for each, _ in by_equation[at] if each != cell]
        if all(value is not None for _, value in others):
            signs = dict(by_equation[at])
            needed.add(_ZERO - sign * sum((signs[each] * (value or _ZERO) for each, value in others), _ZERO))  # 0 - 0 is 0, -1 * 0 is -0
    return needed.pop() if len(needed) == 1 and min(needed) >= 0 else None
