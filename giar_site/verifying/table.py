"""figures.csv against the data, line by line."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import BinaryIO, Final

from giar_site.addresses import FIGURES_CSV
from giar_site.derive import differs
from giar_site.load import plain_digits
from giar_site.model import Figures
from giar_site.render.data import inert
from giar_site.verifying.difference import Difference, Kind
from giar_site.verifying.reports import label_of

_COLUMNS: Final = ["agency", "name", "year", "form", "table", "row", "column", "cell", "value", "unit", "as_published"]


def differences_of_table(
    source: BinaryIO, reports: Mapping[tuple[str, int], Figures], unread: AbstractSet[tuple[str, int]]
) -> Iterator[Difference]:
    """Yield every line that is not what the data say, and every report that is not there or twice; those of which the data could not be read (`unread`) are passed over."""
    try:
        yield from _differences(
            csv.reader(io.TextIOWrapper(io.BytesIO(source.read()), "utf-8-sig", newline=""), strict=True),
            reports,
            {(agency, str(year)) for agency, year in unread},
        )
    except (csv.Error, ValueError):
        yield Difference(Kind.CSV, FIGURES_CSV)


def _differences(
    lines: Iterable[list[str]], reports: Mapping[tuple[str, int], Figures], unread: AbstractSet[tuple[str, str]]
) -> Iterator[Difference]:
    told = {(agency, str(year)): figures for (agency, year), figures in reports.items()}
    left = {(*name, cell.id) for name, figures in told.items() for cell in figures.form.cells}
    lines = iter(lines)
    if next(lines, None) != _COLUMNS:
        yield Difference(Kind.CSV, FIGURES_CSV, expected=",".join(_COLUMNS))
    for line in lines:
        at = (line[0], line[2], line[7]) if len(line) == len(_COLUMNS) else ("", "", "")
        if at[:2] in unread:
            continue
        if at not in left:
            yield Difference(Kind.CSV, FIGURES_CSV, at[2], label_of(at[2]), actual=",".join(line)[:80])
            continue
        left.discard(at)
        expected = _line(told[at[:2]], at[2])
        actual = line[3:7] + line[8:]
        if expected != actual:
            yield Difference(
                Kind.CSV,
                FIGURES_CSV,
                at[2],
                f"{at[0]}/{at[1]} {label_of(at[2])}",
                ",".join(expected),
                ",".join(actual)[:80],
                f"{at[0]}/{at[1]}",
            )
    for agency, year, cell in sorted(left):
        yield Difference(Kind.CSV, FIGURES_CSV, cell, f"{agency}/{year} {label_of(cell)}", expected=f"{agency},{year}")


def _line(figures: Figures, name: str) -> list[str]:
    """All that the line of a cell says but whose it is."""
    cell, figure = figures.form.by_id[name], figures[name]
    value = "" if figure.value is None else plain_digits(figure.value)
    text = figure.text if differs(figure) else ""
    return [str(figures.edition), cell.table, cell.row, cell.column, value, figure.unit or cell.unit, inert(text)]
