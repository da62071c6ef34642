"""What stands beside a report: the years before and after, and other agencies of its year."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from giar_site.derive.register import Register, Standing

Item = TypeVar("Item")
MOST = 30  # a page of a two-thousand-agency site must not carry two thousand links


class Years(NamedTuple):
    """The nearest published years of the same agency."""

    previous: Standing | None
    next: Standing | None


class Others(NamedTuple):
    """Other agencies of the year, those of the same kind first; `more`: how many are not shown."""

    same_kind: tuple[Standing, ...]
    other_kinds: tuple[Standing, ...]
    more: int


def neighbouring_years(register: Register, slug: str, year: int) -> Years:
    """The published reports of the agency `slug` just before and just after `year`."""
    published = [each for each in register.years_of(register.agencies[slug]) if each.published]
    before = [each for each in published if each.year < year]
    after = [each for each in published if each.year > year]
    return Years(before[-1] if before else None, after[0] if after else None)


def others_of_year(register: Register, slug: str, year: int, most: int = MOST) -> Others:
    """At most `most` other agencies that published `year`: the nearest in the site's order, same kind before other kinds.

    KeyError when the agency has not published that year.
    """
    line = register.by_year.get(year, ())
    kind = register.agencies[slug].kind
    at = register.positions[slug, year]
    first, last = at, at + 1
    while first > max(0, at - most) and line[first - 1].agency.kind == kind:
        first -= 1
    while last < min(len(line), at + most + 1) and line[last].agency.kind == kind:
        last += 1
    same = _nearest([*line[first:at], *line[at + 1 : last]], at - first, most)
    left = most - len(same)
    before = line[max(0, first - left) : first]
    others = _nearest([*before, *line[last : last + left]], len(before), left)
    return Others(same, others, len(line) - 1 - len(same) - len(others))


def _nearest(items: Sequence[Item], at: int, most: int) -> tuple[Item, ...]:
    """At most `most` of `items`, in order, round position `at`."""
    start = max(0, min(at - most // 2, len(items) - most))
    return tuple(items[start : start + most])
