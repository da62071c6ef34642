"""Random reports in which every sum of the form holds, made from a few random details."""

from decimal import Decimal

from hypothesis import strategies as st

from giar_site import forms
from giar_site.forms import Form
from giar_site.model import Figure, Figures, Metadata, Passage, Reading, Report

Values = list[Decimal]


def sound_values(form: Form, details: dict[int, int]) -> Values:
    """A figure for each cell: `details` (cell index → count), totals and balances made to fit."""
    values = [Decimal(0)] * len(form.cells)
    for cell, count in details.items():
        if cell not in form.totals:
            values[cell] = Decimal(count)
    _add_up(form, values)
    for equation in form.equations:
        if equation.total is None and not {*equation.left, *equation.right} <= set(form.totals):
            gap = sum(values[cell] for cell in equation.left) - sum(values[cell] for cell in equation.right)
            free = [cell for cell in (equation.right if gap > 0 else equation.left) if cell not in form.totals]
            values[free[-1]] += abs(gap)
    _add_up(form, values)
    return values


def _add_up(form: Form, values: Values) -> None:
    for equation in form.equations:
        if equation.total is not None:
            values[equation.total] = sum((values[cell] for cell in equation.left), Decimal(0))


@st.composite
def sound_reports(draw: st.DrawFn) -> tuple[Form, Values]:
    """An edition and figures on it."""
    form = draw(st.sampled_from(forms.editions()))
    details = draw(st.dictionaries(st.integers(0, len(form.cells) - 1), st.integers(1, 500), max_size=30))
    return form, sound_values(form, details)


def covered(form: Form) -> list[int]:
    """The cells that stand in an equation."""
    return sorted({cell for equation in form.equations for cell in (*equation.left, *equation.right)})


def report_of(form: Form, values: list[Decimal | None] | Values) -> Report:
    """A report that holds just these figures; None is a blank."""
    figures = tuple(Figure(None, "", Reading.BLANK) if value is None else Figure(value, f"{value:f}", Reading.PLAIN) for value in values)
    return Report("sample", form.first_year, Figures(form.edition, figures), Metadata(), Passage("", "", "", ""), ())
