"""The files/ folder of a report: which attachments are there, and that each is what its name says."""

import hashlib
from typing import NamedTuple

from giar_site.load.fields import Fields
from giar_site.load.files import Folder, Refused
from giar_site.load.names import fold
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
_SIGNATURES = tuple(beginning for each in _BEGINNINGS.values() for beginning in each if beginning)
MOST_FILES = 100
LARGEST_TOGETHER = 200 * 1024 * 1024


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
                for name in _few_enough(folder.names()):
                    _store(folder, name, stored, sink)
        except Refused as refused:
            sink.fault("unsafe_file", "files", None, zh=refused.text.zh, en=refused.text.en)
    return stored


def _few_enough(names: list[str]) -> list[str]:
    if len(names) > MOST_FILES:
        raise Refused(f"有 {len(names)} 个附件，超过上限 {MOST_FILES} 个", f"{len(names)} attachments, over the limit of {MOST_FILES}")
    return names


def _store(folder: Folder, name: str, stored: dict[str, StoredFile], sink: Sink) -> None:
    try:
        _check_unlike(name, stored)
        left = LARGEST_TOGETHER - sum(file.size for file in stored.values())
        stored[name] = _checked(folder, name, min(left, LARGEST_ATTACHMENT))
    except Refused as refused:
        place = sink.place()._replace(file=folder.below(name))
        sink.fault("unsafe_file", f"files/{name}", place, name=f"files/{name}", zh=refused.text.zh, en=refused.text.en)


def _check_unlike(name: str, stored: dict[str, StoredFile]) -> None:
    """Raise Refused when `name` and one already stored would be one file on systems that fold case or width."""
    same = next((other for other in stored if fold(other) == fold(name)), None)
    if same is not None:
        raise Refused(f"与“{same}”在别的系统上是同一个名称", f"on other systems the same name as “{same}”")


def _checked(folder: Folder, name: str, limit: int) -> StoredFile:
    """Read the file of at most `limit` bytes once: its beginning must be what its name says. Raises Refused."""
    extension = name.rpartition(".")[2].lower()
    beginnings = _BEGINNINGS.get(extension)
    if beginnings is None:
        allowed = " ".join(_BEGINNINGS)
        raise Refused(f"附件只能是 {allowed} 格式", f"an attachment must be one of {allowed}")
    with folder.opened(name, limit) as file:
        digest = hashlib.sha256()
        block = file.read(1 << 20)
        if not block.startswith(beginnings) or (extension == "csv" and _no_table(block)):
            raise Refused(f"内容不是 {extension} 格式", f"its content is not {extension}")
        while block and file.tell() <= limit:
            digest.update(block)
            block = file.read(1 << 20)
        return StoredFile(name, file.tell(), digest.hexdigest())


def _no_table(beginning: bytes) -> bool:
    """True for what calls itself CSV and is a program, an archive or a page."""
    return b"\0" in beginning or beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<", *_SIGNATURES))


def read_attachments(fields: Fields, stored: dict[str, StoredFile], used: frozenset[str], sink: Sink) -> tuple[Attachment, ...]:
    """The attachments listed in front matter, then the files that only the narrative shows or links.

    A listed file that is not there is a fault; so is a file that nobody names: it is not published, it may be a draft.
    """
    found: list[Attachment] = []
    for number, (node, each) in enumerate(fields.mappings("attachments"), 1):
        title, name, note = each.text("title"), each.text("file"), each.text("note")
        each.finish()
        sink.put(f"attachments.{number}", node)
        if name and name not in stored:
            sink.fault("missing_file", f"files/{name}", node, name=f"files/{name}")
        elif title or name:
            file = stored.get(name, StoredFile("", 0, ""))
            found.append(Attachment(title or name, file.name, file.size, file.sha256, note, number=number))
    for name in sorted(used - set(stored)):
        sink.fault("missing_file", f"files/{name}", fields.line_with(f"files/{name}"), name=f"files/{name}")
    listed = {attachment.file for attachment in found}
    for name, file in stored.items():
        if name not in listed and name not in used:
            place = sink.place()._replace(file=f"{sink.file.rpartition('/')[0]}/files/{name}")
            sink.fault("unexpected_file", f"files/{name}", place, name=f"files/{name}", unlisted="yes")
        elif name not in listed:
            found.append(Attachment(name, name, file.size, file.sha256, listed=False))
    return tuple(found)
