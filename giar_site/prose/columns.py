"""Numbers held against the columns of those who asked, instead of the column of totals."""

import re
from typing import Final

from giar_site.model import Figures
from giar_site.prose.claim import Verdict
from giar_site.prose.judgement import Judgement, readings, sum_of
from giar_site.prose.scope import When, Whose
from giar_site.prose.vocabulary import APPLICANTS

_ABOUT: Final = re.compile(r"涉及|关于|有关")


def slots_of(judgement: Judgement) -> set[str]:
    """What the number is bound to, sums taken apart."""
    return {each for slot in (judgement.bound.slots if judgement.bound else ()) for each in slot.split("+")}


def not_assessable(judgement: Judgement) -> Judgement:
    """`judgement` without a verdict on its number."""
    return judgement._replace(verdict=Verdict.NOT_ASSESSABLE, cells=(), expected="")


def of_some(judgement: Judgement, group: list[Judgement], askers: tuple[str, ...], figures: Figures) -> Judgement:
    """How requests of the subsets `group`, or of `askers`, ended: 自然人申请50件，予以公开28件. The tables know of applicants only."""
    nothing = not_assessable(judgement)
    scope = judgement.mention.scope
    if scope.whose is Whose.PART or scope.when is When.OTHER or judgement.bound is None:
        return nothing
    slots = askers or tuple(slot for each in group for slot in slots_of(each))
    if slots and APPLICANTS.issuperset(slots) and not _ABOUT.search(judgement.mention.left):
        held = _held(judgement, judgement, slots, figures)
        if held is not None:
            return held
        certain = len(slots) == 1
    else:
        certain = bool(askers) or any(each.bound is None or not each.bound.slots or "carried_in" in each.bound.slots for each in group)
    return judgement if judgement.verdict is Verdict.VERIFIED and not certain else nothing


def of_outcome(judgement: Judgement, outcome: Judgement, figures: Figures) -> Judgement:
    """Whose the requests of one outcome were: 不予公开8件（自然人7件、企业1件）."""
    if judgement.verdict is not Verdict.CONTRADICTED:
        return judgement
    return _held(judgement, outcome, tuple(slots_of(judgement)), figures) or not_assessable(judgement)


def agrees_in(judgement: Judgement, outcome: Judgement, figures: Figures) -> bool:
    """True when so many requests of the applicants named ended in `outcome`, as the tables have it."""
    return _held(judgement, outcome, tuple(slots_of(judgement)), figures) is not None


def in_columns(found: list[tuple[str, ...]], columns: list[str]) -> list[tuple[str, ...]]:
    """The readings `found`, of all requests, as those in `columns` added up."""
    return [tuple(f"{cell.partition('@')[0]}@{column}" for cell in cells for column in columns) for cells in found]


def _held(judgement: Judgement, row: Judgement, applicants: tuple[str, ...], figures: Figures) -> Judgement | None:
    """`judgement`, verified by a reading of `row` in the columns of `applicants`; None where it agrees with none."""
    columns = dict.fromkeys(cell.partition("@")[2] for slot in applicants for cell in readings(figures, (slot,))[0])
    for cells in in_columns(readings(figures, row.bound.slots if row.bound else ()), list(columns)):
        total = sum_of(figures, cells)
        if total is not None and judgement.mention.number.covers(total):
            return judgement._replace(verdict=Verdict.VERIFIED, cells=cells, expected=f"{total:f}")
    return None
