"""Periods of time in a text: 2022年1月1日至2022年12月31日, also 2022.1.1-12.31 and 2022年1月至12月."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_DATE: Final = (
    r"(?:(?P<{0}year>20[0-9]{{2}}) ?[年./-] ?)?(?P<{0}month>[0-9]{{1,2}})(?: ?月份? ?|[./-](?=[0-9]))?(?:(?P<{0}day>[0-9]{{1,2}}) ?日?)?"
)
_PERIOD: Final = re.compile(
    rf"(?<![0-9.])(?=20[0-9]{{2}} ?[年./-]|[0-9]{{1,2}} ?月){_DATE.format('from_')}(?:起|开始)?[，,、\s]*(?:[至到~～]|[-—－–]+)\s*"
    rf"{_DATE.format('to_')}(?![0-9件条个])"
)
_WIDE: Final = {ord("０") + digit: ord("0") + digit for digit in range(10)}


class Day(NamedTuple):
    """A day, comparable; `year` is 0 where none was written."""

    year: int
    month: int
    day: int


class Period(NamedTuple):
    """The days `first` to `last` as text[start:end] says them; a month without a day stands for its first or its 31st."""

    start: int
    end: int
    first: Day
    last: Day

    def is_calendar_year(self, year: int) -> bool:
        """True when it is 1 January to 31 December of `year`; a year that was not written is taken to be that one."""
        return (self.first.year or year, self.last.year or year) == (year, year) and (self.first[1:], self.last[1:]) == ((1, 1), (12, 31))


def periods(text: str, start: int = 0, end: int | None = None) -> Iterator[Period]:
    """The periods that `text` names between the characters `start` and `end`."""
    for match in _PERIOD.finditer(text.translate(_WIDE), start, len(text) if end is None else end):
        first_year = int(match["from_year"] or 0)
        first = Day(first_year, int(match["from_month"]), int(match["from_day"] or 1))
        last = Day(int(match["to_year"] or first_year), int(match["to_month"]), int(match["to_day"] or 31))
        yield Period(*match.span(), first, last)
