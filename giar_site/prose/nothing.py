"""Statements of nothing: 未收到申请, 无行政复议. They claim a 0."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from giar_site.model import Figures
from giar_site.prose.certainty import unknown_words
from giar_site.prose.claim import Verdict
from giar_site.prose.judgement import readings, sum_of
from giar_site.prose.scope import Author, Scope, When, Whose, scope_after
from giar_site.prose.sentences import Span

_OBJECT: Final = r"""(?:上一?年度?结转|结转上年度?|结转(?:至|到)?下一?年度?|结转|(?:政府)?(?:信息)?(?:依申请公开|公开申请)(?:政府信息|信息)?(?:申请)?|(?<!提出)申请(?!行政|复议|人)
        |不予公开|不予处理|无法提供|行政复议|复议|行政诉讼|诉讼|(?:行政)?规范性文件)"""
_NOTHING: Final = re.compile(
    rf"""(?<![如若凡尚])(?:没有|未曾|从未|尚未|未|无)(?P<between>[^，,。；;、\n未无]{{0,20}}?)(?P<object>{_OBJECT})
        (?P<more>(?:(?:案件)?[、和及与或]+(?:被)?(?:申请|提起)?{_OBJECT})*)
        (?=(?:的?(?:案件|案|情况|情形|事项|申请|件|信息|事件)|发生|产生|办理|的|继续|等)*(?:[，,。；;、和及与或也）)\n]|$))""",
    re.VERBOSE,
)
_EACH: Final = re.compile(_OBJECT, re.VERBOSE)
_BETWEEN: Final = re.compile(
    r"(?:发生|产生|出现|收到|接到|接收|受理|引发|引起|被|因|由|涉及|有关|关于|对|政府|信息|公开|工作|的|申请|提起|提出|行政|导致|而|案件|类|任何|新收|过|有|度)*"
)
_TAKES_IN: Final = re.compile(r"收到|接到|接收|受理|新收")
_MAKES: Final = re.compile(r"(?:制发|制定|出台|印发|发布|新)+(?:过|的)?")
_REPEALS: Final = re.compile(r"废止(?:过|的)?")
_DONE: Final = re.compile(r"申请[^。]*(?:办结|答复|办理完毕)[^。]*$")
_NOT_ALL: Final = re.compile(r"[上去往前跨]一?年|除|涉及|关于|方面|类")
_FAR: Final = 120  # characters
_COUNT: Final = re.compile(r"[0-9]+(?![0-9年月日])")
_CANDIDATE: Final = re.compile(r"[无未]|没有")


class Nothing(NamedTuple):
    """A statement of nothing at text[start:end], with its verdict; `expected` is what the table says."""

    start: int
    end: int
    verdict: Verdict
    cells: tuple[str, ...]
    expected: str


def may_state_nothing(text: str) -> list[int]:
    """A quick look: the characters where a statement of nothing may be, in order."""
    return [match.start() for match in _CANDIDATE.finditer(text)]


def statements_of_nothing(text: str, sentence: Span, figures: Figures, author: Author) -> Iterator[Nothing]:
    """The statements of nothing in one sentence."""
    scope, last = Scope(), sentence.start
    for match in _NOTHING.finditer(text, sentence.start, sentence.end):
        scope, _ = scope_after(text[last : match.start()], scope, author)
        last = match.start()
        objects = [(match.start(), match.end("object"), match["object"])]
        objects += [(each.start(), each.end(), each.group()) for each in _EACH.finditer(text, *match.span("more"))]
        for start, end, written in objects:
            slot = _slot(written, match["between"], text[max(sentence.start, start - _FAR) : start])
            if slot:
                yield Nothing(start, end, *_verdict(slot, scope, figures, author))


_SLOTS: Final = (
    (re.compile(r"结转.*下"), "carried_out"),
    (re.compile(r"结转"), "carried_in"),
    (re.compile(r"不予公开"), "refused"),
    (re.compile(r"不予处理"), "not_processed"),
    (re.compile(r"无法提供"), "unavailable"),
    (re.compile(r"复议"), "disputes:review"),
    (re.compile(r"诉讼"), "disputes:suits"),
    (re.compile(r"公开"), "newly_received"),
)


def _slot(written: str, between: str, said: str) -> str:
    """The slot that is said to be empty, "" when it cannot be told; `said`: what the sentence says before."""
    if "规范性文件" in written:
        making = "issued" if _MAKES.fullmatch(between) else "repealed" if _REPEALS.fullmatch(between) else ""
        return f"{making}:normative_documents" if making else ""
    if not _BETWEEN.fullmatch(between):
        return ""
    if written == "结转":  # of requests that have been answered: into the next year
        whole = unknown_words(_COUNT.sub("", said)) == 0 and not _NOT_ALL.search(said)
        return "carried_out" if whole and _DONE.search(said) else ""
    if written == "申请":
        return "newly_received" if _TAKES_IN.search(between) else ""
    return next(slot for pattern, slot in _SLOTS if pattern.search(written))


def _verdict(slot: str, scope: Scope, figures: Figures, author: Author) -> tuple[Verdict, tuple[str, ...], str]:
    found = readings(figures, (slot,))
    total = sum_of(figures, found[0]) if found else None
    if total is None or scope.whose is Whose.PART or scope.when is When.OTHER:
        return Verdict.NOT_ASSESSABLE, (), ""
    if total == 0:
        return Verdict.VERIFIED, found[0], "0"
    return Verdict.CONTRADICTED if author.owns(scope.whose) else Verdict.NOT_ASSESSABLE, found[0], f"{total:f}"
