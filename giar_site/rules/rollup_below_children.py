"""G501."""

from collections.abc import Iterator

from giar_site.derive import Relation, rollups_of
from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, Site
from giar_site.rules.rollups import failures, finding_on


@rule("G501", Severity.WARNING, over="relations")
def rollup_below_children(agency: Agency, site: Site) -> Iterator[Finding]:
    """汇总数小于下级之和 / Roll-up below its children

    What it checks
        汇总报告（scope: rollup）的每一格，应不小于写它为上级机关（parent）的各机关已公布数字之和；“上一年项目数量”和“本年增/减”不相加，不比较。

        In a roll-up (`scope: rollup`) every figure must be at least the sum of what the agencies that name it as `parent` have published;
        columns that are no sum over agencies are left out.

    Why
        汇总报告包含全部下级机关的数字，比其中几个之和还小，说明漏了机关，或者有一方填错。

        A roll-up contains all its agencies; where it is smaller than some of them together, one was left out or somebody is wrong.

    Wrong
        --- agency.yaml
        name: 某某县人民政府
        kind: government
        scope: rollup
        --- figures.yaml
        applications:
          received:    [1, 0, 0, 0, 0, 0, 1]
          carried_out: [1, 0, 0, 0, 0, 0, 1]
          …
        --- content/caizheng-ju/agency.yaml
        name: 某某县财政局
        parent: sample
        --- content/caizheng-ju/2022/figures.yaml
        applications:
          received:    [2, 0, 0, 0, 0, 0, 2]
          carried_out: [2, 0, 0, 0, 0, 0, 2]
          …

    Right
        --- agency.yaml
        name: 某某县人民政府
        kind: government
        scope: rollup
        --- figures.yaml
        applications:
          received:    [3, 0, 0, 0, 0, 0, 3]
          carried_out: [3, 0, 0, 0, 0, 0, 3]
          …
        --- content/caizheng-ju/agency.yaml
        name: 某某县财政局
        parent: sample
        --- content/caizheng-ju/2022/figures.yaml
        applications:
          received:    [2, 0, 0, 0, 0, 0, 2]
          carried_out: [2, 0, 0, 0, 0, 0, 2]
          …

    How to mend it
        对照下级机关的报告，看是汇总时漏了，还是下级填错；不在这份报告汇总范围内的机关（例如垂直管理的机关），删去它的 parent；
        数个机关联合制发的文件只算一件的，在 accept: 中写明理由。

        Compare with the children's reports; an agency that is not summed here (one under vertical management, say) must not name it as
        `parent`; where one document of several agencies counts once, say so in `accept:`.

    Source
        《政府信息公开条例》（国务院令第711号）第四十九条：政府信息公开工作主管部门公布本级政府的年度报告。
    """
    for rollup in rollups_of(site, agency):
        below = failures(site, rollup, Relation.AT_LEAST)
        if below:
            yield finding_on(
                rollup,
                below,
                said=Text(
                    "汇总报告有 {cells} 格小于已公布的 {children} 个下级机关之和：",
                    "the roll-up falls short of its children's sum ({children} published) in {cells} cell{s}: ",
                ),
                mend=Text(
                    "对照下级机关的报告核对；不归这份报告汇总的机关，从它的 agency.yaml 删去 parent。",
                    "compare with the children's reports; an agency that is not summed here must not name it as parent in its agency.yaml.",
                ),
            )
