"""G308."""

from collections.abc import Iterator

from giar_site.derive import Lineage, Turn, lifetime_of, lineage_of, register_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Report, Site


@rule("G308", Severity.WARNING, over="relations")
def report_outside_lifetime(agency: Agency, site: Site) -> Iterator[Finding]:
    """报告年度与机构沿革不合 / Report outside the agency's lifetime

    What it checks
        机关成立之前、撤销或并入别的机关之后的年度，不应有它的报告；分出去一部分后仍有报告的，沿革要写明本机关保留。

        There should be no report on a year before the agency began or after it ended; one that was split and reports on must say that it was kept.

    Why
        多半是沿革的日期写错，或者报告放错了机关的文件夹；年度之间的结转就会算错。

        Either a day in the lineage is wrong, or the report lies in another agency's folder; carry-over would be added up wrongly.

    Wrong
        --- agency.yaml
        lineage:
          - {change: abolished, date: "2021-03-01", basis: 某编办〔2021〕3号}
        …
        --- 2022/figures.yaml
        …

    Right
        --- agency.yaml
        lineage:
          - {change: abolished, date: "2022-03-01", basis: 某编办〔2022〕3号}
        …
        --- 2022/figures.yaml
        …

    How to mend it
        核对沿革的日期和报告所在的文件夹。本机关原来就有的（吸收了别的机关，或者分出一部分后仍保留），在 from 里也写上自己。

        Check the days of the lineage and the report's folder. An agency that was there before (took others in, or was split and kept) names itself in `from`, too.

    Source
        《中华人民共和国政府信息公开条例》第四十九条：年度报告由行政机关公布。
    """
    lineage = lineage_of(site)
    lifetime = lifetime_of(lineage, agency)
    for report in agency.reports:
        turning = lifetime.outside(report.year)
        said = None
        if turning and turning.turn is Turn.END:
            said = Text(f"本机关 {turning.date} 已经撤销、更名或并入别的机关", f"the agency ended on {turning.date}")
        elif turning:
            said = Text(f"本机关 {turning.date} 才成立", f"the agency began only on {turning.date}")
        said = said or _untold(lineage, site, report)
        if said:
            yield Finding(
                at=Address(report.agency, report.year, "figures", "form"),
                message=Text(f"{said.zh}，却有 {report.year} 年的报告。", f"{said.en}, but there is a report on {report.year}."),
                mend=Text(
                    "核对沿革的日期和报告所在的文件夹；本机关原来就有、仍保留的，在 from 里也写上自己。",
                    "check the days of the lineage and the report's folder; an agency that was there before names itself in `from`, too.",
                ),
            )


def _untold(lineage: Lineage, site: Site, report: Report) -> Text | None:
    """Of an agency that was split and reports on: who went out of it, where nothing says that it was kept."""
    for step in lineage.onward(report.agency):
        if step.untold and report.year >= step.change.year:
            agency = register_of(site).agencies.get(step.heir)
            name = agency.label if agency else step.heir
            return Text(
                f"{name} {step.change.date} 从本机关分出，沿革没有写明本机关保留",
                f"{name} was split from the agency on {step.change.date}, and nothing says that it was kept",
            )
    return None
