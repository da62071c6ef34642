"""A file of an agency → its text, or the fault that says why it was not taken."""

from contextlib import ExitStack
from pathlib import Path

from giar_site.diagnostics import CannotGoOn
from giar_site.load.files import Folder, Refused
from giar_site.load.sink import Sink
from giar_site.load.text import deceiving_characters, decode

LARGEST_TEXT = 256 * 1024
MOST_REPORTED = 20


def read_text(folder: Folder, name: str, sink: Sink) -> str | None:
    """The text of the file `name`, with deceiving characters recorded; None (and a fault) when it cannot be taken."""
    if not folder.kind(name):
        sink.fault("missing_file", name, None, name=name)
        return None
    try:
        text = decode(folder.read(name, LARGEST_TEXT))
    except Refused as refused:
        sink.fault("unsafe_file", name, None, zh=refused.text.zh, en=refused.text.en)
        return None
    lines = text.split("\n")
    for count, found in enumerate(deceiving_characters(text)):
        if count >= MOST_REPORTED:
            sink.unlisted += 1
            continue
        before = lines[found.line - 1][max(found.column - 9, 0) : found.column - 1]
        sink.fault("unsafe_text", f"{name}:{found.line}", sink.place(found.line, found.column), codepoint=found.codepoint, before=before)
    return text


def read_lines(site: Path, file: str) -> list[str]:
    """The lines of a site's file (a path relative to the site folder), to quote in a message; none when it cannot be taken."""
    *folders, name = file.split("/")
    try:
        with ExitStack() as stack:
            folder = stack.enter_context(Folder.top(site))
            for each in folders:
                folder = stack.enter_context(folder.folder(each))
            return decode(folder.read(name, LARGEST_TEXT)).split("\n")
    except (Refused, CannotGoOn):
        return []
