"""G601."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Report


@rule("G601", Severity.ERROR, over="report")
def published_too_early(report: Report) -> Iterator[Finding]:
    """年度未完就公布 / Published too early

    What it checks
        公布日期（published）要在报告年度结束以后。

        The day of publication must lie after the end of the year reported.

    Why
        年报统计到 12 月 31 日为止，年内不可能公布；这样的日期不是写错了年份，就是倒填的。

        The figures run to 31 December, so the report cannot be out within the year: the date is a slip, or was put back.

    Wrong
        --- 2022/report.md
        ---
        published: "2022-01-28"
        ---
        …

    Right
        --- 2022/report.md
        ---
        published: "2023-01-28"
        ---
        …

    How to mend it
        核对公布日期的年份；放错年度文件夹的，移到对应的年度。

        Check the year of the date; a report in the wrong year's folder is moved to its own.

    Source
        《政府信息公开条例》（国务院令第711号）第四十九条、第五十条：年度报告报告上一年度的情况。
    """
    published = report.metadata.published[:10]
    if not published or published > f"{report.year}-12-31":
        return
    yield Finding(
        at=Address(report.agency, report.year, "report", "published"),
        message=Text(
            f"公布日期写的是 {published}，而 {report.year} 年度到 {report.year}-12-31 才结束。",
            f"published on {published}, while the year {report.year} ends only on {report.year}-12-31.",
        ),
        mend=Text("核对年份；放错年度的，移到对应的年度文件夹。", "check the year, or move the report to the folder of its own year."),
        actual=published,
    )
