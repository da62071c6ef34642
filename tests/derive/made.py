"""Small sites made in memory: every figure 0 unless a test says otherwise."""

from decimal import Decimal

from samples import SAID

from giar_site import forms
from giar_site.model import Agency, Figure, Figures, Metadata, Passage, Reading, Report, Settings, Site, Withheld
from giar_site.reorganisation import Reorganisation

ZERO = Figure(Decimal(0), "0", Reading.PLAIN)
BLANK = Figure(None, "~", Reading.BLANK)
NO_METADATA = Metadata()
RECEIVED = "applications.received@total"


def plain(number: int) -> Figure:
    """A figure written as a plain number."""
    return Figure(Decimal(number), str(number), Reading.PLAIN)


def converted(text: str, number: str, unit: str = "") -> Figure:
    """A published oddity read as `number`."""
    return Figure(Decimal(number), text, Reading.CONVERTED, unit)


def figures(edition: int, cells: dict[str, Figure] | None = None) -> Figures:
    """A form of zeros with `cells` laid over it."""
    form = forms.edition(edition)
    assert set(cells or {}) <= set(form.by_id)
    return Figures(edition, tuple((cells or {}).get(cell.id, ZERO) for cell in form.cells))


def report(  # noqa: PLR0913 - each field of a report that a test may vary
    agency: str,
    year: int,
    cells: dict[str, Figure] | None = None,
    *,
    edition: int | None = None,
    metadata: Metadata = NO_METADATA,
    preamble: str = "",
    sections: tuple[Passage, ...] | None = None,
    **more: object,
) -> Report:
    """A report with every section written."""
    number = edition or (2019 if year < 2021 else 2021)
    form = forms.edition(number)
    written = (
        sections
        if sections is not None
        else tuple(Passage(each.key, each.title, SAID.get(each.key, ""), "<p>无</p>\n") for each in form.sections)
    )
    return Report(agency, year, figures(number, cells), metadata, Passage("", "", "", preamble), written, **more)  # type: ignore[arg-type]


def agency(slug: str, *years: int, received: int = 0, **more: object) -> Agency:
    """An agency named after its slug that received `received` requests in each of `years`."""
    reports = tuple(report(slug, year, {RECEIVED: plain(received)}) for year in years)
    fields = {"name": f"{slug}机关", "reports": reports, **more}
    return Agency(slug, **fields)  # type: ignore[arg-type]


def site(*agencies: Agency, withheld: tuple[Withheld, ...] = (), **settings: object) -> Site:
    """A site of `agencies`."""
    return Site(Settings(**{"title": "某县年报", **settings}), agencies, withheld)  # type: ignore[arg-type]


def change(kind: str, date: str, *origins: str, to: tuple[str, ...] = (), former_name: str = "", number: int = 1) -> Reorganisation:
    """A `lineage:` entry."""
    return Reorganisation(kind, date, "某编办〔2021〕3号", origins, to, former_name, number)
