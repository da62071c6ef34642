"""G411."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Report
from giar_site.prose import Told, told
from giar_site.prose.periods import Period, periods
from giar_site.rules.wording import MOST_SLIPS, clipped

_ABOUT: Final = re.compile("所列数据|报告期|统计")
_STATES_IT: Final = re.compile(
    r"所列数据|报告期|统计[^，。；\n]{0,6}(?:期|时限|时间|周期|区间|范围|截止|截至)|(?:期限|时限|时间)[^，。；\n]{0,4}统计"
)
_OF_THE_REPORT: Final = re.compile(r"报告|年报|所列数据")
_FOUNDED: Final = re.compile(r"成立|组建|设立|挂牌|机构改革|撤销|合并")  # such an agency's year is shorter


@rule("G411", Severity.WARNING, over="report")
def wrong_period(report: Report) -> Iterator[Finding]:
    """统计期限不对 / Wrong period

    What it checks
        说明统计期限的句子，写的应当是报告年度的 1 月 1 日至 12 月 31 日。年内成立或撤并的机关除外。

        The sentence that states the period of the figures must say 1 January to 31 December of the reporting year, unless it says that
        the agency was founded or dissolved within the year.

    Why
        期限写错（12月30日、上一年度）多半是沿用旧稿，读者会怀疑表中数据也不是本年度的。

        A wrong period (30 December, last year's) mostly stems from an old draft and makes readers doubt that the figures are this year's.

    Wrong
        --- 2022/report.md
        本报告所列数据的统计期限为2022年1月1日至2022年12月30日。

        …

    Right
        --- 2022/report.md
        本报告所列数据的统计期限为2022年1月1日至2022年12月31日。

        …

    How to mend it
        改成报告年度的 1 月 1 日至 12 月 31 日；确实这样公布过的，在 accept: 中写明理由。

        Write 1 January to 31 December of the reporting year; what was really published so is explained in `accept:`.

    Source
        《中华人民共和国政府信息公开条例》第五十条（上一年度）；国办公开办函〔2019〕60号、国办公开办函〔2021〕30号。
    """
    for passage in told(report):
        for stated in _stated(passage):
            if not any(period.is_calendar_year(report.year) for period in stated):
                yield _finding(passage, stated[0])


def _stated(passage: Told) -> Iterator[list[Period]]:
    """The periods of each sentence that states the report's."""
    done = 0
    for match in islice(_ABOUT.finditer(passage.text), MOST_SLIPS):
        if match.start() < done:
            continue
        span = passage.sentence_around(match.start())
        done = span.end
        sentence = span.of(passage.text)
        if not _STATES_IT.search(sentence) or _FOUNDED.search(sentence) or (passage.section and not _OF_THE_REPORT.search(sentence)):
            continue
        found = list(periods(passage.text, *span))
        if found:
            yield found


def _finding(passage: Told, period: Period) -> Finding:
    year = passage.report.year
    written = clipped(passage.text[period.start : period.end])
    right = f"{year}年1月1日至{year}年12月31日"
    return Finding(
        at=passage.at(period.start, period.end),
        message=Text(
            f"统计期限写的是“{written}”，{year} 年度报告应为“{right}”。",
            f"the period of the figures reads “{written}”; in the report of {year} it is 1 January to 31 December {year}.",
        ),
        mend=Text(f"改成“{right}”。", f"write “{right}”."),
        expected=right,
        actual=written,
    )
