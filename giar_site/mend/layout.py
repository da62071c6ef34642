"""The layout of a table in figures.yaml: names, figures and comments in columns, so that a row can be read like the printed form."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from giar_site.width import width

_TOP = re.compile(r"[^\s#][^#]*")
_ROW = re.compile(r"(?P<name>\s+[^\s#:\[\]{}'\"][^#:\[\]{}'\"]*:)\s+\[(?P<body>[^#\[\]{}'\"]*)\](?:\s+(?P<comment>#.*))?\s*")
_HEAD = re.compile(r"(?P<name>\s+[^\s#:\[\]{}'\"][^#:\[\]{}'\"]*:)(?:\s+(?P<comment>#.*))?\s*")

_LONGEST = 400  # characters; a table with a longer line would be padded beyond all reading


class Line(NamedTuple):
    """A line of a table: of a row its figures, of a group's head none."""

    name: str
    figures: tuple[str, ...]
    comment: str


def laid_out(text: str, untouched: Collection[int] = ()) -> str:
    """`text` with each table laid out whose rows do not line up; other lines, and those numbered in `untouched`, stay as they are."""
    lines = text.split("\n")
    for start, end in _tables(lines):
        table = [None if at + 1 in untouched else _read(lines[at]) for at in range(start, end)]
        if not _lines_up(lines[start:end], table):
            lines[start:end] = table_laid_out(lines[start:end], table)
    return "\n".join(lines)


def tables_lined_up(text: str) -> int:
    """How many tables of `text` line up."""
    lines = text.split("\n")
    return sum(_lines_up(lines[start:end], [*map(_read, lines[start:end])]) for start, end in _tables(lines))


def table_laid_out(lines: Sequence[str], read: Sequence["Line | None"]) -> list[str]:
    """The lines of one table in columns; what was not `read` as a row on one line or as the head of a group is left alone."""
    rows = [line for line in read if line and line.figures]
    if not rows:
        return list(lines)
    name = max(width(line.name) for line in rows) + 1
    longest = max(len(line.figures) for line in rows)
    columns = [max(width(line.figures[at]) for line in rows if at < len(line.figures)) for at in range(longest)]
    bodies = {line: _padded(line.name, name) + _list(line.figures, columns) for line in rows}
    comment = max(width(body) for body in bodies.values()) + 2
    out = []
    for line, written in zip(read, lines, strict=True):
        body = bodies.get(line, line.name) if line else ""
        if line is None or written == f"{line.name}  {line.comment}":  # giar new writes heads so: no figure stands there to look along
            out.append(written)
        else:
            out.append(_padded(body, comment) + line.comment if line.comment else body)
    return out


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The spans of lines between keys that stand at the margin."""
    tops = [at for at, line in enumerate(lines) if _TOP.match(line)]
    yield from zip((at + 1 for at in tops), [*tops[1:], len(lines)], strict=True)


def _read(line: str) -> Line | None:
    if len(line) > _LONGEST:
        return None
    if match := _ROW.fullmatch(line):
        return Line(match["name"], tuple(figure.strip() for figure in match["body"].split(",")), match["comment"] or "")
    if match := _HEAD.fullmatch(line):
        return Line(match["name"], (), match["comment"] or "")
    return None


def _list(figures: Sequence[str], columns: Sequence[int]) -> str:
    return "[" + ", ".join(" " * (columns[at] - width(figure)) + figure for at, figure in enumerate(figures)) + "]"


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _lines_up(lines: Sequence[str], read: Sequence[Line | None]) -> bool:
    """Whether in each run of rows (a line of comment or an empty one ends it) brackets and commas stand below each other."""
    marks: dict[int, list[int]] = {}  # by their count: where the bracket stands, how wide is what stands before each comma
    for line, known in zip(lines, read, strict=True):
        if not line.strip() or line.lstrip().startswith("#"):
            marks = {}
        if not (known and known.figures and (row := _ROW.fullmatch(line))):
            continue
        at = [width(line[: row.start("body")]), *map(width, row["body"].split(","))]
        first = next(iter(marks.values()), at)
        if first[0] != at[0] or marks.setdefault(len(at), at) != at or re.search(r",\S|\s(?:,|$)", row["body"]):
            return False
    return True
