"""What became of an agency, in lines for its own page and its reports' pages."""

from collections.abc import Iterator
from typing import NamedTuple

from giar_site.derive import Register, Step, lineage_of
from giar_site.model import Agency
from giar_site.render.page import agency_path
from giar_site.render.theme import Theme


class HistoryView(NamedTuple):
    """A change: its day, what happened, the agency it happened with (`href` empty: it has no page; `name` empty: none), the document."""

    date: str
    word: str
    href: str
    name: str
    basis: str


def history_of(register: Register, theme: Theme, agency: Agency, up: str) -> list[HistoryView]:
    """All that happened to `agency`, oldest first; `up` leads to the site's root."""
    steps = lineage_of(register.site)
    found = [_line(register, theme, "came_from", step, step.origin, up) for step in steps.back(agency.slug)]
    found += [_line(register, theme, "became", step, step.heir, up) for step in steps.onward(agency.slug)]
    return _by_day([*found, *_own(theme, agency)])


def history_beside(register: Register, theme: Theme, agency: Agency, year: int, up: str) -> list[HistoryView]:
    """What a reader of the report on `year` should know: whom the agency came from by then, and who goes on from it after."""
    steps = lineage_of(register.site)
    found = [_line(register, theme, "came_from", step, step.origin, up) for step in steps.back(agency.slug) if step.year <= year]
    found += [_line(register, theme, "became", step, step.heir, up) for step in steps.onward(agency.slug) if step.change.year >= year]
    return _by_day(found)


def _by_day(found: list[HistoryView]) -> list[HistoryView]:
    return sorted(found, key=lambda each: each.date)


def _own(theme: Theme, agency: Agency) -> Iterator[HistoryView]:
    """What happened to the agency alone: founded, abolished without heirs, called otherwise before."""
    for change in agency.lineage:
        if change.kind == "founded" or (change.kind == "abolished" and not change.heirs):
            yield HistoryView(change.date, theme.word("changes", change.kind), "", "", change.basis)
        for name in change.own_former_names:
            yield HistoryView(change.date, theme.word("changes", "renamed"), "", name, change.basis)


def _line(register: Register, theme: Theme, group: str, step: Step, other: str, up: str) -> HistoryView:  # noqa: PLR0913, PLR0917
    agency = register.agencies.get(other)
    href = up + agency_path(agency.slug) if agency else ""
    return HistoryView(step.change.date, theme.word(group, step.change.kind), href, agency.name if agency else other, step.change.basis)
