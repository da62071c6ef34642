"""G301."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency, Site
from giar_site.rules.across_years import discontinuity, failures, is_total

_MEND = Text(
    "对照台账，看是今年的上年结转有误，还是去年的结转有误；改动已公布的报告要写 corrections:，确实如此公布的写 accept:。",
    "see from the register which of the two years is wrong; changing a published report needs corrections:, what was published so accept:.",
)


@rule("G301", Severity.ERROR, over="relations")
def carried_total_mismatch(agency: Agency, site: Site) -> Iterator[Finding]:
    """上年结转与去年的结转不符 / Carried total differs from last year's

    What it checks
        “上年结转”的总计应等于上一年报告“结转下年度继续办理”的总计。机关合并、分设过的，按前身和后继各自相加。

        The total carried in must equal the total that last year's report carried out; of agencies that were merged or split, the sums must agree.

    Why
        去年没办完的申请一件不多、一件不少地转到今年；两份报告对不上，说明至少有一份填错。

        What was not finished last year goes on into this one, no more and no less: where two reports differ, at least one is wrong.

    Wrong
        --- 2021/figures.yaml
        applications:
          received:    [1, 0, 0, 0, 0, 0, 1]
          carried_out: [1, 0, 0, 0, 0, 0, 1]
          …
        --- 2022/figures.yaml
        applications:
          carried_in:  [2, 0, 0, 0, 0, 0, 2]
          carried_out: [2, 0, 0, 0, 0, 0, 2]
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
        对照台账，看是今年的上年结转有误，还是去年的结转有误，改正有误的一份；改动已公布的报告要写 corrections:。确实如此公布的，在 accept: 中写明理由。

        See from the register which of the two is wrong and mend it, with an entry in `corrections:` if it was published. What was really published so is explained in `accept:`.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三第二、四项。
    """
    for report in agency.reports:
        failing = failures(site, report, "carry_over")
        columns = [each for each in failing if not is_total(report, each)]
        for total in failing:
            if is_total(report, total):
                yield discontinuity(site, report, total, _MEND, columns)
