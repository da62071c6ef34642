"""Numbers that belong to some of the requests only: in 自然人申请50件，予以公开28件 the outcome is that of natural persons.

Where an applicant governs, its own column is asked; of other subsets the tables know nothing. Neither contradicts the column of totals.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from giar_site.model import Figures
from giar_site.prose.claim import Verdict
from giar_site.prose.growth import is_growth
from giar_site.prose.judgement import Judgement, readings, sum_of
from giar_site.prose.numbers import COUNTED
from giar_site.prose.scope import When, Whose
from giar_site.prose.vocabulary import APPLICANTS, MAIN_OUTCOMES, OUTCOMES, WORDS

_ENDS: Final = re.compile(r"[；;]")
_WHOLES: Final = frozenset(("newly_received", "received", "handled", "answered"))
_GOVERNED: Final = OUTCOMES | {"handled", "answered", "carried_out"}
_LEFT_OVER: Final = frozenset(("carried_out", "carried"))
_KNOWN: Final = frozenset((Verdict.VERIFIED, Verdict.CONTRADICTED))
_SOME: Final = re.compile(
    r"(?:类|方面|网上|网络|在线|信函|邮寄|当面|现场|延期[^，,。；;]{0,4}|结转|(?:涉及|关于|有关)[^，,。；;]{1,12}|(?:予以|同意|部分|不予)公开|无法提供|(?:不予|其他)处理)的?申请(?:件|事项)?中?[，,：:]"
)
_MOST: Final = 12  # subsets that stand beside each other
_SUMS_UP: Final = re.compile(r"(?:合计|共计?|总计)[有为达]*$")
_BARE: Final = re.compile(  # 共办结60件: of all requests as well as it can be said
    r"(?:^|[，,。；;：:])(?:(?:20)?[0-9]{2}年度?|全年|本年度?|一年来|共计?|总共|累计|均|已|按时|按期|依法|及时|全部)*"
    r"(?:办结|答复|回复|受理|收到|办理)(?:完毕)?了?$"
)
_OF_ALL: Final = re.compile(r"全年|本年|合计|总|共")
_NAMED_AFTER: Final = re.compile(r"(?:类|方面的?|(?:涉及|关于|有关).+)(?:政府)?(?:信息公开)?申请")  # 对20件规划类申请作出答复
_ABOUT: Final = re.compile(r"涉及|关于|有关")


def hold_within(judged: list[Judgement], before: Sequence[Judgement], figures: Figures) -> None:
    """Judge anew, in place, what is said of a subset of the requests; `before`: the sentence that this one goes on from."""
    spoken_of = _SpokenOf(figures)
    for each in before:
        spoken_of.judge(each)
    for at, each in enumerate(judged):
        judged[at] = spoken_of.judge(each)


class _SpokenOf:
    """Which requests a sentence speaks of, number by number. `group`: subsets that stand beside each other, the last ones, `size` all of them together."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.whole: Decimal | None = None
        self.forget()

    def forget(self) -> None:
        """Speak of all requests again."""
        self.group: list[Judgement] = []
        self.size = Decimal(0)
        self.listing = False  # the group may still grow
        self.some = False  # a subset is spoken of that was given no number
        self.asked: tuple[str, ...] = ()  # as are these applicants
        self.outcome: Judgement | None = None  # what the applicants named next are counted of

    def judge(self, each: Judgement) -> Judgement:
        """`each`, judged by what is spoken of; what comes after it may be about something else."""
        mention = each.mention
        if _ENDS.search(mention.left) and not self._goes_on(each):
            self.forget()
        if not mention.number.exact or (mention.number.unit and mention.number.unit not in COUNTED) or is_growth(mention):
            return each
        self.some = self.some or bool(_SOME.search(mention.left))
        self.asked = _askers(each) or self.asked
        slots = _slots(each)
        if self._governs(each):
            self.listing = False
            self.outcome = each if MAIN_OUTCOMES & slots else self.outcome
            return _of_some(each, self.group, self.asked, self.figures)
        if self.some and APPLICANTS & slots and each.verdict is Verdict.CONTRADICTED:
            return _not_assessable(each)
        if self.outcome is not None and APPLICANTS & slots and mention.number.value <= self.outcome.mention.number.value:
            return _of_outcome(each, self.outcome, self.figures)
        if _is_subset(each, self.whole):
            self._add(each)
        elif _WHOLES & slots and each.verdict in _KNOWN:
            self.forget()
            self.whole = mention.number.value
        elif MAIN_OUTCOMES & slots:
            self.outcome = each
        return each

    def _goes_on(self, each: Judgement) -> bool:
        """True when what follows a semicolon is one more outcome of what is spoken of; after a list of parts it is the whole's."""
        said = _ENDS.split(each.mention.left)[-1]
        begins_anew = _OF_ALL.search(said) or _SOME.search(said) or _askers(each)
        listed = self.whole is not None and len(self.group) > 1
        return not begins_anew and not listed and not OUTCOMES.isdisjoint(_slots(each)) and self._governs(each)

    def _governs(self, each: Judgement) -> bool:
        value = each.mention.number.value
        within = value < self.size or (value == self.size and len(self.group) == 1)
        return _is_governed(each, self.group) and (bool(self.asked) or self.some or within)

    def _add(self, subset: Judgement) -> None:
        outcome, some = self.outcome, self.some
        if not self.listing:
            self.forget()
        self.group = [*self.group[-_MOST:], subset]
        self.size += subset.mention.number.value
        self.listing, self.asked, self.outcome, self.some = True, (), outcome, some
        if len(self.group) > 1 and self.size == self.whole:
            self.group, self.size = [], Decimal(0)


def _slots(judgement: Judgement) -> set[str]:
    return {each for slot in (judgement.bound.slots if judgement.bound else ()) for each in slot.split("+")}


def _askers(judgement: Judgement) -> tuple[str, ...]:
    """The applicants that are named between an outcome and the number before it."""
    if not APPLICANTS.isdisjoint(_slots(judgement)):
        return ()
    said = _ENDS.split(judgement.mention.left)[-1]
    return tuple(match.lastgroup for match in WORDS.finditer(said) if match.lastgroup in APPLICANTS)


def _is_governed(judgement: Judgement, group: list[Judgement]) -> bool:
    slots = _slots(judgement)
    if not APPLICANTS.isdisjoint(slots):
        return bool(group) and all(APPLICANTS.isdisjoint(_slots(each)) for each in group)
    if "carried_out" in slots and any("carried_in" in _slots(each) for each in group):
        return False
    return not _GOVERNED.isdisjoint(slots) and (bool(slots - _WHOLES) or judgement.bound is None or judgement.bound.sure)


def _is_subset(judgement: Judgement, whole: Decimal | None) -> bool:
    slots = _slots(judgement)
    if not APPLICANTS.isdisjoint(slots):
        return True
    if "carried_in" in slots:
        return whole is None
    if _SUMS_UP.search(judgement.mention.near) or _BARE.search(judgement.mention.left):
        return False
    main = slots & (MAIN_OUTCOMES | _LEFT_OVER)
    of_requests = judgement.mention.subject in {"applications", ""} or _NAMED_AFTER.search(judgement.mention.right)
    return bool(of_requests) and judgement.verdict not in _KNOWN and not main


def _not_assessable(judgement: Judgement) -> Judgement:
    return judgement._replace(verdict=Verdict.NOT_ASSESSABLE, cells=(), expected="")


def _of_some(judgement: Judgement, group: list[Judgement], askers: tuple[str, ...], figures: Figures) -> Judgement:
    nothing = _not_assessable(judgement)
    scope = judgement.mention.scope
    if scope.whose is Whose.PART or scope.when is When.OTHER or judgement.bound is None:
        return nothing
    slots = askers or tuple(slot for each in group for slot in _slots(each))
    if slots and APPLICANTS.issuperset(slots) and not _ABOUT.search(judgement.mention.left):
        for cells in _of_columns(judgement, slots, figures):
            total = sum_of(figures, cells)
            if total is not None and judgement.mention.number.covers(total):
                return judgement._replace(verdict=Verdict.VERIFIED, cells=cells, expected=f"{total:f}")
        certain = len(slots) == 1
    else:
        certain = bool(askers) or any(each.bound is None or not each.bound.slots or "carried_in" in each.bound.slots for each in group)
    return judgement if judgement.verdict is Verdict.VERIFIED and not certain else nothing


def _of_outcome(judgement: Judgement, outcome: Judgement, figures: Figures) -> Judgement:
    """Whose the requests of one outcome were: 不予公开8件（自然人7件、企业1件）."""
    for cells in _of_columns(outcome, tuple(_slots(judgement)), figures):
        total = sum_of(figures, cells)
        if judgement.verdict is Verdict.CONTRADICTED and total is not None and judgement.mention.number.covers(total):
            return judgement._replace(verdict=Verdict.VERIFIED, cells=cells, expected=f"{total:f}")
    return _not_assessable(judgement) if judgement.verdict is Verdict.CONTRADICTED else judgement


def _of_columns(judgement: Judgement, applicants: tuple[str, ...], figures: Figures) -> list[tuple[str, ...]]:
    """The readings of what is said, in the columns of `applicants` instead of the totals'."""
    columns = dict.fromkeys(cell.partition("@")[2] for slot in applicants for cell in readings(figures, (slot,))[0])
    slots = judgement.bound.slots if judgement.bound else ()
    return [tuple(f"{cell.partition('@')[0]}@{column}" for cell in cells for column in columns) for cells in readings(figures, slots)]
