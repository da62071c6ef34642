"""Mobile numbers whose three groups a slash, comma, wave or bar stands between: 139/8765/4321.

Such signs stand between figures, too, so they divide no other number, and this one only where the groups are exactly 3, 4 and 4 digits.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from giar_site.private.digits import DIGITS
from giar_site.private.surroundings import is_amount, is_count, is_in_address, is_in_word, is_labelled, lists_figures, speaks_of_contact

_LISTING = frozenset(",，、")
_BARS = frozenset("|｜")
_AROUND = 4  # a sign, a blank before and after it, and a digit


def _class(*values: str) -> str:
    return "[" + "".join(char for char, value in DIGITS.items() if value in values and char < "\U00010000") + "]"


_ANY = _class(*"0123456789")
# No blanks beside a bar or a comma: "| 139 | 1234 | 5678 |" and "[139, 1234, 5678]" are rows of figures.
_SEPARATED = re.compile(
    f"{_class('1')}(?<!{_ANY}.){_class(*'3456789')}{_ANY}"
    f"(?: ?(?P<wide>[/／~～]) ?{_ANY}{{4}} ?(?P=wide) ?|(?P<close>[,，、|｜]){_ANY}{{4}}(?P=close)){_ANY}{{4}}"
    f"(?!{_ANY})"
)


class Separated(NamedTuple):
    """A number at text[start:end], and its eleven digits."""

    start: int
    end: int
    digits: str


def separated_mobiles(text: str, *, eager: bool) -> Iterator[Separated]:
    """The mobile numbers of `text` that are divided in this way, in order."""
    for match in _SEPARATED.finditer(text):
        start, end = match.span()
        sign = match["wide"] or match["close"]
        if not _goes_on(text, start, end, sign) and _is_mobile(text, start, end, listing=sign in _LISTING, eager=eager):
            yield Separated(start, end, "".join(DIGITS[char] for char in match[0] if char in DIGITS))


def _goes_on(text: str, start: int, end: int, sign: str) -> bool:
    """True when the same sign and more digits stand before or after: a row of figures. A bar at its edge makes a row of a table."""
    before = text[max(start - _AROUND, 0) : start].replace(" ", "")[::-1]
    after = text[end : end + _AROUND].replace(" ", "")
    return any(side[:1] == sign and (sign in _BARS or side[1:2] in DIGITS) for side in (before, after))


def _is_mobile(text: str, start: int, end: int, *, listing: bool, eager: bool) -> bool:
    if is_amount(text, start, end) or is_count(text, end):
        return False
    if eager or speaks_of_contact(text, start):
        return True
    if is_labelled(text, start) or is_in_word(text, start, end) or is_in_address(text, start):
        return False
    return not (listing and lists_figures(text, start))
