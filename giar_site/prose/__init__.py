"""Narrative → plain text with places, the numbers in it, and what they claim about the figures."""

from giar_site.prose.clauses import Clause, Span, clauses, sentences
from giar_site.prose.plain import Plain, plain_text
from giar_site.prose.told import Told, told, told_in

__all__ = ["Clause", "Plain", "Span", "Told", "clauses", "plain_text", "sentences", "told", "told_in"]
