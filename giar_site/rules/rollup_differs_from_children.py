"""G502."""

from collections.abc import Iterator

from giar_site.derive import Relation, rollups_of
from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, Site
from giar_site.rules.rollups import failures, finding_on


@rule("G502", Severity.ERROR, over="relations")
def rollup_differs_from_children(agency: Agency, site: Site) -> Iterator[Finding]:
    """汇总数不等于下级之和 / Roll-up differs from its children

    What it checks
        agency.yaml 写明 children_complete: true（下级机关都在本网站）而且本年度都已公布时，汇总报告的每一格应等于下级机关之和。

        Where agency.yaml declares `children_complete: true` and all children have published, every figure must be their sum.

    Why
        下级齐全时，汇总就是相加；不相等，必有一份报告填错，或者下级并不齐全。

        With all children there, a roll-up is a sum; where it is not, one of the reports is wrong or the children are not all.

    Wrong
        --- agency.yaml
        name: 某某县人民政府
        kind: government
        scope: rollup
        children_complete: true
        --- figures.yaml
        disclosure:
          licensing: [9]
          …
        --- content/caizheng-ju/agency.yaml
        name: 某某县财政局
        parent: sample
        --- content/caizheng-ju/2022/figures.yaml
        disclosure:
          licensing: [7]
          …

    Right
        --- agency.yaml
        name: 某某县人民政府
        kind: government
        scope: rollup
        children_complete: true
        --- figures.yaml
        disclosure:
          licensing: [9]
          …
        --- content/caizheng-ju/agency.yaml
        name: 某某县财政局
        parent: sample
        --- content/caizheng-ju/2022/figures.yaml
        disclosure:
          licensing: [7]
          …
        --- content/zhengfu-ban/agency.yaml
        name: 某某县人民政府办公室
        kind: office
        parent: sample
        --- content/zhengfu-ban/2022/figures.yaml
        disclosure:
          licensing: [2]
          …

    How to mend it
        对照各下级机关的报告改正有误的一方；还有下级机关不在本网站的，删去 children_complete。

        Correct the report that is wrong; where there are children that are not on the site, delete `children_complete`.

    Source
        网站自己在 agency.yaml 中的声明；汇总报告的含义见《政府信息公开条例》（国务院令第711号）第四十九条。
    """
    for rollup in rollups_of(site, agency):
        unlike = failures(site, rollup, Relation.EQUAL)
        if unlike:
            yield finding_on(
                rollup,
                unlike,
                said=Text(
                    "汇总报告有 {cells} 格不等于全部 {children} 个下级机关之和：",
                    "the roll-up is not the sum of its children (all {children} published) in {cells} cell{s}: ",
                ),
                mend=Text(
                    "对照下级机关的报告改正有误的一方；下级机关并不齐全的，删去 agency.yaml 里的 children_complete。",
                    "correct the report that is wrong; where the children are not all, delete children_complete from agency.yaml.",
                ),
            )
