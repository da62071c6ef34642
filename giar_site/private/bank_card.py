"""Bank cards: 16 to 19 digits that begin as issuers' numbers do and end with the check digit of Luhn (ISO/IEC 7812)."""

from giar_site.private.addresses import is_in_address
from giar_site.private.digits import Run, Span, is_tied
from giar_site.private.surroundings import is_amount, is_count, is_in_word, is_labelled, speaks_of_card

_LENGTHS = (19, 16, 18, 17)
_UNIONPAY = "62"
_INTERNATIONAL = ("4", "51", "52", "53", "54", "55", "35")  # 16 digits; issued in China under foreign schemes
_FOUR = 4


def bank_card(run: Run, group: int, *, free: bool) -> Span | None:
    """The card number that begins with `group`, if one does.

    One in ten numbers of any kind passes Luhn, so a number that does not begin as UnionPay's must be announced by words, and
    divided digits must be in fours or be announced.
    """
    first = run.starts[group]
    for length in _LENGTHS:
        stop = run.borders.get(first + length)
        if stop is None or not is_card(run.digits[first : first + length]) or not _stands_alone(run, group, stop, free=free):
            continue
        start, end = run.places[first], run.places[first + length - 1] + 1
        if not run.eager and _is_something_else(run.text, start, end):
            continue
        announced = run.eager or speaks_of_card(run.text, start)
        if announced or (run.digits.startswith(_UNIONPAY, first) and _is_in_fours(run.sizes(group, stop))):
            return Span(first, first + length - 1, stop)
    return None


def is_card(number: str) -> bool:
    """True when the digits are a card's: an issuer's beginning, a length that goes with it, and the check digit."""
    known = number.startswith(_UNIONPAY) or (len(number) == 16 and number.startswith(_INTERNATIONAL))
    return known and number.isdigit() and _passes_luhn(number)


def _passes_luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


def _is_in_fours(sizes: list[int]) -> bool:
    return len(sizes) == 1 or all(size == _FOUR for size in sizes[:-1])


def _stands_alone(run: Run, group: int, stop: int, *, free: bool) -> bool:
    """True when no further digits are tied to the number."""
    before = group == 0 or free or not is_tied(run.divider(group))
    return before and not is_tied(run.divider(stop))


def _is_something_else(text: str, start: int, end: int) -> bool:
    return (
        is_labelled(text, start)
        or is_amount(text, start, end)
        or is_count(text, end)
        or is_in_word(text, start, end)
        or is_in_address(text, start, end)
    )
