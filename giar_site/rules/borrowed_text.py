"""G423."""

from collections.abc import Iterator
from functools import lru_cache

from giar_site.derive import lineage_of
from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Report, Site, in_prose
from giar_site.prose.copies import Copy, bearers, most_alike
from giar_site.prose.fingerprints import unpack


@rule("G423", Severity.WARNING, over="relations")
def borrowed_text(agency: Agency, site: Site) -> Iterator[Finding]:
    """照抄别的机关的文字 / Another agency's text copied

    What it checks
        各部分的文字与本站另一机关同一年度报告相同的，不应超过一半。只改了数字、机关名称的句子也算相同；十个以上机关都写的套话和开头不计，
        上下级机关之间、前身和后继机关之间不计。

        No more than half of the text of the sections may be that of another agency's report of the same year. A sentence in which only
        numbers or the agency's name were changed counts as the same; set phrases of more than ten agencies and the preamble do not count,
        nor do parents and children, predecessors and successors.

    Why
        两个机关的工作不会有一半以上逐句相同；相同的，至少有一个没有写自己的情况。

        The work of two agencies is not the same sentence by sentence; at least one of them did not tell of its own.

    Wrong
        --- 2022/report.md
        ## 五、存在的主要问题及改进情况

        主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表和视频较少，群众看不明白。

        改进措施：建立信息发布台账，每月通报各科室发布情况；邀请业务骨干录制解读视频，在政务新媒体同步推送。

        全年组织业务培训2次，参加人员40人次，重点讲解依申请公开的答复规范和公文公开属性认定。

        …
        --- content/other/2022/report.md
        ## 五、存在的主要问题及改进情况

        主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表和视频较少，群众看不明白。

        改进措施：建立信息发布台账，每月通报各科室发布情况；邀请业务骨干录制解读视频，在政务新媒体同步推送。

        全年组织业务培训3次，参加人员52人次，重点讲解依申请公开的答复规范和公文公开属性认定。

        …

    Right
        --- 2022/report.md
        ## 五、存在的主要问题及改进情况

        主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表和视频较少，群众看不明白。

        改进措施：建立信息发布台账，每月通报各科室发布情况；邀请业务骨干录制解读视频，在政务新媒体同步推送。

        全年组织业务培训2次，参加人员40人次，重点讲解依申请公开的答复规范和公文公开属性认定。

        …
        --- content/other/2022/report.md
        ## 五、存在的主要问题及改进情况

        上年提出的解读视频已录制12期，但基层站所的公开栏仍靠人工更换，更新周期长。

        明年起在三个站所试用电子公开栏，由局办公室统一推送，并把更新情况纳入季度通报。

        依申请公开方面，两件答复因补正通知超期，已修订内部流转时限并增加提醒。

        …

    How to mend it
        写本机关的实际情况；是对方抄了本机关的，在 accept: 中写明理由。

        Tell of the agency's own work; where the other one copied, say so in `accept:`.

    Source
        《中华人民共和国政府信息公开条例》第四十九条、第五十条：各机关报告本机关的工作情况。
    """
    but = _kin(site)[agency.slug]
    for report in agency.reports:
        found = most_alike(tuple(unpack(report.traces.sentences)), bearers(site)[report.year], but)
        if found.copy:
            yield _finding(report, found.copy, site.agencies[found.agency])


def _finding(report: Report, copy: Copy, other: Agency) -> Finding:
    section, start = report.sections[copy.longest.section], copy.longest.start
    return Finding(
        at=in_prose(report.agency, report.year, section.key, start, start + copy.longest.length),
        message=Text(
            f"文字的 {copy.share}% 与“{other.name}”{report.year} 年度报告相同（只改了数字、机关名称的也算，套话不计）；"
            f"这里是最长的一句，有 {copy.longest.length} 字。",
            f"{copy.share}% of the text is that of the report of “{other.name}” of {report.year}, changed numbers and names aside, set phrases "
            f"not counted; this is the longest such sentence, of {copy.longest.length} characters.",
        ),
        mend=Text(
            "写本机关的实际情况；是对方抄了本机关的，在 accept: 中写明理由。",
            "tell of the agency's own work; where the other one copied, explain it in accept:.",
        ),
        actual=f"{copy.share}%",
        related=(Address(other.slug, report.year, "report"),),
    )


@lru_cache(maxsize=1)
def _kin(site: Site) -> dict[str, frozenset[int]]:
    """For each agency the positions of itself, its parent, its children and those beside it in the lineage: they may report on the same work."""
    found: dict[str, set[int]] = {agency.slug: {at} for at, agency in enumerate(site.agencies)}
    at = {agency.slug: position for position, agency in enumerate(site.agencies)}
    lineage = lineage_of(site)
    for agency in site.agencies:
        if agency.parent in at:
            found[agency.slug].add(at[agency.parent])
            found[agency.parent].add(at[agency.slug])
        found[agency.slug].update(at[slug] for slug in lineage.beside(agency.slug) if slug in at)
    return {slug: frozenset(positions) for slug, positions in found.items()}
