"""Results of some reviews or suits only, which the tables do not tell apart: 其中因征地引起的2件，维持2件."""

import re
from decimal import Decimal
from typing import Final

from giar_site.prose.claim import Verdict
from giar_site.prose.columns import not_assessable, slots_of
from giar_site.prose.growth import is_growth
from giar_site.prose.judgement import Judgement
from giar_site.prose.numbers import COUNTED
from giar_site.prose.results import RESULTS
from giar_site.prose.scope import When

_SUBJECTS: Final = frozenset(("review", "suits"))
_OF_ALL: Final = re.compile(r"全年|本年|合计|总|共")
_APART: Final = re.compile(r"[；;]|维持|纠正|审结")  # what follows is another part, not one more beside the last
_WHOLES: Final = frozenset(("disputes:review", "disputes:suits", "disputes:both", "direct_suits", "suits_after_review"))


def judge_disputes_of_some(judged: list[Judgement]) -> None:
    """Take back, in place, what contradicts the results of all reviews or suits but may be said of some: 其中因征地引起的2件，维持2件."""
    whole: Decimal | None = None
    some = Decimal(0)
    growing = False  # the number before was that of some, too
    for at, each in enumerate(judged):
        mention = each.mention
        if mention.subject not in _SUBJECTS:
            whole, some, growing = None, Decimal(0), False
            continue
        if is_growth(mention) or (mention.number.unit and mention.number.unit not in COUNTED):
            continue
        slots, value = slots_of(each), mention.number.value
        if slots & _WHOLES:
            whole, some, growing = value, Decimal(0), False
        elif _is_result(slots):
            growing = False
            if _OF_ALL.search(mention.left):
                some = Decimal(0)
            elif each.verdict is Verdict.CONTRADICTED and value <= some:
                judged[at] = not_assessable(each)
        elif mention.scope.when is When.YEAR:
            some = value + (some if growing and not _APART.search(mention.left) else 0)
            growing = True
            if some == whole:  # all of them, told apart
                some = Decimal(0)


def _is_result(slots: set[str]) -> bool:
    return any(slot.partition(":")[0] in RESULTS for slot in slots)
