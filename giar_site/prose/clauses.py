"""Of which requests a clause says that it speaks: of all, of a kind of them, or of those whose number stood before."""

import re
from decimal import Decimal
from typing import Final

from giar_site.prose.claim import Verdict
from giar_site.prose.columns import slots_of
from giar_site.prose.judgement import Judgement
from giar_site.prose.vocabulary import APPLICANTS, EVERYONE, MAIN_OUTCOMES, OUTCOMES, WORDS

WHOLES: Final = frozenset(("newly_received", "received", "handled", "answered"))
LEFT_OVER: Final = frozenset(("carried_out", "carried"))
KNOWN: Final = frozenset((Verdict.VERIFIED, Verdict.CONTRADICTED))
_ANSWERS: Final = frozenset(("handled", "answered"))
_GOVERNED: Final = OUTCOMES | _ANSWERS | LEFT_OVER
_ENDS: Final = re.compile(r"[；;]")
_WITHIN: Final = re.compile(r"其中")
_SOME: Final = re.compile(
    r"(?:类|方面|网上|网络|在线|信函|邮寄|当面|现场|延期[^，,。；;]{0,4}|结转|(?:涉及|关于|有关)[^，,。；;]{1,12}|(?:予以|同意|部分|不予)公开|无法提供|(?:不予|其他)处理)的?申请(?:件|事项)?中?[，,：:]"
)
_SUMS_UP: Final = re.compile(r"(?:合计|共计?|总计)[有为达]*$")
_BEGINS: Final = r"(?:^|[，,。；;：:])(?:(?:20)?[0-9]{2}年度?|全年|本年度?|一年来|共计?|总共|累计)*"
_DEALT_WITH: Final = r"(?:办结|答复|回复|受理|收到|办理)(?:完毕)?了?$"
_BARE: Final = re.compile(
    rf"{_BEGINS}(?:均|已|按时|按期|依法|及时|全部|共)*{_DEALT_WITH}"
)  # 共办结60件: of all requests as well as it can be said
_BARE_WHOLE: Final = re.compile(rf"{_BEGINS}(?:(?:新收|新增|新受理|接到|接收)了?$|{_DEALT_WITH})")
_TAKEN_IN: Final = re.compile(r"新收|新增|新受理|收到|接到|接收")  # not 提出, which says no more than who asked
_OF_THE_YEAR: Final = re.compile(r"全年|本年")
_OF_ALL: Final = re.compile(r"合计|总|共")
_NAMED_AFTER: Final = re.compile(r"(?:类|方面的?|(?:涉及|关于|有关).+)(?:政府)?(?:信息公开)?申请")  # 对20件规划类申请作出答复


def ends_a_clause(said: str) -> bool:
    """True when a semicolon stands in `said`."""
    return _ENDS.search(said) is not None


def is_within(said: str) -> bool:
    """True when what follows is said to be part of what was spoken of."""
    return _WITHIN.search(said) is not None


def speaks_of_some(said: str) -> bool:
    """True when `said` names a kind of requests and gives it no number: 网上申请中，."""
    return _SOME.search(said) is not None


def is_taken_in(said: str) -> bool:
    """True when requests are said to have come in, whatever became of them."""
    return _TAKEN_IN.search(said) is not None


def is_answered(judgement: Judgement) -> bool:
    """True when requests were answered or dealt with, in words that name no kind of them."""
    return not _ANSWERS.isdisjoint(slots_of(judgement)) or (judgement.bound is None and _BARE.search(judgement.mention.left) is not None)


def is_bare_whole(judgement: Judgement) -> bool:
    """True for 本年新收61件 and 全年办结60件, which name no kind of requests, where nothing says what else was counted."""
    mention = judgement.mention
    return judgement.bound is None and mention.subject == "" and _BARE_WHOLE.search(mention.left) is not None


def begins_anew(judgement: Judgement, said: str, *, all_of_them: bool) -> bool:
    """True when all requests, or another part of them, are spoken of from here. `all_of_them`: the number is just that of the requests spoken of before (共答复25件)."""
    named = _OF_THE_YEAR.search(said) or (_OF_ALL.search(said) and not all_of_them) or speaks_of_some(said)
    return bool(named) or bool(askers_of(judgement))


def askers_of(judgement: Judgement) -> tuple[str, ...]:
    """The applicants that are named between an outcome and the number before it."""
    if not APPLICANTS.isdisjoint(slots_of(judgement)):
        return ()
    said = EVERYONE.sub("", _ENDS.split(judgement.mention.left)[-1])
    return tuple(match.lastgroup for match in WORDS.finditer(said) if match.lastgroup in APPLICANTS)


def is_governed(judgement: Judgement, group: list[Judgement]) -> bool:
    """True when the number may be one of the requests of `group`: how they ended, or who asked."""
    slots = slots_of(judgement)
    if not APPLICANTS.isdisjoint(slots):
        return bool(group) and all(APPLICANTS.isdisjoint(slots_of(each)) for each in group)
    if LEFT_OVER & slots and any("carried_in" in slots_of(each) for each in group):
        return False
    return not _GOVERNED.isdisjoint(slots) and (bool(slots - WHOLES) or judgement.bound is None or judgement.bound.sure)


def is_subset(judgement: Judgement, whole: Decimal | None) -> bool:
    """True when the number is that of some of the requests: of applicants, of a kind, of those carried in."""
    slots = slots_of(judgement)
    if not APPLICANTS.isdisjoint(slots):
        return True
    if "carried_in" in slots:
        return whole is None
    if _SUMS_UP.search(judgement.mention.near) or _BARE.search(judgement.mention.left):
        return False
    main = slots & (MAIN_OUTCOMES | LEFT_OVER)
    of_requests = judgement.mention.subject in {"applications", ""} or _NAMED_AFTER.search(judgement.mention.right)
    return bool(of_requests) and judgement.verdict not in KNOWN and not main
