"""What happens to agencies: the record of a `lineage:` entry."""

from typing import NamedTuple

CHANGES = ("founded", "renamed", "merged", "split", "abolished")


class Reorganisation(NamedTuple):
    """A `lineage:` entry: what happened to an agency, on which day (YYYY-MM-DD), by which document.

    `origins`: whom it goes on from; `heirs`: who goes on from it (only of one that was abolished). Each is an agency's folder, now or
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
