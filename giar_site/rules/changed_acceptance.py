"""G128."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.rules.acceptances import Use, both_values, together
from giar_site.rules.wording import clipped


@rule("G128", Severity.ERROR, over="acceptance", acceptable=False)
def changed_acceptance(use: Use) -> Iterator[Finding]:
    """说明所指的情况变了 / Changed acceptance

    What it checks
        accept: 的一条写了 actual:，或这份报告公布时已有这一条说明，那里的数就应当还是当时的数。

        Where an entry of `accept:` says `actual:`, or stood there when the report was published, the value must still be that one.

    Why
        理由是为当时那个数写的；数变了，旧理由就会掩盖新的错误。

        The reason was given for the value of that time; when it changes, the old reason would hide a new error.

    Wrong
        review_and_litigation:
          review: [1, 0, 0, 0, 3]
          …
        accept:
          - {rule: block-total-mismatch, at: review_and_litigation.review, reason: 公布时即如此, actual: "2"}

    Right
        review_and_litigation:
          review: [1, 0, 0, 0, 2]
          …
        accept:
          - {rule: block-total-mismatch, at: review_and_litigation.review, reason: 公布时即如此, actual: "2"}

    How to mend it
        核对现在的数；确实如此的，改写 actual: 和理由。

        Check the value as it stands; where it is meant, rewrite `actual:` and the reason.

    Source
        giar 的文件约定。
    """
    written, now = use.acceptance.actual, together(finding.actual or "" for finding in use.met)
    if not written or now == written:  # what was written is as it was: is the other side, too, what it was when this was published?
        written, now = use.locked, together(map(both_values, use.met))
    if not written or not use.met or now == written:
        return
    yield Finding(
        at=Address(use.report.agency, use.report.year, "figures", f"accept.{use.number}"),
        message=Text(
            f"accept 第 {use.number} 条是为“{clipped(written)}”写的，现在那里是“{clipped(now)}”。",
            f"accept, entry {use.number} was written for “{clipped(written)}”; “{clipped(now)}” stands there now.",
        ),
        mend=Text("核对现在的数，改写 actual: 和理由。", "check the value, and rewrite `actual:` and the reason."),
        expected=written,
        actual=now,
    )
