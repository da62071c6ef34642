"""Until when an agency's report must be published: its own day, else the site's for its kind, else the law's."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from giar_site.model import Agency
from giar_site.settings import NONE, Settings


class Origin(StrEnum):
    """Who set a deadline."""

    LAW = "law"
    SITE = "site"
    AGENCY = "agency"


class Due(NamedTuple):
    """The last day on which a report is in time, who says so, and the kind of agency it is set for."""

    day: dt.date
    origin: Origin
    kind: str


# 《政府信息公开条例》第四十九条: departments by 31 January, the report of a government by 31 March. Townships are not named.
_BY_LAW = {"office": "01-31", "department": "01-31", "institution": "01-31", "government": "03-31"}
_LATEST_BY_LAW = max(_BY_LAW.values())


def due(agency: Agency, settings: Settings, year: int) -> Due | None:
    """The deadline of the agency's report of `year`; None where nobody set one."""
    kind = "government" if agency.kind == "office" and agency.scope == "rollup" else agency.kind  # it writes the government's report
    by_kind = {each.kind: each.day for each in settings.deadlines}
    said = ((agency.deadline, Origin.AGENCY), (by_kind.get(kind, ""), Origin.SITE), (_BY_LAW.get(kind, ""), Origin.LAW))
    day, origin = next(((day, origin) for day, origin in said if day), (NONE, Origin.LAW))
    return None if day == NONE else Due(_after(year, day), origin, kind)


def over_by(agency: Agency | None, settings: Settings, year: int) -> dt.date:
    """The day after which a report of `year` that is not there must be called absent, even of an agency without a deadline or a folder.

    By the latest deadline there is every roll-up is published, and what it sums must be there.
    """
    known = due(agency, settings, year) if agency else None
    days = [each.day for each in settings.deadlines if each.day != NONE]
    return known.day if known else _after(year, max([_LATEST_BY_LAW, *days]))


def _after(year: int, day: str) -> dt.date:
    """The day MM-DD of the year that follows a report's."""
    return dt.date.fromisoformat(f"{year + 1}-{day}")
