"""G302."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, Site
from giar_site.rules.across_years import discontinuity, failures, is_total

_MEND = Text(
    "对照台账，看哪一年的申请人类别归错了；确实改变了归类的，在 accept: 中写明理由。",
    "see from the register in which year an applicant was counted under the wrong kind; explain a change of kinds in accept:.",
)


@rule("G302", Severity.WARNING, over="relations")
def carried_column_mismatch(agency: Agency, site: Site) -> Iterator[Finding]:
    """某类申请人的上年结转与去年的结转不符 / Carried column differs from last year's

    What it checks
        总计相符时，每一类申请人的“上年结转”也应等于上一年报告同一栏的“结转下年度继续办理”。

        Where the total agrees, what is carried in must equal what last year's report carried out in each column, too.

    Why
        总计对得上而某一栏对不上，多半是申请人类别归错了；总计也不符的，另有提示并列出各栏。

        Where the total agrees and a column does not, an applicant was probably counted under another kind. A total that fails has a finding of its own, which names the columns.

    Wrong
        --- 2021/figures.yaml
        applications:
          received:    [1, 0, 0, 0, 0, 0, 1]
          carried_out: [1, 0, 0, 0, 0, 0, 1]
          …
        --- 2022/figures.yaml
        applications:
          carried_in:  [0, 1, 0, 0, 0, 0, 1]
          carried_out: [0, 1, 0, 0, 0, 0, 1]
          …

    Right
        --- 2021/figures.yaml
        applications:
          received:    [1, 0, 0, 0, 0, 0, 1]
          carried_out: [1, 0, 0, 0, 0, 0, 1]
          …
        --- 2022/figures.yaml
        applications:
          carried_in:  [1, 0, 0, 0, 0, 0, 1]
          carried_out: [1, 0, 0, 0, 0, 0, 1]
          …

    How to mend it
        对照台账，看哪一年的申请人类别归错了；确实改变了归类的，在 accept: 中写明理由。

        See from the register in which year an applicant was counted under the wrong kind; a change of kinds is explained in `accept:`.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三第二、四项。
    """
    for report in agency.reports:
        failing = failures(site, report, "carry_over")
        if not any(is_total(report, each) for each in failing):  # else the total's finding names them
            for column in failing:
                yield discontinuity(site, report, column, _MEND)
