"""The `accept:` entry that would let an error stand as published, ready to be copied but for its reason."""

import json

from giar_site.diagnostics import Finding, Text
from giar_site.rules import RULES
from giar_site.width import visible

_ACCEPTABLE = frozenset(rule.slug for rule in RULES if rule.acceptable)
_LONGEST = 40  # characters of a value: a longer one is no figure


def acceptance_of(finding: Finding) -> Text:
    """A line that says where the entry goes, and the entry. Empty where nothing blocks, or nothing may be accepted.

    Its reason is empty, which giar refuses: nobody shall publish a reason that was only copied. A private number is not offered here: to
    publish one takes a consent in writing, of which its own message speaks.
    """
    at = finding.at
    if not finding.blocks or finding.rule not in _ACCEPTABLE or at.year is None or not at.item or finding.alias:
        return Text("", "")
    actual = finding.actual or ""
    limit = f", actual: {json.dumps(actual, ensure_ascii=False)}" if actual == visible(actual)[:_LONGEST] and actual else ""
    entry = f'- {{rule: {finding.code}, at: {at.item}{limit}, reason: ""}}'
    return Text(f"已经这样公布了的，在 accept: 下写一条，填上理由：{entry}", f"if published so, write under accept: with a reason: {entry}")
