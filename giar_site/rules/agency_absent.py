"""G505."""

from collections.abc import Iterator

from giar_site.derive import Absence, absences
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Site


@rule("G505", Severity.WARNING, over="site")
def agency_absent(site: Site) -> Iterator[Finding]:
    """应有的年报没有 / Agency absent

    What it checks
        site.yaml 的 expected: 列出的机关，在网站各年度里、过了公布期限还没有报告。机关改名、合并、撤销过的，
        按 agency.yaml 的沿革找到接续它的机关。

        An agency listed in `expected:` of site.yaml has no report of a year the site covers, though the deadline has passed.
        Of one that was renamed, merged or abolished whoever goes on from it by the lineage in agency.yaml must have one.

    Why
        缺一个机关的年报，从网页上看不出来；只有对照应公布机关的名单才能发现。

        That an agency is missing cannot be seen on a page; only the list of those who must publish shows it.

    Wrong
        --- site.yaml
        title: 样本
        expected:
          - {slug: sample}
          - {name: 某某市审计局, from: 2022}
        --- 2022/figures.yaml
        form: 2021
        …

    Right
        --- site.yaml
        title: 样本
        expected:
          - {slug: sample}
          - {name: 某某市审计局, from: 2022}
        --- 2022/figures.yaml
        form: 2021
        …
        --- content/shenji-ju/agency.yaml
        name: 某某市审计局
        --- content/shenji-ju/2022/figures.yaml
        form: 2021
        …

    How to mend it
        催报，或用 `giar new 机关 年度` 补录；改名、合并、撤销过的机关，在 agency.yaml 里写 lineage:，本站没有文件夹的，在 expected: 的那一项写 until: 最后一个年度。

        Ask for the report and enter it with `giar new AGENCY YEAR`; of an agency that was renamed or has ended write `lineage:` in its
        agency.yaml, or, where it has no folder, `until:` its last year.

    Source
        《政府信息公开条例》（国务院令第711号）第四十九条；名单由网站主办单位确定。
    """
    for absence in absences(site):
        yield _without_report(absence, absence.agency) if absence.agency else _without_folder(absence)


def _without_report(absence: Absence, agency: Agency) -> Finding:
    years = _years(absence)
    return Finding(
        at=Address(agency.slug, None, "agency", "name"),
        message=Text(
            f"“{agency.name}”没有 {years.zh} 年度报告，公布期限已过。", f"“{agency.name}” has no report of {years.en}, which is overdue."
        ),
        mend=_mend(agency.slug, absence.years[0]),
    )


def _without_folder(absence: Absence) -> Finding:
    expected, years = absence.expected, _years(absence)
    name = expected.name or expected.slug
    return Finding(
        at=Address("", None, "site", f"expected.{expected.number}"),
        related=(Address(expected.slug),),  # of none that is there, so it is left out where one of those is asked for
        message=Text(
            f"应有“{name}”{years.zh} 年度的报告，但 content/ 里没有这个机关，公布期限已过。",
            f"“{name}” is expected to report {years.en}, which is overdue, but content/ has no such agency.",
        ),
        mend=_mend(expected.slug, absence.years[0]),
    )


def _mend(slug: str, year: int) -> Text:
    return Text(
        f"补录用 giar new {slug or '机关代号'} {year}；改名、合并、撤销过的，在 agency.yaml 里写 lineage:，没有文件夹的在 expected: 里写 until。",
        f"enter it with giar new {slug or 'AGENCY'} {year}; of one that was renamed or has ended write lineage: in agency.yaml, "
        "or until in expected: where it has no folder.",
    )


def _years(absence: Absence) -> Text:
    return Text("、".join(map(str, absence.years)), ", ".join(map(str, absence.years)))
