"""Private data in a text: identity numbers, mobile telephones, bank cards; where they stand, and the text with them masked.

A mask keeps the first three and the last four characters of every kind, as 138****1234 does; of an identity number that hides the
date of birth and part of the place.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from heapq import merge
from typing import NamedTuple

from giar_site.diagnostics import Address, Finding, Text
from giar_site.private.bank_card import bank_card
from giar_site.private.digits import DIGITS, LETTERS, Run, runs
from giar_site.private.identity import identity_number
from giar_site.private.in_pieces import mobiles_in_cells, mobiles_parted_by_commas
from giar_site.private.letters import mobiles_with_letters
from giar_site.private.mobile import mobile_number, skipped_landline
from giar_site.private.separated import Separated, separated_mobiles
from giar_site.private.tags import TAG, Bare, without_tags

__all__ = ["Kind", "Private", "digits_of", "discreet", "hushed", "masked", "private_data"]

_SHORTEST = 11
_KEPT_FIRST = 3
_KEPT_LAST = 4
_READ = DIGITS | LETTERS


class Kind(StrEnum):
    """What a private number is."""

    IDENTITY = "identity"
    MOBILE = "mobile"
    CARD = "card"


class Private(NamedTuple):
    """A private number: it stands at text[start:end], and `masked` is all that may be said of it."""

    kind: Kind
    start: int
    end: int
    masked: str


# Mobile numbers that are no run of digits.
_LOOSE = (separated_mobiles, mobiles_parted_by_commas, mobiles_in_cells, mobiles_with_letters)
# An identity number proves itself by its check digit, so it goes first; what is left of the run may be a card, then a telephone.
_READERS = ((Kind.IDENTITY, identity_number), (Kind.CARD, bank_card), (Kind.MOBILE, mobile_number))


def private_data(text: str, *, eager: bool = False) -> Iterator[Private]:
    """The private numbers of `text`, in order; they never overlap. Linear in the length of `text`.

    `eager` takes what could be one for one whatever the words round it say: for a text that has been torn from its context.
    """
    if len(text) < _SHORTEST:
        return
    bare = without_tags(text)
    yield from _apart([_readable(text, eager=eager), _through_tags(bare, eager=eager)] if bare else [_readable(text, eager=eager)])


def _readable(text: str, *, eager: bool) -> Iterator[Private]:
    """The private numbers that no tag stands in."""
    tied = (found for run in runs(text, eager=eager) for found in _in_run(run))
    loose = (map(_mobile, read(text, eager=eager)) for read in _LOOSE)
    yield from _apart([tied, *loose])


def _apart(readings: list[Iterator[Private]]) -> Iterator[Private]:
    """What the readings found, in order; of two that overlap the first."""
    done = 0
    for found in merge(*readings, key=_start):
        if found.start >= done:
            done = found.end
            yield found


def _start(found: Private) -> int:
    return found.start


def _through_tags(bare: Bare, *, eager: bool) -> Iterator[Private]:
    """The numbers that tags stood in the middle of, where they stand in the text with tags."""
    for found in _readable(bare.text, eager=eager):
        at = bisect_right(bare.gaps, found.start)
        if at < len(bare.gaps) and bare.gaps[at] < found.end:
            yield found._replace(start=bare.places[found.start], end=bare.places[found.end - 1] + 1)


def _mobile(found: Separated) -> Private:
    return Private(Kind.MOBILE, found.start, found.end, _mask(found.digits))


def digits_of(text: str, number: Private) -> str:
    """The digits of `number`, which stands in `text`, to tell it from others of the same mask. Not to be said."""
    return "".join(_READ[char] for char in TAG.sub("", text[number.start : number.end]) if char in _READ)


def _in_run(run: Run) -> Iterator[Private]:
    """The private numbers of one run of digits, from its first group on."""
    group, free = 0, True
    while group < len(run.starts):
        kind, span = next(((kind, span) for kind, read in _READERS if (span := read(run, group, free=free))), (None, None))
        if kind is not None and span is not None:
            yield Private(kind, run.places[span.first], run.places[span.last] + 1, _mask(run.digits[span.first : span.last + 1]))
            group, free = span.groups, True
        else:
            group, free = skipped_landline(run, group)


def _mask(digits: str) -> str:
    return digits[:_KEPT_FIRST] + "*" * (len(digits) - _KEPT_FIRST - _KEPT_LAST) + digits[-_KEPT_LAST:]


def masked(text: str, *, eager: bool = False) -> str:
    """`text` with the private numbers masked, character for character: it keeps its length, and what divides the digits stays."""
    pieces: list[str] = []
    done = 0
    for found in private_data(text, eager=eager):
        pieces += [text[done : found.start], _masked_as_written(text[found.start : found.end])]
        done = found.end
    return "".join([*pieces, text[done:]]) if pieces else text


def _masked_as_written(number: str) -> str:
    tags = {at for tag in TAG.finditer(number) for at in range(*tag.span())}
    places = [at for at, char in enumerate(number) if char in _READ and at not in tags]
    hidden = set(places[_KEPT_FIRST:-_KEPT_LAST])
    return "".join("*" if at in hidden else char for at, char in enumerate(number))


def discreet(finding: Finding) -> Finding:
    """`finding` with the private numbers masked in all it says: sentences, values, and the name of what it is about.

    A sentence that quotes a number has lost the words that told what it was, so it is masked eagerly.
    """
    return replace(
        finding,
        at=_address(finding.at),
        message=_text(finding.message),
        mend=_text(finding.mend),
        expected=None if finding.expected is None else hushed(finding.expected),
        actual=None if finding.actual is None else hushed(finding.actual),
        suspects=tuple(each._replace(value=hushed(each.value)) for each in finding.suspects),
        related=tuple(map(_address, finding.related)),
    )


def hushed(text: str) -> str:
    """`text` for an output: masked eagerly."""
    return masked(text, eager=True)


def _text(text: Text) -> Text:
    return Text(hushed(text.zh), hushed(text.en))


def _address(at: Address) -> Address:
    return at._replace(item=hushed(at.item))
