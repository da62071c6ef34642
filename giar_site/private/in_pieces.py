"""Mobile numbers in pieces that only words make one: digits parted by commas, or set in neighbouring cells of a table.

Such pieces are figures as a rule, so words must announce a telephone: right before them, or above in the same table.
"""

import re
from collections.abc import Iterator

from giar_site.private.digits import ANY_DIGIT, digit_class
from giar_site.private.separated import Separated, separated
from giar_site.private.surroundings import is_amount, is_count, is_labelled, lists_figures, stands_among_people
from giar_site.private.telephones_in_addresses import announces_telephone

_SECOND = digit_class(*"3456789")
_FIRST = f"{digit_class('1')}(?<!{ANY_DIGIT}.)"  # in front, so that a text is searched for one character
_COMMA = "[,，、]"
_PARTED = re.compile(
    f"{_FIRST}(?:(?P<sign>{_COMMA}){_SECOND}(?:(?P=sign){ANY_DIGIT}){{9}}"
    f"|{_SECOND}{ANY_DIGIT}(?:{_COMMA}{ANY_DIGIT}{{8}}|{ANY_DIGIT}{{4}}{_COMMA}{ANY_DIGIT}{{4}}))(?!{_COMMA}?{ANY_DIGIT})"
)
_BAR = r"[ \t]{0,20}[|｜][ \t]{0,20}"
_CELLS = re.compile(
    f"{_FIRST}{_SECOND}{ANY_DIGIT}(?:{_BAR}{ANY_DIGIT}{{8}}|{_BAR}{ANY_DIGIT}{{4}}{_BAR}{ANY_DIGIT}{{4}}|{ANY_DIGIT}{{4}}{_BAR}{ANY_DIGIT}{{4}})"
    r"(?=[ \t]{0,20}(?:[|｜\n]|$))"
)


def mobiles_parted_by_commas(text: str, *, eager: bool) -> Iterator[Separated]:
    """The mobile numbers of `text` that commas divide into single digits or two pieces, in order."""
    for match in _PARTED.finditer(text):
        start, end = match.span()
        if is_amount(text, start, end) or is_count(text, end):
            continue
        if eager or (announces_telephone(text, start, end) and not lists_figures(text, start) and not is_labelled(text, start)):
            yield separated(match)


def mobiles_in_cells(text: str, *, eager: bool) -> Iterator[Separated]:
    """The mobile numbers of `text` whose pieces stand in neighbouring cells of a table, in order."""
    for match in _CELLS.finditer(text):
        if eager or stands_among_people(text, match.start()):
            yield separated(match)
