"""The rule reference for the public: every rule's manual, so that a reader sees at once what "checked" means."""

from collections.abc import Sequence
from typing import NamedTuple

from giar_site.diagnostics import Rule
from giar_site.manual import HEADINGS, SAMPLES, sections, sentence
from giar_site.private import masked
from giar_site.render.theme import Theme


class SpanView(NamedTuple):
    """A stretch of a sentence; `code` when it is something to be written just so."""

    text: str
    code: bool


class PartView(NamedTuple):
    """What stands under one heading of a manual: a sentence in `spans`, or a `sample` of a file."""

    heading: str
    spans: list[SpanView]
    sample: str


class ManualView(NamedTuple):
    """A rule with its manual; `id` is where links to it lead. `acceptable`: an agency may let a finding stand and say why."""

    id: str
    code: str
    slug: str
    name: str
    severity: str
    acceptable: bool
    parts: list[PartView]


class RulesView(NamedTuple):
    """The page of rules, in the order of their codes."""

    rules: list[ManualView]


def rules_view(theme: Theme, rules: Sequence[Rule], language: str) -> RulesView:
    """The page of `rules` in `language`."""
    return RulesView([_manual(theme, rule, language) for rule in sorted(rules, key=lambda each: each.code)])


def _manual(theme: Theme, rule: Rule, language: str) -> ManualView:
    parts = [_part(heading, text, language) for heading, text in sections(rule.manual).items()]
    name = rule.title.in_language(language) or rule.slug
    return ManualView(rule.code, rule.code, rule.slug, name, theme.word("severities", rule.severity), rule.acceptable, parts)


def _part(heading: str, text: str, language: str) -> PartView:
    """A part of a manual. Its made-up numbers are masked, too: nobody who finds one on a public page can tell that it is made up."""
    words, text = HEADINGS[heading].in_language(language), masked(text)
    if heading in SAMPLES:
        return PartView(words, [], text)
    pieces = sentence(text, language).split("`")  # as in Markdown: what stands between two is code
    return PartView(words, [SpanView(piece, code=at % 2 == 1) for at, piece in enumerate(pieces) if piece], "")
