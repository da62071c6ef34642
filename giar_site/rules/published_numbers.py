"""The private numbers in everything an agency publishes, found once for the three rules that word them."""

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from giar_site.diagnostics import Address, Finding, Text
from giar_site.forms import Kind as CellKind
from giar_site.model import PREAMBLE, Agency, Contact, Passage, Reading, Report, in_prose
from giar_site.private import Kind, Private, digits_of, private_data

_SHORTEST = 11  # a mobile number; most figures are shorter, and there are two hundred in a report
_TAG = re.compile(r"<[^>]*>")
_CELL_END = re.compile(r"</t[dh]>")
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
    "lineage": Text("机构沿革（lineage）", "an entry of `lineage:`"),
    "accept": Text("说明（accept）", "an entry of `accept:`"),
    "corrections": Text("更正记录（corrections）", "an entry of `corrections:`"),
}
_IN_TABLES = Text("表格", "the tables")


class Published(NamedTuple):
    """A private number, where it is published, that place in words, and its digits, which are never said.

    `alias`: what `accept:` calls it, the mask; "-2" follows it when a file before or the same report has another number of that mask.
    """

    number: Private
    at: Address
    where: Text
    digits: str
    alias: str = ""


def told(agency: Agency, kind: Kind, name: Text) -> Iterator[Finding]:
    """A finding for each number of `kind` that the agency publishes. Only the mask is ever said."""
    for number, at, where, _, alias in published(agency):
        if number.kind is not kind:
            continue
        yield Finding(
            at=at,
            message=Text(f"{where.zh}里公布了{name.zh} {number.masked}。", f"{where.en} publishes {name.en}: {number.masked}."),
            mend=_mend(number.masked, alias, at),
            actual=number.masked,
            alias=alias,
        )


def _mend(mask: str, alias: str, at: Address) -> Text:
    """What to do; a number in agency.yaml, which has no `accept:`, is waived in a report."""
    zh, en = ("最近一年报告的 ", " of the latest report") if at.year is None else ("", "")
    other_zh, other_en = ("（遮盖后相同的另有一个号码，各写一条）", " (another number has the same mask; each needs its own entry)")
    if alias == mask:
        other_zh = other_en = ""
    return Text(
        f"删去号码，或者只写 {mask}；本人书面同意公布的，在{zh or ' '}figures.yaml 的 accept: 中写明：at 写 {alias}{other_zh}，reason 写同意的依据。",
        f"delete the number or write {mask}; where the person agreed in writing, say so in `accept:` of figures.yaml{en}, `at: {alias}`{other_en}.",
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
    for change in agency.lineage:
        words = dict.fromkeys((change.basis, change.former_name, *change.origins, *change.heirs))
        texts += [(f"lineage.{change.number}", text) for text in words]
    known: dict[str, list[str]] = {}
    found = _named(_in_fields(own, texts), known)
    for report in agency.reports:  # its entries speak of its own numbers and of those in agency.yaml
        named = {mask: [*numbers] for mask, numbers in known.items()}
        found += _named((*_in_tables(report), *_in_metadata(report), *_in_prose(report)), named)
    return tuple(found)


def _named(found: Iterable[Published], known: dict[str, list[str]]) -> list[Published]:
    """`found` with their aliases. `known`: by mask the different numbers before, to which these are added."""
    out = []
    for each in found:
        numbers = known.setdefault(each.number.masked, [])
        if each.digits not in numbers:
            numbers.append(each.digits)
        place = numbers.index(each.digits) + 1
        out.append(each._replace(alias=each.number.masked if place == 1 else f"{each.number.masked}-{place}"))
    return out


def _contact(contact: Contact) -> list[tuple[str, str]]:
    return [(f"contact.{name}", text) for name, text in contact._asdict().items()]


def _in_fields(file: Address, texts: list[tuple[str, str]]) -> Iterator[Published]:
    for item, text in texts:
        for number in private_data(text):
            yield Published(number, file._replace(item=item), _FIELDS[re.split(r"[./]", item, maxsplit=1)[0]], digits_of(text, number))


def _in_tables(report: Report) -> Iterator[Published]:
    file = Address(report.agency, report.year, "figures")
    form = report.figures.form
    for index, figure in enumerate(report.figures.values):
        if len(figure.text) < _SHORTEST or (form.cells[index].kind is CellKind.MONEY and figure.reading is not Reading.UNREADABLE):
            continue  # eleven digits may well be money
        for number in private_data(figure.text):
            yield Published(number, file._replace(item=form.cells[index].id), _IN_TABLES, digits_of(figure.text, number))
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
            yield Published(number, at, where, digits_of(passage.heading, number))
        seen = set()
        for number in private_data(passage.source):
            digits = digits_of(passage.source, number)
            seen.add(digits)
            yield Published(number, in_prose(report.agency, report.year, passage.key, number.start, number.end), where, digits)
        shown = _hidden_in_the_source(passage)
        for number in private_data(shown):
            if digits_of(shown, number) not in seen:
                yield Published(number, at, where, digits_of(shown, number))


def _hidden_in_the_source(passage: Passage) -> str:
    """What the page shows, where `&#49;` or a link inside a number may hide it from who reads the source; else ""."""
    hides = "&" in passage.source or "](" in passage.source
    return html.unescape(_TAG.sub("", _CELL_END.sub(" |", passage.html))) if hides else ""
