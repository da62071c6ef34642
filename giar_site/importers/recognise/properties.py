"""What a file says of its text beside it – the head of a web page, the properties of an office file, front matter – as metadata."""

import re
from collections.abc import Iterator, Mapping

from giar_site.diagnostics import Text
from giar_site.importers.recognise.report_title import title_in
from giar_site.importers.recognise.values import CONTACT, FoundAttachment, FoundValue, found_value
from giar_site.model import Contact

_TITLES = ("ArticleTitle", "title")
_NAMES = {  # how web pages call it, then how the front matter of report.md does
    "PubDate": "published",
    "ContentSource": "source",
    "published": "published",
    "document_number": "document_number",
    "index_number": "index_number",
    "source": "source",
    **{CONTACT + field: CONTACT + field for field in Contact._fields},
}


def values_of(properties: Mapping[str, str]) -> Iterator[FoundValue]:
    """The metadata in `properties`: a title only where it is one of a report."""
    for name in _TITLES:
        text = named_title(properties.get(name, ""))
        if title_in(text):
            yield found_value("title", text, _property(name))
    for name, key in _NAMES.items():
        if value := properties.get(name, "").strip():
            yield found_value(key, value, _property(name))


def named_title(text: str) -> str:
    """The title of a page without the names of column and site behind it."""
    return re.split(r"\s*[_|｜]\s*|\s+[-–—]+\s+", text.strip(), maxsplit=1)[0]


def attachments_of(properties: Mapping[str, str]) -> Iterator[FoundAttachment]:
    """The attachments that front matter lists."""
    numbers = sorted({int(match[1]) for name in properties if (match := re.fullmatch(r"attachments\.([0-9]{1,4})\..+", name))})
    for number in numbers:
        title, file, note = (properties.get(f"attachments.{number}.{field}", "").strip() for field in ("title", "file", "note"))
        if title:
            yield FoundAttachment(title, file, note)


def _property(name: str) -> Text:
    return Text(f"文件属性 {name}", f"the file's property {name}")
