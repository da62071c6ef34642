"""The XML of one sheet → its cells, merged ranges, hidden rows and columns. Only what is written there is visited: a sheet's `dimension` can claim 17 thousand million cells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused
from giar_site.importers.raised import lowered, raised

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
MOST_MERGES = 3_000  # a form has 40
_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Range(NamedTuple):
    """A rectangle, ends included, from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Wording(NamedTuple):
    """A text, and what of it was struck through and is not said any more."""

    text: str
    struck: str = ""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as stored. `kind`: the type of the file format (`s`, `str`, `inlineStr`, `b`, `e`, `d`, `n`); `value`: "" where none is stored.

    `struck`: what of an own text is struck through.
    """

    row: int
    column: int
    kind: str
    value: str
    style: int
    formula: bool
    struck: str = ""


@dataclass(slots=True)
class Sheet:
    """What a sheet holds, before anything is made of it."""

    cells: list[RawCell] = field(default_factory=list)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)  # headers and footers of the printed page


def local(element: ET.Element) -> str:
    """The name without its namespace: the strict and the usual variant of the format differ only there."""
    return element.tag.rpartition("}")[2]


def children(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The direct children called `name`, in whatever namespace."""
    return (child for child in element if local(child) == name)


def words_of(element: ET.Element) -> Wording:
    """The text of a string item: its runs, without the reading aids of East Asian names, still as escaped."""
    said: list[str] = []
    struck: list[str] = []
    for child in element:
        if local(child) == "t":
            said.append(child.text or "")
        elif local(child) == "r":
            style = [mark for properties in children(child, "rPr") for mark in properties]
            text = _scripted("".join(text.text or "" for text in children(child, "t")), style)
            (struck if is_struck(style) else said).append(text)
    return Wording("".join(said), "".join(struck))


def is_struck(style: Iterable[ET.Element]) -> bool:
    """Whether the letters of a run or a font are struck through."""
    return any(local(mark) == "strike" and mark.get("val", "1") in {"1", "true"} for mark in style)


def _scripted(text: str, style: Iterable[ET.Element]) -> str:
    kind = next((mark.get("val", "") for mark in style if local(mark) == "vertAlign"), "")
    return raised(text) if kind == "superscript" else lowered(text) if kind == "subscript" else text


def unescaped(text: str) -> str:
    """Undo `_x000D_`, as the format writes what XML cannot hold."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def column_name(number: int) -> str:
    """1 → A, 27 → AA."""
    name = ""
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(65 + letter) + name
    return name


def read_sheet(root: ET.Element) -> Sheet:
    """Read the root element of a sheet. Raises Refused for references that no sheet has."""
    sheet = Sheet()
    for part in root:
        name = local(part)
        if name == "sheetData":
            _read_rows(part, sheet)
        elif name == "cols":
            sheet.hidden_columns += [
                (_whole(column.get("min")), _whole(column.get("max")))
                for column in children(part, "col")
                if _true(column.get("hidden")) or column.get("width") == "0"
            ]
        elif name == "mergeCells":
            sheet.merges = [_range(merge.get("ref", "")) for merge in children(part, "mergeCell")]
        elif name == "headerFooter":
            sheet.margins = [text for child in part if (text := (child.text or "").strip())]
    if len(sheet.merges) > MOST_MERGES:
        raise Refused(Text(f"合并单元格超过 {MOST_MERGES} 处", f"it has more than {MOST_MERGES} merged ranges"))
    return sheet


def _read_rows(data: ET.Element, sheet: Sheet) -> None:
    row_number = 0
    for row in children(data, "row"):
        row_number = _whole(row.get("r")) if row.get("r") else row_number + 1
        _check(row_number, 1)
        if _true(row.get("hidden")) or row.get("ht") == "0":
            sheet.hidden_rows.add(row_number)
        column = 0
        for cell in children(row, "c"):
            reference = cell.get("r")
            at_row, column = position(reference) if reference else (row_number, column + 1)
            _check(at_row, column)
            sheet.cells.append(_raw(cell, at_row, column))


def _raw(cell: ET.Element, row: int, column: int) -> RawCell:
    value, formula, struck = "", False, ""
    for part in cell:
        name = local(part)
        if name == "v":
            value = part.text or ""
        elif name == "is":
            value, struck = words_of(part)
        elif name == "f":
            formula = True
    return RawCell(row, column, cell.get("t", "n"), value, _whole(cell.get("s", "0")), formula, struck)


def position(reference: str) -> tuple[int, int]:
    """`B3` → row 3, column 2."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        raise Refused(
            Text(
                f"单元格位置 {reference!r} 无法识别，文件可能已损坏",
                f"it holds a cell at {reference!r}, which is no place; it may be damaged",
            )
        )
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def _range(reference: str) -> Range:
    first, _, last = reference.partition(":")
    top, left = position(first)
    bottom, right = position(last or first)
    _check(bottom, right)
    return Range(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _check(row: int, column: int) -> None:
    if not (1 <= row <= MOST_ROWS and 1 <= column <= MOST_COLUMNS):
        raise Refused(Text("有单元格在工作表范围之外，文件可能已损坏", "it holds a cell outside of the sheet; it may be damaged"))


def _whole(text: str | None) -> int:
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Refused(Text(f"应为数字的地方是 {text!r}，文件可能已损坏", f"it has {text!r} where a number must be; it may be damaged"))
    return int(text)


def _true(text: str | None) -> bool:
    return text in {"1", "true"}
