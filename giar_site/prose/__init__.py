"""Narrative → plain text with places, the numbers in it, and what they claim about the figures."""

from giar_site.prose.clauses import Clause, Span, clauses, sentences
from giar_site.prose.plain import Plain, plain_text
from giar_site.prose.told import Told, told, told_in
from giar_site.prose.traces import TITLE, own_names, traces

__all__ = ["TITLE", "Clause", "Plain", "Span", "Told", "clauses", "own_names", "plain_text", "sentences", "told", "told_in", "traces"]
