"""The equations of the form over a report's figures, each with both sides and its result: what the rules judge and the pages show."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from giar_site.derive.assessment import Assessment, Comparison, Reason, Result, Term, assess
from giar_site.forms import Cell, Equation, Form
from giar_site.model import Figures

_ZERO = Decimal(0)


@lru_cache(maxsize=8)  # asked for by every arithmetic rule, then by the page and its data
def assessments_of(figures: Figures) -> tuple[Assessment, ...]:
    """Every equation of the edition, in its order, filled in with `figures`.

    One over a blank says nothing; nor does one whose total the agency left out, since giar made that total from its parts.
    """
    form = figures.form
    values = [figure.value for figure in figures.values]
    telling = {index for index, value in enumerate(values) if value}
    telling.update(figures.odd)
    derived = {definitions_of(form).get(index) for index in figures.derived} if figures.odd else ()
    return tuple(
        [
            line.nothing if telling.isdisjoint(line.cells) else _assess(line, values, derived=at in derived)
            for at, line in enumerate(_lines(form))
        ]
    )


class _Line(NamedTuple):
    """An equation made ready: the cells of its sides, and what it comes to where all of them are a plain 0, as most are in most reports."""

    cells: tuple[int, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    nothing: Assessment


@lru_cache(maxsize=8)
def _lines(form: Form) -> tuple[_Line, ...]:
    return tuple(
        _Line(
            cells=(*equation.left, *equation.right),
            left=equation.left,
            right=equation.right,
            nothing=assess(comparison, (_ZERO,) * len(equation.left), (_ZERO,) * len(equation.right)),
        )
        for equation, comparison in zip(form.equations, comparisons_of(form), strict=True)
    )


def _assess(line: _Line, values: Sequence[Decimal | None], *, derived: bool) -> Assessment:
    """What `assess` says, in a third of the time where every number is known: the form's own equations take nothing away."""
    comparison = line.nothing.comparison
    left, right = tuple([values[index] for index in line.left]), tuple([values[index] for index in line.right])
    try:
        one, other = sum(left, _ZERO), sum(right, _ZERO)  # type: ignore[type-var]  # a blank is the TypeError
    except TypeError:
        return assess(comparison, left, right)
    if derived:
        return assess(comparison, left, right, Reason.DERIVED)
    return Assessment(comparison, left, right, one, other, Result.HOLDS if one == other else Result.FAILS)


@lru_cache(maxsize=8)
def definitions_of(form: Form) -> dict[int, int]:
    """The position of the equation that makes a total where the agency left it out, by the total's cell index."""
    return {equation.total: at for at, equation in enumerate(form.equations) if equation.total is not None}


@lru_cache(maxsize=8)
def comparisons_of(form: Form) -> tuple[Comparison, ...]:
    """The equations of an edition in words, in its order."""
    return tuple(_comparison(form, equation) for equation in form.equations)


def _comparison(form: Form, equation: Equation) -> Comparison:
    left, right = [form.cells[index] for index in equation.left], [form.cells[index] for index in equation.right]
    along_row = len({cell.row for cell in (*left, *right)}) == 1
    path = left[0].row_path if along_row else left[0].column_path  # its last head names the line, as the findings do
    return Comparison(
        kind=equation.name,
        label=path[-1].label,
        at=right[0].id,
        left=tuple(_term(cell, along_row=along_row) for cell in left),
        right=tuple(_term(cell, along_row=along_row) for cell in right),
    )


def _term(cell: Cell, *, along_row: bool) -> Term:
    return Term(cell.id, (cell.column_path if along_row else cell.row_path)[-1].label)
