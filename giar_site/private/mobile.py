"""Mobile telephones: eleven digits from 13 to 19 on, after the country's number or alone, together or divided as people divide them."""

import re

from giar_site.private.digits import DOTS, LINE_BREAK, SPACES, Run, Span, is_tied
from giar_site.private.surroundings import is_amount, is_count, is_in_word, is_labelled, is_lettered
from giar_site.private.telephones_in_addresses import announces_telephone, may_be_telephone

_LENGTH = 11
_COUNTRY = ("86", "0086")
_PREFIXES = ("", *_COUNTRY, "0")
_NUMBER = re.compile("1[3-9][0-9]{9}")
_BEGINNING = re.compile("0|86|1[3-9]")
# How people divide eleven digits. Any other way may be a row of figures, unless words or a disguise say that it is not.
_USUAL = {(3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (3, 3, 5), (3, 4, 2, 2), (1,) * 11}
_USUAL_WITHOUT_BLANKS = {(2, 2, 2, 2, 2, 1), (1, 2, 2, 2, 2, 2), (1, 3, 3, 4)}
_STARS = frozenset("*＊")
_MEASURES = 4  # length by width by height, and one more
_ODD = frozenset("\\`")
_SPACES = frozenset(SPACES.replace("\u2000-\u200a", "".join(map(chr, range(0x2000, 0x200B)))))
_DOTS = frozenset(DOTS)
_PREFIX_ENDS = _SPACES | frozenset("-－—()（）")
_AREA = (3, 4)
_SUBSCRIBER = (7, 8)
_TOGETHER = range(_AREA[0] + _SUBSCRIBER[0], _AREA[1] + _SUBSCRIBER[1] + 1)


def mobile_number(run: Run, group: int, *, free: bool) -> Span | None:
    """The mobile number that begins with `group` (or whose prefix does), if one does."""
    for prefix in _PREFIXES:
        first = run.starts[group] + len(prefix)
        number = run.digits[first : first + _LENGTH]
        stop = run.borders.get(first + _LENGTH)
        if stop is None or not _NUMBER.fullmatch(number) or not run.digits.startswith(prefix, run.starts[group]):
            continue
        span = Span(first, first + _LENGTH - 1, stop)
        if _is_prefix(run, group, prefix) and _is_mobile(run, group, span, free=free):
            return span
    return None


def _is_prefix(run: Run, group: int, prefix: str) -> bool:
    """True when the prefix is glued to the number, or is the country's and divided from it as people do."""
    if run.starts[group] + len(prefix) not in run.borders or not prefix:
        return True
    return prefix in _COUNTRY and _PREFIX_ENDS.issuperset(run.divider(group + 1))


def _is_mobile(run: Run, group: int, span: Span, *, free: bool) -> bool:
    text, begin, end = run.text, run.places[run.starts[group]], run.places[span.last] + 1
    contact = run.eager or announces_telephone(text, begin, end)
    if run.digits[run.starts[group]] == "0" and run.starts[group] + 1 == span.first and not contact:
        return False  # twelve digits from 0 on
    if is_amount(text, begin, end) or (is_labelled(text, begin) and not run.eager) or (not contact and is_count(text, end)):
        return False
    if not contact and (not may_be_telephone(text, begin, end) or (is_in_word(text, begin, end) and not is_lettered(text, begin, end))):
        return False
    own = run.borders.get(span.first, group)  # the group of the first digit, after a prefix that is a group of its own
    sizes = run.sizes(own, span.groups)
    if len(sizes) == 1:
        return _is_whole(run, group, span.groups, free=free, contact=contact)
    sizes[0] -= span.first - run.starts[own]
    dividers = run.dividers[own + 1 : span.groups]
    hidden = "" in dividers or any(span.first < at <= span.last for at in run.unseen)
    return (contact or hidden or _is_usual(tuple(sizes), frozenset("".join(dividers)))) and _is_apart(run, group, span.groups, free=free)


def _is_whole(run: Run, group: int, stop: int, *, free: bool, contact: bool) -> bool:
    """Eleven digits together: no more digits are tied to them, before (unless a number is known to end there) or after."""
    before, after = run.divider(group), run.divider(stop)
    if stop < len(run.starts) and after in _DOTS:
        return False  # the whole part of a decimal
    return contact or ((group == 0 or free or not is_tied(before)) and not is_tied(after))


def _is_usual(sizes: tuple[int, ...], dividers: frozenset[str]) -> bool:
    """True when digits so divided are a telephone and no row of figures, decimals, range, measures or address of a machine."""
    if dividers <= _DOTS:
        return sizes in {(3, 4, 4), (1,) * 11}
    if dividers <= _STARS:
        return sizes in {(3, 4, 4), (3, 8), (7, 4)} or len(sizes) > _MEASURES
    return sizes in _USUAL or bool(dividers & _ODD) or (sizes in _USUAL_WITHOUT_BLANKS and not dividers & _SPACES)


def _is_apart(run: Run, group: int, stop: int, *, free: bool) -> bool:
    """Divided digits are a number only when the run does not go on in the same manner, as a row of figures does."""
    inner = set("".join(run.dividers[group + 1 : stop]))
    if LINE_BREAK in inner:
        return run.breaks(group, stop) == 1 and run.is_alone(group, stop)  # figures on successive lines are none
    before = group == 0 or free or _differs(run.divider(group), inner)
    return before and (stop == len(run.starts) or _differs(run.divider(stop), inner) or _begins_a_number(run, stop))


def _differs(outer: str, inner: set[str]) -> bool:
    return LINE_BREAK in outer or (bool(outer) and not set(outer) & inner and not is_tied(outer))


def _begins_a_number(run: Run, group: int) -> bool:
    """True when a telephone may begin here: what came before is then one, too."""
    first = run.starts[group]
    return len(run.digits) - first >= _LENGTH - 1 and _BEGINNING.match(run.digits, first) is not None


def skipped_landline(run: Run, group: int) -> tuple[int, bool]:
    """The next group to look at, and whether what stands before it is known to end there: a landline is passed over as a whole."""
    sizes = run.sizes(group, min(group + 2, len(run.starts)))
    if run.digits[run.starts[group]] != "0":
        return group + 1, False
    if len(sizes) == 2 and sizes[0] in _AREA and sizes[1] in _SUBSCRIBER:
        return group + 2, True
    return group + 1, sizes[0] in _TOGETHER
