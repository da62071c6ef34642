"""G203."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, rule
from giar_site.model import Report
from giar_site.rules.arithmetic import mismatches


@rule("G203", Severity.ERROR, over="report")
def intake_mismatch(report: Report) -> Iterator[Finding]:
    """收办勾稽不符 / Intake mismatch

    What it checks
        表三每一列：本年新收加上年结转，应等于办理结果总计加结转下年。

        In each column of the applications table: received plus carried in must equal the outcome total plus carried out.

    Why
        表格左上角印明了这一勾稽关系：收进来的申请不是办结了，就是结转到下一年。

        The form prints this relation in its corner: every application taken in is either decided or carried over.

    Wrong
        applications:
          received: [1, 0, 0, 0, 0, 0, 1]
          …

    Right
        applications:
          received:    [1, 0, 0, 0, 0, 0, 1]
          carried_out: [1, 0, 0, 0, 0, 0, 1]
          …

    How to mend it
        核对新收、结转和办结数；年底未办结的申请应计入“四、结转下年度继续办理”。

        Check received, carried over and decided; what was open at year's end belongs in the carried-out row.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三左上角说明。
    """
    yield from mismatches(report, "intake")
