"""G129."""

import re
from collections.abc import Iterator

from giar_site.derive import new_corrections, versions_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Report, Site

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MEND = Text("写实际作出更正的那一天。", "write the day the correction was really made.")


@rule("G129", Severity.ERROR, over="relations", acceptable=False)
def misdated_correction(agency: Agency, site: Site) -> Iterator[Finding]:
    """更正的日期不可能 / Impossible date of a correction

    What it checks
        corrections: 里新写的一条，日期不能早于报告的公布日期（没有写公布日期的，不能早于报告年度结束），也不能晚于今天。

        A new entry of `corrections:` cannot be dated before the report was published (before the end of its year where no day is written),
        nor after today.

    Why
        更正的日期印在页面上，告诉读者从哪一天起看到的是改过的内容；倒签或者预先写的日期是假的。

        The date is printed, and tells readers since when they see what was changed; one put back or ahead is false.

    Wrong
        corrections:
          - {date: "2022-03-01", at: other, was: 没有提到信息处理费, now: 补充了信息处理费的情况, reason: 原报告遗漏}

    Right
        corrections:
          - {date: "2023-03-01", at: other, was: 没有提到信息处理费, now: 补充了信息处理费的情况, reason: 原报告遗漏}

    How to mend it
        写实际作出更正的那一天。

        Write the day the correction was really made.

    Source
        giar 的约定：更正记录是公布内容的一部分。
    """
    for report in agency.reports:
        if not report.corrections:
            continue
        versions = versions_of(site, agency.slug, report.year)
        # what has been published with its date can be rewritten no more
        new = new_corrections(versions[-1], report) if versions else report.corrections
        for number, correction in enumerate(report.corrections, 1):
            said = _impossible(correction.date[:10], _published(report), report.year, site.today) if correction in new else None
            if said:
                yield Finding(
                    at=Address(report.agency, report.year, "figures", f"corrections.{number}"),
                    message=Text(
                        f"更正第 {number} 条的日期是 {correction.date}，{said.zh}。",
                        f"correction {number} is dated {correction.date}, {said.en}.",
                    ),
                    mend=_MEND,
                    actual=correction.date,
                )


def _published(report: Report) -> str:
    """The first day of publication that is told of, "" where none is: the day itself may have been corrected later."""
    days = [report.metadata.published, *(each.was for each in report.corrections if each.at == "published")]
    return min((day[:10] for day in days if _DAY.match(day)), default="")


def _impossible(day: str, published: str, year: int, today: str) -> Text | None:
    if not day:
        return None  # refused for itself already
    if published and day < published:
        return Text(f"而报告 {published} 才公布", f"while the report was published on {published}")
    if day <= f"{year}-12-31":
        return Text(f"而 {year} 年度到 {year}-12-31 才结束", f"while the year {year} ends only on {year}-12-31")
    if today and day > today:
        return Text(f"还没有到，今天是 {today}", f"which is still to come: today is {today}")
    return None
