"""G503."""

from collections.abc import Iterator

from giar_site.derive import Rollup, rollups_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Site

_MOST_NAMED = 10


@rule("G503", Severity.NOTE, over="relations")
def children_missing(agency: Agency, site: Site) -> Iterator[Finding]:
    """有下级机关没有报告 / Children missing

    What it checks
        汇总报告的下级机关（写它为 parent 的机关）里，哪些没有本年度的报告。

        Which of a roll-up's children (the agencies that name it as `parent`) have no report of its year.

    Why
        缺了几个机关，汇总数就无从完全核对；读者应当知道缺的是谁，而不是看到一个默默相加的数。

        With children missing a roll-up cannot be checked in full; readers should know who is missing instead of meeting a silent sum.

    Wrong
        --- agency.yaml
        name: 某某县人民政府
        kind: government
        scope: rollup
        --- content/caizheng-ju/agency.yaml
        name: 某某县财政局
        parent: sample
        --- figures.yaml
        form: 2021
        …

    Right
        --- agency.yaml
        name: 某某县人民政府
        kind: government
        scope: rollup
        --- content/caizheng-ju/agency.yaml
        name: 某某县财政局
        parent: sample
        --- figures.yaml
        form: 2021
        …
        --- content/caizheng-ju/2022/figures.yaml
        form: 2021
        …

    How to mend it
        补上缺的报告；这一年还没有成立或者已经撤销的机关，在它的 agency.yaml 里写 lineage:；别的缘故在 accept: 中
        写明（at: form），会印在页面上。

        Add the missing reports; of an agency that did not exist in that year say so in `lineage:` of its agency.yaml;
        another reason is written in `accept:` (at: form) and printed on the page.

    Source
        《政府信息公开条例》（国务院令第711号）第四十九条：行政机关都要公布年度报告。
    """
    for rollup in rollups_of(site, agency):
        if rollup.missing:
            yield _finding(rollup)


def _finding(rollup: Rollup) -> Finding:
    names = "、".join(child.label for child in rollup.missing[:_MOST_NAMED])
    more = len(rollup.missing) - _MOST_NAMED
    children = len(rollup.published) + len(rollup.missing)
    rest = Text(f" 等 {len(rollup.missing)} 个", f" and {more} more") if more > 0 else Text("", "")
    return Finding(
        at=Address(rollup.report.agency, rollup.report.year, "figures", "form"),  # all its figures are meant: the file's first line
        message=Text(
            f"{children} 个下级机关中有 {len(rollup.missing)} 个没有 {rollup.report.year} 年度报告，汇总数不能完全核对：{names}{rest.zh}。",
            f"{len(rollup.missing)} of {children} children have no report of {rollup.report.year}, so the roll-up cannot be checked in full: "
            f"{names}{rest.en}.",
        ),
        mend=Text(
            "补上缺的报告；那一年还没有或已经撤销的机关，在它的 agency.yaml 里写 lineage:。",
            "add the missing reports; for an agency that did not exist that year write lineage: in its agency.yaml.",
        ),
        related=tuple(Address(child.slug, None, "agency") for child in rollup.missing),
    )
