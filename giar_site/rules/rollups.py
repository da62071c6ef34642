"""A roll-up against its children in words: one finding a report, the widest gaps named. Shared by the rules on roll-ups."""

from collections.abc import Sequence

from giar_site.derive import CellSum, Rollup
from giar_site.diagnostics import Address, Finding, Text

_MOST_NAMED = 5


def finding_on(rollup: Rollup, gaps: Sequence[CellSum], said: Text, mend: Text) -> Finding:
    """The finding on `gaps` of `rollup`, which stands at the cell with the widest. `said` comes before the cells, with {cells} and {children}."""
    widest_first = sorted(gaps, key=lambda gap: (-abs(gap.own - gap.children), gap.cell.index))
    first = widest_first[0]
    named = widest_first[:_MOST_NAMED]
    more = len(gaps) - len(named)
    zh = "；".join(
        f"“{gap.cell.label}”本报告 {gap.own:f}，下级合计 {gap.children:f}，相差 {abs(gap.own - gap.children):f}" for gap in named
    )
    en = "; ".join(
        f"“{gap.cell.label}” {gap.own:f} here, {gap.children:f} below, a difference of {abs(gap.own - gap.children):f}" for gap in named
    )
    cells, children = len(gaps), len(rollup.published)
    return Finding(
        at=Address(rollup.report.agency, rollup.report.year, "figures", first.cell.id),
        message=Text(
            said.zh.format(cells=cells, children=children) + zh + (f"；另有 {more} 格。" if more else "。"),
            said.en.format(cells=cells, children=children, s="" if cells == 1 else "s") + en + (f"; and {more} more." if more else "."),
        ),
        mend=mend,
        cells=tuple(gap.cell.id for gap in widest_first),
        expected=f"{first.children:f}",
        actual=f"{first.own:f}",
        related=tuple(
            Address(child.agency, child.year, "figures", first.cell.id)
            for child in rollup.published
            if first.cell.id in child.figures.form.by_id and child.figures[first.cell.id].value
        ),
    )
