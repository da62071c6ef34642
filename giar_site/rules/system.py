"""The equations of a form over the cells an agency really wrote: a total that was left out stands for its parts.

Such a total holds by itself, so its own equation says nothing; in every other equation its parts take its place, and only
what was written can be wrong.
"""

from functools import lru_cache
from typing import NamedTuple

from giar_site.forms import Form

Terms = tuple[tuple[int, int], ...]


class System(NamedTuple):
    """Per equation its (cell, sign) terms, none where it says nothing; per cell its (equation, sign) terms."""

    by_equation: tuple[Terms, ...]
    by_cell: tuple[Terms, ...]


@lru_cache(maxsize=32)
def system_of(form: Form, derived: frozenset[int] = frozenset()) -> System:
    """The system of `form` where the totals at the positions `derived` were left out."""
    defined_by = {equation.total: at for at, equation in enumerate(form.equations) if equation.total in derived}
    definitions = set(defined_by.values())

    def written(cell: int, sign: int, into: dict[int, int]) -> None:
        if cell in defined_by:
            for part in form.equations[defined_by[cell]].left:
                written(part, sign, into)
        else:
            into[cell] = into.get(cell, 0) + sign

    by_equation: list[Terms] = []
    for at, equation in enumerate(form.equations):
        terms: dict[int, int] = {}
        if at not in definitions:
            for cell in equation.left:
                written(cell, 1, terms)
            for cell in equation.right:
                written(cell, -1, terms)
        by_equation.append(tuple((cell, sign) for cell, sign in terms.items() if sign))
    by_cell: list[list[tuple[int, int]]] = [[] for _ in form.cells]
    for at, pairs in enumerate(by_equation):
        for cell, sign in pairs:
            by_cell[cell].append((at, sign))
    return System(tuple(by_equation), tuple(tuple(each) for each in by_cell))
