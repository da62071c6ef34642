"""figures.yaml → Figures: walks the nodes along the form, takes what fits and records what does not."""

import re
from decimal import Decimal

from giar_site import forms
from giar_site.load.figure import read_figure
from giar_site.load.names import Named, NameTree, find, home_of, leaves, name_tree
from giar_site.load.nodes import Mapping, Node, Scalar, Sequence, shown
from giar_site.load.sink import Sink
from giar_site.model import Figure, Figures, Reading

_TWO_FIGURES = re.compile(r"[0-9]{1,12}[\s，、；;]+[0-9]{1,12}")  # 9 3: a comma was lost, or is not the ASCII one
_MISSING = Figure(None, "", Reading.MISSING)
OTHER_KEYS = {"form": "格式版本", "accept": "说明理由", "corrections": "更正"}


def read_figures(root: Mapping, edition: int, sink: Sink) -> Figures:
    """Read the tables below `root` in the layout of `edition`; faults and places go to `sink`."""
    form = forms.edition(edition)
    values: list[Figure] = [_MISSING] * len(form.cells)
    left_out: list[int] = []
    tables = Mapping({key: pair for key, pair in root.pairs.items() if key not in OTHER_KEYS}, root.line, root.column)
    walk = _Walk(sink, values, left_out, form)
    walk.group(Named("", ""), walk.tree, tables)
    for equation in form.equations:
        if equation.total in left_out:
            values[equation.total] = _derived(values, equation)
    return Figures(edition, tuple(values))


def _derived(values: list[Figure], equation: forms.Equation) -> Figure:
    parts = [values[index].value for index in equation.left]
    total = Decimal(0)
    for part in parts:
        if part is None:
            return Figure(None, "", Reading.DERIVED)
        total += part
    return Figure(total, "", Reading.DERIVED)


class _Walk:
    def __init__(self, sink: Sink, values: list[Figure], left_out: list[int], form: forms.Form) -> None:
        self.sink = sink
        self.values = values
        self.left_out = left_out
        self.totals = form.totals
        self.tree = name_tree(form.edition)

    def group(self, parent: Named, below: NameTree, node: Node) -> None:
        """Read a mapping of rows and groups."""
        if not isinstance(node, Mapping):
            self.sink.fault("unknown_row", parent.id, node, key=shown(node), group=parent.label or "figures.yaml", shape="list")
            return
        written: set[str] = set()
        for key, value in node.pairs.values():
            named = find(below, key.text)
            if named is None or named.id in written:
                self._unknown(parent, below, key, named)
                continue
            written.add(named.id)
            self.sink.put(named.id, key)
            if named.row is None:
                self.group(named, named.below, value)
            else:
                self.row(named.row, key, value)
        for named in below.values():
            if named.id not in written:
                self._absent(parent, named, node)

    def row(self, row: forms.Row, key: Scalar, node: Node) -> None:
        """Read one printed row: a list of figures, or a single one where the row has a single cell."""
        items: list[Node] = node.items if isinstance(node, Sequence) else [node]
        short = len(items) < len(row.cells)
        glued = [item.text for item in items if isinstance(item, Scalar) and _TWO_FIGURES.fullmatch(item.text)] if short else []
        lost = bool(glued) and len(items) + len(glued) == len(row.cells)  # else it is one figure with a blank in it
        cells = None if lost else self._cells_for(row, items)
        if cells is None or isinstance(node, Mapping):
            columns = " ".join(cell.column_path[-1].label for cell in row.cells)
            words = {
                "row": row.label,
                "got": str(len(items)),
                "want": str(len(row.cells)),
                "columns": columns,
                "written": shown(node),
                "glued": glued[0] if lost else "",
                "ambiguous": "yes" if len(items) == len(row.cells) - 1 and _ends_in_its_sum(items) else "",
            }
            self.sink.fault("wrong_length", row.id, node if isinstance(node, Scalar) else key, **words)
            return
        spots = self.sink.spots
        for cell, item in zip(cells, items, strict=True):
            spots[cell.id] = (item.line, item.column, item.length)
            if isinstance(item, Scalar):
                figure = read_figure(item.text, cell.kind, cell.unit)
                if figure.reading is Reading.BLANK and not item.plain and not item.text:
                    figure = Figure(None, '""', Reading.BLANK)
            else:
                figure = Figure(None, shown(item), Reading.UNREADABLE)
            self.values[cell.index] = figure

    def _cells_for(self, row: forms.Row, items: list[Node]) -> tuple[forms.Cell, ...] | None:
        """The cells that `items` fill; totals may be left out, unless the last figure looks like the total itself."""
        if len(items) == len(row.cells):
            return row.cells
        parts = tuple(cell for cell in row.cells if cell.index not in self.totals or self._sums_rows(row, cell))
        if len(items) != len(parts) or len(parts) == len(row.cells) or _ends_in_its_sum(items):
            return None
        self.left_out.extend(cell.index for cell in row.cells if cell not in parts)
        return parts

    def _sums_rows(self, row: forms.Row, cell: forms.Cell) -> bool:
        return not set(self.totals[cell.index].left) <= {each.index for each in row.cells}

    def _absent(self, parent: Named, named: Named, node: Mapping) -> None:
        rows = leaves(named)
        cells = [cell.index for row in rows for cell in row.cells]
        if all(index in self.totals for index in cells):
            self.left_out.extend(cells)
            return
        labels = "、".join(row.label for row in rows)
        place = None if node.line == 1 and not parent.id else self.sink.spot(parent.id)
        self.sink.fault(
            "missing_row", named.id, place, key=named.id.rsplit(".", 1)[-1], label=named.label, rows=labels, count=str(len(rows))
        )

    def _unknown(self, parent: Named, below: NameTree, key: Scalar, named: Named | None) -> None:
        known = {name: each.label for name, each in below.items()} | ({} if parent.id else OTHER_KEYS)
        home = None if named else home_of(self.tree, key.text)
        words = {
            "key": key.text,
            "group": parent.label or "figures.yaml",
            "known": " ".join(known),
            "labels": "；".join(known.values()),
            "twice": named.label if named else "",
            "home": home.named.id if home else "",
            "home_label": home.group.label if home else "",
        }
        self.sink.fault("unknown_row", f"{parent.id}.{key.text}".lstrip("."), key, **words)


def _ends_in_its_sum(items: list[Node]) -> bool:
    """True when the last figure is the sum of those before it: then it is the total, and another figure is missing."""
    texts = [item.text for item in items if isinstance(item, Scalar) and item.text.isascii() and item.text.isdigit()]
    if len(texts) != len(items) or max(map(len, texts)) > 12:
        return False
    *parts, last = map(int, texts)
    return last != 0 and last == sum(parts)
