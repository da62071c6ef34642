"""Names and numbers that 分别 pairs in their order: 自然人、企业申请分别为50件和8件."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from giar_site.prose.certainty import unknown_words
from giar_site.prose.numbers import COUNTED, Number
from giar_site.prose.sentences import Span
from giar_site.prose.vocabulary import APPLICANTS, SUBJECTS, WORDS

_RESPECTIVELY: Final = "分别"
_CLAUSE: Final = re.compile(r"[，,；;。：:（(\n]")
_AND: Final = re.compile(r"、|以及|[和及与]")
_NEXT: Final = re.compile(r"[、，,]?(?:以及|[和及与])?")
_YEARS: Final = re.compile(r"20[0-9]{2}年度?|[上去今本]一?年度?")
_GROWTH: Final = re.compile(r"增|减|升|降|多|少")
_FROM: Final = re.compile(r"由|从")
_LONGEST: Final = 60  # characters between the beginning of the names and the first number


class Paired(NamedTuple):
    """What is said of one number: `left` stands for the text before it, `subject` for what its clause speaks of.

    `known`: the names are paired with the numbers; without it nothing tells which name is whose. `sure`: every word of the clause is known.
    """

    left: str
    subject: str
    known: bool
    sure: bool


_UNKNOWN: Final = Paired("", "", known=False, sure=False)


def paired(text: str, sentence: Span, numbers: list[Number]) -> Mapping[int, Paired]:
    """What each number of the sentence that 分别 speaks of is said of, by its position among `numbers`."""
    found: dict[int, Paired] = {}
    if text.find(_RESPECTIVELY, sentence.start, sentence.end) < 0:
        return found
    for at, number in enumerate(numbers):
        last = numbers[at - 1].end if at else sentence.start
        begun = text.rfind(_RESPECTIVELY, max(last, number.start - _LONGEST), number.start)
        if begun < 0 or at in found:
            continue
        said = text[begun + len(_RESPECTIVELY) : number.start]
        if not _CLAUSE.search(said) and not _GROWTH.search(said):
            clause = _CLAUSE.split(text[max(last, begun - _LONGEST) : begun].rstrip("，,"))[-1]
            before = text[last : max(last, text.rfind(clause, last, begun))]
            found |= enumerate(_pairs(before, clause, said, _run(text, numbers, at)), at)
    return found


def _run(text: str, numbers: list[Number], first: int) -> int:
    """How many numbers stand beside each other from the `first` on."""
    end = first + 1
    while end < len(numbers) and _NEXT.fullmatch(text, numbers[end - 1].end, numbers[end].start):
        end += 1
    return end - first if all(number.unit in COUNTED or not number.unit for number in numbers[first:end]) else 0


def _pairs(before: str, clause: str, said: str, count: int) -> list[Paired]:
    names = _AND.split(clause)
    if count == len(names) == 1:
        return []
    if len(names) != count or _FROM.search(said):
        return [_UNKNOWN] * count
    years = [_YEARS.findall(name) for name in names]
    if all(len(each) == 1 for each in years):
        shared = _YEARS.sub("", "".join(names))
        names = [f"{year}{shared}" for (year,) in years]
    names = _with_applicants(names)
    if not all(WORDS.search(name) for name in names):
        return [_UNKNOWN] * count
    sure = unknown_words(clause + said) == 0
    lefts = [f"{before}{names[0]}{_RESPECTIVELY}{said}", *(f"、{name}{said}" for name in names[1:])]
    return [Paired(left, subject, known=True, sure=sure) for left, subject in zip(lefts, _subjects(names), strict=True)]


def _with_applicants(names: list[str]) -> list[str]:
    """予以公开、部分公开的自然人申请: the outcomes are all of the applicants' that only the last name says."""
    _, of, shared = names[-1].partition("的")
    if not of or not _applicants(shared) or any(map(_applicants, names[:-1])):
        return names
    return [*(f"{name}的{shared}" for name in names[:-1]), names[-1]]


def _applicants(text: str) -> bool:
    return any(match.lastgroup in APPLICANTS for match in WORDS.finditer(text))


def _subjects(names: list[str]) -> list[str]:
    """What each name speaks of: where it says nothing itself, as the name before it, or after it."""
    own = [[match.lastgroup or "" for match in SUBJECTS.finditer(name)] for name in names]
    following = next((each[-1] for each in own if each), "")
    subjects: list[str] = []
    for each in own:
        following = each[-1] if each else following
        subjects.append(following)
    return subjects
