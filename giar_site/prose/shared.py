"""Several numbers of one sentence, or of one passage, for the same cell: none is the figure alone, but they may add up to it."""

import re
from collections.abc import MutableSequence
from decimal import Decimal
from typing import Any, Final

from giar_site.model import Figures
from giar_site.prose.claim import ClaimKind, Verdict
from giar_site.prose.judgement import Judgement, readings, sum_of
from giar_site.prose.mentions import Mention

_ENDS: Final = re.compile(r"(?P<repealed>废止)|(?P<lapsed>失效)|(?P<count>[0-9０-９零一二两三四五六七八九十]件)")
_END: Final = re.compile(r"废止|失效(?!链接|网址|网页)")
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
        if len(same) > 1:
            _hold_together(judged, same, readings(figures, slots)[0], figures)
        else:
            _take_back(judged, same)


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
        if len({ends[at] for at in same}) > 1:
            _hold_together(found, same, readings(figures, slots)[0], figures)
        else:
            _take_back(found, same)


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
