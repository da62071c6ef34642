"""A roll-up against its children in words: one finding a report, the widest gaps named. Shared by the rules on roll-ups."""

from collections.abc import Iterator, Sequence

from giar_site.derive import ROLLUP, Assessment, Relation, Result, Rollup, rollup_checks
from giar_site.diagnostics import Address, Finding, Text
from giar_site.model import Site

_MOST_NAMED = 5


def failures(site: Site, rollup: Rollup, relation: Relation) -> list[Assessment]:
    """The failing checks of `rollup` in which its figure has to stand to its children's so."""
    return [each for each in rollup_checks(site, rollup.report) if each.result is Result.FAILS and each.comparison.relation is relation]


def _blamed(rollup: Rollup, gaps: Sequence[Assessment]) -> Iterator[Address]:
    """The children's figures that are in a gap, one of each child; of children that all have nothing there each may be the one to blame."""
    found: dict[str, str] = {}
    for gap in gaps:
        for slug in [term.agency for term in gap.comparison.right] or [child.agency.slug for child in rollup.published]:
            found.setdefault(slug, gap.comparison.at)
    return (Address(slug, rollup.report.year, "figures", cell) for slug, cell in found.items())


def finding_on(rollup: Rollup, gaps: Sequence[Assessment], said: Text, mend: Text) -> Finding:
    """The finding on `gaps` of `rollup`, which stands at the cell with the widest. `said` comes before the cells, with {cells} and {children}."""
    widest_first = sorted(gaps, key=lambda gap: -(gap.gap or 0))  # of equal ones the first on the form
    first = widest_first[0]
    named = widest_first[:_MOST_NAMED]
    more = len(gaps) - len(named)
    zh = "；".join(f"“{gap.comparison.label}”本报告 {gap.left:f}，下级合计 {gap.right:f}，相差 {gap.gap:f}" for gap in named)
    en = "; ".join(f"“{gap.comparison.label}” {gap.left:f} here, {gap.right:f} below, a difference of {gap.gap:f}" for gap in named)
    cells, children = len(gaps), len(rollup.published)
    at = first.comparison.at
    return Finding(
        at=Address(rollup.report.agency, rollup.report.year, "figures", at),
        message=Text(
            said.zh.format(cells=cells, children=children) + zh + (f"；另有 {more} 格。" if more else "。"),
            said.en.format(cells=cells, children=children, s="" if cells == 1 else "s") + en + (f"; and {more} more." if more else "."),
        ),
        mend=mend,
        cells=tuple(gap.comparison.at for gap in widest_first),
        expected=f"{first.right:f}",
        actual=f"{first.left:f}",
        related=tuple(_blamed(rollup, widest_first)),
        check=ROLLUP,
    )
