"""Several numbers of one sentence, or of one passage, for the same cell: none is the figure alone, but they may add up to it."""

import re
from collections.abc import MutableSequence
from decimal import Decimal
from typing import Any, Final

from giar_site.model import Figures
from giar_site.prose.claim import ClaimKind, Verdict
from giar_site.prose.judgement import Judgement, readings, sum_of
from giar_site.prose.mentions import Mention

_LAPSED: Final = (
    r"(?<!链接)失效(?!的?(?:链接|网址|网页|页面|附件|栏目|图片|二维码|账号|证照))"  # of documents, not of what stands on a website
)
_ENDS: Final = re.compile(rf"(?P<repealed>废止)|(?P<lapsed>{_LAPSED})|(?P<count>[0-9０-９零一二两三四五六七八九十]件)")
_END: Final = re.compile(rf"废止|{_LAPSED}")
_REPEALED: Final = "废止"
_MADE_OF: Final = re.compile(r"其中|含|包括")
_OF_DOCUMENTS: Final = frozenset(("件", "份", "部", "项", ""))
_PIECES: Final = re.compile(r"[，,；;。：:\n]")


def judge_shared_cells(judged: list[Judgement], figures: Figures) -> None:
    """Take back, in place, what numbers of the same cell contradict or agree with one by one."""
    by_slots: dict[tuple[str, ...], list[int]] = {}
    ended: dict[tuple[str, ...], list[int]] = {}
    for at, each in enumerate(judged):
        if each.bound is None:
            continue
        if "".join(each.bound.slots).startswith("repealed:") and _both_ends(each.mention.around):
            ended.setdefault(each.bound.slots, []).append(at)
        elif each.verdict is Verdict.CONTRADICTED:
            by_slots.setdefault(each.bound.slots, []).append(at)
    for same in by_slots.values():
        if len(same) > 1:
            _hold_together(judged, same, judged[same[0]].cells, figures)
    for slots, same in ended.items():  # 废止 and 失效 share a column: where each has a number, neither is the whole of it
        _hold_ends(judged, same, readings(figures, slots)[0], figures, alone=len(same) == 1)


def judge_ends(found: MutableSequence[Any], figures: Figures) -> None:
    """Take back, in place, what numbers of 废止 or of 失效 say one by one where the passage whose numbers are `found` has both."""
    ends: dict[int, str] = {}
    apart: dict[tuple[str, ...], list[int]] = {}
    for at, each in enumerate(found):
        end = _end(each.mention) if isinstance(each, Judgement) and each.kind is ClaimKind.FIGURE else ""
        if end:
            ends[at] = end
            if each.bound and "".join(each.bound.slots).startswith("repealed:"):
                apart.setdefault(each.bound.slots, []).append(at)
    for slots, same in apart.items() if len(set(ends.values())) > 1 else ():
        _hold_ends(found, same, readings(figures, slots)[0], figures, alone=len({ends[at] for at in same}) == 1)


def _hold_ends(judged: MutableSequence[Any], same: list[int], cells: tuple[str, ...], figures: Figures, *, alone: bool) -> None:
    """Hold numbers of 废止 and of 失效 against their column; `alone`: only those of one of the two are known to be of documents."""
    before = {at: judged[at] for at in same}
    if alone:
        _take_back(judged, same)
    else:
        _hold_together(judged, same, cells, figures)
    total = sum_of(figures, cells)
    if total is None or any(isinstance(each, Judgement) and _MADE_OF.search(each.mention.left) and _end(each.mention) for each in judged):
        return
    for at, each in before.items():  # more repealed than the column holds: too many, whether those lapsed are in it or not
        if each.verdict is Verdict.CONTRADICTED and _end(each.mention) == _REPEALED and each.mention.number.low > total:
            judged[at] = each


def _end(mention: Mention) -> str:
    """Which of 废止 and 失效 the number is of, "" when of neither or of both."""
    if mention.number.unit not in _OF_DOCUMENTS:
        return ""
    pieces = [*reversed(_PIECES.split(mention.left)), mention.right]
    named = next((found for each in pieces if (found := set(_END.findall(each)))), set())
    return named.pop() if len(named) == 1 else ""


def _hold_together(judged: MutableSequence[Judgement], same: list[int], cells: tuple[str, ...], figures: Figures) -> None:
    whole = sum((judged[at].mention.number.value for at in same), Decimal(0))
    total = sum_of(figures, cells)
    if total != whole:
        _take_back(judged, same)
        return
    for at in same:
        judged[at] = judged[at]._replace(verdict=Verdict.VERIFIED, cells=cells, expected=f"{total:f}")


def _take_back(judged: MutableSequence[Judgement], same: list[int]) -> None:
    for at in same:
        judged[at] = judged[at]._replace(verdict=Verdict.NOT_ASSESSABLE, cells=(), expected="")


def _both_ends(text: str) -> bool:
    """True when a number stands between 废止 and 失效, so that each has its own."""
    begun = counted = ""
    for match in _ENDS.finditer(text):
        kind = match.lastgroup or ""
        if kind == "count":
            counted = begun
        elif counted and counted != kind:
            return True
        else:
            begun = kind
    return False
