"""Which findings a person is shown: all of them, or, where one rule has very many, the first few of each rule."""

from collections.abc import Sequence
from typing import NamedTuple

from giar_site.diagnostics import Finding, Severity, Text

MOST_OF_A_RULE = 10
_ORDER = tuple(Severity)


class Group(NamedTuple):
    """Findings shown together, how many more there are of their rule, and a heading ("" where all findings stand in one list)."""

    heading: Text
    shown: Sequence[Finding]
    more: int


def grouped(findings: Sequence[Finding], most: int | None = MOST_OF_A_RULE) -> list[Group]:
    """The findings in the order given where no rule has more than `most` (None: no limit), else by rule, the weightiest first.

    Of a rule those not yet accepted come first, so that what is left to do is never what is left out.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.code, []).append(finding)
    if most is None or all(len(each) <= most for each in by_rule.values()):
        return [Group(Text("", ""), findings, 0)] if findings else []
    return [_group(each, most) for each in sorted(by_rule.values(), key=_weight)]


def _group(findings: list[Finding], most: int) -> Group:
    first = findings[0]
    count = len(findings)
    accepted = sum(finding.accepted is not None for finding in findings)
    heading = Text(
        f"{first.code} {first.title.zh or first.rule}：{count} 处", f"{first.code} {first.title.en or first.rule}: {count} times"
    )
    if accepted:
        heading = Text(f"{heading.zh}，其中 {accepted} 处已说明理由", f"{heading.en}, {accepted} of them explained in accept:")
    ordered = sorted(findings, key=lambda finding: finding.accepted is not None)
    return Group(heading, ordered[:most], max(count - most, 0))


def _weight(findings: list[Finding]) -> tuple[bool, int, str]:
    first = findings[0]
    return all(finding.accepted is not None for finding in findings), _ORDER.index(first.severity), first.code
