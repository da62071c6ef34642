"""Site → pages. The one door of this floor."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from giar_site.derive import Register, accepted_reasons, checks_of, original_figures, register_of, versions_of
from giar_site.diagnostics import Finding, Rule
from giar_site.locked import fingerprint
from giar_site.model import Agency, Report, Site
from giar_site.render.checks_page import checks_view
from giar_site.render.corrections_page import corrections_feed, corrections_view
from giar_site.render.data import checks_json, figures_csv, prose_json, report_json
from giar_site.render.frame import Article, address_of, frame_of, language_of
from giar_site.render.layout import layout_of
from giar_site.render.moved_page import moved_pages
from giar_site.render.overviews import agency_view, index_view, year_view
from giar_site.render.page import (
    CHECKS,
    CORRECTIONS,
    FEED,
    FIGURES_CSV,
    INDEX,
    LOST,
    MARKER,
    RULES,
    SITEMAP,
    Page,
    agency_path,
    data_path,
    report_path,
    year_path,
)
from giar_site.render.prose_checks import reasons_of
from giar_site.render.report_page import report_view
from giar_site.render.rules_page import rules_view
from giar_site.render.sitemap import sitemap
from giar_site.render.theme import load_theme


class Renderer:
    """Makes pages with one theme. Templates are compiled here once, before any worker is forked."""

    def __init__(self, site_folder: Path, theme: str, version: str) -> None:
        """Find and compile `theme`; `version` is giar's own, for the marker. Raises CannotGoOn for a theme missing or broken."""
        self.theme = load_theme(site_folder, theme)
        self.version = version

    def agency_pages(self, site: Site, agency: Agency, findings: Sequence[Finding]) -> Iterator[Page]:
        """The reports of `agency`, their data, its own page, and pages at former addresses; `findings` are those on this agency."""
        register = register_of(site)
        for report in agency.reports:
            own = [finding for finding in findings if finding.at.year == report.year]
            yield self._report(register, agency, report, own)
            layout = layout_of(report.figures.form)
            original = original_figures(versions_of(site, agency.slug, report.year), report)
            lists = {
                "checks": checks_json(layout, checks_of(site, report), accepted_reasons(own)),
                "prose": prose_json(layout, report, reasons_of(own)),
            }
            content = report_json(layout, agency, report, original, lists)
            yield Page(data_path(agency.slug, report.year), content)
        path = agency_path(agency.slug)
        yield self._page(site, path, "agency.html", agency_view(register, self.theme, agency))
        for each in moved_pages(register, agency):
            frame = frame_of(site, self.theme, each.path)._replace(address=address_of(site.settings, each.target))
            yield Page(each.path, self.theme.render("moved.html", frame=frame, page=each.view))

    def figures_csv(self, site: Site) -> Iterator[bytes]:
        """The table of all figures in chunks of one agency: at ten thousand reports half a gigabyte that no one need hold at once."""
        return figures_csv(register_of(site))

    def site_pages(self, site: Site, findings: Sequence[Finding], rules: Sequence[Rule], *, csv: bool = True) -> Iterator[Page]:
        """Everything else: overviews, checks, data of all reports, the theme's assets.

        Without `csv` the table of all figures is left out, for a caller that writes `figures_csv` chunk by chunk.
        """
        register = register_of(site)
        yield self._page(site, INDEX, "index.html", index_view(register, self.theme))
        for year in site.years:
            yield self._page(site, year_path(year), "year.html", year_view(register, self.theme, year))
        yield self._page(site, CHECKS, "checks.html", checks_view(register, self.theme, findings, rules))
        yield self._page(site, CORRECTIONS, "corrections.html", corrections_view(register))
        yield Page(FEED, corrections_feed(register))
        yield self._page(site, RULES, "rules.html", rules_view(self.theme, rules, language_of(site.settings)))
        # A server shows 404.html under whatever address was asked for, so relative links would start from anywhere:
        # with a url in site.yaml they start from its path instead; without one the site's root is the best guess.
        root = urlsplit(site.settings.url).path.rstrip("/") + "/" if site.settings.url else None
        yield Page(LOST, self.theme.render(LOST, frame=frame_of(site, self.theme, LOST, root=root)))
        yield Page(SITEMAP, sitemap(register))
        if csv:
            yield Page(FIGURES_CSV, b"".join(self.figures_csv(site)))
        yield Page(MARKER, self._marker(register))
        yield from self.theme.assets

    def _report(self, register: Register, agency: Agency, report: Report, findings: Sequence[Finding]) -> Page:
        view = report_view(register, self.theme, agency, report, findings)
        path = report_path(agency.slug, report.year)
        article = Article(view.title, report.metadata.published, report.metadata.source or agency.name)
        frame = frame_of(register.site, self.theme, path, article)
        return Page(path, self.theme.render("report.html", frame=frame, page=view))

    def _page(self, site: Site, path: str, template: str, view: object) -> Page:
        return Page(path, self.theme.render(template, frame=frame_of(site, self.theme, path), page=view))

    def _marker(self, register: Register) -> bytes:
        reports = sum(map(len, register.by_year.values()))
        locked = sorted(register.site.locked.items())
        record = {f"{slug}/{year}": (len(versions), fingerprint(versions)) for (slug, year), versions in locked}
        marker = {"generator": "giar", "version": self.version, "reports": reports, "locked": len(register.site.locked), "record": record}
        return (json.dumps(marker, ensure_ascii=False) + "\n").encode()
