"""The files: each figures.yaml asked for is read through the same gate as ever, mended, shown, and replaced whole."""

import difflib
import re
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
    """A file that was mended (or would be): a sentence that names it, and its unified diff without the lines that were only laid out."""

    told: Text
    diff: str


def mend_site(site: Path, reports: Iterable[tuple[str, int]], *, write: bool, align: bool = False) -> Iterator[Mended]:
    """Mend the figures of `reports` (agency, year) in the site folder; without `write` only say how; `align` lines up the tables.

    A file that giar refuses to read is left alone, as is one that changes meanwhile. Raises CannotGoOn when it cannot write.
    """
    for agency, year in reports:
        try:
            with Folder.top(site) as top, top.folder("content") as content, content.folder(agency) as own, own.folder(str(year)) as folder:
                found = _mend(folder, site, write=write, align=align)
        except Refused:
            continue  # which the check that follows words
        if found:
            yield found


def _mend(folder: Folder, site: Path, *, write: bool, align: bool) -> Mended | None:
    data = folder.read(_NAME, LARGEST_TEXT)
    text = decode(data)
    better = mended(text, align=align)
    after = _as_before(data, better)
    if better == text or len(after) > LARGEST_TEXT:  # which could not be read again
        return None
    path = folder.below(_NAME)
    told = Text(f"{path} 可以这样改（没有写入）", f"{path} would be mended so (not written)")
    if write:
        with cannot(Text("写入", "write"), site / path):
            done = folder.replace(_NAME, data, after)
        told = (
            Text(f"已改好 {path}", f"mended {path}")
            if done
            else Text(f"{path} 刚刚被改动过，没有改它", f"{path} has just changed and was left alone")
        )
    lines, moved = _but_for_spaces(text.split("\n"), better.split("\n"))
    diff = _diff(path, lines, better.split("\n"))
    rest = _of_the_moved(moved, shown=bool(diff))
    return Mended(Text(told.zh + rest.zh, told.en + rest.en), diff)


def _as_before(data: bytes, text: str) -> bytes:
    """The bytes of `text` with the line ends and the byte order mark that the file had."""
    ends = "\r\n" if b"\r\n" in data else "\n"
    return (_MARK if data.startswith(_MARK) else b"") + text.replace("\n", ends).encode()


def _but_for_spaces(before: list[str], after: list[str]) -> tuple[list[str], int]:
    """`before` with the lines that were only laid out as they stand in `after`, and how many those are."""
    lines, moved = before[:], 0
    for mine, other, length in difflib.SequenceMatcher(None, [*map(_bare, before)], [*map(_bare, after)]).get_matching_blocks():
        moved += sum(before[mine + at] != after[other + at] for at in range(length))
        lines[mine : mine + length] = after[other : other + length]
    return lines, moved


def _bare(line: str) -> str:
    """`line` without the spaces that put its figures and its comment in columns."""
    return "".join(part.strip() for part in re.split(r"([\[\],#])", line))


def _of_the_moved(moved: int, *, shown: bool) -> Text:
    """How a sentence goes on when `moved` lines were laid out and nothing else, and other changes are `shown` below it."""
    if not shown:
        return Text(f"：只是重新对齐了 {moved} 行，数没有变。", f": lines laid out anew: {moved}; no figure changed.")
    if moved:
        return Text(f"；另有 {moved} 行只是重新对齐，没有列出：", f" (lines only laid out anew, not shown: {moved}):")
    return Text("：", ":")


def _diff(path: str, before: list[str], after: list[str]) -> str:
    lines = difflib.unified_diff(before, after, path, path, lineterm="", n=1)
    return "".join(visible(line) + "\n" for line in lines)
