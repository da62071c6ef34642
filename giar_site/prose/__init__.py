"""Narrative → plain text with places, the numbers in it, and what they claim about the figures."""

from giar_site.prose.claim import Claim, ClaimKind, Verdict
from giar_site.prose.claims import claims_of, judged
from giar_site.prose.numbers import Number, numbers_in
from giar_site.prose.plain import Plain, plain_text
from giar_site.prose.scope import Author, author_of
from giar_site.prose.sentences import Span, sentences
from giar_site.prose.statements import prose_of
from giar_site.prose.told import Told, told, told_in
from giar_site.prose.traces import TITLE, own_names, traces

__all__ = [
    "TITLE",
    "Author",
    "Claim",
    "ClaimKind",
    "Number",
    "Plain",
    "Span",
    "Told",
    "Verdict",
    "author_of",
    "claims_of",
    "judged",
    "numbers_in",
    "own_names",
    "plain_text",
    "prose_of",
    "sentences",
    "told",
    "told_in",
    "traces",
]
