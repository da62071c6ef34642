"""Where something stands in a source, in words."""

from giar_site.diagnostics import Text
from giar_site.importers.document import Spot


def where(spot: Spot) -> Text:
    """The place as the beginning of a sentence; empty where the source has no places."""
    zh = [f"工作表“{spot.sheet}”"] if spot.sheet else []
    en = [f"sheet “{spot.sheet}”"] if spot.sheet else []
    for number, unit, name in (
        (spot.page, "页", "page"),
        (spot.table, "张表", "table"),
        (spot.row, "行", "row"),
        (spot.column, "列", "column"),
        (spot.line, "行", "line"),
    ):
        if number:
            zh.append(f"第 {number} {unit}")
            en.append(f"{name} {number}")
    return Text("".join(zh) + "，" if zh else "", ", ".join(en) + ": " if en else "")
