"""The prose and the metadata of a recognised report as report.md."""

import json
import re
from collections.abc import Iterator

from giar_site.importers.recognise.prose import escaped, markdown
from giar_site.importers.recognise.report import Recognised

_DATE = re.compile(
    r"(?P<year>[0-9]{4})\s*[年./-]\s*(?P<month>[0-9]{1,2})\s*[月./-]\s*(?P<day>[0-9]{1,2})\s*日?(?:[ T]+(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?))?"
)
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z][\w\u4e00-\u9fff（）()《》〔〕·、，。-]*")
_NOT_FETCHED = "导入时只有附件名称，没有取得文件"


def report_text(report: Recognised) -> str:
    """report.md of `report`: front matter, preamble and the sections under the titles the source gives them."""
    parts = [_front_matter(report)]
    if report.preamble:
        parts.append(markdown(report.preamble))
    for passage in report.passages:
        parts.append(f"## {escaped(passage.title)}")
        if passage.blocks:
            parts.append(markdown(passage.blocks))
    return "\n\n".join(parts) + "\n"


def _front_matter(report: Recognised) -> str:
    return "\n".join(["---", *_fields(report), "---"])


def _fields(report: Recognised) -> Iterator[str]:
    if report.title:
        yield f"title: {_scalar(report.title)}"
    for key in ("published", "document_number", "index_number", "source"):
        if value := report.fields.get(key, ""):
            yield f"{key}: {json.dumps(plain_date(value), ensure_ascii=False) if key == 'published' else _scalar(value)}"
    contact = {key: value for key, value in report.contact._asdict().items() if value}
    if contact:
        yield "contact:"
        yield from (f"  {key}: {_scalar(value)}" for key, value in contact.items())
    if report.attachments:
        yield "attachments:"
        for title in report.attachments:
            yield f"  - title: {_scalar(title)}"
            yield f"    note: {_NOT_FETCHED}"


def plain_date(text: str) -> str:
    """A date as giar writes it (`2021-01-29 15:01`) where `text` is one, else `text`."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return text
    day = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    return f"{day} {match['time']}" if match["time"] else day


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
