"""A roll-up report against the reports it sums: cell by cell, over the agencies that name its agency as parent.

Only they are added up, never what stands below them: a lower government's roll-up already contains its departments.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from giar_site.derive.assessment import Reason
from giar_site.derive.expected import is_expected
from giar_site.derive.register import Standing, register_of
from giar_site.forms import Cell, Kind
from giar_site.model import Agency, Figure, Figures, Report, Site

_ZERO = Decimal(0)


class CellSum(NamedTuple):
    """A figure of the roll-up and what the children's known figures come to; `lacking`: why some published child's figure is not in it."""

    cell: Cell
    own: Decimal
    children: Decimal
    lacking: Reason | None = None

    @property
    def whole(self) -> bool:
        """True when every published child's figure is known and in it."""
        return self.lacking is None


class Below(NamedTuple):
    """The agencies below another in a year: who has published, and who was expected to and has not."""

    published: tuple[Standing, ...]
    missing: tuple[Agency, ...]


class Rollup(NamedTuple):
    """A report of `agency`, the children's reports of its year, the children that have none, and the sums of what can be compared."""

    agency: Agency
    report: Report
    published: tuple[Standing, ...]
    missing: tuple[Agency, ...]
    sums: tuple[CellSum, ...]

    @property
    def complete(self) -> bool:
        """True when all that the report sums is there, as the agency declares."""
        return self.agency.children_complete and not self.missing


def children_of(site: Site, agency: Agency) -> tuple[Agency, ...]:
    """The agencies that name `agency` as parent, in the site's order."""
    return _children(site).get(agency.slug, ())


def below(site: Site, agency: Agency, year: int) -> Below:
    """How the agencies that name `agency` as parent stand in `year`; who is neither there nor expected is left out."""
    standings = [register_of(site).standing(child.slug, year) for child in children_of(site, agency)]
    missing = (each.agency for each in standings if not each.published)
    return Below(tuple(each for each in standings if each.published), tuple(each for each in missing if is_expected(site, each, year)))


def against_children(site: Site, agency: Agency) -> tuple[Rollup, ...]:
    """The agency's reports against those of the agencies that name it as parent, oldest first, whatever its scope; none without children."""
    return tuple(_rollup(site, agency, report) for report in agency.reports) if children_of(site, agency) else ()


def rollups_of(site: Site, agency: Agency) -> tuple[Rollup, ...]:
    """The agency's reports against its children's, oldest first; none when it is no roll-up."""
    return against_children(site, agency) if agency.scope == "rollup" else ()


def rollup_of(site: Site, report: Report) -> Rollup | None:
    """`report` against its children's; None when its agency is no roll-up, or nobody names it as parent."""
    agency = register_of(site).agencies[report.agency]
    return _rollup(site, agency, report) if agency.scope == "rollup" and children_of(site, agency) else None


@lru_cache(maxsize=64)  # asked for by four rules one after the other, then by the page, its data and the summary
def _rollup(site: Site, agency: Agency, report: Report) -> Rollup:
    published, missing = below(site, agency, report.year)
    figures = [each.figures for each in published if each.figures]
    return Rollup(agency, report, published, missing, tuple(_sums(report.figures, figures)))


def _sums(own: Figures, children: Sequence[Figures]) -> list[CellSum]:
    sums: dict[str, Decimal] = {}
    unknown: set[str] = set()
    units: dict[str, set[str]] = {}
    for figures in children:
        cells = figures.form.cells
        for index, figure in enumerate(figures.values):
            if figure.value is None:
                unknown.add(cells[index].id)
            elif figure.value:
                name = cells[index].id
                sums[name] = sums.get(name, _ZERO) + figure.value
                units.setdefault(name, set()).add(figure.unit)
    common = [figures.form.by_id for figures in _one_an_edition(children)]
    found = []
    for cell, figure in zip(own.form.cells, own.values, strict=True):
        known = [cell.id in by_id for by_id in common]
        if figure.value is not None and any(known) and _adds_up(cell, figure, units.get(cell.id, set())):
            lacking = None if all(known) else Reason.OTHER_EDITION
            lacking = Reason.BLANK if cell.id in unknown else lacking
            found.append(CellSum(cell, figure.value, sums.get(cell.id, _ZERO), lacking))
    return found


def _one_an_edition(children: Sequence[Figures]) -> Sequence[Figures]:
    return list({figures.edition: figures for figures in children}.values())


def _adds_up(cell: Cell, own: Figure, units: set[str]) -> bool:
    """True when the figures of `cell` can be added up: where the form gives no unit, all must have been published in one that is named."""
    if not cell.adds_up:
        return False
    if cell.kind is not Kind.MONEY or cell.unit:
        return True
    named = units | ({own.unit} if own.value else set())
    return len(named) <= 1 and "" not in named


@lru_cache(maxsize=1)
def _children(site: Site) -> Mapping[str, tuple[Agency, ...]]:
    found: dict[str, list[Agency]] = {}
    for agency in site.agencies:
        if agency.parent:
            found.setdefault(agency.parent, []).append(agency)
    return {slug: tuple(children) for slug, children in found.items()}
