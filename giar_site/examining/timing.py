"""The clock: days are recorded for good in published.lock, so a wrong one is worth a sentence."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from giar_site.diagnostics import Text
from giar_site.examining.examined import Examined, State, environment

_YEARS: Final = range(2026, 2051)
_DAY: Final = 86_400
_LONG: Final = 3 * 366 * _DAY
_MEND: Final = Text("请校准电脑的时间，再运行 giar。", "set the clock of the machine, then run giar.")


def clock(now: float, newest: float | None) -> Examined:
    """Whether the time `now` (in seconds) can be right; `newest`: when the newest file of the site was changed."""
    day = dt.datetime.fromtimestamp(now, dt.UTC).date()
    if day.year not in _YEARS:
        said = Text(
            f"电脑时间是 {day}，不会是真的；公布记录里的日期会写错。",
            f"the clock says {day}, which cannot be; dates in the record would be wrong.",
        )
        return environment("clock", State.FAULT, said, _MEND)
    if newest is None or -_DAY <= now - newest <= _LONG:
        return environment("clock", State.OK, Text(f"电脑时间是 {day}。", f"the clock says {day}."))
    file = dt.datetime.fromtimestamp(newest, dt.UTC).date()
    said = Text(
        f"电脑时间是 {day}，网站里最新的文件却是 {file} 改的，相差很远；时间可能不对。",
        f"the clock says {day}, but the newest file of the site is of {file}, which is far off; the clock may be wrong.",
    )
    return environment("clock", State.ADVICE, said, _MEND)


def newest_of(site: Path) -> float | None:
    """When the newest file of the sources was changed; None where there is none, or it cannot be told."""
    return max(_times(site), default=None)


def _times(site: Path) -> Iterator[float]:
    for name in ("site.yaml", "published.lock"):
        yield from _time(site / name)
    for folder, _, files in os.walk(site / "content"):
        for name in files:
            yield from _time(Path(folder) / name)


def _time(path: Path) -> Iterator[float]:
    try:
        yield path.lstat().st_mtime
    except OSError:
        return
