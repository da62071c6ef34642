"""Runs the rules and stamps their findings: code, severity, place. The rules themselves know none of these.

Looking happens in two rounds, because some rules compare agencies: first each agency by itself, then each among all others. What
the agencies let stand for a reason (`accept:`) is settled last, when all findings are known.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from giar_site.diagnostics import Address, Fault, Finding, Place, Rule
from giar_site.model import Agency, Site
from giar_site.private import discreet, masked
from giar_site.rules.acceptances import settled


class Places(Protocol):
    """Knows where a named thing stands, if it was written."""

    def get(self, address: Address, /) -> Place | None:
        """The place of `address`, or None."""


def look_at(rules: Sequence[Rule], agency: Agency, places: Places) -> list[Finding]:
    """First round: the findings that an agency's own files give rise to, report by report, then over its years."""
    findings = list(worded(rules, agency.faults))
    for report in agency.reports:
        findings += worded(rules, report.faults)
        for each in _over(rules, "report"):
            findings += _stamped(each, each(report), places)
    for each in _over(rules, "agency"):
        findings += _stamped(each, each(agency), places)
    return findings


def look_around(rules: Sequence[Rule], agency: Agency, site: Site, found: Sequence[Finding], places: Callable[[], Places]) -> list[Finding]:
    """Second round: `found` (the first round's) and what comparing the agency with its past and with others adds, in the order of files.

    `places` is asked only when there is something to place.
    """
    findings = list(found)
    known: list[Places] = []
    for each in _over(rules, "relations"):
        for finding in each(agency, site):
            known = known or [places()]
            findings += _stamped(each, [finding], known[0])
    for report in agency.reports:
        if not report.acceptances:
            continue
        known = known or [places()]
        # what stands in agency.yaml is printed with every report, so each of them may give the reason for it
        own = [at for at, finding in enumerate(findings) if finding.at.agency == agency.slug and finding.at.year in {report.year, None}]
        verdict = settled(rules, report, [findings[at] for at in own], site)
        for at, reason in zip(own, verdict.reasons, strict=True):
            if reason is not None:
                findings[at] = replace(findings[at], accepted=masked(reason))
        for each in _over(rules, "acceptance"):
            for use in verdict.uses:
                findings += _stamped(each, each(use), known[0])
    return sorted(findings, key=_order)


def look_at_site(rules: Sequence[Rule], site: Site, places: Places) -> list[Finding]:
    """What is wrong with the collection as a whole, such as agencies that are expected and not there."""
    return [finding for each in _over(rules, "site") for finding in _stamped(each, each(site), places)]


def worded(rules: Sequence[Rule], faults: Iterable[Fault]) -> Iterator[Finding]:
    """The findings that the rules make of what `load` could not take."""
    by_name = {each.name: each for each in _over(rules, "fault")}
    for fault in faults:
        each = by_name[fault.kind]
        yield from _stamped(each, each(fault), None)


def _over(rules: Sequence[Rule], subject: str) -> Iterator[Rule]:
    return (each for each in rules if each.over == subject)


def _stamped(each: Rule, findings: Iterable[Finding], places: Places | None) -> Iterator[Finding]:
    """Complete what a rule found. Every finding passes here, so here private numbers are masked, whichever rule quotes one."""
    for finding in findings:
        place = finding.place if finding.place.file else _place(finding.at, places)
        suspects = [_place(finding.at._replace(item=suspect.cell), places) for suspect in finding.suspects]
        yield replace(
            discreet(finding),
            suspect_places=tuple(each for each in suspects if each.line),
            code=each.code,
            rule=each.slug,
            title=each.title,
            severity=each.severity,
            place=place,
        )


def _place(at: Address, places: Places | None) -> Place:
    """Where the address stands; of what was left out, the nearest thing around it that was written."""
    at = Address(part=at.part, item=at.item) if at.part == "site" else at  # site.yaml is nobody's, whoever a finding there is about
    item = at.item
    while item and places is not None:
        place = places.get(at._replace(item=item))
        if place:
            return place
        item = item.rpartition(":")[0] or item.rpartition("@")[0] or item.rpartition(".")[0]
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
