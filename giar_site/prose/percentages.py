"""Shares: N% of what. The part and the base stand in the sentence or in the tables; a clerk rounds or cuts off."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from giar_site.model import Figures
from giar_site.prose.binding import bind
from giar_site.prose.claim import ClaimKind, Verdict
from giar_site.prose.columns import in_columns
from giar_site.prose.judgement import Judgement, readings, sum_of
from giar_site.prose.numbers import COUNTED, Number
from giar_site.prose.scope import Author, When, Whose
from giar_site.prose.vocabulary import MAIN_OUTCOMES

_SHARE: Final = re.compile(r"占(?P<of>[^，,。；;、（(]{0,12})$")
_OF_ALL: Final = re.compile(r"(?:全部|全年|行政|复议|诉讼|申请|办结|答复|受理|总|件|数|量|的|比|重|例|为|达|约|到|了)*")
_NAMES_ALL: Final = re.compile(r"总|全[部年]")
_RATE: Final = re.compile(r"(?:办结|答复|办复|回复)率(?:为|达到?)?$")
_IN_TIME: Final = re.compile(r"按[期时]|及时|限时")
_BASES: Final[dict[str, tuple[str, ...]]] = {
    "applications": ("received", "answered", "refused", "unavailable", "not_processed", "granted_or_partly"),
    "review": ("disputes:review", "closed:review"),
    "suits": ("disputes:suits", "closed:suits"),
}
_OF_ANSWERED: Final = re.compile(r"办结|答复|办复")
_OF_DISPUTES: Final = re.compile(r"复议|诉讼")
_CLOSED: Final = re.compile(r"审结|结案|办结|已")
_OPENS: Final = re.compile(r"其中|分别|[：:；;]")
_AND: Final = re.compile(r"[、和及与]")
_WHOLES: Final = frozenset(
    ("newly_received", "received", "handled", "answered", "disputes:review", "disputes:suits", "closed:review", "closed:suits")
)
_MOST_TOGETHER: Final = 8
_REMEMBERED: Final = 40  # numbers
_HUNDRED: Final = Decimal(100)


_Base = tuple[Decimal, tuple[Number, ...]]


class _Part(NamedTuple):
    """What a share is the share of; `known`: the tables hold it."""

    value: Decimal
    cells: tuple[str, ...]
    known: bool
    terms: str = ""  # how a sum is written


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
    match = _SHARE.search(judgement.mention.near)
    of = match["of"] if match else ""
    beside = [] if _names_part(judgement) else _beside(judgements, at)
    bases = _bases(judgements[max(0, at - _REMEMBERED) : at], beside, part, figures, of)
    for each in [part, *_together(beside)]:
        for base, where in bases:
            if base >= each.value and _fits(each.value, base, number):
                return _share(judgement, Verdict.VERIFIED, each, base, where)
    stated = {base for base, where in bases if where}
    one_base = (len(stated) == 1 or (not stated and of != "")) and not (_OF_ANSWERED.search(of) and _fits_loosely(part, number, figures))
    certain = bool(bases) and len(beside) <= 1 and one_base and _OF_ALL.fullmatch(of) and number.step <= 1 and not number.hedged
    if certain and (part.known or _is_pair(judgements[:at] if at == 2 else [])):
        return _share(judgement, Verdict.CONTRADICTED, part, *bases[0])
    return judgement._replace(verdict=Verdict.NOT_ASSESSABLE if part.known else Verdict.NOT_ABOUT_FIGURES)


def _bases(before: list[Judgement], beside: list[Judgement], part: _Part, figures: Figures, of: str) -> list[_Base]:
    """The wholes the part may be a share of, with the numbers that state them: the likeliest first, and only the one that is named."""
    wholes = before[: len(before) - len(beside)] if beside else before
    larger = [each for each in reversed(wholes) if _counts(each) and each.mention.number.value > part.value]
    subject = _table_of(part.cells)
    answered = bool(_OF_ANSWERED.search(of)) and subject in {"applications", ""}
    if answered:
        larger = [each for each in larger if each.bound is not None and "answered" in each.bound.slots]
    found: list[_Base] = [(each.mention.number.value, (each.mention.number,)) for each in larger]
    if part.known or part.cells:
        parts = {slot for each in beside if each.bound for slot in each.bound.slots}
        of_all = bool(_OF_DISPUTES.search(of)) and not _CLOSED.search(of)  # 全部复议, those not closed too
        likely = (each for each in _BASES.get(subject, ()) if not (of_all and each.startswith("closed")))
        slots = ("answered",) if answered else tuple(slot for slot in likely if slot not in parts)
        found += [(total, ()) for total in _table_bases(figures, slots)]
        found += [(total, ()) for total in ([] if _NAMES_ALL.search(of) else _column_bases(part, figures))]
    return found


def _beside(judgements: list[Judgement], at: int) -> list[Judgement]:
    """The numbers right before the share that may be its parts together, as in 同意公开13件、部分公开4件，占…."""
    found: list[Judgement] = []
    for each in reversed(judgements[max(0, at - _MOST_TOGETHER) : at]):
        if not _counts(each) or (found and not _is_beside(each, found[-1])):
            break
        found.append(each)
    return found[::-1]


def _is_beside(first: Judgement, second: Judgement) -> bool:
    slots = [set() if each.bound is None else set(each.bound.slots) for each in (first, second)]
    if _OPENS.search(second.mention.left) or slots[0] & _WHOLES:
        return False
    return bool(_AND.search(second.mention.left)) or all(each and each <= MAIN_OUTCOMES for each in slots)


def _together(beside: list[Judgement]) -> list[_Part]:
    """The parts added up, all of them."""
    if len(beside) <= 1:
        return []
    values = [each.mention.number.value for each in beside]
    terms = " + ".join(f"{value:f}" for value in values)
    cells = tuple(cell for each in beside for cell in each.cells)
    return [_Part(sum(values, Decimal(0)), cells, known=False, terms=f"({terms})")]


def _part(judgements: list[Judgement], at: int, figures: Figures, author: Author) -> _Part | None:
    """What the share at `at` is a share of: the cells named before 占, or the number just before."""
    mention = judgements[at].mention
    before = judgements[at - 1] if at else None
    if _names_part(judgements[at]):
        named = mention.near.partition("占")[0]
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


def _names_part(judgement: Judgement) -> bool:
    return len(judgement.mention.near.partition("占")[0].strip("，,（( ")) > 1


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


def _table_bases(figures: Figures, slots: tuple[str, ...]) -> list[Decimal]:
    found = [cells for slot in slots for cells in readings(figures, (slot,))]
    return [total for cells in found if (total := sum_of(figures, cells))]


def _column_bases(part: _Part, figures: Figures) -> list[Decimal]:
    """How many requests those applicants made, or had answered, whose column the part stands in."""
    columns = list(
        dict.fromkeys(cell.partition("@")[2] for cell in part.cells if cell.startswith("applications.") and not cell.endswith("@total"))
    )
    found = in_columns(readings(figures, ("received", "answered")), columns) if columns else []
    return [total for cells in found if (total := sum_of(figures, cells))]


def _fits(part: Decimal, base: Decimal, percent: Number) -> bool:
    """True when part of base is `percent`, rounded or cut off at its last digit."""
    share = part * _HUNDRED / base
    return percent.covers(share) or 0 <= share - percent.value < percent.step


def _fits_loosely(part: _Part, percent: Number, figures: Figures) -> bool:
    """True when the share is right of those answered without what many agencies do not count as answered."""
    return any(_fits(part.value, base, percent) for base in _table_bases(figures, ("answered_in_part",)))


def _share(judgement: Judgement, verdict: Verdict, part: _Part, base: Decimal, where: tuple[Number, ...]) -> Judgement:
    share = f"{part.value * _HUNDRED / base:.2f}"
    line = f"{part.terms or f'{part.value:f}'} ÷ {base:f} = {share}%"
    return judgement._replace(verdict=verdict, kind=ClaimKind.PERCENTAGE, cells=part.cells, expected=share, related=where, line=line)


def _judge_rate(judgement: Judgement, figures: Figures) -> Judgement:
    """办结率 is only ever verified: of what it was taken is the agency's to say."""
    mention = judgement.mention
    if mention.subject not in {"applications", ""} or mention.scope.whose is Whose.PART or mention.scope.when is When.OTHER:
        return judgement
    answered = readings(figures, ("answered",))[0]
    part = sum_of(figures, answered)
    for base in _table_bases(figures, _BASES["applications"])[:2]:
        if part is not None and _fits(part, base, mention.number):
            return _share(judgement, Verdict.VERIFIED, _Part(part, answered, known=True), base, ())
    return judgement._replace(verdict=Verdict.NOT_ASSESSABLE)
