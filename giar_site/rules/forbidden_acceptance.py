"""G125."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.rules.acceptances import Use


@rule("G125", Severity.ERROR, over="acceptance", acceptable=False)
def forbidden_acceptance(use: Use) -> Iterator[Finding]:
    """这类问题不能用说明代替改正 / Forbidden acceptance

    What it checks
        accept: 只能说明公布时就有的数字问题；写法上的问题（缺行、重复、多列等）必须改正。

        `accept:` explains figures that were published so; faults of notation (missing rows, duplicates, lengths) must be mended.

    Why
        写法有误的内容读不出来，无从公布，说明理由也没有用。

        What cannot be read cannot be published, whatever the reason.

    Wrong
        accept:
          - {rule: missing-row, at: applications.received, reason: 原表没有这一行}

    Right
        review_and_litigation:
          review: [~, 0, 0, 0, 0]
          …
        accept:
          - {rule: blank-figure, at: review_and_litigation.review, reason: 公布时即为空白}

    How to mend it
        改正问题本身，并删去这一条。

        Mend the fault itself and delete the entry.

    Source
        giar 的文件约定。
    """
    if use.rule is None or use.rule.acceptable:
        return
    yield Finding(
        at=Address(use.report.agency, use.report.year, "figures", f"accept.{use.number}"),
        message=Text(
            f"accept 第 {use.number} 条：“{use.rule.slug}”这类问题不能用说明代替改正。",
            f"accept, entry {use.number}: “{use.rule.slug}” must be mended and cannot be accepted.",
        ),
        mend=Text("改正问题本身，并删去这一条。", "mend the fault itself and delete the entry."),
    )
