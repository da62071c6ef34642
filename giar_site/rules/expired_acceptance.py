"""G127."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.rules.acceptances import Use


@rule("G127", Severity.ERROR, over="acceptance", acceptable=False)
def expired_acceptance(use: Use) -> Iterator[Finding]:
    """说明已经过期 / Expired acceptance

    What it checks
        accept: 的一条写了 until:，过了这一天就不再有效。

        An entry of `accept:` with `until:` holds up to that day and no longer.

    Why
        写明期限，是答应在那以前改正；过期不改，问题就要重新提出来。

        Whoever sets a day promises to mend the matter by then; after it, the matter is raised again.

    Wrong
        review_and_litigation:
          review: [1, 0, 0, 0, 2]
          …
        accept:
          - {rule: block-total-mismatch, at: review_and_litigation.review, reason: 正在核实, until: "2023-06-30"}

    Right
        review_and_litigation:
          review: [1, 0, 0, 0, 2]
          …
        accept:
          - {rule: block-total-mismatch, at: review_and_litigation.review, reason: 正在核实, until: "2999-12-31"}

    How to mend it
        改正问题并删去这一条；还需要时间的，写新的日期和理由。

        Mend the fault and delete the entry; where more time is needed, write a new day and reason.

    Source
        giar 的文件约定。
    """
    until = use.acceptance.until
    if not until or not use.met or not use.today or use.today <= until[:10]:
        return
    yield Finding(
        at=Address(use.report.agency, use.report.year, "figures", f"accept.{use.number}"),
        message=Text(
            f"accept 第 {use.number} 条只到 {until} 有效，今天是 {use.today}。",
            f"accept, entry {use.number} held until {until}; today is {use.today}.",
        ),
        mend=Text("改正问题并删去这一条，或写新的日期和理由。", "mend the fault and delete the entry, or write a new day and reason."),
        expected=until,
        actual=use.today,
    )
