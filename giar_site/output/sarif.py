"""Findings as SARIF 2.1.0, for code-scanning tools."""

import hashlib
import json
from collections.abc import Sequence
from urllib.parse import quote

from giar_site.diagnostics import Finding, Rule, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_sarif(findings: Sequence[Finding], rules: Sequence[Rule], version: str, language: str) -> str:
    """One run with every rule's name and every finding as a result; accepted findings are suppressed with their reason."""
    index = {rule.code: at for at, rule in enumerate(rules)}
    driver = {
        "name": "giar",
        "version": version,
        "rules": [
            {
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": rule.manual.split("\n", 1)[0]},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in rules
        ],
    }
    results = [_result(finding, index[finding.code], language) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, index: int, language: str) -> dict[str, object]:
    place = finding.place
    location: dict[str, object] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
    identity = "|".join((finding.code, *map(str, finding.at)))
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message.in_language(language)} {finding.mend.in_language(language)}".strip()},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"giar/v1": hashlib.sha256(identity.encode()).hexdigest()},
    }
    if finding.accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted}]
    return result
