"""Findings as GitHub workflow commands, which show beside the changed line."""

from collections.abc import Sequence

from giar_site.diagnostics import Finding, Severity, Text

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: Sequence[Finding], language: str) -> str:
    """One command a finding; what is accepted becomes a notice."""
    return "".join(_command(finding, language) for finding in findings)


def _command(finding: Finding, language: str) -> str:
    level = "notice" if finding.accepted is not None else _LEVELS[finding.severity]
    place = finding.place
    properties = [f"file={_property(place.file)}"]
    if place.line:
        properties += [f"line={place.line}", f"col={place.column}", f"endColumn={place.column + place.length}"]
    properties.append(f"title={_property(f'{finding.code} {finding.rule}')}")
    text = f"{finding.message.in_language(language)} {finding.mend.in_language(language)}".strip()
    if finding.accepted is not None:
        text = f"{finding.message.in_language(language)} {Text('已说明：', 'accepted: ').in_language(language)}{finding.accepted}"
    return f"::{level} {','.join(properties)}::{_message(text)}\n"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
