"""A report's narrative → what each of its numbers claims, and the verdict on it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from giar_site.model import Agency, Figures, Report
from giar_site.prose.applicants import judge_applicants
from giar_site.prose.binding import Bound, bind
from giar_site.prose.claim import Claim, ClaimKind, Verdict
from giar_site.prose.disputes import judge_disputes_of_some
from giar_site.prose.growth import is_growth, judge_growth
from giar_site.prose.judgement import Judgement, judge_figure
from giar_site.prose.mentions import Mention, mentions, without_titles
from giar_site.prose.nothing import Nothing, may_state_nothing, statements_of_nothing
from giar_site.prose.numbers import Number, numbers_in
from giar_site.prose.parts import judge_parts
from giar_site.prose.percentages import judge_percentages
from giar_site.prose.scope import Author, author_of
from giar_site.prose.sentences import Span, sentences
from giar_site.prose.shared import judge_ends, judge_shared_cells
from giar_site.prose.subsets import hold_within
from giar_site.prose.told import Told, told
from giar_site.prose.vocabulary import MAY_SPEAK_OF_CELLS

_GOES_ON: Final = "其中"
_MOST_UNLISTED: Final = 2  # numbers: a list has a whole and two parts
_Found = Judgement | Nothing | Number  # a number of a sentence that was not looked at further is found as it is


@lru_cache(maxsize=1)  # four rules and the page ask about one agency's reports after another
def judged(agency: Agency) -> Mapping[int, tuple[Claim, ...]]:
    """What the numbers in the reports of `agency` claim, by year, each report held against itself and that of the year before."""
    by_year = {report.year: report for report in agency.reports}
    return {report.year: claims_of(report, by_year.get(report.year - 1), author_of(report, agency)) for report in agency.reports}


def claims_of(report: Report, previous: Report | None = None, author: Author | None = None) -> tuple[Claim, ...]:
    """Every number of the narrative of `report`, in order, each with exactly one verdict.

    `previous` is the same agency's report of the year before, which growth is held against; without it growth is not assessable. `author`
    wrote both; without it only the title says whose the numbers are.
    """
    author = author or author_of(report)
    return tuple(claim for passage in told(report) for claim in _passage(passage, report, previous, author))


def _passage(passage: Told, report: Report, previous: Report | None, author: Author) -> Iterator[Claim]:
    text = without_titles(passage.text)
    numbers = list(numbers_in(passage.text))
    nothing = may_state_nothing(text)
    if not numbers and not nothing:
        return
    found: list[_Found] = []
    before: list[Judgement] = []
    first = paragraph = last_end = before_at = hint = 0
    for sentence in passage.sentences if text is passage.text else sentences(text):
        if text.find("\n", last_end, sentence.start) >= 0:
            paragraph, before = sentence.start, []
        last_end = sentence.end
        end = first
        while end < len(numbers) and numbers[end].start < sentence.end:
            end += 1
        here, first = numbers[first:end], end
        judged: list[Judgement] = []
        if _may_be_held(text, sentence, here):
            said = list(mentions(text, sentence, here, author, paragraph))
            goes_on = before if text.startswith(_GOES_ON, sentence.start) else []
            judged = _judge(said, goes_on, report, previous, author)
            if goes_on:
                found[before_at], judged = _carry_parts(before[-1], judged, report.figures)
        if hint < len(nothing) and nothing[hint] < sentence.end:
            hint = bisect_left(nothing, sentence.end, hint)
            found += statements_of_nothing(text, sentence, report.figures, author)
        found += judged or here
        before, before_at = judged, len(found) - 1
    judge_ends(found, report.figures)
    yield from (_claim(each, passage) for each in found)


def _may_be_held(text: str, sentence: Span, numbers: list[Number]) -> bool:
    """False when the sentence is sure to speak of nothing that its numbers could be held against, as most are."""
    return bool(numbers) and (
        len(numbers) > _MOST_UNLISTED
        or any(number.unit == "万元" for number in numbers)  # what the amount is of may have been said before
        or text.startswith(_GOES_ON, sentence.start)
        or text.startswith(_GOES_ON, sentence.end)
        or bool(MAY_SPEAK_OF_CELLS.search(text, sentence.start, sentence.end))
    )


def _judge(said: list[Mention], goes_on: list[Judgement], report: Report, previous: Report | None, author: Author) -> list[Judgement]:
    judged: list[Judgement] = []
    bound: Bound | None = None
    for mention in said:
        bound = None if is_growth(mention) or mention.number.unit == "%" else bind(mention, bound)
        judged.append(judge_figure(mention, bound, report.figures, author))
    hold_within(judged, goes_on, report.figures)
    judge_shared_cells(judged, report.figures)
    judge_applicants(judged, report.figures)
    judge_parts(judged)
    judge_disputes_of_some(judged)
    judge_percentages(judged, report.figures, author)
    judge_growth(judged, report, previous, author)
    return judged


def _carry_parts(whole: Judgement, judged: list[Judgement], figures: Figures) -> tuple[Judgement, list[Judgement]]:
    """Hold the last number of the sentence before, `whole`, against a sentence that begins with 其中."""
    both = [whole, *judged]
    judge_applicants(both, figures)
    judge_parts(both)
    return both[0], both[1:]


def _claim(each: _Found, passage: Told) -> Claim:
    number = each.mention.number if isinstance(each, Judgement) else each
    start, end = passage.plain.span(number.start, number.end)
    written = passage.source[start:end]
    if isinstance(each, Nothing):
        quote = passage.text[each.start : each.end]
        return Claim(passage.section, start, end, written, each.verdict, ClaimKind.FIGURE, each.cells, "0", each.expected, quote=quote)
    if isinstance(each, Number) or each.verdict is Verdict.NOT_ABOUT_FIGURES:
        return Claim(passage.section, start, end, written, Verdict.NOT_ABOUT_FIGURES)
    return Claim(
        section=passage.section,
        start=start,
        end=end,
        text=written,
        verdict=each.verdict,
        kind=each.kind,
        cells=each.cells,
        stated=_stated(each.mention.number),
        expected=each.expected,
        related=tuple(passage.plain.span(part.start, part.end) for part in each.related),
        line=each.line,
        quote=each.mention.near.strip() + passage.text[number.start : number.end] + each.mention.right,
    )


def _stated(number: Number) -> str:
    return f"{number.value.normalize():f}"
