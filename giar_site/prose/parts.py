"""Lists that say what a number is made of: 其中, 分别, 包括, （…）, 合计. They are held against themselves, no table is asked."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from giar_site.prose.claim import ClaimKind, Verdict
from giar_site.prose.growth import is_growth
from giar_site.prose.judgement import Judgement
from giar_site.prose.mentions import Mention
from giar_site.prose.numbers import COUNTED

_OPENS: Final = re.compile(r"其中|分别|包括|包含|涵盖|按[^，,。；;]{1,6}分|[：:]|[（(]")
_SUMS_UP: Final = re.compile(r"(?:合计|共计|总计|总共)[为达有了]*$")
_SUMS_UP_WEAKLY: Final = re.compile(r"(?:共|总数为?)$")
_ENDS: Final = re.compile(r"[；;]|另(?!行)|同比|较上年|较去年|比上年|比去年|除[^，,]*外")
_OPEN_ENDED: Final = re.compile(r"等")
_OVERLAPS: Final = re.compile(r"交叉|重复|重叠|同时|兼|均含|多次")
_REST: Final = re.compile(r"(?:其他|其余|其它)[^，,、；;]{0,8}$")
_DIMENSIONS: Final = (
    re.compile(r"自然人|公民|个人|法人|企业|机构|组织"),
    re.compile(r"网络|网上|在线|线上|线下|信函|邮|当面|现场|窗口|传真"),
    re.compile(r"公开|提供|处理|答复|办结|结转|维持|纠正"),
    re.compile(r"涉及|类|方面|关于"),
)
_SMALLEST_WHOLE: Final = 3
_FEWEST: Final = 2
_MOST: Final = 80  # numbers in a sentence; a list longer than that is a table


class _List(NamedTuple):
    """A whole and its parts, as positions among the mentions of a sentence."""

    whole: int
    parts: tuple[int, ...]


def judge_parts(judgements: list[Judgement]) -> None:
    """Judge the lists among the mentions of a sentence (or of two, where the second begins with 其中), in place."""
    counts = [at for at, each in enumerate(judgements) if _is_count(each.mention)]
    if not _FEWEST < len(counts) <= _MOST:
        return
    for found in [*_opened(judgements, counts), *_summed_up(judgements, counts)]:
        _verify(judgements, found)
    for found in _complete(judgements, counts):
        _contradict(judgements, found)


def _is_count(mention: Mention) -> bool:
    return mention.number.exact and mention.number.unit in COUNTED and not is_growth(mention)


def _value(judgements: list[Judgement], at: int) -> Decimal:
    return judgements[at].mention.number.value


def _opened(judgements: list[Judgement], counts: list[int]) -> list[_List]:
    """Wholes that are followed by parts which add up, an opening word standing between the whole and the last part."""
    found: list[_List] = []
    for position, whole in enumerate(counts):
        value = _value(judgements, whole)
        total = Decimal(0)
        opened = False
        begun = position + 1
        for reached in range(position + 1, len(counts)):
            mention = judgements[counts[reached]].mention
            opened = opened or bool(_OPENS.search(mention.left))
            total += mention.number.value
            if total == value and opened and reached > begun and value >= _SMALLEST_WHOLE:
                found.append(_List(whole, tuple(counts[begun : reached + 1])))
                begun, total = reached + 1, Decimal(0)
            elif total > value:
                break
    return found


def _summed_up(judgements: list[Judgement], counts: list[int]) -> list[_List]:
    """Parts that are followed by their sum."""
    found: list[_List] = []
    for position in range(_FEWEST, len(counts)):
        near = judgements[counts[position]].mention.near
        if not (_SUMS_UP.search(near) or _SUMS_UP_WEAKLY.search(near)):
            continue
        value, total = _value(judgements, counts[position]), Decimal(0)
        for first in range(position - 1, -1, -1):
            total += _value(judgements, counts[first])
            if total == value and position - first >= _FEWEST:
                found.append(_List(counts[position], tuple(counts[first:position])))
            if total >= value:
                break
    return found


def _verify(judgements: list[Judgement], found: _List) -> None:
    line = " + ".join(f"{_value(judgements, part):f}" for part in found.parts) + f" = {_value(judgements, found.whole):f}"
    for at in (found.whole, *found.parts):
        judgement = judgements[at]
        if judgement.verdict in {Verdict.NOT_ABOUT_FIGURES, Verdict.NOT_ASSESSABLE}:
            related = tuple(judgements[each].mention.number for each in (found.parts if at == found.whole else (found.whole,)))
            expected = f"{judgement.mention.number.value:f}"
            judgements[at] = judgement._replace(
                verdict=Verdict.VERIFIED, kind=ClaimKind.PARTS, expected=expected, related=related, line=line
            )


def _complete(judgements: list[Judgement], counts: list[int]) -> list[_List]:
    """Lists whose parts cannot be all of, and only, their whole: more than the whole, or less although they name the rest."""
    found: list[_List] = []
    for position, whole in enumerate(counts):
        if position + 1 < len(counts) and _OPENS.search(judgements[counts[position + 1]].mention.left):
            run = _run(judgements, counts, position)
            units = {judgements[at].mention.number.unit for at in (whole, *run)}
            if len(run) >= (_FEWEST if len(units) == 1 else _FEWEST + 1) and _closed(judgements, run):
                found.append(_List(whole, run))
        if position >= _FEWEST and _SUMS_UP.search(judgements[whole].mention.near):
            run = tuple(counts[:position])
            if len({judgements[at].mention.number.unit for at in (whole, *run)}) == 1:
                found.append(_List(whole, run))
    return found


def _run(judgements: list[Judgement], counts: list[int], position: int) -> tuple[int, ...]:
    """The numbers that are parts of the whole at `position`: to the bracket's or the list's end, or where something else is counted."""
    unit = judgements[counts[position]].mention.number.unit
    bracket = (
        judgements[counts[position + 1]].mention.left.lstrip().find("（") >= 0
        and "其中" not in judgements[counts[position + 1]].mention.left
    )
    run: list[int] = []
    for at in counts[position + 1 :]:
        mention = judgements[at].mention
        if run and (
            _ENDS.search(mention.left)
            or (bracket and ("）" in mention.left or ")" in mention.left))
            or at != run[-1] + 1
            or (mention.number.unit != unit and all(judgements[each].mention.number.unit == unit for each in run))
        ):
            break
        run.append(at)
    return tuple(run)


def _closed(judgements: list[Judgement], run: tuple[int, ...]) -> bool:
    """True when nothing says that the list goes on, overlaps or mixes ways of counting."""
    words = [judgements[at].mention.near for at in run]
    dimensions = {next((name for name, pattern in enumerate(_DIMENSIONS) if pattern.search(near)), None) for near in words}
    if _OVERLAPS.search(judgements[run[0]].mention.around):
        return False
    goes_on = any(_OPEN_ENDED.search(judgements[at].mention.right) for at in run)
    return len(dimensions) == 1 and not goes_on


def _contradict(judgements: list[Judgement], found: _List) -> None:
    whole = judgements[found.whole]
    value = _value(judgements, found.whole)
    parts = [_value(judgements, part) for part in found.parts]
    total = sum(parts, Decimal(0))
    if (
        total == value
        or whole.kind is ClaimKind.PARTS
        or any(judgements[at].verdict is Verdict.CONTRADICTED for at in (found.whole, *found.parts))
    ):
        return
    names_rest = bool(_REST.search(judgements[found.parts[-1]].mention.near)) or bool(_SUMS_UP.search(whole.mention.near))
    if total < value and not names_rest:
        return
    if abs(total - value) > max(Decimal(1), value / 4) or any(part >= value for part in parts):
        return
    if any(judgements[at].kind is ClaimKind.PARTS for at in found.parts):
        return
    line = " + ".join(f"{part:f}" for part in parts) + f" = {total:f}"
    judgements[found.whole] = whole._replace(
        verdict=Verdict.CONTRADICTED,
        kind=ClaimKind.PARTS,
        cells=(),
        expected=f"{total:f}",
        related=tuple(judgements[at].mention.number for at in found.parts),
        line=line,
    )
