"""G412."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Report
from giar_site.prose import Span, Told, told_in
from giar_site.rules.wording import MOST_SLIPS, clipped

_REPORT_OF: Final = re.compile(
    r"(20[0-9]{2})年?度?(?:的)?(?:政府|政务)信息(?:与政务)?公开(?:工作)?(?:年度)?(?:报告|年报|情况)|(20[0-9]{2})年?度(?:工作)?(?:年度)?报告"
)
_NOTICE: Final = re.compile(r"《[^《》\n]*(?:通知|办法|规定|要点|意见|函|公告|方案|条例)[^《》\n]{0,8}》")
_COMPARES: Final = re.compile(r"相比|比较|上年|上一年|去年|往年|历年|以来|下一年|明年|同期")
_OPENS: Final = re.compile(r"\s*(20[0-9]{2})年度?(?:[，,]|(?:我|本)(?:[局办委县市区镇乡院厅部中]|街道|机关|单位))")
_UNTIL: Final = re.compile(r"截[至止到](20[0-9]{2})年12月31日")
_HEADING: Final = 16  # a line so short, or one without a mark at its end, opens nothing


@rule("G412", Severity.WARNING, over="report")
def year_left_over(report: Report) -> Iterator[Finding]:
    """年份是别的年度的 / Year left over

    What it checks
        标题、开头的“XXXX年政府信息公开工作年度报告”、总体情况第一句的年份和“截至XXXX年12月31日”，应当是报告年度。与往年比较、写下一年打算的不算。

        The year in the title, in the preamble's name of the report, in the first sentence of the overview and in “截至XXXX年12月31日” must be
        the reporting year. Comparing with other years and plans for the next are no fault.

    Why
        年份没有改，多半是在上年的稿子上改写时漏掉的，读者分不清写的是哪一年。

        A year that was not changed is mostly left over from last year's draft, and readers cannot tell which year is meant.

    Wrong
        --- 2022/report.md
        现公布某某市某某局2021年政府信息公开工作年度报告。

        …

    Right
        --- 2022/report.md
        现公布某某市某某局2022年政府信息公开工作年度报告。

        …

    How to mend it
        改成报告年度；确实写的是另一年的事，把本年度也写明；确实这样公布过的，在 accept: 中写明理由。

        Write the reporting year; where another year is really meant, name the reporting year too; what was really published so is explained
        in `accept:`.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：年度报告标题和内容。
    """
    title = _REPORT_OF.search(report.metadata.title)
    if title and str(report.year) not in report.metadata.title:
        at = Address(report.agency, report.year, "report", "title")
        yield _finding(report, at, title[1] or title[2], Text("标题", "the title"), report.metadata.title)
    preamble = told_in(report, "")
    if preamble:
        yield from _in_preamble(preamble)
    overview = told_in(report, report.figures.form.sections[0].key)  # the form opens with what the year was like
    if overview:
        yield from _in_overview(overview)


def _in_preamble(passage: Told) -> Iterator[Finding]:
    """The preamble names the report by another year."""
    text = _NOTICE.sub(lambda match: "　" * len(match[0]), passage.text)
    for match in islice(_REPORT_OF.finditer(text), MOST_SLIPS):
        written = match[1] or match[2]
        sentence = passage.sentence_around(match.start()).of(text)
        if written != str(passage.report.year) and not _COMPARES.search(sentence):
            yield _finding(passage.report, passage.at(*match.span()), written, Text("开头", "the preamble"), match[0])


def _in_overview(passage: Told) -> Iterator[Finding]:
    """The overview opens with another year, or counts up to the end of another."""
    year = str(passage.report.year)
    where = Text("总体情况", "the overview")
    first = next((span for span in passage.sentences if len(span.of(passage.text).strip()) > _HEADING), Span(0, 0))
    opening = _OPENS.match(passage.text, *first)
    if opening and opening[1] != year and _left_over(passage, first):
        yield _finding(passage.report, passage.at(opening.start(1), opening.end(1)), opening[1], where, first.of(passage.text))
    for match in islice(_UNTIL.finditer(passage.text), MOST_SLIPS):
        if match[1] != year and _left_over(passage, passage.sentence_around(match.start())):
            yield _finding(passage.report, passage.at(*match.span()), match[1], where, match[0])


def _left_over(passage: Told, span: Span) -> bool:
    """True when the sentence names this year nowhere and compares nothing."""
    sentence = span.of(passage.text)
    return str(passage.report.year) not in sentence and not _COMPARES.search(sentence)


def _finding(report: Report, at: Address, written: str, where: Text, words: str) -> Finding:
    return Finding(
        at=at,
        message=Text(
            f"{where.zh}写的是 {written} 年（“{clipped(words)}”），这却是 {report.year} 年度报告。",
            f"{where.en} speaks of {written} (“{clipped(words)}”) in the report of {report.year}.",
        ),
        mend=Text(
            f"改成 {report.year} 年；写的确实是 {written} 年的事，就把 {report.year} 年也写明。",
            f"write {report.year}; where {written} is really meant, name {report.year} as well.",
        ),
        expected=str(report.year),
        actual=written,
    )
