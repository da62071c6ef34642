"""`giar check --format json`, version 1: a shape of its own that other programs rely on, not a dump of the records."""

import json
from collections.abc import Sequence

from giar_site.diagnostics import Finding
from giar_site.output.text import count


def as_json(findings: Sequence[Finding], reports: int, language: str) -> str:
    """The document, one finding an object; accepted findings keep their severity and carry the reason."""
    counts = count(findings)
    document = {
        "version": 1,
        "summary": {"errors": counts.errors, "warnings": counts.warnings, "notes": counts.notes, "reports": reports},
        "findings": [_finding(finding, language) for finding in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, language: str) -> dict[str, object]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "agency": finding.at.agency or None,
        "year": finding.at.year,
        "cells": list(finding.cells),
        "message": finding.message.in_language(language),
        "mend": finding.mend.in_language(language),
        "file": finding.place.file,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "expected": finding.expected,
        "actual": finding.actual,
        "suspects": [{"cell": suspect.cell, "value": suspect.value} for suspect in finding.suspects],
        "accepted": finding.accepted,
    }
