"""G602."""

import datetime as dt
from collections.abc import Iterator

from giar_site.derive import Due, Origin, due
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Report, Site


@rule("G602", Severity.WARNING, over="relations")
def published_late(agency: Agency, site: Site) -> Iterator[Finding]:
    """超过期限公布 / Published late

    What it checks
        公布日期（published）不晚于期限：部门、政府办公室和其他单位是次年 1 月 31 日，人民政府的报告是 3 月 31 日；site.yaml 的
        deadlines: 和机关自己的 deadline 可以另定，乡镇、街道没有另定的不检查。

        The day of publication must not lie after the deadline: 31 January of the following year, 31 March for the report of a government;
        `deadlines:` in site.yaml and an agency's own `deadline` may set another. Townships and subdistricts have none unless one is set.

    Why
        期限是法规定的，迟了就是违法；检查时最先看的也是它。

        The deadline is the law's, and the first thing that inspections look at.

    Wrong
        --- 2022/report.md
        ---
        published: "2023-02-15"
        ---
        …

    Right
        --- 2022/report.md
        ---
        published: "2023-01-31"
        ---
        …

    How to mend it
        核对公布日期；期限另有规定的，写进 deadline 或 deadlines:；确实迟了的，在 accept: 中写明理由。

        Check the date; where another deadline holds, set it; where the report was late, say why in `accept:`.

    Source
        《政府信息公开条例》（国务院令第711号）第四十九条。
    """
    for report in agency.reports:
        published = report.metadata.published[:10]
        limit = due(agency, site.settings, report.year)
        if published and limit is not None and dt.date.fromisoformat(published) > limit.day:
            yield _finding(report, dt.date.fromisoformat(published), limit)


def _finding(report: Report, published: dt.date, limit: Due) -> Finding:
    days = (published - limit.day).days
    source = _SOURCES[limit.origin]
    return Finding(
        at=Address(report.agency, report.year, "report", "published"),
        message=Text(
            f"公布日期 {published} 晚于期限 {limit.day}（{source.zh}），晚了 {days} 天。",
            f"published on {published}, {days} day{'s' if days > 1 else ''} after the deadline, {limit.day} ({source.en}).",
        ),
        mend=Text("核对日期；确实迟了的，在 accept: 中写明理由。", "check the date; where the report was late, say why in accept:."),
        expected=str(limit.day),
        actual=str(published),
    )


_SOURCES = {
    Origin.LAW: Text("《政府信息公开条例》第四十九条", "Regulations on Open Government Information, article 49"),
    Origin.SITE: Text("site.yaml 的 deadlines", "deadlines in site.yaml"),
    Origin.AGENCY: Text("agency.yaml 的 deadline", "deadline in agency.yaml"),
}
