"""G404."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Agency
from giar_site.prose import ClaimKind
from giar_site.rules.contradictions import cells_named, contradictions, place_of


@rule("G404", Severity.WARNING, over="agency")
def growth_contradicts(agency: Agency) -> Iterator[Finding]:
    """增减与上年报告不符 / Growth contradicts last year's report

    What it checks
        正文里“同比增长N%”“较上年减少N件”等，应与本年和上年两份报告的表格相减的结果相同，四舍五入或直接舍去尾数都可以。没有上年报告的不检查。

        Growth against last year (同比增长N%, 较上年减少N件) must follow from the tables of both reports; rounded or cut off, both are right. Without last year's report it is not checked.

    Why
        两年的报告都公开，读者一减就知道；对不上，说明两年的数里有一个改过，或者算错了。

        Both reports are public and anyone can subtract: where it does not fit, a figure was changed since or the growth miscalculated.

    Wrong
        --- 2021/figures.yaml
        review_and_litigation:
          review: [4, 0, 0, 0, 4]
          …
        --- 2022/figures.yaml
        review_and_litigation:
          review: [6, 0, 0, 0, 6]
          …
        --- 2022/report.md
        ## 四、政府信息公开行政复议、行政诉讼情况

        因政府信息公开被申请行政复议6件，同比增长20%。

        …

    Right
        --- 2021/figures.yaml
        review_and_litigation:
          review: [4, 0, 0, 0, 4]
          …
        --- 2022/figures.yaml
        review_and_litigation:
          review: [6, 0, 0, 0, 6]
          …
        --- 2022/report.md
        ## 四、政府信息公开行政复议、行政诉讼情况

        因政府信息公开被申请行政复议6件，同比增长50%。

        …

    How to mend it
        用两份报告的表格重新计算；上年的数后来更正过的，在上年报告中写更正记录。

        Calculate it again from both tables; if last year's figure was corrected since, record that as a correction in last year's report.

    Source
        《政府信息公开条例》（国务院令第711号）第六条：行政机关应当及时、准确地公开政府信息。
    """
    for report, claim in contradictions(agency, ClaimKind.GROWTH):
        label = cells_named(report.figures.form, claim.cells)
        in_english = claim.line.replace("（", " (").replace("）", ")")  # the page shows the line, and is Chinese
        yield Finding(
            at=place_of(report, claim),
            message=Text(
                f"正文写“{claim.quote}”，而按两年的表格，“{label}”本年减上年是 {claim.line}。",
                f"the prose says “{claim.quote}”, but by both years' tables “{label}” less last year's is {in_english}.",
            ),
            mend=Text(
                "用两年的表格重新计算；与别的时间或口径相比的，在句中写明。",
                "calculate it again from both years' tables; if it compares with something else, let the sentence say so.",
            ),
            cells=claim.cells,
            expected=claim.expected,
            actual=claim.stated,
            related=tuple(Address(report.agency, year, "figures", cell) for year in (report.year, report.year - 1) for cell in claim.cells),
        )
