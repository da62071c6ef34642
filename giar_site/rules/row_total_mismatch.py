"""G201."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, rule
from giar_site.model import Report
from giar_site.rules.arithmetic import mismatches


@rule("G201", Severity.ERROR, over="report")
def row_total_mismatch(report: Report) -> Iterator[Finding]:
    """行合计不符 / Row total mismatch

    What it checks
        表三每一行的“总计”应等于“自然人”与五类“法人或其他组织”之和。

        In each row of the applications table the total must equal natural persons plus the five kinds of organisations.

    Why
        这是表格自身的算术，合计不符说明至少有一格填错，读者无法知道该信哪一个数。

        This is the table's own arithmetic: where it fails, at least one cell is wrong and no reader can tell which.

    Wrong
        applications:
          received:    [1, 0, 0, 0, 0, 0, 2]
          carried_out: [1, 0, 0, 0, 0, 0, 2]
          …

    Right
        applications:
          received:    [1, 0, 0, 0, 0, 0, 1]
          carried_out: [1, 0, 0, 0, 0, 0, 1]
          …

    How to mend it
        对照台账改正有误的一格；提示中会列出最可能出错的格子。确实这样公布过的，在 accept: 中写明理由。

        Correct the wrong cell against the register; the message names the likely one. What was really published so is explained in `accept:`.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三。
    """
    yield from mismatches(report, "row_total")
