"""A generated site as the records that rules and pages work on, made without any file."""

import re
from decimal import Decimal

from giar_site import model
from giar_site.model import Agency, Figure, Metadata, Passage, Reading, Report, Settings
from tests.corpus.bodies import Body
from tests.corpus.figures import Figures, form_of
from tests.corpus.sites import Site
from tests.corpus.tables import written


def as_records(site: Site) -> model.Site:
    """The site as `load` reads it, with plain figures, the prose as Markdown only, and of the front matter title and date."""
    agencies = (_agency(site, body) for body in site.bodies)
    return model.Site(Settings(title=f"{site.bodies[0].portal}政府信息公开工作年度报告", years=site.years), tuple(agencies))


def _agency(site: Site, body: Body) -> Agency:
    reports = tuple(_report(site, body, year) for year in site.figures[body.slug])
    return Agency(body.slug, body.name, body.short_name, body.kind, body.level, body.scope, body.parent, reports=reports)


def _report(site: Site, body: Body, year: int) -> Report:
    text = site.texts[f"content/{body.slug}/{year}/report.md"]
    _, head, prose = text.split("---\n", 2)
    title, published = (re.search(rf'^{key}: "?([^"\n]*)', head, re.MULTILINE) for key in ("title", "published"))
    preamble, *sections = re.split(r"^## ", prose, flags=re.MULTILINE)
    keys = {section.title: section.key for section in form_of(year).sections}
    passages = []
    for section in sections:
        heading, _, source = section.partition("\n")
        passages.append(Passage(keys[heading], heading, source.strip("\n"), ""))
    return Report(
        agency=body.slug,
        year=year,
        figures=_figures(year, site.figures[body.slug][year]),
        metadata=Metadata(title=title[1] if title else "", published=published[1] if published else ""),
        preamble=Passage("", "", preamble.strip("\n"), ""),
        sections=tuple(passages),
    )


def _figures(year: int, cells: Figures) -> model.Figures:
    return model.Figures(form_of(year).edition, tuple(Figure(Decimal(text), text, Reading.PLAIN) for text in written(list(cells.values()))))
