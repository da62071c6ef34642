"""The totals of a year over its agencies. A roll-up already contains its children, so they are not counted twice."""

from decimal import Decimal
from typing import NamedTuple

from giar_site.derive.expected import is_expected, without_folder
from giar_site.derive.key_figures import key_values, labels_of
from giar_site.derive.register import Register
from giar_site.model import Agency


class Total(NamedTuple):
    """A key figure added up; `blanks`: reports whose figure is blank and so is not in it. `value` is None when none had one."""

    key: str
    label: str
    value: Decimal | None
    blanks: int


class LeftOut(NamedTuple):
    """An agency whose figures the published roll-up of `above` already contains."""

    agency: Agency
    above: Agency


class YearTotals(NamedTuple):
    """The totals of a year: over how many of `expected` agencies, and who is missing or left out.

    `unknown`: the names of expected agencies that have no folder.
    """

    year: int
    expected: int
    published: int
    missing: tuple[Agency, ...]
    left_out: tuple[LeftOut, ...]
    totals: tuple[Total, ...]
    unknown: tuple[str, ...] = ()

    @property
    def counted(self) -> int:
        """How many reports the totals add up."""
        return self.published - len(self.left_out)


def totals_of_year(register: Register, year: int) -> YearTotals:
    """Add up the key figures of `year`."""
    published = register.by_year.get(year, ())
    sums: dict[str, Decimal] = {}
    blanks: dict[str, int] = {}
    left_out = []
    for standing in published:
        above = _counted_above(register, standing.agency, year)
        if above is not None:
            left_out.append(LeftOut(standing.agency, above))
        elif standing.figures is not None:
            for each in key_values(standing.figures):
                if each.value is None:
                    blanks[each.key] = blanks.get(each.key, 0) + 1
                else:
                    sums[each.key] = sums.get(each.key, Decimal(0)) + each.value
    labels = labels_of(standing.figures for standing in published if standing.figures is not None)
    absent = (agency for group in register.groups for agency in group.agencies if (agency.slug, year) not in register.positions)
    missing = tuple(agency for agency in absent if is_expected(register.site, agency, year))
    unknown = without_folder(register.site, year)
    return YearTotals(
        year=year,
        expected=len(published) + len(missing) + len(unknown),
        published=len(published),
        missing=missing,
        left_out=tuple(left_out),
        totals=tuple(Total(key, label, sums.get(key), blanks.get(key, 0)) for key, label in labels.items()),
        unknown=unknown,
    )


def _counted_above(register: Register, agency: Agency, year: int) -> Agency | None:
    """The nearest agency above, along `parent`, whose roll-up of that year is published."""
    seen = {agency.slug}
    while agency.parent in register.agencies and agency.parent not in seen:
        seen.add(agency.parent)
        agency = register.agencies[agency.parent]
        if agency.scope == "rollup" and register.standing(agency.slug, year).published:
            return agency
    return None
