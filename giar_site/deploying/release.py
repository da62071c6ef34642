"""Releases on a target: how they are named, in which order, and which may go."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

_ID: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([0-9a-f]{12})")
_TIME: Final = "%Y%m%dT%H%M%SZ"
INCOMING: Final = ".incoming-"
LEAVING: Final = ".leaving-"


def is_release(name: str) -> bool:
    """Whether a folder of that name is a release that giar put there."""
    return _ID.fullmatch(name) is not None and _time(name) is not None


def next_id(release: str, existing: Sequence[str], now: dt.datetime) -> str:
    """A name for `release` later than all `existing`, whatever the clocks of two operators say."""
    last = max((time for each in existing if (time := _time(each))), default=None)
    later = now.astimezone(dt.UTC).replace(microsecond=0)
    if last is not None and last >= later:
        later = last + dt.timedelta(seconds=1)
    return f"{later.strftime(_TIME)}-{release}"


def _time(name: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(name.partition("-")[0], _TIME).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def told_time(name: str) -> str:
    """When a release was put there, on the clock of whoever looks: 2026-11-24 16:30:05."""
    time = _time(name)
    return time.astimezone().strftime("%Y-%m-%d %H:%M:%S") if time else name


def outlived(releases: Sequence[str], current: str, keep: int) -> tuple[str, ...]:
    """Those beyond the last `keep`, never the one that the public sees."""
    return tuple(each for each in sorted(releases)[:-keep] if each != current)


def before(releases: Sequence[str], current: str) -> str | None:
    """The release before the current one."""
    return max((each for each in releases if each < current), default=None)
