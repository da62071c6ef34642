"""Numbers that belong to some of the requests only: in 自然人申请50件，予以公开28件 the outcome is that of natural persons.

Where an applicant governs, its own column is asked; of other subsets the tables know nothing. Neither contradicts the column of totals.

How long a subset is spoken of is read from the clauses. Up to a semicolon it is; after one it is if the subset was the clause's own subject
(自然人申请50件；予以公开28件) or is said to be meant (其中), and what is said fits into it. A subset named in passing (全年收到申请61件，其中自然人50件；) is
forgotten there, but a number that fits into a kind of which the tables know nothing (其中土地类20件；予以公开12件) may be its. A share of it (；占33%；) changes nothing.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Final, NamedTuple

from giar_site.model import Figures
from giar_site.prose.claim import Verdict
from giar_site.prose.clauses import (
    KNOWN,
    LEFT_OVER,
    WHOLES,
    askers_of,
    begins_anew,
    ends_a_clause,
    is_answered,
    is_bare_whole,
    is_governed,
    is_subset,
    is_taken_in,
    is_within,
    speaks_of_some,
)
from giar_site.prose.columns import agrees_in, not_assessable, of_outcome, of_some, slots_of
from giar_site.prose.growth import is_growth
from giar_site.prose.judgement import Judgement, readings, sum_of
from giar_site.prose.mentions import Mention
from giar_site.prose.numbers import COUNTED
from giar_site.prose.outcomes import KINDS
from giar_site.prose.vocabulary import APPLICANTS, MAIN_OUTCOMES, OUTCOMES

_MOST: Final = 12  # subsets that stand beside each other, or outcomes of one
_ENDINGS: Final = OUTCOMES | LEFT_OVER
_FEWEST: Final = 2


class _Outcome(NamedTuple):
    """How requests ended, and how many of them are told by who asked. `lasts`: beyond a semicolon, as it is not one applicant's."""

    of: Judgement
    lasts: bool
    told: Decimal = Decimal(0)

    @property
    def value(self) -> Decimal:
        return self.of.mention.number.value


def hold_within(judged: list[Judgement], before: Sequence[Judgement], figures: Figures) -> None:
    """Judge anew, in place, what is said of a subset of the requests; `before`: the sentence that this one goes on from."""
    spoken_of = _SpokenOf(figures)
    for each in before:
        spoken_of.judge(each, ())
    for at, each in enumerate(judged):
        judged[at] = spoken_of.judge(each, judged[at + 1 : at + _MOST])


def _counts(mention: Mention) -> bool:
    number = mention.number
    return number.exact and (not number.unit or number.unit in COUNTED) and not is_growth(mention)


class _SpokenOf:
    """Which requests a sentence speaks of, number by number. `group`: subsets that stand beside each other, the last ones, `size` all of them together."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.whole: Decimal | None = None
        self.said = ""  # since the last number that counts requests
        self.carried: Judgement | None = None  # the last number, where it was that of requests carried in
        self.forget()

    def forget(self) -> None:
        """Speak of all requests again."""
        self.group: list[Judgement] = []
        self.size = Decimal(0)
        self.listing = False  # the group may still grow
        self.aside = False  # the group was named in passing, the clause is about the whole
        self.inside = False  # the last number belonged to the group
        self.some = False  # a subset is spoken of that was given no number
        self.asked: tuple[str, ...] = ()  # as are these applicants
        self.outcome: _Outcome | None = None  # what the applicants named next are counted of

    def judge(self, each: Judgement, after: Sequence[Judgement]) -> Judgement:
        """`each`, judged by what is spoken of; `after`: the next numbers, before they are judged so."""
        self.said += each.mention.left
        if not _counts(each.mention):
            return each
        said, self.said = self.said, ""
        if ends_a_clause(said) and not self._goes_on(each, said, after):
            self._leave(each)
        self._take_up(each, said)
        self.some = self.some or speaks_of_some(said)
        self.asked = askers_of(each) or self.asked
        return self._of_group(each) or self._of_outcome(each, said) or self._of_all(each, said)

    def _leave(self, each: Judgement) -> None:
        """Go on to a clause that is not about the subsets, or names another one beside them."""
        group, size, outcome = self.group, self.size, self.outcome
        beside = self.listing and is_subset(each, self.whole)
        self.forget()
        self.outcome = outcome if outcome and outcome.lasts else None
        if beside:
            self.group, self.size, self.listing = group, size, True

    def _take_up(self, each: Judgement, said: str) -> None:
        """Speak of the requests carried in, which are no part of those received, where `each` is said to be one of them: 上年结转3件，其中予以公开2件."""
        carried, self.carried = self.carried, each if "carried_in" in slots_of(each) else None
        if carried and not self.group and is_within(said) and each.mention.number.value <= carried.mention.number.value:
            self._add(carried, said)

    def _of_group(self, each: Judgement) -> Judgement | None:
        """`each` as one of the subsets spoken of; None when it is none of theirs."""
        slots = slots_of(each)
        if self._governs(each):
            self.listing, self.aside, self.inside = False, False, True
            applicants = bool(self.asked) or any(not APPLICANTS.isdisjoint(slots_of(one)) for one in self.group)
            self.outcome = _Outcome(each, lasts=not applicants) if MAIN_OUTCOMES & slots else self.outcome
            return of_some(each, self.group, self.asked, self.figures)
        if self.some and APPLICANTS & slots and each.verdict is Verdict.CONTRADICTED:
            return not_assessable(each)
        return None

    def _of_outcome(self, each: Judgement, said: str) -> Judgement | None:
        """`each` as the requests of some applicants that ended in the outcome spoken of; None when it is not said of that."""
        if self.outcome is None or APPLICANTS.isdisjoint(slots_of(each)):
            return None
        value, outcome = each.mention.number.value, self.outcome
        told = outcome.told + value
        within = is_within(said)
        goes_on = within or not ends_a_clause(said) or each.verdict is not Verdict.VERIFIED or (outcome.told and told <= outcome.value)
        part = goes_on or agrees_in(each, outcome.of, self.figures)
        if value > outcome.value or not part or (is_taken_in(said) and not within):
            self.outcome = None
            return None
        self.outcome = outcome._replace(told=told)
        if not goes_on:  # it is as well the first number of a clause of its own: 企业申请8件；其中予以公开5件
            self._add(each, said)
        return of_outcome(each, outcome.of, self.figures)

    def _of_all(self, each: Judgement, said: str) -> Judgement:
        """`each` as it stands: a subset that what comes next may be said of, all requests, or an outcome of all."""
        slots, value = slots_of(each), each.mention.number.value
        self.inside = False
        if not self.group and is_bare_whole(each):
            self.whole = value
        elif is_subset(each, self.whole):
            self._add(each, said)
        elif WHOLES & slots and each.verdict in KNOWN:
            self.forget()
            self.whole = value
        elif self._ends_a_kind(each):
            return not_assessable(each)
        elif MAIN_OUTCOMES & slots or (_ENDINGS & slots and (self.outcome is None or value > self.outcome.value)):
            self.outcome = _Outcome(each, lasts=True)
        return each

    def _ends_a_kind(self, each: Judgement) -> bool:
        """True when the number is how those of a kind ended that is a row as well: 重复申请1件，不予处理1件."""
        kind = self.outcome.of.bound if self.outcome else None
        of_a_kind = kind is not None and not kind.sure and KINDS.issuperset(kind.slots)
        fits = self.outcome is not None and each.mention.number.value <= self.outcome.value
        return of_a_kind and fits and bool(MAIN_OUTCOMES & slots_of(each)) and each.verdict is Verdict.CONTRADICTED

    def _goes_on(self, each: Judgement, said: str, after: Sequence[Judgement]) -> bool:
        """True when what follows a semicolon is still said of the subsets before it."""
        within = is_within(said)
        answered = is_answered(each) and bool(self.group)
        value = each.mention.number.value
        if not self._governs(each) and not (answered and value <= self.size):
            return False
        if APPLICANTS & slots_of(each):
            return within or (self.inside and each.verdict is not Verdict.VERIFIED)
        if begins_anew(each, said, all_of_them=answered and value == self.size):
            return False
        return not self.aside or within or self._is_shown_to(each, after) or self._may_be_of_a_kind(each, after)

    def _is_shown_to(self, each: Judgement, after: Sequence[Judgement]) -> bool:
        """True when it is the group's by its number, though the clause was about the whole: it stands in its column, or outcomes add up to it."""
        if each.verdict is Verdict.VERIFIED:
            return False
        if is_answered(each):
            return self._is_all_of_group(each) or self._is_in_column(each)
        return self._is_in_column(each) or self._is_filled_by([each, *after])

    def _may_be_of_a_kind(self, each: Judgement, after: Sequence[Judgement]) -> bool:
        """True when the number is not that of all requests and fits into a kind of which the tables know nothing: 其中土地类20件；予以公开12件."""
        if each.verdict is not Verdict.CONTRADICTED or self.size in self._all():
            return False
        outcomes = takewhile(lambda one: not _ENDINGS.isdisjoint(slots_of(one)), (one for one in [each, *after] if _counts(one.mention)))
        unknown = any(one.bound is None or not one.bound.slots for one in self.group)
        return unknown and sum(one.mention.number.value for one in outcomes) <= self.size

    def _is_all_of_group(self, each: Judgement) -> bool:
        """True for as many answered as the subsets are together, unless these are all requests."""
        return is_answered(each) and each.mention.number.value == self.size and self.size not in self._all()

    def _is_in_column(self, each: Judgement) -> bool:
        return len(self.group) == 1 and of_some(each, self.group, (), self.figures).verdict is Verdict.VERIFIED

    def _is_filled_by(self, outcomes: Sequence[Judgement]) -> bool:
        total = Decimal(0)
        for at, each in enumerate(each for each in outcomes if _counts(each.mention)):
            if _ENDINGS.isdisjoint(slots_of(each)) or total > self.size:
                return False
            total += each.mention.number.value
            if total == self.size:
                return at + 1 >= _FEWEST
        return False

    def _governs(self, each: Judgement) -> bool:
        value = each.mention.number.value
        within = value < self.size or (value == self.size and (len(self.group) == 1 or self._is_all_of_group(each)))
        return is_governed(each, self.group) and (bool(self.asked) or self.some or within)

    def _add(self, subset: Judgement, said: str) -> None:
        outcome, some = self.outcome, self.some
        if not self.listing:
            self.forget()
        self.group = [*self.group[-_MOST:], subset]
        self.size += subset.mention.number.value
        own = ends_a_clause(said) and not is_within(said)
        listed = len(self.group) > 1
        self.aside = (self.whole is not None and (listed or not own)) or (listed and self.size in self._all())
        self.listing, self.asked, self.outcome, self.some = True, (), outcome, some
        if listed and self.size == self.whole:
            self.group, self.size = [], Decimal(0)

    def _all(self) -> set[Decimal | None]:
        """How many requests there were, those carried in counted or not."""
        return {sum_of(self.figures, cells) for cells in readings(self.figures, ("received",))}
