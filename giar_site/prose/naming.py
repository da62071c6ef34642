"""Where the words stand that name what a number counts: most often just before it, but not in pairs (分别) and changes (由4件增至5件)."""

from collections.abc import Iterator
from typing import NamedTuple

from giar_site.prose.changes import became, begins_a_change, is_wished, without_the_first
from giar_site.prose.following import followed, may_be_either
from giar_site.prose.numbers import Number
from giar_site.prose.respectively import Paired, paired
from giar_site.prose.sentences import Span

_FAR = 24


class Naming(NamedTuple):
    """The words that name what a number counts (`left`), and those that say whose and of what time it is (`scoped`).

    `subject`: what `left` speaks of where it does not say so itself. `comparable`: the number may be one of the report's own year. `sure`: nothing in
    how the words were found leaves a doubt. `grew_from`: the number of before, where this is what it became. `follows`: the noun
    comes after the number.
    """

    left: str
    scoped: str
    subject: str = ""
    comparable: bool = True
    sure: bool = True
    grew_from: Number | None = None
    follows: bool = False


def namings(text: str, sentence: Span, numbers: list[Number]) -> Iterator[Naming]:
    """What names each number of the sentence, in order."""
    pairs = paired(text, sentence, numbers)
    before_nouns = followed(text, sentence, numbers)
    last = sentence.start
    first: Naming | None = None  # what is said of a number that becomes the next one
    for at, number in enumerate(numbers):
        raw = text[last : number.start]
        naming = _named(raw, pairs.get(at))
        if at in before_nouns and at not in pairs:
            naming = naming._replace(left=before_nouns[at], follows=True)
        elif at - 1 in before_nouns and may_be_either(raw, text[number.end : sentence.end]):
            naming = naming._replace(sure=False)
        if first is not None:
            naming = _became(first, naming, raw, numbers[at - 1], text[number.end : min(sentence.end, number.end + _FAR)])
        first = naming if at + 1 < len(numbers) and became(text, number, numbers[at + 1]) else None
        yield naming._replace(comparable=naming.comparable and first is None)
        last = number.end


def _named(raw: str, pair: Paired | None) -> Naming:
    if pair is None:
        return Naming(raw, raw, comparable=not begins_a_change(raw))
    if not pair.known:
        return Naming(raw, raw, comparable=False)
    return Naming(pair.left, pair.left, pair.subject, sure=pair.sure)


def _became(first: Naming, second: Naming, between: str, before: Number, after: str) -> Naming:
    left = without_the_first(first.left)
    comparable = (first.comparable or begins_a_change(first.left)) and second.comparable and not is_wished(first.left, after)
    return first._replace(left=left, scoped=left + between, comparable=comparable, grew_from=before)
