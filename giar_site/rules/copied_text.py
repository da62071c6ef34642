"""G414."""

from collections.abc import Iterator
from itertools import pairwise

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency, Report, in_prose
from giar_site.prose import own_names
from giar_site.prose.copies import copied
from giar_site.prose.fingerprints import fingerprints
from giar_site.rules.wording import clipped


@rule("G414", Severity.WARNING, over="agency")
def copied_text(agency: Agency) -> Iterator[Finding]:
    """照抄上一年的文字 / Last year's text copied

    What it checks
        各部分的文字与本机关上一年度报告相同的，不应超过一半。只改了数字的句子也算相同；开头的依据和说明不计。

        No more than half of the text of the sections may be that of the agency's report of the year before. A sentence in which only numbers
        were changed counts as the same; the preamble does not count.

    Why
        照抄上年的报告没有说明这一年做了什么，是社会各界评议年报时最常见的意见。

        A copy does not tell what this year was like; it is what reviewers of these reports object to most.

    Wrong
        --- 2021/report.md
        ## 五、存在的主要问题及改进情况

        主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表和视频较少，群众看不明白。

        改进措施：建立信息发布台账，每月通报各科室发布情况；邀请业务骨干录制解读视频，在政务新媒体同步推送。

        全年组织业务培训2次，参加人员40人次，重点讲解依申请公开的答复规范和公文公开属性认定。

        …
        --- 2022/report.md
        ## 五、存在的主要问题及改进情况

        主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表和视频较少，群众看不明白。

        改进措施：建立信息发布台账，每月通报各科室发布情况；邀请业务骨干录制解读视频，在政务新媒体同步推送。

        全年组织业务培训3次，参加人员52人次，重点讲解依申请公开的答复规范和公文公开属性认定。

        …

    Right
        --- 2021/report.md
        ## 五、存在的主要问题及改进情况

        主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表和视频较少，群众看不明白。

        改进措施：建立信息发布台账，每月通报各科室发布情况；邀请业务骨干录制解读视频，在政务新媒体同步推送。

        全年组织业务培训2次，参加人员40人次，重点讲解依申请公开的答复规范和公文公开属性认定。

        …
        --- 2022/report.md
        ## 五、存在的主要问题及改进情况

        上年提出的解读视频已录制12期，但基层站所的公开栏仍靠人工更换，更新周期长。

        明年起在三个站所试用电子公开栏，由局办公室统一推送，并把更新情况纳入季度通报。

        依申请公开方面，两件答复因补正通知超期，已修订内部流转时限并增加提醒。

        …

    How to mend it
        写这一年的实际情况：做了什么、效果怎样、还有什么问题。

        Tell what this year was like: what was done, with what effect, and what remains.

    Source
        《中华人民共和国政府信息公开条例》第五十条：年度报告写的是上一年度的情况。
    """
    names = own_names(agency)
    for last, report in pairwise(agency.reports):
        if report.year != last.year + 1:
            continue
        copy = copied(fingerprints(report, names), fingerprints(last, names))
        if copy:
            passage = report.sections[copy.longest.section]
            end = copy.longest.start + copy.longest.length
            yield _finding(report, copy.share, passage.key, slice(copy.longest.start, end), passage.source)


def _finding(report: Report, share: int, section: str, longest: slice, source: str) -> Finding:
    sentence = clipped(source[longest])
    last = report.year - 1
    return Finding(
        at=in_prose(report.agency, report.year, section, longest.start, longest.stop),
        message=Text(
            f"文字的 {share}% 与 {last} 年度报告相同（只改了数字的也算），最长的一句是“{sentence}”。",
            f"{share}% of the text is that of the report of {last}, changed numbers aside; the longest such sentence is “{sentence}”.",
        ),
        mend=Text("写这一年的实际情况。", "tell what this year was like."),
        actual=f"{share}%",
        related=(Address(report.agency, last, "report"),),
    )
