"""Growth against last year: 同比增长 N%, 较上年减少 N 件."""

import re
from decimal import Decimal
from typing import Final

from giar_site.model import Figures, Report
from giar_site.prose.binding import Bound, bind
from giar_site.prose.claim import ClaimKind, Verdict
from giar_site.prose.judgement import Judgement, readings, sum_of
from giar_site.prose.mentions import Mention
from giar_site.prose.numbers import COUNTED, Number
from giar_site.prose.scope import Author, When, Whose

_GROWTH: Final = re.compile(r"(?P<verb>增长率?|增加|上升|提高|增幅|增多|多|减少|下降|降低|降幅|少)[了约为达]*$")
_FALLS: Final = frozenset(("减少", "下降", "降低", "降幅", "少"))
_LAST_YEAR: Final = re.compile(r"同比|上年|去年|上一年|20[0-9]{2}年的?")
_NOT_A_YEAR: Final = re.compile(r"环比|分别|各|季度|半年|月")
_NAMES_CELL: Final = re.compile(r"数量|申请量|总量|总数|新收|案件|决定")
_MARKS: Final = re.compile(r"[，,；;。：:、（(\n]")
_HUNDRED: Final = Decimal(100)


def is_growth(mention: Mention) -> bool:
    """True when the number is what something grew or fell by."""
    return bool(_GROWTH.search(mention.near)) and (mention.number.unit == "%" or mention.number.unit in COUNTED)


def judge_growth(judgements: list[Judgement], report: Report, previous: Report | None, author: Author) -> None:
    """Judge the growth among the mentions of a sentence, in place."""
    compared = False
    subject: Judgement | None = None
    named: Bound | None = None
    for at, judgement in enumerate(judgements):
        mention = judgement.mention
        if not is_growth(mention):
            if (mention.number.unit in COUNTED or mention.number.unit == "万元") and mention.scope.when is When.YEAR:
                subject, compared, named = judgement, _came_from_last_year(judgement, previous), None
            else:
                compared = compared or _compares(mention.left, report.year)
            continue
        compared = compared or _compares(mention.left, report.year)
        named = _named(mention, author) or named
        bound = named or _subject(subject)
        if bound is None:
            continue
        if previous is None or not compared or _NOT_A_YEAR.search(mention.left):
            judgements[at] = judgement._replace(verdict=Verdict.NOT_ASSESSABLE, kind=ClaimKind.GROWTH)
        else:
            found = readings(report.figures, bound.slots) if named or subject is None or not subject.cells else [subject.cells]
            judgements[at] = _judge(judgement, found, sure=bound.sure, now=report.figures, then=previous.figures)


def _came_from_last_year(judgement: Judgement, previous: Report | None) -> bool:
    """True when the number is said to have come from last year's: in 由42件增至61件，增长45.2% nothing else says what it is compared with."""
    before = judgement.mention.grew_from
    if before is None or previous is None or not all(cell in previous.figures.form.by_id for cell in judgement.cells):
        return False
    return bool(judgement.cells) and sum_of(previous.figures, judgement.cells) == before.value


def _compares(left: str, year: int) -> bool:
    return any(not match.group().startswith("20") or match.group()[:4] == str(year - 1) for match in _LAST_YEAR.finditer(left))


def _named(mention: Mention, author: Author) -> Bound | None:
    """What the clause itself says that grew: 行政处罚决定数量同比下降, 申请量增加."""
    verb = _GROWTH.search(mention.near)
    if verb is None or not (_NAMES_CELL.search(mention.left) or _LAST_YEAR.search(mention.near)):
        return None
    pieces = [mention.near[: verb.start()], *reversed(_MARKS.split(mention.left)[:-1])]
    stripped = mention._replace(number=mention.number._replace(unit=""), right="")
    bound = next(filter(None, (bind(stripped._replace(near=piece), None) for piece in pieces)), None)
    whose = mention.scope.whose
    if bound is None or not (author.owns(whose) or whose is Whose.EITHER):
        return None
    return bound._replace(sure=bound.sure and author.owns(whose) and bool(_NAMES_CELL.search(mention.left)))


def _subject(before: Judgement | None) -> Bound | None:
    """What the number before counts, if the tables hold it. Where they contradict it, only what fits them is said of its growth."""
    if before is None or before.bound is None or before.verdict not in {Verdict.VERIFIED, Verdict.CONTRADICTED}:
        return None
    return before.bound._replace(sure=before.bound.sure and before.verdict is Verdict.VERIFIED and before.kind is ClaimKind.FIGURE)


def _judge(judgement: Judgement, found: list[tuple[str, ...]], *, sure: bool, now: Figures, then: Figures) -> Judgement:
    number = judgement.mention.number
    verb = _GROWTH.search(judgement.mention.near)
    sign = -1 if verb and verb["verb"] in _FALLS else 1
    lines: list[tuple[tuple[str, ...], str, str]] = []
    for cells in found:
        if not all(cell in then.form.by_id for cell in cells):
            continue
        value, before = sum_of(now, cells), sum_of(then, cells)
        if value is None or before is None or (number.unit == "%" and before == 0):
            continue
        change = (value - before) * (_HUNDRED / before if number.unit == "%" else 1)
        expected = f"{change:.2f}" if number.unit == "%" else f"{change:f}"
        line = f"{value:f} − {before:f} = {value - before:f}" + (f"（{expected}%）" if number.unit == "%" else "")
        if _fits(change * sign, number):
            return judgement._replace(verdict=Verdict.VERIFIED, kind=ClaimKind.GROWTH, cells=cells, expected=expected, line=line)
        lines.append((cells, expected, line))
    if not lines or not sure or number.hedged:
        return judgement._replace(verdict=Verdict.NOT_ASSESSABLE, kind=ClaimKind.GROWTH)
    cells, expected, line = lines[0]
    return judgement._replace(verdict=Verdict.CONTRADICTED, kind=ClaimKind.GROWTH, cells=cells, expected=expected, line=line)


def _fits(change: Decimal, number: Number) -> bool:
    return number.covers(change) or (number.unit == "%" and 0 <= change - number.value < number.step)
