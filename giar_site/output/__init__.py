"""Findings as text, JSON, SARIF or GitHub commands."""

from collections.abc import Sequence
from pathlib import Path

from giar_site import __version__
from giar_site.diagnostics import Finding, Rule
from giar_site.load import read_lines
from giar_site.output.github import as_github
from giar_site.output.json_v1 import as_json
from giar_site.output.sarif import as_sarif
from giar_site.output.text import as_text, count, summary

__all__ = ["FORMATS", "as_text", "count", "findings_as", "summary"]

FORMATS = ("text", "json", "sarif", "github")


def findings_as(form: str, findings: Sequence[Finding], reports: int, language: str, site: Path, rules: Sequence[Rule]) -> str:
    """The findings in `form` (one of FORMATS); `site` is where the files that text quotes are read again."""
    if form == "json":
        return as_json(findings, reports, language)
    if form == "sarif":
        return as_sarif(findings, rules, __version__, language)
    if form == "github":
        return as_github(findings, language)
    cache: dict[str, Sequence[str]] = {}

    def lines_of(file: str) -> Sequence[str]:
        if file not in cache:
            cache[file] = read_lines(site, file)
        return cache[file]

    return as_text(findings, reports, language, lines_of)
