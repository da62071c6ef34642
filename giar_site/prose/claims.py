"""A report's narrative → what each of its numbers claims, and the verdict on it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from giar_site.model import Agency, Passage, Report
from giar_site.prose.binding import Bound, bind
from giar_site.prose.claim import Claim, ClaimKind, Verdict
from giar_site.prose.growth import is_growth, judge_growth
from giar_site.prose.judgement import Judgement, judge_figure
from giar_site.prose.mentions import Mention, mentions, without_titles
from giar_site.prose.nothing import Nothing, may_state_nothing, statements_of_nothing
from giar_site.prose.numbers import Number, numbers_in
from giar_site.prose.parts import judge_parts
from giar_site.prose.percentages import judge_percentages
from giar_site.prose.plain import Plain, plain_text
from giar_site.prose.scope import Author, author_of
from giar_site.prose.sentences import sentences


@lru_cache(maxsize=1)  # four rules and the page ask about one agency's reports after another
def judged(agency: Agency) -> Mapping[int, tuple[Claim, ...]]:
    """What the numbers in the reports of `agency` claim, by year, each report held against itself and that of the year before."""
    by_year = {report.year: report for report in agency.reports}
    return {report.year: claims_of(report, by_year.get(report.year - 1), agency) for report in agency.reports}


def claims_of(report: Report, previous: Report | None = None, agency: Agency | None = None) -> tuple[Claim, ...]:
    """Every number of the narrative of `report`, in order, each with exactly one verdict.

    `previous` is the same agency's report of the year before, which growth is held against; without it growth is not assessable. `agency`
    wrote both; without it only the title says whose the numbers are.
    """
    author = author_of(report, agency)
    return tuple(claim for passage in (report.preamble, *report.sections) for claim in _passage(passage, report, previous, author))


def _passage(passage: Passage, report: Report, previous: Report | None, author: Author) -> Iterator[Claim]:
    plain = plain_text(passage.source)
    text = without_titles(plain.text)
    numbers = list(numbers_in(plain.text))
    nothing = may_state_nothing(text)
    if not numbers and not nothing:
        return
    found: list[Judgement | Nothing] = []
    next_number = 0
    before: list[Judgement] = []
    paragraph = last_end = 0
    for sentence in sentences(text):
        if "\n" in text[last_end : sentence.start]:
            paragraph, before = sentence.start, []
        last_end = sentence.end
        first = next_number
        while next_number < len(numbers) and numbers[next_number].start < sentence.end:
            next_number += 1
        judged: list[Judgement] = []
        if next_number > first:
            said = list(mentions(text, sentence, numbers[first:next_number], author, paragraph))
            judged = _judge(said, report, previous, author)
            if before and text.startswith("其中", sentence.start):
                _carry_parts(before, judged, found)
        if nothing:
            found += statements_of_nothing(text, sentence, report.figures, author)
        found += judged
        before = judged
    yield from (_claim(each, passage, plain) for each in found)


def _judge(said: list[Mention], report: Report, previous: Report | None, author: Author) -> list[Judgement]:
    judged: list[Judgement] = []
    bound: Bound | None = None
    for mention in said:
        bound = None if is_growth(mention) or mention.number.unit == "%" else bind(mention, bound)
        judged.append(judge_figure(mention, bound, report.figures, author))
    _judge_shared_cells(judged)
    judge_parts(judged)
    judge_percentages(judged, report.figures, author)
    judge_growth(judged, report, previous, author)
    return judged


def _judge_shared_cells(judged: list[Judgement]) -> None:
    """Several numbers of one sentence for the same cell are parts of its figure, or count differently: none contradicts alone."""
    by_slots: dict[tuple[str, ...], list[int]] = {}
    for at, each in enumerate(judged):
        if each.bound is not None and each.verdict is Verdict.CONTRADICTED:
            by_slots.setdefault(each.bound.slots, []).append(at)
    for same in by_slots.values():
        if len(same) < 2:
            continue
        whole = sum((judged[at].mention.number.value for at in same), Decimal(0))
        adds_up = f"{whole:f}" == judged[same[0]].expected
        for at in same:
            judged[at] = judged[at]._replace(verdict=Verdict.VERIFIED if adds_up else Verdict.NOT_ASSESSABLE)


def _carry_parts(before: list[Judgement], judged: list[Judgement], found: list[Judgement | Nothing]) -> None:
    """Hold the last number of the sentence before against a sentence that begins with 其中."""
    both = [before[-1], *judged]
    judge_parts(both)
    found[found.index(before[-1])] = both[0]
    judged[:] = both[1:]


def _claim(each: Judgement | Nothing, passage: Passage, plain: Plain) -> Claim:
    if isinstance(each, Nothing):
        start, end = plain.span(each.start, each.end)
        return Claim(
            passage.key,
            start,
            end,
            passage.source[start:end],
            each.verdict,
            ClaimKind.FIGURE,
            each.cells,
            "0",
            each.expected,
            quote=plain.text[each.start : each.end],
        )
    number = each.mention.number
    start, end = plain.span(number.start, number.end)
    return Claim(
        section=passage.key,
        start=start,
        end=end,
        text=passage.source[start:end],
        verdict=each.verdict,
        kind=each.kind,
        cells=each.cells,
        stated=_stated(number),
        expected=each.expected,
        related=tuple(plain.span(part.start, part.end) for part in each.related),
        line=each.line,
        quote=each.mention.near.strip() + plain.text[number.start : number.end] + each.mention.right,
    )


def _stated(number: Number) -> str:
    return f"{number.value.normalize():f}"
