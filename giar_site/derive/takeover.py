"""Whose reports of last year a report begins from, and who else of this year begins from the same ones."""

from typing import NamedTuple

from giar_site.derive.lineage import Lineage, Step
from giar_site.derive.register import Register


class Takeover(NamedTuple):
    """Agencies that last year's figures come from, and those that they went to this year, both in order: sums of both sides must agree.

    Not `clear`: the lineage does not tell whose figures they are. Not `settled`: who else took over may not have reported yet, so that sums
    which agree agree, and others tell nothing; `open`: they may have had
    figures of their own, too.
    """

    origins: tuple[str, ...]
    heirs: tuple[str, ...]
    clear: bool = True
    settled: bool = True
    open: bool = False

    @property
    def plain(self) -> bool:
        """True when one agency, whatever it is called, goes on from one."""
        return len(self.origins) == len(self.heirs) == 1


def takeover_of(register: Register, lineage: Lineage, slug: str, year: int) -> Takeover:
    """What the report of `slug` on `year` takes over. Who shares an origin or an heir belongs to the same takeover."""
    if not lineage.back(slug) and not lineage.onward(slug):
        return Takeover((slug,), (slug,))
    changes = _Changes(register, lineage, year)
    heirs = {slug}
    origins: set[str] = set()
    size = 0
    while size != len(heirs) + len(origins):
        size = len(heirs) + len(origins)
        origins |= changes.origins(heirs)
        heirs |= changes.heirs(origins)
    everyone = origins | heirs
    return Takeover(
        origins=tuple(sorted(origins)),
        heirs=tuple(sorted(heirs)),
        clear=all(map(changes.tell, everyone)),
        settled=all(map(changes.settled, everyone)),
        open=any(map(changes.open, everyone)),
    )


class _Changes(NamedTuple):
    """The changes of one year. They may follow upon each other: renamed in March, merged in October."""

    register: Register
    lineage: Lineage
    year: int

    def origins(self, slugs: set[str]) -> set[str]:
        """Those that `slugs` go on from."""
        found, waiting, seen = set(), list(slugs), set(slugs)
        for slug in waiting:
            steps = [step for step in self.lineage.back(slug) if step.counts_in(self.year)]
            if self._was_there(slug, steps):
                found.add(slug)
            waiting += [step.origin for step in steps if step.origin not in seen]
            seen.update(step.origin for step in steps)
        return found

    def heirs(self, slugs: set[str]) -> set[str]:
        """Those that go on from `slugs`."""
        found, waiting, seen = set(), list(slugs), set(slugs)
        for slug in waiting:
            steps = [step for step in self.lineage.onward(slug) if step.counts_in(self.year)]
            if all(step.kept or step.apart for step in steps):
                found.add(slug)
            followed = [step.heir for step in steps if not step.apart]
            waiting += [heir for heir in followed if heir not in seen]
            seen.update(followed)
        return found

    def tell(self, slug: str) -> bool:
        """False where the agency's figures of the year, or those handed to it late in the year before, may hold another's."""
        onward, back = [step for step in self.lineage.onward(slug) if not step.apart], self.lineage.back(slug)
        return all(step.clear for step in (*onward, *back) if step.year == self.year) and not any(
            step.both for step in back if step.year == self.year - 1
        )

    def settled(self, slug: str) -> bool:
        """False where one that the agency was split into, or came of, may have a report of the year or the one before to come."""
        return not any(step.unsettled(self.year) for step in (*self.lineage.onward(slug), *self.lineage.back(slug)))

    def open(self, slug: str) -> bool:
        """True where such a one may have had a whole year of its own before."""
        steps = (*self.lineage.onward(slug), *self.lineage.back(slug))
        return any(step.unsettled(self.year) and step.counts_in(self.year) for step in steps)

    def _was_there(self, slug: str, steps: list[Step]) -> bool:
        """True when the agency had figures of its own before the changes that `steps` are."""
        if any(step.change.kind == "renamed" for step in steps):
            return False
        if not steps or any(slug in step.change.origins for step in steps):
            return True
        agency = self.register.agencies.get(slug)
        founded = agency is not None and any(each.kind == "founded" and each.year == self.year for each in agency.lineage)
        took_in = any(step.change.kind == "abolished" for step in steps) and not founded
        return took_in or any((slug, year) in self.register.standings for year in self.register.site.years if year < self.year)
