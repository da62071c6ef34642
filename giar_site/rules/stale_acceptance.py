"""G124."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.rules.acceptances import Use
from giar_site.rules.wording import clipped


@rule("G124", Severity.ERROR, over="acceptance", acceptable=False)
def stale_acceptance(use: Use) -> Iterator[Finding]:
    """说明已无对应的问题 / Stale acceptance

    What it checks
        accept: 的每一条都应对着一个真有的问题：规则名和位置都要对得上。

        Every entry of `accept:` must meet a finding: its rule, at its place.

    Why
        数已改正而说明还在，读者会以为报告仍然有误；说明也可能掩盖以后的错误。

        An explanation that outlives its error tells readers the report is still wrong, and could hide a later one.

    Wrong
        accept:
          - {rule: row-total-mismatch, at: applications.received, reason: 公布时即如此}

    Right
        review_and_litigation:
          review: [1, 0, 0, 0, 2]
          …
        accept:
          - {rule: block-total-mismatch, at: review_and_litigation.review, reason: 公布时即如此}

    How to mend it
        问题已改正的，删去这一条；否则照 giar check 列出的规则名和位置改写。

        Delete it where the error is mended, else write the rule and place that `giar check` prints.

    Source
        giar 的文件约定。
    """
    written = use.acceptance
    if not (written.rule and written.at) or (use.rule is not None and (use.met or not use.rule.acceptable)):
        return  # an entry without rule or place is a missing field; one that no rule lets pass is forbidden
    name, at = clipped(written.rule), clipped(written.at)
    message = (
        Text(f"accept 第 {use.number} 条：没有叫“{name}”的规则。", f"accept, entry {use.number}: there is no rule “{name}”.")
        if use.rule is None
        else Text(
            f"accept 第 {use.number} 条：“{at}”处没有“{name}”这个问题。", f"accept, entry {use.number}: no “{name}” was found at “{at}”."
        )
    )
    yield Finding(
        at=Address(use.report.agency, use.report.year, "figures", f"accept.{use.number}"),
        message=message,
        mend=Text(
            "已改正的，删去这一条；否则照 giar check 列出的规则名和位置改写。",
            "delete it where the error is mended, else write the rule and place that giar check prints.",
        ),
    )
