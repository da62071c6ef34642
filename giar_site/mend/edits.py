"""A change of a text by place, so that everything else of it stays as its author wrote it."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Put `text` in the place of `length` characters at `line` and `column` (both from 1)."""

    line: int
    column: int
    length: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits` made; they must not overlap. Those further back are made first, so that places stay true."""
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        line, at = lines[edit.line - 1], edit.column - 1
        lines[edit.line - 1] = line[:at] + edit.text + line[at + edit.length :]
    return "\n".join(lines)
