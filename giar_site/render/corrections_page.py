"""All corrections of published reports, newest first: a page for readers and an Atom feed for those who follow."""

import uuid
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from giar_site.derive import Register
from giar_site.model import Correction, Report
from giar_site.render.frame import address_of
from giar_site.render.notes import section_id
from giar_site.render.page import CORRECTIONS, FEED, report_path, root_of

MOST_IN_FEED = 200
_SPACE = uuid.UUID("c0b7f9b4-8f5e-4d0e-9d0a-6a1a2c7a3c11")  # names giar's corrections among all uuids
_NEVER = "1970-01-01"


class CorrectedView(NamedTuple):
    """A correction; `href` leads to the place on the report's page, `label` says which place it is."""

    date: str
    agency: str
    year: int
    href: str
    label: str
    was: str
    now: str
    reason: str


class WithdrawnView(NamedTuple):
    """A report that was taken down: whose ("agency/year" where the agency is gone), when and why."""

    date: str
    report: str
    reason: str


class CorrectionsView(NamedTuple):
    """The page of corrections."""

    corrections: list[CorrectedView]
    withdrawn: list[WithdrawnView]
    feed: str


def corrections_view(register: Register) -> CorrectionsView:
    """Every correction of every report that is published, and every report taken down."""
    up = root_of(CORRECTIONS)
    withdrawn = sorted(register.site.settings.withdrawn, key=lambda each: (each.date, each.report), reverse=True)
    return CorrectionsView(
        corrections=[_view(report, each, register, up) for report, each in _newest_first(register)],
        withdrawn=[WithdrawnView(each.date, _name(register, each.report), each.reason) for each in withdrawn],
        feed=up + FEED,
    )


def corrections_feed(register: Register) -> bytes:
    """The newest corrections as an Atom feed (RFC 4287). Its dates are those of the corrections: the same site, the same bytes.

    While the site's address is not known, links are relative to the feed's own.
    """
    settings = register.site.settings
    found = list(_newest_first(register))[:MOST_IN_FEED]
    updated = found[0][1].date if found else _NEVER
    title = escape(settings.title, quote=False)
    author = escape(settings.owner.organizer or settings.title, quote=False)
    page, feed = (escape(address_of(settings, path) or path) for path in (CORRECTIONS, FEED))
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(settings.language)}">\n'
        f"<title>{title} · 更正</title>\n<id>{_identity(settings.url, settings.title)}</id>\n"
        f"<updated>{_moment(updated)}</updated>\n<author><name>{author}</name></author>\n"
        f'<link rel="self" href="{feed}"/>\n<link rel="alternate" href="{page}"/>\n'
    )
    return (head + "".join(_entry(register, report, each) for report, each in found) + "</feed>\n").encode()


def _entry(register: Register, report: Report, correction: Correction) -> str:
    view = _view(report, correction, register, "")
    address = escape(address_of(register.site.settings, view.href) or view.href)
    title = escape(f"{view.agency}{view.year}年报告更正：{view.label}", quote=False)
    words = escape(f"由“{view.was}”更正为“{view.now}”。原因：{view.reason}", quote=False)
    return (
        f"<entry>\n<title>{title}</title>\n<id>{_identity(report.agency, str(report.year), *correction)}</id>\n"
        f'<updated>{_moment(correction.date)}</updated>\n<link rel="alternate" href="{address}"/>\n<summary>{words}</summary>\n</entry>\n'
    )


def _newest_first(register: Register) -> Iterator[tuple[Report, Correction]]:
    found = [
        (report, correction, number)
        for agency in register.site.agencies
        for report in agency.reports
        for number, correction in enumerate(report.corrections)
    ]
    found.sort(key=lambda each: (each[1].date, each[2]), reverse=True)
    return ((report, correction) for report, correction, _ in found)


def _view(report: Report, correction: Correction, register: Register, up: str) -> CorrectedView:
    place, label = correction_place(report, correction)
    href = up + report_path(report.agency, report.year) + (f"#{place}" if place else "")
    agency = register.agencies[report.agency].name
    return CorrectedView(correction.date, agency, report.year, href, label, correction.was, correction.now, correction.reason)


def correction_place(report: Report, correction: Correction) -> tuple[str, str]:
    """The id on the report's page that a correction is about ("" for the page as a whole), and its words."""
    form = report.figures.form
    if correction.at in form.by_id:
        return correction.at, form.by_id[correction.at].label
    for section in form.sections:
        if section.key == correction.at:
            written = any(passage.key == section.key for passage in report.sections) or section.table
            return section_id(section.key) if written else "", section.title
    return "", _FIELDS.get(correction.at, correction.at)


_FIELDS = {
    "title": "标题",
    "name": "机关名称",
    "scope": "数字的范围（本机关或汇总）",
    "attachments": "附件名称",
    "published": "发布日期",
    "document_number": "文号",
    "index_number": "索引号",
    "source": "来源",
    "preamble": "正文开头的说明",
}


def _name(register: Register, report: str) -> str:
    slug, _, year = report.partition("/")
    agency = register.agencies.get(slug)
    return f"{agency.name}{year}年报告" if agency else report


def _identity(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, chr(0).join(parts))}"


def _moment(date: str) -> str:
    """An Atom date of a day or minute in China."""
    day, _, time = date.partition(" ")
    return f"{day}T{time + ':00' if len(time) == len('15:01') else time or '00:00:00'}+08:00"
