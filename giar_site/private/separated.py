"""Mobile numbers whose three groups a slash, comma, wave or bar stands between: 139/8765/4321.

Such signs stand between figures, too, so they divide no other number, and this one only where the groups are exactly 3, 4 and 4 digits.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from giar_site.private.addresses import is_in_address
from giar_site.private.digits import ANY_DIGIT, DIGITS, LETTERS, digit_class
from giar_site.private.surroundings import is_amount, is_count, is_in_word, is_labelled, lists_figures
from giar_site.private.telephones_in_addresses import announces_telephone

_LISTING = frozenset(",，、")
_BARS = frozenset("|｜")
_AROUND = 4  # a sign, a blank before and after it, and a digit


# No blanks beside a bar or a comma: "| 139 | 1234 | 5678 |" and "[139, 1234, 5678]" are rows of figures.
_SEPARATED = re.compile(
    f"{digit_class('1')}(?<!{ANY_DIGIT}.){digit_class(*'3456789')}{ANY_DIGIT}"
    f"(?: ?(?P<wide>[/／~～]) ?{ANY_DIGIT}{{4}} ?(?P=wide) ?|(?P<close>[,，、|｜]){ANY_DIGIT}{{4}}(?P=close)){ANY_DIGIT}{{4}}"
    f"(?!{ANY_DIGIT})"
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
            yield separated(match)


def separated(match: re.Match[str]) -> Separated:
    """The number that `match` is."""
    return Separated(*match.span(), "".join(DIGITS.get(char) or LETTERS[char] for char in match[0] if char in DIGITS or char in LETTERS))


def _goes_on(text: str, start: int, end: int, sign: str) -> bool:
    """True when the same sign and more digits stand before or after: a row of figures. A bar at its edge makes a row of a table."""
    before = text[max(start - _AROUND, 0) : start].replace(" ", "")[::-1]
    after = text[end : end + _AROUND].replace(" ", "")
    return any(side[:1] == sign and (sign in _BARS or side[1:2] in DIGITS) for side in (before, after))


def _is_mobile(text: str, start: int, end: int, *, listing: bool, eager: bool) -> bool:
    if is_amount(text, start, end) or is_count(text, end):
        return False
    if eager or announces_telephone(text, start, end):
        return True
    if is_labelled(text, start) or is_in_word(text, start, end) or is_in_address(text, start, end):
        return False
    return not (listing and lists_figures(text, start))
