"""G504."""

from collections.abc import Iterator

from giar_site.derive import against_children, children_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Site

_MOST_NAMED = 5


@rule("G504", Severity.WARNING, over="relations")
def doubtful_scope(agency: Agency, site: Site) -> Iterator[Finding]:
    """统计口径可疑 / Doubtful scope

    What it checks
        人民政府写的是 scope: own（只报本机关），却有别的机关写它为上级机关，而且它的数字没有一格小于这些机关之和。

        A government says `scope: own` although agencies name it as `parent` and none of its figures is below their sum.

    Why
        人民政府的年报汇总各部门的数字。口径写成 own，同样的件数会在全站合计里算两遍。

        A government's report contains its departments. Called `own`, the same cases are counted twice in the site's totals.

    Wrong
        --- agency.yaml
        name: 某某县人民政府
        kind: government
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

    How to mend it
        报告汇总了下级数据的，在 agency.yaml 写 scope: rollup；只报政府办公室一家数据的，把 kind 写成 office，或删去下级机关的 parent。

        Write `scope: rollup` where the report sums its agencies; where it is the office's own, call the `kind` office or take `parent` out below.

    Source
        《政府信息公开条例》（国务院令第711号）第四十九条：政府信息公开工作主管部门公布本级政府的年度报告。
    """
    children = children_of(site, agency)
    if agency.kind != "government" or agency.scope != "own" or not children:
        return
    if any(each.own < each.children for compared in against_children(site, agency) for each in compared.sums):
        return  # smaller than its agencies together, it is no roll-up: the scope is right
    names = "、".join(child.label for child in children[:_MOST_NAMED])
    rest = Text(f" 等 {len(children)} 个机关", f" and others, {len(children)} in all") if len(children) > _MOST_NAMED else Text("", "")
    yield Finding(
        at=Address(agency.slug, None, "agency", "scope"),
        message=Text(
            f"口径是 own（只报本机关），但{names}{rest.zh}写它为上级机关，人民政府的报告一般汇总各部门的数字。",
            f"the scope is own, but it is the parent of {names}{rest.en}; a government's report usually sums its departments.",
        ),
        mend=Text(
            "汇总报告写 scope: rollup；只报政府办公室一家数据的，kind 写 office。",
            "write scope: rollup for a roll-up; where it is the office's own report, kind: office.",
        ),
        expected="rollup",
        actual="own",
    )
