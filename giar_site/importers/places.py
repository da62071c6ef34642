"""Where something stands in a source, in words."""

from collections.abc import Sequence

from giar_site.diagnostics import Text
from giar_site.importers.document import Notice, Spot
from giar_site.importers.readers.sheet_cells import column_name


def place(spot: Spot) -> Text:
    """The place by itself, of a spreadsheet the cell as it names it itself; empty where the source has no places."""
    if spot.sheet and spot.row and spot.column:
        cell = cell_name(spot)
        return Text(f"工作表“{spot.sheet}” {cell}", f"sheet “{spot.sheet}” {cell}")
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
    return Text("".join(zh), ", ".join(en))


def where(spot: Spot) -> Text:
    """The place as the beginning of a sentence."""
    zh, en = place(spot)
    return Text(zh + "，" if zh else "", en + ": " if en else "")


def where_noticed(notice: Notice) -> Text:
    """The place of a notice, but for the cell where its sentence names that."""
    spot = notice.spot
    named = spot.sheet and spot.row and spot.column and notice.text.zh.startswith(f"{cell_name(spot)} ")
    return where(Spot(spot.sheet) if named else spot)


def cell_name(spot: Spot) -> str:
    """`D7`."""
    return f"{column_name(spot.column)}{spot.row}"


def ranges(spots: Sequence[Spot]) -> list[str]:
    """The cells `spots` of a sheet column by column: `D5`, and what lies below each other as `D7:D11`."""
    runs: list[tuple[Spot, Spot]] = []
    for spot in sorted(spots, key=lambda spot: (spot.column, spot.row)):
        if runs and (runs[-1][1].column, runs[-1][1].row + 1) == (spot.column, spot.row):
            runs[-1] = runs[-1][0], spot
        else:
            runs.append((spot, spot))
    return [cell_name(first) if first == last else f"{cell_name(first)}:{cell_name(last)}" for first, last in runs]
