"""What the last build said of itself in data/giar.json of the built site: what published.lock held then, which only grows."""

import json
from pathlib import Path
from typing import NamedTuple

from giar_site.addresses import MARKER
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.load.lock_file import LOCK, Locks
from giar_site.locked import fingerprint

_MOST_NAMED = 3


class _Known(NamedTuple):
    """How many reports the record held, and of each ("agency/year") how many versions, with their fingerprint; none where it does not say."""

    reports: int = 0
    versions: tuple[tuple[str, int, str], ...] = ()


def refuse_lost_records(built: Path, locked: Locks) -> None:
    """Raise CannotGoOn where the site in `built` was made with records of published.lock that are not in `locked`, or not as they were.

    Nothing is known where there is no built site. Versions added since are in order.
    """
    known = _known(built)
    if len(locked) < known.reports:
        raise _lost(
            Text(
                f"{LOCK} 里只有 {len(locked)} 份报告的记录，上次生成网站时有 {known.reports} 份",
                f"{LOCK} records {len(locked)} reports; when the site was built last there were {known.reports}",
            ),
        )
    held = {f"{slug}/{year}": versions for (slug, year), versions in locked.items()}
    lost = [name for name, count, print_ in known.versions if fingerprint(held.get(name, ())[:count]) != print_]
    if lost:
        more = len(lost) - _MOST_NAMED
        zh = f"等 {len(lost)} 份" if more > 0 else " "
        en = f" and {more} more" if more > 0 else ""
        raise _lost(
            Text(
                f"{LOCK} 里 {'、'.join(lost[:_MOST_NAMED])}{zh}的记录与上次生成网站时不同；记录只能增加，不能改动",
                f"what {LOCK} records of {', '.join(lost[:_MOST_NAMED])}{en} is not what it was when the site was built last; it only grows",
            ),
        )


def _known(built: Path) -> _Known:
    try:
        marker = json.loads((built / MARKER).read_text(encoding="utf-8"))
        versions = tuple((name, int(count), str(print_)) for name, (count, print_) in marker.get("record", {}).items())
        return _Known(int(marker["locked"]), versions)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):  # not as giar wrote it
        return _Known()


def _lost(what: Text) -> CannotGoOn:
    return CannotGoOn(
        Text(
            f"{what.zh}。请从备份或版本库恢复这个文件。",
            f"{what.en}. Restore the file from a backup.",
        )
    )
