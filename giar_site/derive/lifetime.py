"""From when to when an agency reports, as its lineage tells."""

from enum import StrEnum
from typing import NamedTuple

from giar_site.derive.lineage import Lineage
from giar_site.model import Agency


class Turn(StrEnum):
    """What a change is to an agency's own life."""

    BEGIN = "begin"
    END = "end"


class Turning(NamedTuple):
    """A year in which an agency began or ended, and the day of it."""

    date: str
    year: int
    turn: Turn


class Lifetime(NamedTuple):
    """The turnings of an agency, oldest first; without any it has always been there."""

    turnings: tuple[Turning, ...]

    def expected(self, year: int) -> bool:
        """True when the agency has to report on `year`: not before it began, nor on the year it ended in (who goes on from it does)."""
        before = self._before(year)
        return before.turn is Turn.BEGIN if before else not self._begins()

    def outside(self, year: int) -> Turning | None:
        """The turning that no report on `year` fits: an end before it, or a beginning after it. One on the year of the end itself may be."""
        before = self._before(year)
        if before:
            return before if before.turn is Turn.END and before.year < year else None
        return self.turnings[0] if self._begins() else None

    def _before(self, year: int) -> Turning | None:
        return next((each for each in reversed(self.turnings) if each.year <= year), None)

    def _begins(self) -> bool:
        return bool(self.turnings) and self.turnings[0].turn is Turn.BEGIN


def lifetime_of(lineage: Lineage, agency: Agency) -> Lifetime:
    """The turnings of `agency`: founded, made of others, gone into others, abolished."""
    slug = agency.slug
    found = [Turning(each.date, each.year, Turn.BEGIN) for each in agency.lineage if each.kind == "founded"]
    found += [Turning(each.date, each.year, Turn.END) for each in agency.lineage if each.kind == "abolished"]
    for step in lineage.back(slug):
        if step.change in agency.lineage and slug not in step.change.origins:
            found.append(Turning(step.change.date, step.year, Turn.BEGIN))
    for step in lineage.onward(slug):
        if not (step.kept or step.untold or step.denied):
            found.append(Turning(step.change.date, step.change.year, Turn.END))
    return Lifetime(tuple(sorted(set(found))))
