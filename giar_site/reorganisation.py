"""What happens to agencies: the record of a `lineage:` entry."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_FOLDER = re.compile(r"[a-z0-9-]+")  # agencies are called so in addresses only: their names are written in Chinese characters
CHANGES = ("founded", "renamed", "merged", "split", "abolished")


class Reorganisation(NamedTuple):
    """A `lineage:` entry: what happened to an agency, on which day (YYYY-MM-DD), by which document.

    `origins`: whom it goes on from; `heirs`: who goes on from it (only of one that was abolished, or split
    and stayed). Each is an agency's folder, now or
    formerly, or the name of one that is not on the site. `former_name`: what it was called before. `number`: its place in the list.
    """

    kind: str
    date: str
    basis: str
    origins: tuple[str, ...] = ()
    heirs: tuple[str, ...] = ()
    former_name: str = ""
    number: int = 0

    @property
    def year(self) -> int:
        """The year it happened in."""
        return int(self.date[:4])

    @property
    def own_former_names(self) -> tuple[str, ...]:
        """What the agency itself was called before this change."""
        names = tuple(each for each in self.origins if not _FOLDER.fullmatch(each)) if self.kind == "renamed" else ()
        return (*names, self.former_name) if self.former_name else names


def former_names(lineage: Iterable[Reorganisation]) -> tuple[str, ...]:
    """What an agency with these changes was itself called before, oldest first."""
    return tuple(name for change in sorted(lineage, key=lambda change: change.date) for name in change.own_former_names)
