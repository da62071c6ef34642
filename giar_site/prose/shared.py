"""Several numbers of one sentence for the same cell: none is the figure alone, but they may add up to it."""

import re
from decimal import Decimal
from typing import Final

from giar_site.model import Figures
from giar_site.prose.claim import Verdict
from giar_site.prose.judgement import Judgement, readings, sum_of

_ENDS: Final = re.compile(r"(?P<repealed>废止)|(?P<lapsed>失效)|(?P<count>[0-9０-９零一二两三四五六七八九十]件)")


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
        _hold_together(judged, same if len(same) > 1 else [], readings(figures, slots)[0], figures)
        if len(same) == 1:
            judged[same[0]] = judged[same[0]]._replace(verdict=Verdict.NOT_ASSESSABLE, cells=(), expected="")


def _hold_together(judged: list[Judgement], same: list[int], cells: tuple[str, ...], figures: Figures) -> None:
    whole = sum((judged[at].mention.number.value for at in same), Decimal(0))
    total = sum_of(figures, cells)
    for at in same:
        if total == whole:
            judged[at] = judged[at]._replace(verdict=Verdict.VERIFIED, cells=cells, expected=f"{total:f}")
        else:
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
