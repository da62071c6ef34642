"""Numbers that stand before what they count: 3件维持、1件纠正. Without this the second would be taken for that of the first's noun."""

import re
from typing import Final

from giar_site.prose.numbers import COUNTED, Number
from giar_site.prose.sentences import Span
from giar_site.prose.vocabulary import WORDS

_MARK: Final = re.compile(r"[，,；;。：:、（()）\n]")
_NOTHING_SAID: Final = re.compile(r"[共计为达有是总合了约含]*(?:其中)?(?:已有?|另有?|还有|各?有|含)?[ ]*")
_NEAR: Final = 8  # characters between the number and the noun after it


def followed(text: str, sentence: Span, numbers: list[Number]) -> dict[int, str]:
    """What stands before each number that its noun follows, by its position among `numbers`, without the noun of the number before it."""
    found: dict[int, str] = {}
    last = sentence.start
    for at, number in enumerate(numbers):
        said = text[last : number.start]
        end = numbers[at + 1].start if at + 1 < len(numbers) else sentence.end
        mark = _MARK.search(said)
        if number.unit in COUNTED and _is_followed(said, text[number.end : end], goes_on=at - 1 in found):
            found[at] = said[mark.start() :] if mark and at - 1 in found else said
        last = number.end
    return found


def may_be_either(said: str, after: str) -> bool:
    """True when `said`, between a number that stands before its noun and the next number, may name either: 3件维持1件纠正."""
    return _MARK.search(said) is None and _has_noun(after)


def _is_followed(said: str, after: str, *, goes_on: bool) -> bool:
    """True when nothing is said just before the number and a noun comes just after it, in a list that `goes_on` also one that is not known: 1件确认违法."""
    if _NOTHING_SAID.fullmatch(_MARK.split(said)[-1].strip()) is None:
        return False
    return _has_noun(after) or (goes_on and bool(_MARK.split(after, maxsplit=1)[0].strip()))


def _has_noun(after: str) -> bool:
    match = WORDS.search(_MARK.split(after, maxsplit=1)[0])
    return match is not None and match.start() <= _NEAR
