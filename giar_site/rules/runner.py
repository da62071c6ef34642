"""Runs the rules and stamps their findings: code, severity, place, acceptance. The rules themselves know none of these."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from giar_site.diagnostics import Address, Fault, Finding, Place, Rule
from giar_site.model import Acceptance, Agency, Report


class Places(Protocol):
    """Knows where a named thing stands, if it was written."""

    def get(self, address: Address, /) -> Place | None:
        """The place of `address`, or None."""


class Use(NamedTuple):
    """An `accept:` entry, its number in the file (from 1), and what it met: findings of its rule at its place, and that rule."""

    report: Report
    number: int
    acceptance: Acceptance
    met: tuple[Finding, ...]
    rule: Rule | None


def check_agency(rules: Sequence[Rule], agency: Agency, places: Places) -> list[Finding]:
    """All findings about one agency and its reports, in the order of the files."""
    findings = list(worded(rules, agency.faults))
    for report in agency.reports:
        findings += _check_report(rules, report, places)
    for each in _over(rules, "history"):
        findings += _stamped(each, each(agency), places)
    return sorted(findings, key=_order)


def worded(rules: Sequence[Rule], faults: Iterable[Fault]) -> Iterator[Finding]:
    """The findings that the rules make of what `load` could not take."""
    by_name = {each.name: each for each in _over(rules, "fault")}
    for fault in faults:
        each = by_name[fault.kind]
        yield from _stamped(each, each(fault), None)


def _check_report(rules: Sequence[Rule], report: Report, places: Places) -> list[Finding]:
    findings = list(worded(rules, report.faults))
    for each in _over(rules, "report"):
        findings += _stamped(each, each(report), places)
    if not report.acceptances:
        return findings
    by_name = {name: each for each in rules for name in (each.slug, each.code.lower(), each.title.zh, each.title.en.lower())}
    accepted: dict[int, str] = {}
    unused: list[Finding] = []
    for number, acceptance in enumerate(report.acceptances, 1):
        written = acceptance.rule.strip().lower()
        named = by_name.get(written) or by_name.get(written.replace("_", "-"))
        met = [at for at, finding in enumerate(findings) if named and finding.rule == named.slug and _stands_at(finding, acceptance.at)]
        if named and named.acceptable:
            accepted |= dict.fromkeys(met, acceptance.reason)
        use = Use(report, number, acceptance, tuple(findings[at] for at in met), named)
        for each in _over(rules, "acceptance"):
            unused += _stamped(each, each(use), places)
    return [replace(finding, accepted=accepted.get(at)) for at, finding in enumerate(findings)] + unused


def _over(rules: Sequence[Rule], subject: str) -> Iterator[Rule]:
    return (each for each in rules if each.over == subject)


def _stands_at(finding: Finding, at: str) -> bool:
    return at in {finding.at.item, finding.at.item.partition("@")[0]}


def _stamped(each: Rule, findings: Iterable[Finding], places: Places | None) -> Iterator[Finding]:
    for finding in findings:
        place = finding.place if finding.place.file or places is None else _place(finding.at, places)
        suspects = [_place(finding.at._replace(item=suspect.cell), places) for suspect in finding.suspects] if places else []
        yield replace(
            finding,
            suspect_places=tuple(each for each in suspects if each.line),
            code=each.code,
            rule=each.slug,
            title=each.title,
            severity=each.severity,
            place=place,
        )


def _place(at: Address, places: Places) -> Place:
    """Where the address stands; of what was left out, the nearest thing around it that was written."""
    item = at.item
    while item:
        place = places.get(at._replace(item=item))
        if place:
            return place
        item = item.rpartition("@")[0] or item.rpartition(".")[0]
    return Place(_file(at))


def _file(at: Address) -> str:
    if at.part == "site" or not at.agency:
        return "site.yaml"
    folder = f"content/{at.agency}"
    if at.year is None:
        return f"{folder}/agency.yaml"
    return f"{folder}/{at.year}/{'report.md' if at.part == 'report' else 'figures.yaml'}"


def _order(finding: Finding) -> tuple[str, int, int, str]:
    return finding.place.file, finding.place.line, finding.place.column, finding.code
