"""G703."""

from collections.abc import Iterator

from giar_site.derive import answers_for, lineage_of, register_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Site


@rule("G703", Severity.ERROR, over="site", acceptable=False)
def removed_after_publication(site: Site) -> Iterator[Finding]:
    """公布过的报告不见了 / Published report removed

    What it checks
        published.lock 里记有的报告，content/ 里要有；确实撤下的，在 site.yaml 的 withdrawn: 里写明日期和原因。
        机关改了文件夹的，由新文件夹里的同一份报告接替；新文件夹自己也公布过那一年的，是另一份报告，不能接替。

        A report recorded in `published.lock` must stand in content/, or be listed in `withdrawn:` of site.yaml with date and reason.
        Where an agency's folder was renamed, the same report in the new folder answers for it; one that the new folder published itself is another.

    Why
        公布过的年报是法定公开的内容，误删文件夹会让它从网站上消失而没有人知道。

        A published report is public by law; a folder deleted by mistake would take it off the site without anybody noticing.

    Wrong
        --- published.lock (locks gone/2021)
        …

    Right
        --- site.yaml
        title: 样本
        withdrawn:
          - {report: gone/2021, date: "2023-03-01", reason: 机构撤销，年报移交档案馆}
        --- published.lock (locks gone/2021)
        …

    How to mend it
        从备份恢复这份报告的文件夹；机关改名的，在 agency.yaml 里写明沿革；确实撤下的，写进 site.yaml 的 withdrawn:。

        Restore the folder; where the agency was renamed say so in its agency.yaml; what was really taken down is listed in `withdrawn:`.

    Source
        《政府信息公开条例》（国务院令第711号）第四十九条：政府信息公开工作年度报告应当向社会公布。
    """
    there = {(agency.slug, report.year) for agency in site.agencies for report in agency.reports}
    there |= {(withheld.agency, withheld.year) for withheld in site.withheld}
    withdrawn = {each.report for each in site.settings.withdrawn}
    lineage = lineage_of(site)
    for slug, year in sorted(site.locked):
        name = f"{slug}/{year}"
        now_at = lineage.contested.get(slug, (lineage.moved.get(slug, slug),))
        others = [each for each in now_at if (each, year) in there]
        if any(answers_for(site, each, slug, year) for each in others) or name in withdrawn:
            continue
        names = [register_of(site).agencies[each].label for each in others]
        own = Text(
            f"{'、'.join(names)}的 {year} 年报告是另外公布的，不能接替它。",
            f" What {', '.join(names)} published on {year} is another report.",
        )
        more = own if names else Text("", "")
        yield Finding(
            at=Address(slug, year, "site", "withdrawn"),  # it is this agency's fault: others may be published without it
            message=Text(
                f"公布过的报告 {name} 不见了：content/{name} 不在。{more.zh}",
                f"the published report {name} is gone: there is no content/{name}.{more.en}",
            ),
            mend=Text(
                f"恢复 content/{name}；确实撤下的，在 site.yaml 里写 withdrawn: [{{report: {name}, date: …, reason: …}}]。",
                f"restore content/{name}, or list it in site.yaml: withdrawn: [{{report: {name}, date: …, reason: …}}].",
            ),
            expected=name,
        )
