"""G204."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, rule
from giar_site.model import Report
from giar_site.rules.arithmetic import mismatches


@rule("G204", Severity.ERROR, over="report")
def block_total_mismatch(report: Report) -> Iterator[Finding]:
    """复议诉讼总计不符 / Review and litigation total mismatch

    What it checks
        表四每一组（行政复议、未经复议直接起诉、复议后起诉）的“总计”应等于结果维持、结果纠正、其他结果、尚未审结之和。

        In each block of the reviews and lawsuits table the total must equal upheld, corrected, other and pending added up.

    Why
        每件复议或诉讼只计一种结果，四项相加就是总数。

        Each case counts under exactly one result, so the four results add up to the total.

    Wrong
        review_and_litigation:
          review: [1, 0, 0, 0, 2]
          …

    Right
        review_and_litigation:
          review: [1, 0, 0, 0, 1]
          …

    How to mend it
        这一组只有一个算式，凭算式分不出错在哪一格，请对照复议、诉讼台账核对五个数。

        One equation alone cannot tell which of its five cells is wrong: check them against the case register.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表四。
    """
    yield from mismatches(report, "block_total")
