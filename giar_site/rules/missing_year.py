"""G309."""

from collections.abc import Iterator

from giar_site.derive import Reason, continuity_of, register_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Report, Site


@rule("G309", Severity.NOTE, over="relations")
def missing_year(agency: Agency, site: Site) -> Iterator[Finding]:
    """缺上一年的报告 / Last year's report is missing

    What it checks
        机关（或它的前身）更早有过报告的，上一年也应有报告。

        An agency that reported before, or goes on from one that did, should have a report on last year, too.

    Why
        缺了上一年，今年的上年结转、现行有效件数等就无从核对，页面上会写明“无法核对”。

        Without it what was carried in, in force and so on cannot be compared with anything, and the page says so.

    Wrong
        --- 2020/figures.yaml
        form: 2019
        …
        --- 2022/figures.yaml
        …

    Right
        --- 2020/figures.yaml
        form: 2019
        …
        --- 2021/figures.yaml
        …
        --- 2022/figures.yaml
        …

    How to mend it
        把那一年的报告补进来：有文件的用 giar import 导入，没有文件的用 giar new 新建后照着填。那一年确实没有报告的，在 accept: 中写明理由（at: applications.carried_in）。

        Add that year's report: `giar import` where there is a file, else `giar new`; where there was none, explain it in `accept:` (at: applications.carried_in).

    Source
        《中华人民共和国政府信息公开条例》第四十九条：每年公布上一年度的报告。
    """
    for report in agency.reports:
        found = [each for each in continuity_of(site, report) if each.reason is Reason.MISSING_YEAR]
        if found:
            names = _missing(
                site, report, {term.agency or report.agency for term in found[0].comparison.left if term.year == report.year - 1}
            )
            year = report.year - 1
            yield Finding(
                at=Address(report.agency, report.year, "figures", found[0].comparison.at),
                message=Text(
                    f"没有{'、'.join(names)} {year} 年的报告，{report.year} 年的上年结转等无法与它核对。",
                    f"there is no report of {', '.join(names)} on {year}: what {report.year} takes over cannot be checked.",
                ),
                mend=Text(
                    f"把 {year} 年的报告补进来：有文件的用 giar import 导入，没有文件的用 giar new 新建后照着填；"
                    "那一年确实没有报告的，在 accept: 中写明理由。",
                    f"add the report of {year}: giar import where there is a file, else giar new; "
                    "where there was none, explain it in accept:.",
                ),
            )


def _missing(site: Site, report: Report, slugs: set[str]) -> list[str]:
    """The names of those of `slugs` that have no report on the year before, the report's own agency by its name, too."""
    register = register_of(site)
    lacking = sorted(slug for slug in slugs if (slug, report.year - 1) not in register.standings)
    return [register.agencies[slug].label if slug in register.agencies else slug for slug in lacking]
