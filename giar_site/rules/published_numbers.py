"""The private numbers in everything an agency publishes, found once for the three rules that word them."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from giar_site.diagnostics import Address, Finding, Text
from giar_site.forms import Kind as CellKind
from giar_site.model import PREAMBLE, Agency, Contact, Passage, Reading, Report, in_prose
from giar_site.private import Kind, Private, private_data

_SHORTEST = 11  # a mobile number; most figures are shorter, and there are two hundred in a report
_TAG = re.compile(r"<[^>]*>")
_FIELDS = {
    "folder": Text("机关的文件夹名", "the name of the agency's folder"),
    "name": Text("机关名称", "the agency's name"),
    "short_name": Text("机关简称", "the agency's short name"),
    "level": Text("机关层级", "the agency's level"),
    "title": Text("标题", "the title"),
    "source": Text("来源", "the source"),
    "document_number": Text("文号", "the document number"),
    "index_number": Text("索引号", "the index number"),
    "contact": Text("联系方式", "the contact"),
    "attachments": Text("附件", "the attachments"),
    "files": Text("附件的文件名", "a file's name"),
    "accept": Text("说明（accept）", "an entry of `accept:`"),
    "corrections": Text("更正记录（corrections）", "an entry of `corrections:`"),
}
_IN_TABLES = Text("表格", "the tables")


class Published(NamedTuple):
    """A private number, where it is published, and that place in words."""

    number: Private
    at: Address
    where: Text


def told(agency: Agency, kind: Kind, name: Text) -> Iterator[Finding]:
    """A finding for each number of `kind` that the agency publishes. Only the mask is ever said."""
    for number, at, where in published(agency):
        if number.kind is not kind:
            continue
        yield Finding(
            at=at,
            message=Text(f"{where.zh}里公布了{name.zh} {number.masked}。", f"{where.en} publishes {name.en}: {number.masked}."),
            mend=_mend(number.masked, at),
            actual=number.masked,
            alias=number.masked,
        )


def _mend(mask: str, at: Address) -> Text:
    """What to do; a number in agency.yaml, which has no `accept:`, is waived in a report."""
    zh, en = ("最近一年报告的 ", " of the latest report") if at.year is None else ("", "")
    return Text(
        f"删去号码，或者只写 {mask}；本人书面同意公布的，在{zh or ' '}figures.yaml 的 accept: 中写明：at 写 {mask}，reason 写同意的依据。",
        f"delete the number or write {mask}; where the person agreed in writing, say so in `accept:` of figures.yaml{en}, `at: {mask}`.",
    )


@lru_cache(maxsize=2)  # each of the rules asks for the agency in turn
def published(agency: Agency) -> tuple[Published, ...]:
    """All private numbers the agency's own file and its reports publish, file by file."""
    own = Address(agency.slug, None, "agency")
    texts = [
        ("folder", agency.slug),
        ("name", agency.name),
        ("short_name", agency.short_name),
        ("level", agency.level),
        *_contact(agency.contact),
    ]
    found = [*_in_fields(own, texts)]
    for report in agency.reports:
        found += [*_in_tables(report), *_in_metadata(report), *_in_prose(report)]
    return tuple(found)


def _contact(contact: Contact) -> list[tuple[str, str]]:
    return [(f"contact.{name}", text) for name, text in contact._asdict().items()]


def _in_fields(file: Address, texts: list[tuple[str, str]]) -> Iterator[Published]:
    for item, text in texts:
        for number in private_data(text):
            yield Published(number, file._replace(item=item), _FIELDS[re.split(r"[./]", item, maxsplit=1)[0]])


def _in_tables(report: Report) -> Iterator[Published]:
    file = Address(report.agency, report.year, "figures")
    form = report.figures.form
    for index, figure in enumerate(report.figures.values):
        if len(figure.text) < _SHORTEST or (form.cells[index].kind is CellKind.MONEY and figure.reading is not Reading.UNREADABLE):
            continue  # eleven digits may well be money
        for number in private_data(figure.text):
            yield Published(number, file._replace(item=form.cells[index].id), _IN_TABLES)
    entries = [("accept", report.acceptances), ("corrections", report.corrections)]
    texts = [(f"{key}.{at}", text) for key, records in entries for at, record in enumerate(records, 1) for text in record]
    yield from _in_fields(file, texts)


def _in_metadata(report: Report) -> Iterator[Published]:
    metadata = report.metadata
    texts = [(key, getattr(metadata, key)) for key in ("title", "document_number", "index_number", "source")]
    texts += _contact(metadata.contact)
    for at, attachment in enumerate(metadata.attachments, 1):
        item = f"attachments.{at}" if attachment.listed else f"files/{attachment.file}"
        texts += [(item, text) for text in dict.fromkeys((attachment.title, attachment.file, attachment.note))]
    yield from _in_fields(Address(report.agency, report.year, "report"), texts)


def _in_prose(report: Report) -> Iterator[Published]:
    for passage in (report.preamble, *report.sections):
        at = Address(report.agency, report.year, "report", passage.key or PREAMBLE)
        where = Text(f"“{passage.heading}”部分", f"section “{passage.heading}”") if passage.key else Text("开头部分", "the text before 一")
        for number in private_data(passage.heading):
            yield Published(number, at, where)
        seen = set()
        for number in private_data(passage.source):
            seen.add(number.masked)
            yield Published(number, in_prose(report.agency, report.year, passage.key, number.start, number.end), where)
        for number in _only_on_the_page(passage):
            if number.masked not in seen:
                yield Published(number, at, where)


def _only_on_the_page(passage: Passage) -> Iterator[Private]:
    """Numbers that only the page shows, since `&#49;` or a link inside the number hides them from who reads the source."""
    if "&" in passage.source or "](" in passage.source:
        yield from private_data(html.unescape(_TAG.sub("", passage.html)))
