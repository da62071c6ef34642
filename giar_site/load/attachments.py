"""The files/ folder of a report: which attachments are there, and that each is what its name says."""

import hashlib
from typing import NamedTuple

from giar_site.load.fields import Fields
from giar_site.load.files import Folder, Refused
from giar_site.load.sink import Sink
from giar_site.model import Attachment

LARGEST_ATTACHMENT = 50 * 1024 * 1024
_ZIP = (b"PK\x03\x04",)
_JPEG = (b"\xff\xd8\xff",)
# Formats that carry no script of their own when opened from the site, and the bytes they begin with.
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "docx": _ZIP,
    "xlsx": _ZIP,
    "csv": (b"",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": _JPEG,
    "jpeg": _JPEG,
}


class StoredFile(NamedTuple):
    """A file that may be published: size in bytes, SHA-256 of what was checked."""

    name: str
    size: int
    sha256: str


def read_files(year: Folder, sink: Sink) -> dict[str, StoredFile]:
    """The publishable files of the report, by name. What may not be published is a fault."""
    stored: dict[str, StoredFile] = {}
    if year.kind("files"):
        try:
            with year.folder("files") as folder:
                for name in folder.names():
                    _store(folder, name, stored, sink)
        except Refused as refused:
            sink.fault("unsafe_file", "files", None, zh=refused.text.zh, en=refused.text.en)
    return stored


def _store(folder: Folder, name: str, stored: dict[str, StoredFile], sink: Sink) -> None:
    try:
        stored[name] = _checked(folder, name)
    except Refused as refused:
        place = sink.place()._replace(file=folder.below(name))
        sink.fault("unsafe_file", f"files/{name}", place, name=f"files/{name}", zh=refused.text.zh, en=refused.text.en)


def _checked(folder: Folder, name: str) -> StoredFile:
    """Read the file once: its beginning must be what its name says. Raises Refused."""
    extension = name.rpartition(".")[2].lower()
    beginnings = _BEGINNINGS.get(extension)
    if beginnings is None:
        allowed = " ".join(_BEGINNINGS)
        raise Refused(f"附件只能是 {allowed} 格式", f"an attachment must be one of {allowed}")
    with folder.opened(name, LARGEST_ATTACHMENT) as file:
        digest = hashlib.sha256()
        first = block = file.read(1 << 20)
        while block:
            digest.update(block)
            block = file.read(1 << 20)
        if not first.startswith(beginnings):
            raise Refused(f"内容不是 {extension} 格式", f"its content is not {extension}")
        return StoredFile(name, file.tell(), digest.hexdigest())


def read_attachments(fields: Fields, stored: dict[str, StoredFile], used: frozenset[str], sink: Sink) -> tuple[Attachment, ...]:
    """The attachments listed in front matter, then the files nobody lists or shows; a listed file that is not there is a fault."""
    found: list[Attachment] = []
    for node, each in fields.mappings("attachments"):
        title, name, note = each.text("title"), each.text("file"), each.text("note")
        each.finish()
        if name and name not in stored:
            sink.fault("missing_file", f"files/{name}", node, name=f"files/{name}")
        elif title or name:
            file = stored.get(name, StoredFile("", 0, ""))
            found.append(Attachment(title or name, file.name, file.size, file.sha256, note))
    for name in sorted(used - set(stored)):
        sink.fault("missing_file", f"files/{name}", None, name=f"files/{name}")
    listed = {attachment.file for attachment in found}
    for name, file in stored.items():
        if name not in listed:
            found.append(Attachment(name, name, file.size, file.sha256, listed=name not in used))
    return tuple(found)
