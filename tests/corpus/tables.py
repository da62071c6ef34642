"""figures.yaml: the rows of an edition as lines, and on which line each stands."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from giar_site import forms
from tests.corpus.figures import Figures, Number


class Line(NamedTuple):
    """A line of the file, and the id of the row that stands on it ("": a group's head)."""

    text: str
    row: str = ""


def figures_yaml(rng: Random, form: forms.Form, cells: Figures) -> str:
    """The tables as a clerk may write them: some leave out totals, some call rows by their labels."""
    without_totals, labelled = rng.random() < 0.1, rng.random() < 0.1

    def name(row: forms.Row) -> str:
        return f'"{row.label}"' if labelled and row.table == "applications" else row.path[-1].key

    def figures(row: forms.Row) -> list[str]:
        return written(_without_total(row, cells) if without_totals else [cells[cell.id] for cell in row.cells])

    return joined(lines_of(form, name, figures))


def plain_lines(form: forms.Form, cells: Figures) -> list[Line]:
    """The tables with every row under its id and every total."""
    return lines_of(form, lambda row: row.path[-1].key, lambda row: written([cells[cell.id] for cell in row.cells]))


def lines_of(form: forms.Form, name: Callable[[forms.Row], str], figures: Callable[[forms.Row], list[str]]) -> list[Line]:
    """The lines of a file on `form`, each row under its `name` with its `figures`."""
    lines = [Line(f"form: {form.edition}")]
    open_keys: list[str] = []
    for row in form.rows:
        keys = [row.table, *(head.key for head in row.path if head.key)]
        shared = next((at for at, (a, b) in enumerate(zip(keys, open_keys, strict=False)) if a != b), min(len(keys), len(open_keys)))
        lines += [Line(f"{'  ' * depth}{keys[depth]}:") for depth in range(shared, len(keys) - 1)]
        lines.append(Line(f"{'  ' * (len(keys) - 1)}{name(row)}: [{', '.join(figures(row))}]", row.id))
        open_keys = keys[:-1]
    return lines


def joined(lines: list[Line]) -> str:
    """The lines as a file."""
    return "".join(f"{line.text}\n" for line in lines)


def written(numbers: list[Number]) -> list[str]:
    """Figures as plain decimals."""
    return [str(number) if isinstance(number, int) else f"{number:f}" for number in numbers]


def _without_total(row: forms.Row, cells: Figures) -> list[Number]:
    """The figures of a row but its total, unless the last of the rest could be taken for it."""
    numbers = [cells[cell.id] for cell in row.cells]
    *parts, _ = numbers
    has_total = row.table != "disclosure" and not row.key.endswith("total")
    return parts if has_total and (not parts[-1] or parts[-1] != sum(parts[:-1])) else numbers
