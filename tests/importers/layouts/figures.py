"""Random reports: figures that add up, and some that do not."""

import random
from functools import cache

from originals import YEARS, figures

from giar_site import forms


def random_figures(form: forms.Form, chance: random.Random) -> dict[str, str]:
    """Texts by cell id. Totals are sums, but one report in four has a wrong one, as published reports have."""
    largest = chance.choice([3, 30, 400, 9000])
    numbers = {cell.id: _number(cell, chance, largest) for cell in form.cells}
    _add_up(form, numbers)
    if chance.random() < 0.25:
        wrong = chance.choice([cell.id for cell in form.cells if cell.index in form.totals])
        numbers[wrong] += chance.choice([1, 10, 90])
    return {cell.id: _text(cell, numbers[cell.id], chance) for cell in form.cells}


def _number(cell: forms.Cell, chance: random.Random, largest: int) -> int:
    if chance.random() < 0.45:
        return 0
    return chance.randint(-40, 200) if cell.kind is forms.Kind.CHANGE else chance.randint(0, largest)


def _add_up(form: forms.Form, numbers: dict[str, int]) -> None:
    ids = [cell.id for cell in form.cells]
    for _ in range(2):  # a total of totals needs the totals first
        for equation in form.equations:
            if equation.total is not None:
                numbers[ids[equation.total]] = sum(numbers[ids[each]] for each in equation.left)


def _text(cell: forms.Cell, number: int, chance: random.Random) -> str:
    if cell.kind is forms.Kind.CHANGE and number:
        sign = chance.choice("+增") if number > 0 else chance.choice("-减")
        return f"{sign}{abs(number)}"
    if cell.kind is forms.Kind.MONEY:
        decimals = f"{number}.{chance.randint(0, 9999):04}"[: chance.choice([-5, None, -2])]
        return decimals + (chance.choice(["", "元", "万元"]) if cell.unit == "" else "")
    return str(number)


@cache
def real_figures(slug: str) -> dict[str, str]:
    """The figures of one of the five published reports, as published."""
    form = form_of(slug)
    return dict(zip((cell.id for cell in form.cells), figures(slug), strict=True))


def form_of(slug: str) -> forms.Form:
    """The edition that the published report of `slug` is on."""
    form = forms.for_year(YEARS[slug])
    assert form
    return form
