"""Sentence → its numbers, each with the words round it, what it counts, and whose and of what time it is."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from giar_site.prose.naming import namings
from giar_site.prose.numbers import Number
from giar_site.prose.scope import Author, Scope, When, scope_after
from giar_site.prose.sentences import Span
from giar_site.prose.vocabulary import SUBJECTS

_MARK: Final = re.compile(r"[，,；;。：:、（(\n]")
_TITLE: Final = re.compile(r"《[^《》\n]*》")
_FAR: Final = 24
_STILL_MEANT: Final = 120  # characters; what was spoken of before that is forgotten
_REMEMBERED: Final = 200  # characters; a sentence may be as long as a report, and must not be searched anew for each number


class Mention(NamedTuple):
    """A number in its sentence. `left`: the text since the number before, `near`: its last piece, `right`: what follows up to the next mark.

    `subject`: a group name of SUBJECTS, "" where nothing says it; `named_here`: said since the number before, not carried on from there. `before` and `around`: the sentence up to the number, and with
    what follows it, as far as one remembers. `sure`: nothing in how its name was found leaves a doubt. `grew_from`: the number of before, where this
    is what it became. `follows`: its noun comes after it.
    """

    number: Number
    left: str
    near: str
    right: str
    subject: str
    named_here: bool
    scope: Scope
    before: str
    around: str
    sure: bool = True
    grew_from: Number | None = None
    follows: bool = False


def without_titles(text: str) -> str:
    """`text` with the inside of 《》 blotted out, its length kept: a title speaks of nothing that was counted."""
    return _TITLE.sub(lambda match: "《" + "■" * (len(match.group()) - 2) + "》", text) if "《" in text else text


def mentions(text: str, sentence: Span, numbers: list[Number], author: Author, paragraph: int) -> Iterator[Mention]:
    """The numbers of one sentence of `text`, which is without titles and whose paragraph begins at `paragraph`.

    What a number counts, where the sentence itself does not say it, is what was spoken of last before the sentence.
    """
    scope = held = Scope()
    subject: str | None = None
    for at, (number, naming) in enumerate(zip(numbers, namings(text, sentence, numbers), strict=True)):
        end = numbers[at + 1].start if at + 1 < len(numbers) else sentence.end
        right = _MARK.split(text[number.end : min(end, number.end + _FAR)], maxsplit=1)[0]
        if naming.follows:
            right = right.partition("、")[0]  # 3件维持、行政诉讼4件: the noun is no longer than that
        before_it = held if naming.grew_from is not None else scope  # last year's is not what goes on
        held = scope
        here, scope = scope_after(naming.scoped, before_it, author)
        if not naming.comparable:
            here = here._replace(when=When.OTHER)
        left = naming.left
        named = last_subject(left) or naming.subject or first_subject(right)
        if named:
            subject = named
        elif subject is None:
            subject = last_subject(text[max(paragraph, sentence.start - _STILL_MEANT) : sentence.start])
        before = text[max(sentence.start, number.start - _REMEMBERED) : number.start]
        around = before + text[number.start : min(sentence.end, number.end + _REMEMBERED)]
        near = _MARK.split(left)[-1]
        yield Mention(number, left, near, right, subject, bool(named), here, before, around, naming.sure, naming.grew_from, naming.follows)


def last_subject(text: str) -> str:
    """What `text` speaks of at its end."""
    found = ""
    for match in SUBJECTS.finditer(text):
        found = match.lastgroup or ""
    return found


def first_subject(text: str) -> str:
    """What `text` speaks of first."""
    match = SUBJECTS.search(text)
    return (match.lastgroup or "") if match else ""
