"""`accept:` entries against the findings of their report: what stands for a reason, and which entries meet nothing."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from giar_site.derive import versions_of
from giar_site.diagnostics import Finding, Rule
from giar_site.model import Acceptance, Report, Site
from giar_site.private import masked


class Use(NamedTuple):
    """An `accept:` entry, its number in the file (from 1), and what it met: findings of its rule at its place, and that rule.

    `today` as in Site; `locked`: the value it was there for when the report was published, "" when it was not there.
    """

    report: Report
    number: int
    acceptance: Acceptance
    met: tuple[Finding, ...]
    rule: Rule | None
    today: str = ""
    locked: str = ""


class Verdict(NamedTuple):
    """For each finding of the report the reason it may stand (None: it may not), and how each entry was used."""

    reasons: tuple[str | None, ...]
    uses: tuple[Use, ...]


def settled(rules: Sequence[Rule], report: Report, findings: Sequence[Finding], site: Site) -> Verdict:
    """Match the entries of `report` with `findings`, all those of this report."""
    by_name = {name: each for each in rules for name in (each.slug, each.code.lower(), each.title.zh, each.title.en.lower())}
    reasons: list[str | None] = [None] * len(findings)
    uses = []
    versions = versions_of(site, report.agency, report.year)
    before = versions[-1].accepted if versions else {}
    for number, acceptance in enumerate(report.acceptances, 1):
        written = acceptance.rule.strip().lower()
        named = by_name.get(written) or by_name.get(written.replace("_", "-"))
        met = [at for at, finding in enumerate(findings) if named and finding.rule == named.slug and _stands_at(finding, acceptance.at)]
        if named and named.acceptable and acceptance.reason:  # without one nothing is explained; that it is missing is said elsewhere
            for at in met:
                reasons[at] = acceptance.reason
        locked = before.get(f"{named.slug} {acceptance.at}", "") if named else ""
        uses.append(Use(report, number, acceptance, tuple(findings[at] for at in met), named, site.today, locked))
    return Verdict(tuple(reasons), tuple(uses))


def _stands_at(finding: Finding, at: str) -> bool:
    """True when `at` is the finding's cell or field, the row or section it stands in, or what else it is called; of "" never."""
    item = finding.at.item
    return at in {item, item.partition("@")[0], item.partition(":")[0], finding.alias} - {""}


def accepted_values(report: Report, findings: Sequence[Finding]) -> dict[str, str]:
    """What each entry of `report` lets stand: "rule place" → the value found there, to be known again when it changes."""
    found: dict[str, list[str]] = {}
    for acceptance in report.acceptances:
        for finding in findings:
            if finding.accepted == masked(acceptance.reason) and _stands_at(finding, acceptance.at):
                found.setdefault(f"{finding.rule} {acceptance.at}", []).append(both_values(finding))
    return {place: together(values) for place, values in found.items()}


def both_values(finding: Finding) -> str:
    """What stands there and what it was held against: an acceptance is for this pair, whichever side changes."""
    return " / ".join(value for value in (finding.actual, finding.expected) if value)


def together(values: Iterable[str]) -> str:
    """Values as one text, the same whatever their order."""
    return "、".join(sorted(values))
