"""G304."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, Site
from giar_site.rules.across_years import discontinuity, failures

_MEND = Text(
    "对照权责清单改正有误的一个；清单调整而重新计数的，在 accept: 中写明理由。",
    "correct the wrong one against the list of powers; where the list was counted anew, explain it in accept:.",
)


@rule("G304", Severity.WARNING, over="relations")
def items_last_year_mismatch(agency: Agency, site: Site) -> Iterator[Finding]:
    """上一年项目数量与去年的接不上 / Items of last year do not follow from last year's report

    What it checks
        “上一年项目数量”应等于上一年报告中的上一年项目数量加“本年增/减”。

        The items of last year must be those that last year's report starts from, plus its change.

    Why
        去年年底的项目数就是今年报告的“上一年项目数量”；对不上，说明增减或数量有一个填错。

        What last year ended with is what this year's report calls last year's: where they differ, one of them is wrong.

    Wrong
        --- 2019/figures.yaml
        disclosure:
          licensing: [93, 2, 1670]
          …
        --- 2020/figures.yaml
        disclosure:
          licensing: [93, 0, 1670]
          …

    Right
        --- 2019/figures.yaml
        disclosure:
          licensing: [93, 2, 1670]
          …
        --- 2020/figures.yaml
        disclosure:
          licensing: [95, 0, 1670]
          …

    How to mend it
        对照权责清单改正有误的一个；清单调整而重新计数的，在 accept: 中写明理由。

        Correct the wrong one against the list of powers; where the list was counted anew, explain it in `accept:`.

    Source
        国办公开办函〔2019〕60号，表二第二十条第（五）（六）（八）项。
    """
    for report in agency.reports:
        for each in failures(site, report, "items_last_year"):
            yield discontinuity(site, report, each, _MEND)
