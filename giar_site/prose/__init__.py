"""Narrative → plain text with places, the numbers in it, and what they claim about the figures."""

from giar_site.prose.clauses import Clause, Span, clauses, sentences
from giar_site.prose.plain import Plain, plain_text

__all__ = ["Clause", "Plain", "Span", "clauses", "plain_text", "sentences"]
