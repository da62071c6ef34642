"""What is known of a mention while its sentence is judged, and the first judgement: its number against the cells it speaks of."""

from decimal import Decimal
from typing import NamedTuple

from giar_site.model import Figures
from giar_site.prose.binding import Bound
from giar_site.prose.claim import ClaimKind, Verdict
from giar_site.prose.mentions import Mention
from giar_site.prose.numbers import Number
from giar_site.prose.scope import Author, When, Whose, names_others
from giar_site.prose.vocabulary import readings_of

_FAR_OFF = Decimal("0.2")
# What a number of the slot may mean without being right or wrong: many agencies do not count 不予处理 and 其他处理 as answered.
_LOOSELY = {"answered": "answered_in_part"}


class Judgement(NamedTuple):
    """A verdict on one mention, with what it rests on; `related` are the numbers that belong to it."""

    mention: Mention
    bound: Bound | None = None
    verdict: Verdict = Verdict.NOT_ABOUT_FIGURES
    kind: ClaimKind = ClaimKind.FIGURE
    cells: tuple[str, ...] = ()
    expected: str = ""
    related: tuple[Number, ...] = ()
    line: str = ""


def readings(figures: Figures, slots: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The cells that a number bound to `slots` may add up, on the form of `figures`; "a+b" is a slot of both added up."""
    found: list[tuple[str, ...]] = []
    for slot in slots:
        if slot == "disputes:both":
            review, suits = (readings_of(figures.form, f"disputes:{each}") for each in ("review", "suits"))
            found += [(*first, *second) for first in review[:1] for second in suits[:1]]
        elif "+" in slot:
            found.append(tuple(cell for each in slot.split("+") for cells in readings_of(figures.form, each)[:1] for cell in cells))
        else:
            found += readings_of(figures.form, slot)
    return found


def sum_of(figures: Figures, cells: tuple[str, ...]) -> Decimal | None:
    """The cells added up, amounts in 万元; None when one holds no number."""
    total = Decimal(0)
    for cell in cells:
        figure = figures[cell]
        if figure.value is None:
            return None
        total += figure.value / 10_000 if figure.unit == "元" else figure.value
    return total


def judge_figure(mention: Mention, bound: Bound | None, figures: Figures, author: Author) -> Judgement:
    """Hold the number against its cells."""
    judgement = Judgement(mention, bound)
    if bound is None:
        return judgement
    not_assessable = judgement._replace(verdict=Verdict.NOT_ASSESSABLE)
    if mention.scope.whose is Whose.PART or mention.scope.when is When.OTHER or mention.number.ranged:
        return not_assessable
    number = mention.number
    sums = [(cells, total) for cells in readings(figures, bound.slots) if (total := sum_of(figures, cells)) is not None]
    for cells, total in sums:
        if number.covers(total):
            return judgement._replace(verdict=Verdict.VERIFIED, cells=cells, expected=f"{total:f}")
    if not sums or not bound.sure or not author.owns(mention.scope.whose) or names_others(mention.around, author):
        return not_assessable
    if any(_near(mention, total) for _, total in sums) or _loosely(number, bound, figures):
        return not_assessable
    return judgement._replace(verdict=Verdict.CONTRADICTED, cells=sums[0][0], expected=f"{sums[0][1]:f}")


def _loosely(number: Number, bound: Bound, figures: Figures) -> bool:
    """True when the number holds for a narrower meaning of the word."""
    slots = tuple(loose for slot in bound.slots if (loose := _LOOSELY.get(slot)))
    totals = [sum_of(figures, cells) for cells in readings(figures, slots)]
    return any(total is not None and number.covers(total) for total in totals)


def _near(mention: Mention, total: Decimal) -> bool:
    """True when the figure is not clearly outside of what an inexact number says."""
    number = mention.number
    if number.exact:
        return False
    off = number.low - total if total < number.low else total - number.high
    return off < (number.value * _FAR_OFF if number.hedged else number.step)
