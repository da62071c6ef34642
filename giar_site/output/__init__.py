"""Findings as text, JSON, SARIF or GitHub commands."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from giar_site import __version__
from giar_site.diagnostics import Finding, Rule
from giar_site.load import read_lines
from giar_site.output.capped import MOST_OF_A_RULE
from giar_site.output.github import as_github
from giar_site.output.json_v1 import as_json
from giar_site.output.masks import masked_lines, masked_paths
from giar_site.output.sarif import as_sarif
from giar_site.output.text import as_text, count, counted, summary

__all__ = ["FORMATS", "MOST_OF_A_RULE", "Checked", "as_text", "count", "counted", "findings_as", "summary"]

FORMATS = ("text", "json", "sarif", "github")


class Checked(NamedTuple):
    """What was checked: its findings, how many reports, the rules used, and the site folder, to quote its files."""

    findings: Sequence[Finding]
    reports: int
    rules: Sequence[Rule]
    site: Path


def findings_as(form: str, checked: Checked, language: str, most: int | None = MOST_OF_A_RULE) -> str:
    """The findings in `form` (one of FORMATS) and `language` ("zh" or "en"), without any private number.

    As text at most `most` of each rule (None: all).
    """
    written, reports, rules, site = checked
    findings = masked_paths(written)
    if form == "json":
        return as_json(findings, reports, language)
    if form == "sarif":
        return as_sarif(findings, rules, __version__, language)
    if form == "github":
        return as_github(findings, language)
    return as_text(findings, reports, language, masked_lines(written, lambda file: read_lines(site, file)), most)
