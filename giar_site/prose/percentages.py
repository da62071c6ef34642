"""Shares: N% of what. The part and the base stand in the sentence or in the tables; a clerk rounds or cuts off."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from giar_site.model import Figures
from giar_site.prose.binding import bind
from giar_site.prose.claim import ClaimKind, Verdict
from giar_site.prose.judgement import Judgement, readings, sum_of
from giar_site.prose.numbers import COUNTED, Number
from giar_site.prose.scope import Author, When, Whose

_SHARE: Final = re.compile(r"占(?P<of>[^，,。；;、（(]{0,12})$")
_OF_ALL: Final = re.compile(r"(?:全部|全年|申请|办结|答复|受理|总|件|数|量|的|比|重|例|为|达|约|到|了)*")
_RATE: Final = re.compile(r"(?:办结|答复|办复|回复)率(?:为|达到?)?$")
_IN_TIME: Final = re.compile(r"按[期时]|及时|限时")
_BASES: Final[dict[str, tuple[str, ...]]] = {
    "applications": ("received", "answered", "refused", "unavailable", "not_processed", "granted_or_partly"),
    "review": ("disputes:review", "closed:review"),
    "suits": ("disputes:suits", "closed:suits"),
}
_REMEMBERED: Final = 40  # numbers
_HUNDRED: Final = Decimal(100)


class _Part(NamedTuple):
    """What a share is the share of; `known`: the tables hold it."""

    value: Decimal
    cells: tuple[str, ...]
    known: bool


def is_share(judgement: Judgement) -> bool:
    """True for a percentage that says what part of a whole something is."""
    return judgement.mention.number.unit == "%" and bool(_SHARE.search(judgement.mention.near))


def judge_percentages(judgements: list[Judgement], figures: Figures, author: Author) -> None:
    """Judge the percentages among the mentions of a sentence that state a share or a rate, in place."""
    for at, judgement in enumerate(judgements):
        mention = judgement.mention
        if is_share(judgement):
            judgements[at] = _judge_share(judgements, at, figures, author)
        elif mention.number.unit == "%" and _RATE.search(mention.near) and not _IN_TIME.search(mention.near):
            judgements[at] = _judge_rate(judgement, figures)


def _judge_share(judgements: list[Judgement], at: int, figures: Figures, author: Author) -> Judgement:
    judgement = judgements[at]
    number = judgement.mention.number
    part = _part(judgements, at, figures, author)
    if part is None:
        return judgement
    stated = [
        each.mention.number
        for each in judgements[max(0, at - _REMEMBERED) : at]
        if _counts(each) and each.mention.number.value > part.value
    ]
    bases: list[tuple[Decimal, tuple[Number, ...]]] = [(each.value, (each,)) for each in reversed(stated)]
    if part.known or part.cells:
        bases += [(total, ()) for total in _table_bases(figures, _table_of(part.cells) or judgement.mention.subject)]
    for base, where in bases:
        if _fits(part.value, base, number):
            return _share(judgement, Verdict.VERIFIED, part, base, where)
    match = _SHARE.search(judgement.mention.near)
    certain = bool(bases) and match is not None and _OF_ALL.fullmatch(match["of"]) and number.step <= 1 and not number.hedged
    if certain and (part.known or _is_pair(judgements[:at] if at == 2 else [])):
        return _share(judgement, Verdict.CONTRADICTED, part, *bases[0])
    return judgement._replace(verdict=Verdict.NOT_ASSESSABLE if part.known else Verdict.NOT_ABOUT_FIGURES)


def _part(judgements: list[Judgement], at: int, figures: Figures, author: Author) -> _Part | None:
    """What the share at `at` is a share of: the cells named before 占, or the number just before."""
    mention = judgements[at].mention
    before = judgements[at - 1] if at else None
    named = mention.near.partition("占")[0]
    if len(named.strip("，,（( ")) > 1:
        bound = bind(mention._replace(number=mention.number._replace(unit=""), near=named, right=""), None)
        whose = mention.scope.whose
        own = author.owns(whose)
        if bound is None or mention.scope.when is When.OTHER or not (own or whose is Whose.EITHER):
            return None
        together = len(bound.slots) > 1  # 部分公开和不予公开占…: the sum of both
        cells = tuple(cell for slot in bound.slots for cells in readings(figures, (slot,))[:1] for cell in cells)
        total = sum_of(figures, cells) if cells else None
        return None if total is None else _Part(total, cells, known=bound.sure and own and not together)
    if before is None or not _counts(before):
        return None
    return _Part(before.mention.number.value, before.cells, before.verdict is Verdict.VERIFIED and before.kind is ClaimKind.FIGURE)


def _counts(judgement: Judgement) -> bool:
    return judgement.mention.number.exact and judgement.mention.number.unit in COUNTED


def _is_pair(before: list[Judgement]) -> bool:
    """True when a sentence has said just a whole and a part of it, in the same unit, about nothing in the tables."""
    return len(before) == 2 and all(_counts(each) for each in before) and len({each.mention.number.unit for each in before}) == 1


def _table_of(cells: tuple[str, ...]) -> str:
    """The subject whose totals `cells` are parts of."""
    if cells and cells[0].startswith("applications."):
        return "applications"
    if cells and cells[0].startswith("review_and_litigation."):
        return "review" if cells[0].startswith("review_and_litigation.review@") else "suits"
    return ""


def _table_bases(figures: Figures, subject: str) -> list[Decimal]:
    found = [cells for slot in _BASES.get(subject, ()) for cells in readings(figures, (slot,))[: 1 if slot == "answered" else None]]
    return [total for cells in found if (total := sum_of(figures, cells))]


def _fits(part: Decimal, base: Decimal, percent: Number) -> bool:
    """True when part of base is `percent`, rounded or cut off at its last digit."""
    share = part * _HUNDRED / base
    return percent.covers(share) or 0 <= share - percent.value < percent.step


def _share(judgement: Judgement, verdict: Verdict, part: _Part, base: Decimal, where: tuple[Number, ...]) -> Judgement:
    share = f"{part.value * _HUNDRED / base:.2f}"
    line = f"{part.value:f} ÷ {base:f} = {share}%"
    return judgement._replace(verdict=verdict, kind=ClaimKind.PERCENTAGE, cells=part.cells, expected=share, related=where, line=line)


def _judge_rate(judgement: Judgement, figures: Figures) -> Judgement:
    """办结率 is only ever verified: of what it was taken is the agency's to say."""
    mention = judgement.mention
    if mention.subject not in {"applications", ""} or mention.scope.whose is Whose.PART or mention.scope.when is When.OTHER:
        return judgement
    answered = readings(figures, ("answered",))[0]
    part = sum_of(figures, answered)
    for base in _table_bases(figures, "applications")[:2]:
        if part is not None and _fits(part, base, mention.number):
            return _share(judgement, Verdict.VERIFIED, _Part(part, answered, known=True), base, ())
    return judgement._replace(verdict=Verdict.NOT_ASSESSABLE)
