"""The files: each figures.yaml asked for is read through the same gate as ever, mended, shown, and replaced whole."""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.load import Folder, Refused
from giar_site.load.documents import LARGEST_TEXT
from giar_site.load.text import decode
from giar_site.mend.text import mended
from giar_site.width import visible

_NAME = "figures.yaml"
_MARK = b"\xef\xbb\xbf"  # a byte order mark, which some editors insist on


class Mended(NamedTuple):
    """A file that was mended (or would be): a sentence that names it, and its unified diff."""

    told: Text
    diff: str


def mend_site(site: Path, reports: Iterable[tuple[str, int]], *, write: bool) -> Iterator[Mended]:
    """Mend the figures of `reports` (agency, year) in the site folder; without `write` only say how.

    A file that giar refuses to read is left alone, as is one that changes meanwhile. Raises CannotGoOn when it cannot write.
    """
    for agency, year in reports:
        try:
            with Folder.top(site) as top, top.folder("content") as content, content.folder(agency) as own, own.folder(str(year)) as folder:
                found = _mend(folder, site, write=write)
        except Refused:
            continue  # which the check that follows words
        if found:
            yield found


def _mend(folder: Folder, site: Path, *, write: bool) -> Mended | None:
    data = folder.read(_NAME, LARGEST_TEXT)
    text = decode(data)
    better = mended(text)
    after = _as_before(data, better)
    if better == text or len(after) > LARGEST_TEXT:  # which could not be read again
        return None
    path = folder.below(_NAME)
    told = Text(f"{path} 可以这样改（没有写入）：", f"{path} would be mended so (not written):")
    if write:
        with cannot(Text("写入", "write"), site / path):
            done = folder.replace(_NAME, data, after)
        told = (
            Text(f"已改好 {path}：", f"mended {path}:")
            if done
            else Text(f"{path} 刚刚被改动过，没有改它：", f"{path} has just changed and was left alone:")
        )
    return Mended(told, _diff(path, text, better))


def _as_before(data: bytes, text: str) -> bytes:
    """The bytes of `text` with the line ends and the byte order mark that the file had."""
    ends = "\r\n" if b"\r\n" in data else "\n"
    return (_MARK if data.startswith(_MARK) else b"") + text.replace("\n", ends).encode()


def _diff(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), path, path, lineterm="", n=1)
    return "".join(visible(line) + "\n" for line in lines)
