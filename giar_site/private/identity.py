"""Identity numbers: 18 characters with date and check digit (GB 11643-1999), and the 15 digits of before 1999."""

import datetime as dt

from giar_site.private.addresses import is_in_address
from giar_site.private.digits import Run, Span
from giar_site.private.surroundings import is_amount, is_count, is_in_word, is_labelled, speaks_of_credit_code, speaks_of_person

_LONG = 18
_OLD = 15
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
# The first two digits of GB/T 2260: provinces, Taiwan, Hong Kong and Macao, and their residents' cards.
_PROVINCES = {*range(11, 16), 21, 22, 23, *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83}
_LAST_PREFECTURE = 43
_DIRECT_PREFECTURES = {51, 52, 53, 90}  # prefectures of Chongqing and Sichuan as they were, and what a province governs itself
_CENTURIES = ("18", "19", "20")
_LATEST = 2029  # a later year is no date of birth but part of a paper's number


def identity_number(run: Run, group: int, *, free: bool) -> Span | None:  # noqa: ARG001 - all readers are called alike
    """The identity number that begins with `group`, if one does. How its digits are divided proves nothing: the check digit does."""
    return _long(run, group) or _old(run, group)


def _long(run: Run, group: int) -> Span | None:
    first = run.starts[group]
    stop = run.borders.get(first + _LONG)
    if stop is None or run.breaks(group, stop) > 1 or not is_identity(run.digits[first : first + _LONG]):
        return None
    start, end = run.places[first], run.places[first + _LONG - 1] + 1
    if not run.eager and _is_a_papers(run.text, start):
        return None
    if run.text[end : end + 1].isascii() and run.text[end : end + 1].isalpha():
        return None
    return Span(first, first + _LONG - 1, stop)


def _is_a_papers(text: str, start: int) -> bool:
    return speaks_of_credit_code(text, start) or (is_labelled(text, start) and not speaks_of_person(text, start))


def is_identity(number: str) -> bool:
    """True when 18 characters are an identity number: a province, a day, and the check digit of ISO 7064 mod 11-2."""
    if "X" in number[:-1] or int(number[:2]) not in _PROVINCES or not _is_day(number[6:14]):
        return False
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11] == number[-1]


def _is_day(date: str) -> bool:
    if date[:2] not in _CENTURIES or int(date[:4]) > _LATEST:
        return False
    try:
        dt.date(int(date[:4]), int(date[4:6]), int(date[6:]))
    except ValueError:
        return False
    return True


def _old(run: Run, group: int) -> Span | None:
    """15 digits have no check digit: the district and the day must be possible, and if they are divided, words must announce them."""
    first = run.starts[group]
    stop = run.borders.get(first + _OLD)
    if stop is None or not _is_old(run.digits[first : first + _OLD]):
        return None
    start, end = run.places[first], run.places[first + _OLD - 1] + 1
    announced = run.eager or speaks_of_person(run.text, start)
    if not announced and (stop != group + 1 or not run.is_alone(group, stop) or is_labelled(run.text, start) or is_count(run.text, end)):
        return None
    if is_amount(run.text, start, end) or is_in_word(run.text, start, end) or (not run.eager and is_in_address(run.text, start, end)):
        return None
    return Span(first, first + _OLD - 1, stop)


def _is_old(number: str) -> bool:
    if not number.isdigit() or int(number[:2]) not in _PROVINCES or number[4:6] == "00":
        return False
    prefecture = int(number[2:4])
    return (1 <= prefecture <= _LAST_PREFECTURE or prefecture in _DIRECT_PREFECTURES) and _is_day("19" + number[6:12])
