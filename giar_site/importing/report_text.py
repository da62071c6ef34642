"""The prose and the metadata of a recognised report as report.md."""

import json
import re
from collections.abc import Iterator

from giar_site.importers.recognise.prose import escaped, markdown
from giar_site.importers.recognise.report import Recognised
from giar_site.importers.recognise.values import FoundAttachment

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
    for key in ("title", "published", "document_number", "index_number", "source"):
        if value := report.values.text(key):
            yield f"{key}: {json.dumps(value, ensure_ascii=False) if key == 'published' else _scalar(value)}"
    contact = {key: value for key, value in report.values.contact._asdict().items() if value}
    if contact:
        yield "contact:"
        yield from (f"  {key}: {_scalar(value)}" for key, value in contact.items())
    if report.attachments:
        yield "attachments:"
        for each in report.attachments:
            yield f"  - title: {_scalar(each.title)}"
            yield f"    note: {_scalar(_note(each))}"


def _note(attachment: FoundAttachment) -> str:
    """What is said of an attachment whose file an import cannot bring along."""
    if attachment.file:
        return f"{attachment.note or _NOT_FETCHED}（文件名：{attachment.file}）"
    return attachment.note or _NOT_FETCHED


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
