"""What a report takes over from last year's, judged: the rules across years and the pages read the same records."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from giar_site.derive.assessment import Assessment, Comparison, Reason, Relation, Result, Term, assess
from giar_site.derive.lineage import lineage_of
from giar_site.derive.register import Register, Standing, register_of
from giar_site.derive.takeover import Takeover, takeover_of
from giar_site.forms import Continuation, ContinuityName, Form
from giar_site.model import Figures, Report, Site

_Source = tuple[str, Form | None]  # an agency, "" for the report's own, and the form its report is on: None where there is none
_Spot = tuple[int, int | None]  # a cell: the position of its report among the sources, and its own there; None: not on that form


class _Plan(NamedTuple):
    """A comparison, where the numbers of its sides stand, and why it cannot be assessed whatever they are."""

    comparison: Comparison
    left: tuple[_Spot, ...]
    right: tuple[_Spot, ...]
    reason: Reason | None


@lru_cache(maxsize=64)  # asked for by each rule across years in turn, then by the page and its data
def continuity_of(site: Site, report: Report) -> tuple[Assessment, ...]:
    """Every cell of `report` that its form says must follow from last year's: the left side is what follows, the right what is written.

    Where agencies were merged or split a side is a sum over them, and the same comparison stands in the reports of all of them.
    """
    register = register_of(site)
    takeover = takeover_of(register, lineage_of(site), report.agency, report.year)
    last = [_figures(register, slug, report.year - 1) for slug in takeover.origins]
    now = [_figures(register, slug, report.year) for slug in takeover.heirs]
    reason = _unassessable(register, takeover, report.year, last, now)
    plans = _plans(report.figures.form, report.year, _sources(takeover.origins, last, report), _sources(takeover.heirs, now, report))
    sources = [figures.values if figures else () for figures in (*last, *now)]

    def numbers(spots: tuple[_Spot, ...]) -> list[Decimal | None]:
        return [sources[source][index].value if index is not None else None for source, index in spots]

    found = tuple(assess(plan.comparison, numbers(plan.left), numbers(plan.right), reason or plan.reason) for plan in plans)
    if not takeover.settled:
        return _as_far_as_settled(found, takeover)
    partly = None in last and any(last) and None not in now and takeover.clear
    return tuple(map(_at_least_the_known, found)) if partly else found


def _as_far_as_settled(found: tuple[Assessment, ...], takeover: Takeover) -> tuple[Assessment, ...]:
    """Of sums that disagree only one that took over more than there was is wrong whoever else reports, for counts only add up."""
    if all(each.result is not Result.FAILS for each in found):
        return found
    return tuple(
        each
        if not takeover.open and _takes_too_much(each)
        else each._replace(result=Result.NOT_ASSESSABLE, reason=each.reason or Reason.MISSING_HEIR)
        for each in found
    )


def _takes_too_much(each: Assessment) -> bool:
    if each.comparison.kind is not ContinuityName.CARRY_OVER or each.result is not Result.FAILS:
        return False
    return each.left is not None and each.right is not None and each.right > each.left


def _at_least_the_known(assessment: Assessment) -> Assessment:
    """Where predecessors' reports are missing: what the others carried over must still be there, for counts only add up. Else as it is."""
    comparison = assessment.comparison
    known = [(term, number) for term, number in zip(comparison.left, assessment.left_terms, strict=True) if number is not None]
    if comparison.kind is not ContinuityName.CARRY_OVER or not known:
        return assessment
    part = comparison._replace(left=tuple(term for term, _ in known), relation=Relation.AT_MOST)
    judged = assess(part, [number for _, number in known], assessment.right_terms)
    return judged if judged.result is Result.FAILS else assessment


def last_year_of(site: Site, report: Report) -> Standing | None:
    """Last year's report of the one agency that `report` goes on from; None where it is not there, or where it goes on from several."""
    register = register_of(site)
    takeover = takeover_of(register, lineage_of(site), report.agency, report.year)
    standing = register.standings.get((takeover.origins[0], report.year - 1))
    return standing if standing and standing.published and takeover.plain and takeover.clear else None


def _figures(register: Register, slug: str, year: int) -> Figures | None:
    standing = register.standings.get((slug, year))
    return standing.figures if standing else None


def _unassessable(
    register: Register, takeover: Takeover, year: int, last: list[Figures | None], now: list[Figures | None]
) -> Reason | None:
    """Why nothing of the report can be compared with last year, if so."""
    if not takeover.clear:
        return Reason.UNCLEAR_LINEAGE
    if None in last:
        earlier = any((slug, each) in register.standings for slug in takeover.origins for each in register.site.years if each < year)
        return Reason.MISSING_YEAR if earlier else Reason.FIRST_YEAR
    return Reason.MISSING_HEIR if None in now else None


def _sources(slugs: tuple[str, ...], reports: list[Figures | None], report: Report) -> tuple[_Source, ...]:
    return tuple(
        ("" if slug == report.agency else slug, figures.form if figures else None) for slug, figures in zip(slugs, reports, strict=True)
    )


@lru_cache(maxsize=512)  # alike for all agencies that simply go on
def _plans(form: Form, year: int, last: tuple[_Source, ...], now: tuple[_Source, ...]) -> tuple[_Plan, ...]:
    return tuple(_plan(each, form, year, last, now) for each in form.continuity)


def _plan(continuation: Continuation, form: Form, year: int, last: tuple[_Source, ...], now: tuple[_Source, ...]) -> _Plan:
    signed = [(form.cells[index].id, sign) for group, sign in ((continuation.added, 1), (continuation.removed, -1)) for index in group]
    cell = form.cells[continuation.index]
    along_row = all(each.partition("@")[0] == f"{cell.table}.{cell.row}" for each in continuation.last_year)

    def term(each: str, source: _Source, when: int, sign: int = 1) -> Term:
        """A term of this year names no year where it is the report's own; its label is that of the form it stands on."""
        agency, on = source
        found = (on.by_id.get(each) if on else None) or form.by_id.get(each)
        label = (found.column_path if along_row else found.row_path)[-1].label if found else each
        return Term(each, label, agency, when if agency or when != year else None, sign)

    def spot(each: str, at: int, source: _Source) -> _Spot:
        found = source[1].by_id.get(each) if source[1] else None
        return at, found.index if found else None

    before = [(each, at, source) for at, source in enumerate(last) for each in continuation.last_year]
    changes = [(each, at, source, sign) for at, source in enumerate(now, len(last)) for each, sign in signed]
    written = [(cell.id, at, source) for at, source in enumerate(now, len(last))]
    comparison = Comparison(
        kind=continuation.name,
        label=(cell.row_path if along_row else cell.column_path)[-1].label,
        at=cell.id,
        left=(
            *(term(each, source, year - 1) for each, _, source in before),
            *(term(each, source, year, sign) for each, _, source, sign in changes),
        ),
        right=tuple(term(each, source, year) for each, _, source in written),
    )
    left = (*(spot(*each) for each in before), *(spot(*each[:3]) for each in changes))
    right = tuple(spot(*each) for each in written)
    reason = None
    if continuation.name is not ContinuityName.CARRY_OVER and (len(last), len(now)) != (1, 1):
        reason = Reason.UNCLEAR_LINEAGE  # the form does not say which documents and items went where when agencies merge or split
    elif any(index is None for _, index in (*left, *right)):
        reason = Reason.OTHER_EDITION
    return _Plan(comparison, left, right, reason)
