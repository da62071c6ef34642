"""G202."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, rule
from giar_site.model import Report
from giar_site.rules.arithmetic import mismatches


@rule("G202", Severity.ERROR, over="report")
def outcome_total_mismatch(report: Report) -> Iterator[Finding]:
    """办理结果总计不符 / Outcome total mismatch

    What it checks
        表三每一列的“（七）总计”应等于“三、本年度办理结果”下各项之和。

        In each column of the applications table the outcome total must equal the sum of all outcomes listed above it.

    Why
        每件申请只计一种办理结果，各项相加就是办结总数。

        Each application counts under exactly one outcome, so the outcomes add up to the total.

    Wrong
        applications:
          outcome:
            granted: [1, 0, 0, 0, 0, 0, 1]
            total:   [0, 0, 0, 0, 0, 0, 0]
            …
          …

    Right
        applications:
          received:  [1, 0, 0, 0, 0, 0, 1]
          outcome:
            granted: [1, 0, 0, 0, 0, 0, 1]
            total:   [1, 0, 0, 0, 0, 0, 1]
            …
          …

    How to mend it
        对照台账改正漏填、多填的办理结果或总计；提示中会列出最可能出错的格子。

        Correct the outcome or the total against the register; the message names the likely cell.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三。
    """
    yield from mismatches(report, "outcome_total")
