"""A report's page: the view of one agency's report of one year."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from giar_site.derive import Register, Standing, checks_of, neighbouring_years, others_of_year, printed_title
from giar_site.diagnostics import Finding
from giar_site.forms import Form
from giar_site.model import Agency, Attachment, Contact, Correction, Metadata, Passage, Report
from giar_site.render.below import BelowView, below_view
from giar_site.render.check_views import ChecksTableView
from giar_site.render.corrections_page import correction_place
from giar_site.render.frame import Link, language_of
from giar_site.render.history import HistoryView, history_beside
from giar_site.render.layout import layout_of
from giar_site.render.notes import NoteView, by_cell, notes_of, section_id
from giar_site.render.page import agency_path, attachment_path, data_path, report_path, root_of, year_path
from giar_site.render.prose_checks import ProseView, prose_view
from giar_site.render.report_checks import check_tables
from giar_site.render.tables import TableView, table_view
from giar_site.render.theme import Theme


class SectionView(NamedTuple):
    """A section as published. The preamble has no heading; `table` is None where the form has none."""

    id: str
    heading: str
    html: str
    table: TableView | None
    notes: list[NoteView]


class CorrectionView(NamedTuple):
    """What was changed after publication; `place` is an id on the page, "" when it is about the page as a whole."""

    date: str
    place: str
    label: str
    was: str
    now: str
    reason: str


class AttachmentView(NamedTuple):
    """An attachment; `href` is empty when only its name was published."""

    title: str
    href: str
    size: str
    note: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """All that a theme prints of a report. `beside`: there is any other report to lead to. `below`: of a roll-up, the agencies it sums."""

    title: str
    year: int
    year_link: str
    agency: str
    agency_label: str
    agency_link: str
    metadata: Metadata
    form: Form
    sections: list[SectionView]
    notes: list[NoteView]
    checks: list[ChecksTableView]
    prose: ProseView | None
    corrections: list[CorrectionView]
    attachments: list[AttachmentView]
    contact: Contact
    has_contact: bool
    previous: Link | None
    next: Link | None
    others: list[Link]
    more: int
    beside: bool
    json: str
    below: BelowView | None
    history: list[HistoryView]


def report_view(register: Register, theme: Theme, agency: Agency, report: Report, findings: Sequence[Finding]) -> ReportView:
    """The view of `report`; `findings` are those on it."""
    form = report.figures.form
    notes = notes_of(report.figures, findings, language_of(register.site.settings))
    up = root_of(report_path(agency.slug, report.year))
    years = neighbouring_years(register, agency.slug, report.year)
    others = others_of_year(register, agency.slug, report.year)
    contact = report.metadata.contact if any(report.metadata.contact) else agency.contact
    return ReportView(
        title=printed_title(report, agency),
        year=report.year,
        year_link=up + year_path(report.year),
        agency=agency.name,
        agency_label=agency.label,
        agency_link=up + agency_path(agency.slug),
        metadata=report.metadata,
        form=form,
        sections=_sections(theme, report, notes),
        notes=[note for note in notes if not note.table],
        checks=check_tables(theme, layout_of(form), checks_of(register.site, report), notes, up, agencies=register.agencies),
        prose=prose_view(theme, report, findings),
        corrections=[_correction(report, each) for each in report.corrections],
        attachments=[_attachment(report, each, up) for each in report.metadata.attachments if each.listed],
        contact=contact,
        has_contact=any(contact),
        previous=_year_link(years.previous, up),
        next=_year_link(years.next, up),
        others=[_agency_link(each, up) for each in (*others.same_kind, *others.other_kinds)],
        more=others.more,
        beside=any((*years, *others)),
        json=up + data_path(agency.slug, report.year),
        below=below_view(register, agency, report.year, up),
        history=history_beside(register, theme, agency, report.year, up),
    )


def _sections(theme: Theme, report: Report, notes: list[NoteView]) -> list[SectionView]:
    """The preamble, then the sections as published; a table whose section was not written stands where the form has it."""
    form = report.figures.form
    passages = list(report.sections)
    for at, section in enumerate(form.sections):
        if section.table and all(passage.key != section.key for passage in passages):
            before = {each.key for each in form.sections[:at]}
            place = max((n for n, passage in enumerate(passages, 1) if passage.key in before), default=0)
            passages.insert(place, Passage(section.key, section.title, "", ""))
    layout = layout_of(form)
    described = by_cell(notes)
    tables = {section.key: section.table for section in form.sections}
    views = [SectionView(section_id(""), "", report.preamble.html, None, [])] if report.preamble.html else []
    for passage in passages:
        key = tables.get(passage.key, "")
        table = table_view(theme, layout, key, report.figures.values, described) if key else None
        own = [note for note in notes if key and note.table == key]
        views.append(SectionView(section_id(passage.key), passage.heading, passage.html, table, own))
    return views


def _correction(report: Report, correction: Correction) -> CorrectionView:
    place, label = correction_place(report, correction)
    return CorrectionView(correction.date, place, label, correction.was, correction.now, correction.reason)


def _attachment(report: Report, attachment: Attachment, up: str) -> AttachmentView:
    href = up + attachment_path(report.agency, report.year, attachment.file) if attachment.file else ""
    return AttachmentView(attachment.title, href, size_text(attachment.size), attachment.note)


def size_text(size: int) -> str:
    """A file's size for people: "" when not known."""
    for unit, bytes_in_it in (("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= bytes_in_it:
            return f"{size / bytes_in_it:.1f} {unit}"
    return f"{size} B" if size else ""


def _year_link(standing: Standing | None, up: str) -> Link | None:
    return Link(up + report_path(standing.agency.slug, standing.year), str(standing.year)) if standing else None


def _agency_link(standing: Standing, up: str) -> Link:
    return Link(up + report_path(standing.agency.slug, standing.year), standing.agency.label)
