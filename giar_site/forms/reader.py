"""Reads an edition's YAML file into a Form; the file is ours, so a mistake in it is a programming error."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from giar_site.forms.continuity import continuations
from giar_site.forms.equations import derive_equations
from giar_site.forms.form import Block, Cell, EquationName, Form, Head, HeadPath, KeyFigure, Kind, Row, Section, Subject, Table, Total

Data = dict[str, Any]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_form(path: Path) -> Form:
    """Read the edition described by the file at `path`.

    Raises KeyError, ValueError or yaml.YAMLError when the file is not a form.
    """
    data: Data = yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - a safe loader, and our own file
    tables: list[Table] = []
    count = 0
    for table_data in data["tables"]:
        tables.append(_table(table_data, count))
        count += sum(len(row.cells) for block in tables[-1].blocks for row in block.rows)
    return Form(
        edition=data["edition"],
        title=data["title"],
        notice=data["notice"],
        document_number=data["document_number"],
        issuer=data["issuer"],
        signed=data.get("signed", ""),
        legal_basis=data["legal_basis"],
        first_year=data["years"]["from"],
        last_year=data["years"].get("to"),
        report_title=data["report_title"],
        sections=tuple(map(_section, data["sections"])),
        tables=tuple(tables),
        equations=tuple(
            equation
            for table, table_data in zip(tables, data["tables"], strict=True)
            for equation in derive_equations(table, table_data.get("balances", []))
        ),
        key_figures=tuple(KeyFigure(each["key"], each["label"], tuple(each["cells"])) for each in data["key_figures"]),
        continuity=tuple(continuations(tables, data.get("continuity", []))),
    )


def _section(data: Data) -> Section:
    subjects, states = (tuple(Subject(each["label"], tuple(each["words"])) for each in data.get(key, ())) for key in ("subjects", "states"))
    return Section(
        data["key"], data["title"], data.get("table", ""), tuple(data.get("variants", ())), data.get("least", 0), subjects, states
    )


def _table(data: Data, first: int) -> Table:
    blocks: list[Block] = []
    for block in data["blocks"]:
        blocks.append(_block(data["key"], block, first))
        first += sum(len(row.cells) for row in blocks[-1].rows)
    return Table(
        key=data["key"],
        label=data["label"],
        corner=data.get("corner", ""),
        note=data.get("note", ""),
        one_row=data.get("printed") == "one_row",
        blocks=tuple(blocks),
    )


def _block(table: str, data: Data, first: int) -> Block:
    column_paths = tuple(_leaves([_head(each, "columns") for each in data["columns"]]))
    rows = []
    for path in _leaves([_head(each, "rows") for each in data["rows"]]):
        key = ".".join(head.key for head in path if head.key)
        cells = tuple(_cell(first + offset, table, key, path, columns) for offset, columns in enumerate(column_paths))
        first += len(cells)
        rows.append(Row(table, key, path, cells))
    return Block(data.get("label", ""), column_paths, tuple(rows))


def _cell(index: int, table: str, row: str, row_path: HeadPath, column_path: HeadPath) -> Cell:
    column = column_path[-1]
    if column.kind is None:
        message = f"column {column.key!r} of {table} has no kind"
        raise ValueError(message)
    return Cell(index, f"{table}.{row}@{column.key}", table, row, column.key, column.kind, column.unit, row_path, column_path)


def _head(data: Data, children: str) -> Head:
    return Head(
        key=data.get("key", ""),
        label=data["label"],
        kind=Kind(data["kind"]) if "kind" in data else None,
        unit=data.get("unit", ""),
        total=Total(data["sums"], EquationName(data["equation"])) if "sums" in data else None,
        heads=tuple(_head(each, children) for each in data.get(children, ())),
        adds_up=data.get("adds_up", True),
        regulations=data.get("regulations", False),
    )


def _leaves(heads: list[Head] | tuple[Head, ...], above: HeadPath = ()) -> Iterator[HeadPath]:
    for head in heads:
        if head.heads:
            yield from _leaves(head.heads, (*above, head))
        else:
            yield (*above, head)
