"""What a deployment would do: two manifests compared."""

from typing import NamedTuple

from giar_site.sealing import Entry, Manifest


class Plan(NamedTuple):
    """Files of the new release by what the public sees now; `unchanged` need not travel."""

    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    unchanged: tuple[Entry, ...]

    @property
    def travelling(self) -> int:
        """Bytes of the files that are new or changed."""
        return sum(each.size for each in (*self.added, *self.changed))

    @property
    def lost_pages(self) -> tuple[str, ...]:
        """What was published and would disappear: pages, data and attachments, but nothing of the theme."""
        return tuple(each.path for each in self.removed if not each.path.startswith("assets/") and not each.path.endswith(".gz"))


def plan(new: Manifest, current: Manifest | None) -> Plan:
    """Compare `new` with what the public sees; None: nothing yet."""
    there = {each.path: each for each in current.files} if current else {}
    here = {each.path for each in new.files}
    return Plan(
        added=tuple(each for each in new.files if each.path not in there),
        changed=tuple(each for each in new.files if each.path in there and not _same(each, there[each.path])),
        removed=tuple(each for each in there.values() if each.path not in here),
        unchanged=tuple(each for each in new.files if each.path in there and _same(each, there[each.path])),
    )


def _same(one: Entry, other: Entry) -> bool:
    return (one.size, one.sha256) == (other.size, other.sha256)
