"""G305."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from giar_site.derive import key_values, last_year_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Figures, Report, Site

_TIMES = 10
_WORTH_A_LOOK = 50


@rule("G305", Severity.NOTE, over="relations")
def unusual_jump(agency: Agency, site: Site) -> Iterator[Finding]:
    """与去年相差十倍以上 / Ten times last year's figure or a tenth of it

    What it checks
        主要数字（新收、结转、办理结果、予以公开、复议、诉讼）与上一年相差十倍以上，且较大的一个不小于 50 的，请再看一眼；0 按 1 计。

        Of the key figures one that is ten times last year's or more, or a tenth or less, is worth a second look where the larger is 50 or more; 0 counts as 1.

    Why
        相差十倍常常是多写或少写了一位；从 1 件到 12 件这样的变化很平常，不提示。

        A factor of ten is often a digit too many or too few; a change from 1 to 12 is nothing unusual and not told.

    Wrong
        --- 2021/figures.yaml
        applications:
          received: [6, 0, 0, 0, 0, 0, 6]
          outcome:
            granted: [6, 0, 0, 0, 0, 0, 6]
            total:   [6, 0, 0, 0, 0, 0, 6]
            …
          …
        --- 2022/figures.yaml
        applications:
          received: [60, 0, 0, 0, 0, 0, 60]
          outcome:
            granted: [60, 0, 0, 0, 0, 0, 60]
            total:   [60, 0, 0, 0, 0, 0, 60]
            …
          …

    Right
        --- 2021/figures.yaml
        applications:
          received: [6, 0, 0, 0, 0, 0, 6]
          outcome:
            granted: [6, 0, 0, 0, 0, 0, 6]
            total:   [6, 0, 0, 0, 0, 0, 6]
            …
          …
        --- 2022/figures.yaml
        applications:
          received: [59, 0, 0, 0, 0, 0, 59]
          outcome:
            granted: [59, 0, 0, 0, 0, 0, 59]
            total:   [59, 0, 0, 0, 0, 0, 59]
            …
          …

    How to mend it
        核对两年的台账；数字无误的不用改，也可以在 accept: 中写明原因，读者也会想知道。

        Compare both years with the register; figures that are right may stand, and `accept:` can tell readers why.

    Source
        审核年度报告的通常做法。
    """
    for report in agency.reports:
        last = last_year_of(site, report)
        jumps = list(_jumps(last.figures, report)) if last and last.figures else []
        if last and jumps:
            told = "；".join(f"“{each.label}”{each.before:f} → {each.now:f}" for each in jumps)
            told_en = "; ".join(f"“{each.label}” {each.before:f} → {each.now:f}" for each in jumps)
            yield Finding(
                at=Address(report.agency, report.year, "figures", jumps[0].cells[0]),
                message=Text(
                    f"与 {report.year - 1} 年相差十倍以上：{told}。",
                    f"ten times the figure of {report.year - 1}, or a tenth of it: {told_en}.",
                ),
                mend=Text("核对两年的台账；数字无误的不用改。", "compare both years with the register; figures that are right may stand."),
                cells=tuple(cell for each in jumps for cell in each.cells),
                related=tuple(Address(last.agency.slug, last.year, "figures", cell) for each in jumps for cell in each.cells_then),
            )


class _Jump(NamedTuple):
    label: str
    cells: tuple[str, ...]
    cells_then: tuple[str, ...]
    before: Decimal
    now: Decimal


def _jumps(last: Figures, report: Report) -> Iterator[_Jump]:
    before = {figure.key: (figure.cells, value) for figure, (_, _, value) in zip(last.form.key_figures, key_values(last), strict=True)}
    for figure, (key, label, now) in zip(report.figures.form.key_figures, key_values(report.figures), strict=True):
        cells, then = before.get(key, ((), None))
        if now is None or then is None:
            continue
        larger, smaller = max(then, now), min(then, now)
        if larger >= _WORTH_A_LOOK and larger >= _TIMES * max(smaller, Decimal(1)):
            yield _Jump(label, figure.cells, cells, then, now)
