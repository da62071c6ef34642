"""G402."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, in_prose
from giar_site.prose import ClaimKind
from giar_site.rules.contradictions import contradictions, place_of


@rule("G402", Severity.WARNING, over="agency")
def parts_do_not_add_up(agency: Agency) -> Iterator[Finding]:
    """分项与总数不符 / Parts do not add up

    What it checks
        正文里“共……其中……”“……合计……”这样的一串数，各项之和不能大于总数；写明“其他”或“合计”的，还应正好相等。没有列全的（“等”）不检查。

        In a list such as 共…其中… or …合计… the parts may not come to more than the whole; where it names the rest (其他) or sums up (合计) they must be equal. Lists that say they are incomplete (等) are not checked.

    Why
        同一句话里的数加不起来，至少有一个写错了。

        Where the numbers of one sentence do not add up, at least one of them is wrong.

    Wrong
        --- report.md
        ## 二、主动公开政府信息情况

        解读政策文件82次，其中解读材料45条，解读产品28个，媒体评论文章10篇。

        …

    Right
        --- report.md
        ## 二、主动公开政府信息情况

        解读政策文件83次，其中解读材料45条，解读产品28个，媒体评论文章10篇。

        …

    How to mend it
        核对总数和每一项；各项之间有重复的，在句中写明“有重复”或不写总数。

        Check the whole and each part; if the parts overlap, say so in the sentence or leave the whole out.

    Source
        《政府信息公开条例》（国务院令第711号）第六条：行政机关应当及时、准确地公开政府信息。
    """
    for report, claim in contradictions(agency, ClaimKind.PARTS):
        yield Finding(
            at=place_of(report, claim),
            message=Text(
                f"正文写“{claim.quote}”，所列各项之和却是 {claim.expected}（{claim.line}）。",
                f"the prose says “{claim.quote}”, but its parts come to {claim.expected} ({claim.line}).",
            ),
            mend=Text("核对总数和每一项。", "check the whole and each part."),
            expected=claim.expected,
            actual=claim.stated,
            related=tuple(in_prose(report.agency, report.year, claim.section, *part) for part in claim.related),
        )
