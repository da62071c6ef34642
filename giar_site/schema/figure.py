"""One figure: the numbers and texts that giar reads as a figure of a kind."""

from typing import Any

from giar_site.forms import Cell, Kind
from giar_site.load import odd_spellings, plain_spelling

Schema = dict[str, Any]
MOST = 10**12 - 1

_WANTED = {
    Kind.COUNT: ("不带单位的整数，没有写 0", "a whole number without unit, 0 for none"),
    Kind.CHANGE: ("整数，减少的前面加“-”", "a whole number, with - for a decrease"),
    Kind.MONEY: ("金额，最多六位小数", "an amount with at most six decimals"),
}
_NUMBERS = {Kind.COUNT: ("integer", 0), Kind.CHANGE: ("integer", -MOST), Kind.MONEY: ("number", 0)}


def figure_schema(cell: Cell) -> Schema:
    """What may stand in `cell`: a number, a text that was published so, or a blank (`~`), of which giar asks why."""
    zh, en = _WANTED[cell.kind]
    unit_zh, unit_en = (f"，单位{cell.unit}", f", in {cell.unit}") if cell.unit else ("", "")
    label = cell.column_path[-1].label
    number, least = _NUMBERS[cell.kind]
    spellings = "|".join((plain_spelling(cell.kind), *odd_spellings(cell.kind)))
    return {
        "title": label,
        "description": f"{label}（{cell.column}）：{zh}{unit_zh}。\n{cell.column}: {en}{unit_en}.",
        "type": [number, "string", "null"],
        "minimum": least,
        "maximum": MOST,
        "pattern": f"^(?:{spellings})$",
        "errorMessage": f"“{label}”要写成{zh}{unit_zh}。",
    }
