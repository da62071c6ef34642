"""A stored cell → the text a person reads in it, with a notice where that is not the whole truth."""

import re
from typing import Final, NamedTuple, Protocol

from giar_site.diagnostics import Text
from giar_site.importers.document import Notice, Spot
from giar_site.importers.readers.number_format import seen
from giar_site.importers.readers.sheet_cells import RawCell, Wording, column_name, unescaped
from giar_site.importers.readers.workbook import Workbook

_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})T00:00(?::00(?:\.0+)?)?Z?")


class Tell(Protocol):
    """Notes a sentence about one cell. `doubt`: its text is therefore not all that the cell shows, or more."""

    def __call__(self, zh: str, en: str, *, doubt: bool = False) -> None: ...  # noqa: D102 - said above


class Told(NamedTuple):
    """What is told of cells; `doubts` are those notices that change how a figure is taken."""

    notices: list[Notice]
    doubts: list[Notice]


class Value(NamedTuple):
    """`number`: the text was made from a number. `unstored`: a formula without a stored value. `date`: of a number that a format shows as a day."""

    text: str
    number: bool = False
    unstored: bool = False
    date: bool = False


NO_VALUE: Final = Value("")


def value_of(cell: RawCell, workbook: Workbook, sheet: str, told: Told) -> Value:
    """Read one cell. What must be told of it is added to `told`."""

    def tell(zh: str, en: str, *, doubt: bool = False) -> None:
        name = f"{column_name(cell.column)}{cell.row}"
        notice = Notice(Text(f"{name} {zh}", f"{name} {en}"), Spot(sheet=sheet, row=cell.row, column=cell.column))
        told.notices.append(notice)
        if doubt:
            told.doubts.append(notice)

    if cell.formula and not cell.value and cell.kind != "str":
        return Value("", unstored=True)  # told once for the whole sheet
    value = _value(cell, workbook, tell)
    if value.text.strip() and workbook.strikes(cell.style):
        tell(f"中的“{value.text.strip()}”已划去，未取用", f"holds “{value.text.strip()}”, struck through; it is left out", doubt=True)
        return NO_VALUE
    if any(map(str.isdigit, value.text)) and workbook.hides(cell.style):
        tell(
            f"中的“{value.text.strip()}”是白色的，看不见，也已取用，请核对",
            f"holds “{value.text.strip()}” in white, which nobody sees; it is taken, check it",
            doubt=True,
        )
    return value


def _value(cell: RawCell, workbook: Workbook, tell: Tell) -> Value:
    if cell.kind == "s":
        return _shared(cell, workbook, tell)
    if cell.kind in {"b", "e"}:
        return _no_text(cell, tell)
    if cell.kind == "d":
        return Value(_DAY.sub(r"\1", cell.value))
    if cell.kind in {"str", "inlineStr"}:
        return _said(Wording(cell.value, cell.struck), tell)
    return _number(cell, workbook, tell) if cell.value else NO_VALUE


def _shared(cell: RawCell, workbook: Workbook, tell: Tell) -> Value:
    index = int(cell.value) if re.fullmatch("[0-9]{1,9}", cell.value) else -1
    if 0 <= index < len(workbook.strings):
        return _said(workbook.strings[index], tell)
    tell("指向的文字不在文件中，按空白导入", "refers to a text that is not in the file and is taken as blank")
    return NO_VALUE


def _said(wording: Wording, tell: Tell) -> Value:
    if struck := unescaped(wording.struck).strip():
        tell(f"中的“{struck}”已划去，未取用", f"holds “{struck}”, struck through; it is left out", doubt=True)
    return Value(unescaped(wording.text))


def _no_text(cell: RawCell, tell: Tell) -> Value:
    if cell.kind == "e":
        tell(f"是错误值 {cell.value}，请改正公式", f"is the error {cell.value}; mend its formula")
        return Value(cell.value)
    text = "TRUE" if cell.value in {"1", "true"} else "FALSE"
    tell(f"是逻辑值 {text}，不是文字也不是数", f"is the truth value {text}, neither text nor number")
    return Value(text)


def _number(cell: RawCell, workbook: Workbook, tell: Tell) -> Value:
    found = seen(cell.value, workbook.format_of(cell.style), since_1904=workbook.since_1904)
    if found.date:
        tell(
            f"是日期或时间，按 {found.text} 导入；如果原来要填的是数或“1-2”这样的文字，请改正",
            f"is a date or time, taken as {found.text}; mend it if a number or a text such as 1-2 was meant",
        )
    if found.shown:
        tell(
            f"中存的是 {found.text}，按其格式显示为 {found.shown}；已取所存的值",
            f"holds {found.text}, which its format shows as {found.shown}; what it holds is taken",
            doubt=True,
        )
    return Value(found.text, number=not found.date, date=found.date)
