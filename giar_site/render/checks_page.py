"""What is checked and what was found: the page that lets readers judge how far the figures can be trusted."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from giar_site import forms
from giar_site.derive import Register, Standing
from giar_site.diagnostics import Finding, Rule
from giar_site.manual import WHAT, sections, sentence
from giar_site.render.check_summary import CheckSummaryView, check_summary
from giar_site.render.frame import language_of
from giar_site.render.notes import target_of
from giar_site.render.page import CHECKS, RULES, agency_path, report_path, root_of
from giar_site.render.theme import Theme


class RuleView(NamedTuple):
    """A check: its name, what it looks at in the manual's own words, and the way to the whole manual (`href`)."""

    code: str
    slug: str
    name: str
    severity: str
    what: str
    href: str


class EquationView(NamedTuple):
    """How many equations of one kind an edition has."""

    name: str
    number: int


class EditionView(NamedTuple):
    """The arithmetic of an edition."""

    edition: int
    document_number: str
    cells: int
    equations: list[EquationView]
    number: int


class FindingView(NamedTuple):
    """A finding. `href` leads to the place on the report's page, or to the agency's page where there is no report to show, `manual` to the rule."""

    agency: str
    year: str
    code: str
    slug: str
    name: str
    severity: str
    message: str
    href: str
    place: str
    accepted: str
    manual: str


class ChecksView(NamedTuple):
    """The page of checks."""

    rules: list[RuleView]
    editions: list[EditionView]
    findings: list[FindingView]
    found: int
    accepted: int
    summary: CheckSummaryView
    manuals: str


def checks_view(register: Register, theme: Theme, findings: Sequence[Finding], rules: Sequence[Rule]) -> ChecksView:
    """The page of `rules` and of all `findings` of the site, in the order of the site's agencies."""
    order = {slug: at for at, slug in enumerate(register.agencies)}
    ordered = sorted(findings, key=lambda each: (order.get(each.at.agency, -1), -(each.at.year or 0), each.code))
    used = {figures.edition: figures.form for figures in (each.figures for each in register.standings.values()) if figures is not None}
    names = {rule.name: rule.title.zh or rule.slug for rule in rules}
    return ChecksView(
        rules=[_rule(theme, rule) for rule in sorted(rules, key=lambda each: each.code)],
        editions=[_edition(theme, form) for _, form in sorted(used.items())],
        findings=[_finding(register, theme, finding, names) for finding in ordered],
        found=len(ordered),
        accepted=sum(finding.accepted is not None for finding in findings),
        summary=check_summary(register, findings),
        manuals=root_of(CHECKS) + RULES,
    )


def _rule(theme: Theme, rule: Rule) -> RuleView:
    what = sentence(sections(rule.manual).get(WHAT, ""), "zh")
    return RuleView(rule.code, rule.slug, rule.title.zh or rule.slug, theme.word("severities", rule.severity), what, _manual_of(rule.code))


def _manual_of(code: str) -> str:
    return f"{root_of(CHECKS)}{RULES}#{code}"


def _edition(theme: Theme, form: forms.Form) -> EditionView:
    counts = Counter(equation.name for equation in form.equations)
    equations = [EquationView(theme.word("equations", name), count) for name, count in counts.items()]
    return EditionView(form.edition, form.document_number, len(form.cells), equations, len(form.equations))


def _finding(register: Register, theme: Theme, finding: Finding, names: dict[str, str]) -> FindingView:
    at = finding.at
    agency = register.agencies.get(at.agency)
    up = root_of(CHECKS)
    href, place = "", at.item
    if agency is not None:
        standing = register.standing(agency.slug, at.year) if at.year is not None else Standing(agency, 0)
        href, place = _link(standing, finding, up)
    return FindingView(
        agency=agency.label if agency else "",
        year=str(at.year or ""),
        code=finding.code,
        slug=finding.rule.replace("_", "-"),
        name=names.get(finding.rule.replace("-", "_"), finding.rule),
        severity=theme.word("severities", finding.severity),
        message=finding.message.in_language(language_of(register.site.settings)),
        href=href,
        place=place,
        accepted=finding.accepted or "",
        manual=_manual_of(finding.code),
    )


def _link(standing: Standing, finding: Finding, up: str) -> tuple[str, str]:
    """Where to read on, and its words."""
    slug = standing.agency.slug
    if standing.report is None:  # the page kept from an earlier build may lack the place
        page = report_path(slug, standing.year) if standing.published else agency_path(slug)
        return up + page, standing.agency.label
    target, label = target_of(standing.report.figures.form, finding)
    page = report_path(slug, standing.year)
    written = {passage.key for passage in standing.report.sections}
    if target.startswith("section-") and target.removeprefix("section-") not in written:
        target = ""
    return f"{up}{page}#{target}" if target else up + page, label or standing.agency.label
