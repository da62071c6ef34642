"""The pages that gather reports: an agency's years, a year's agencies, and the site's index."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from giar_site.derive import Register, Standing, YearTotals, is_expected, key_values, labels_of, totals_of_year
from giar_site.load import plain_digits
from giar_site.model import Agency, Contact, Figures
from giar_site.render.frame import Link
from giar_site.render.history import HistoryView, history_of
from giar_site.render.page import INDEX, agency_path, report_path, root_of, year_path
from giar_site.render.theme import Theme


class FigureView(NamedTuple):
    """A key figure of a report; `value` "" for a blank. `of` says whose it is and which, for whoever verifies the page: `agency/year key`."""

    of: str
    value: str


class LineView(NamedTuple):
    """A report in an overview: `figures` in the order of the overview's labels; `href` empty: not yet published.

    Not `due`: none is expected, because the agency was not there in that year or site.yaml says so.
    """

    agency: str
    year: int
    href: str
    kept: bool
    figures: tuple[FigureView, ...]
    due: bool


class AgencyView(NamedTuple):
    """An agency's page."""

    name: str
    kind: str
    rollup: bool
    parent: Link | None
    contact: Contact
    has_contact: bool
    labels: tuple[str, ...]
    years: list[LineView]
    published: int
    history: list[HistoryView]


class TotalView(NamedTuple):
    """A total; `value` empty: no report has the figure. `blanks`: so many reports leave it blank. `of`: `year key`, as in FigureView."""

    of: str
    label: str
    value: str
    blanks: int


class LeftOutView(NamedTuple):
    """An agency left out of the totals, and the one whose roll-up contains it. `of`: which report is left out, `agency/year`."""

    of: str
    agency: str
    above: str


class GroupView(NamedTuple):
    """The reports of one kind of agency."""

    kind: str
    lines: list[LineView]


class YearLink(NamedTuple):
    """The page of a year; `current` on that page itself."""

    year: int
    href: str
    current: bool


class YearView(NamedTuple):
    """A year's page. In `missing` an agency that has no page of its own has no address."""

    year: int
    years: list[YearLink]
    expected: int
    published: int
    absent: int
    counted: int
    repeated: int
    labels: tuple[str, ...]
    groups: list[GroupView]
    totals: list[TotalView]
    with_blanks: list[TotalView]
    left_out: list[LeftOutView]
    missing: list[Link]


class MatrixLine(NamedTuple):
    """An agency in the index and its years, in the order of the index's years."""

    agency: str
    label: str
    href: str
    years: list[LineView]


class MatrixGroup(NamedTuple):
    """The agencies of one kind in the index."""

    kind: str
    lines: list[MatrixLine]


class YearCard(NamedTuple):
    """A year in the index: how many agencies have published, and its totals."""

    year: int
    href: str
    expected: int
    published: int
    missing: int
    totals: list[TotalView]


class IndexView(NamedTuple):
    """The site's index."""

    agencies: int
    reports: int
    years: list[YearCard]
    groups: list[MatrixGroup]


def agency_view(register: Register, theme: Theme, agency: Agency) -> AgencyView:
    """The page of `agency`: every year the site covers, newest first."""
    up = root_of(agency_path(agency.slug))
    standings = [register.standing(agency.slug, year) for year in register.site.years]
    labels = labels_of(each.figures for each in standings if each.figures is not None)
    parent = register.agencies.get(agency.parent)
    return AgencyView(
        name=agency.name,
        kind=theme.word("kinds", agency.kind),
        rollup=agency.scope == "rollup",
        parent=Link(up + agency_path(parent.slug), parent.name) if parent else None,
        contact=agency.contact,
        has_contact=any(agency.contact),
        labels=tuple(labels.values()),
        years=[_line(register, each, up, labels) for each in standings],
        published=sum(each.published for each in standings),
        history=history_of(register, theme, agency, up),
    )


def year_view(register: Register, theme: Theme, year: int) -> YearView:
    """The page of `year`: all its reports by kind of agency, their totals, and who is missing."""
    up = root_of(year_path(year))
    sums = totals_of_year(register, year)
    labels = {total.key: total.label for total in sums.totals}
    groups: dict[str, list[LineView]] = {}
    for standing in register.by_year[year]:
        groups.setdefault(standing.agency.kind, []).append(_line(register, standing, up, labels))
    totals = _totals(sums)
    return YearView(
        year=year,
        years=[YearLink(each, up + year_path(each), each == year) for each in register.site.years],
        expected=sums.expected,
        published=sums.published,
        absent=len(sums.missing) + len(sums.unknown),
        counted=sums.counted,
        repeated=len(sums.left_out),
        labels=tuple(labels.values()),
        groups=[GroupView(theme.word("kinds", kind), lines) for kind, lines in groups.items()],
        totals=totals,
        with_blanks=[total for total in totals if total.blanks],
        left_out=[LeftOutView(f"{each.agency.slug}/{year}", each.agency.name, each.above.name) for each in sums.left_out],
        missing=[
            *(Link(up + agency_path(agency.slug), agency.name) for agency in sums.missing),
            *(Link("", name) for name in sums.unknown),
        ],
    )


def index_view(register: Register, theme: Theme) -> IndexView:
    """The index: every agency and every year."""
    up = root_of(INDEX)
    years = register.site.years
    groups = [
        MatrixGroup(
            theme.word("kinds", group.kind),
            [
                MatrixLine(
                    agency.name,
                    agency.label,
                    up + agency_path(agency.slug),
                    _years(register, agency, up),
                )
                for agency in group.agencies
            ],
        )
        for group in register.groups
    ]
    cards = [_card(totals_of_year(register, year), up) for year in years]
    return IndexView(len(register.agencies), sum(card.published for card in cards), cards, groups)


def _card(sums: YearTotals, up: str) -> YearCard:
    return YearCard(
        sums.year, up + year_path(sums.year), sums.expected, sums.published, len(sums.missing) + len(sums.unknown), _totals(sums)
    )


def _totals(sums: YearTotals) -> list[TotalView]:
    return [TotalView(f"{sums.year} {total.key}", total.label, _digits(total.value), total.blanks) for total in sums.totals]


def _years(register: Register, agency: Agency, up: str) -> list[LineView]:
    return [_line(register, register.standing(agency.slug, year), up, {}) for year in register.site.years]


def _line(register: Register, standing: Standing, up: str, labels: Mapping[str, str]) -> LineView:
    href = up + report_path(standing.agency.slug, standing.year) if standing.published else ""
    figures = _figures(standing, standing.figures, labels) if standing.figures is not None and labels else ()
    due = standing.published or is_expected(register.site, standing.agency, standing.year)
    return LineView(standing.agency.name, standing.year, href, standing.kept, figures, due)


def _figures(standing: Standing, figures: Figures, labels: Mapping[str, str]) -> tuple[FigureView, ...]:
    values = {each.key: each.value for each in key_values(figures)}
    return tuple(FigureView(f"{standing.agency.slug}/{standing.year} {key}", _digits(values.get(key))) for key in labels)


def _digits(value: Decimal | None) -> str:
    return "" if value is None else plain_digits(value)
