"""The few figures that stand for a report: sums of cells, named by the form."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from giar_site.model import Figures


class KeyValue(NamedTuple):
    """A key figure; `value` is None when one of its cells is blank."""

    key: str
    label: str
    value: Decimal | None


def key_values(figures: Figures) -> tuple[KeyValue, ...]:
    """The key figures of one report, in the order of its edition."""
    return tuple(KeyValue(each.key, each.label, _sum(figures[cell].value for cell in each.cells)) for each in figures.form.key_figures)


def labels_of(reports: Iterable[Figures]) -> dict[str, str]:
    """Key → label of every key figure that `reports` have, whatever editions they are written on: the columns of an overview."""
    newest_first = sorted({figures.edition: figures.form for figures in reports}.items(), reverse=True)
    labels: dict[str, str] = {}
    for _, form in newest_first:
        for each in form.key_figures:
            labels.setdefault(each.key, each.label)
    return labels


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total
