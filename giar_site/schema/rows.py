"""The tables of an edition as nested objects: a definition for each row and group, called by id or official label."""

import re
import unicodedata
from typing import Any

from giar_site.forms import Form, Row
from giar_site.load import Named, name_tree
from giar_site.schema.figure import figure_schema

Schema = dict[str, Any]
_NUMBERING = "(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9０-９]+[.．、])?"
_NUMBERED = re.compile(_NUMBERING)


def definitions_of(form: Form) -> dict[str, Schema]:
    """The schema of every row and group of `form` by its id, and of the figures of a column by the id of its first cell."""
    found: dict[str, Schema] = {}
    waiting = list(name_tree(form.edition).values())
    while waiting:
        named = waiting.pop(0)
        if named.row is None:
            found[named.id] = _group_schema(form, named)
        waiting += named.below.values()
    for block in (block for table in form.tables for block in table.blocks):
        columns = block.rows[0].cells
        found |= {cell.id: figure_schema(cell) for cell in columns}
        found |= {row.id: _row_schema(form, row, [_reference(cell.id) for cell in columns]) for row in block.rows}
    return found


def _row_schema(form: Form, row: Row, figures_of: list[Schema]) -> Schema:
    """A row: a figure for each column, in the printed order; totals over the row may be left out, all of them or none."""
    own = {cell.index for cell in row.cells}
    totals = [cell for cell in row.cells if cell.index in form.totals and set(form.totals[cell.index].left) <= own]
    want = len(row.cells)
    columns = [cell.column_path[-1].label for cell in row.cells]
    optional = f"（{'、'.join(cell.column_path[-1].label for cell in totals)}可以不写）" if totals else ""
    figures: Schema = {
        "type": "array",
        "items": figures_of,
        "additionalItems": False,
        "minItems": want - len(totals),
        "maxItems": want,
        "errorMessage": f"“{row.label}”这一行要依次写 {want} 个数：{'、'.join(columns)}{optional}。",
    }
    if len(totals) > 1:
        figures["anyOf"] = [{"minItems": want}, {"maxItems": want - len(totals)}]
    told = {
        "title": row.label,
        "description": "\n".join(
            [
                " · ".join(head.label for head in row.path),
                f"依次写：{'、'.join(columns)}{optional}。",
                f"In this order: {', '.join(cell.column for cell in row.cells)}.",
            ]
        ),
        "defaultSnippets": [{"label": "[0, …]", "description": row.label, "body": "[" + ", ".join(["0"] * want) + "]"}],
    }
    # Inside `allOf`: an editor that sees `items` at once would write the row as a list of lines instead of by the snippet.
    return told | {"allOf": [figures if want > 1 else {"anyOf": [figures, figures_of[0]]}]}


def _group_schema(form: Form, named: Named) -> Schema:
    """A group of rows. Rows that cannot be derived must all be there; under which of their names is the writer's choice."""
    needed = sum(not _derivable(form, each) for each in named.below.values())
    labels = "、".join(each.label for each in named.below.values())
    return {
        "title": named.label,
        "description": f"{named.label}\n下面各行：{labels}。\nRows: {', '.join(named.below)}.",
        "minProperties": needed,
        **named_properties(list(named.below.values())),
    }


def named_properties(below: list[Named]) -> Schema:
    """The keywords that let each of `below` be called by its id or by its official label, and nothing else be there."""
    return {
        "type": "object",
        "properties": {named.id.rpartition(".")[2]: _reference(named.id) for named in below},
        "patternProperties": {label_pattern(named.label): _reference(named.id) for named in below},
        "additionalProperties": False,
    }


def label_pattern(label: str) -> str:
    """A regular expression of `label` as giar takes it: with or without its numbering, whatever its spaces and widths."""
    bare = "".join(_NUMBERED.sub("", label, count=1).split())
    return rf"^\s*{_NUMBERING}\s*" + r"\s*".join(_either_width(char) for char in bare) + r"\s*$"


def _either_width(char: str) -> str:
    """A character in its usual and its full width (or the other way round)."""
    wide = chr(ord(char) + 0xFEE0) if 0x21 <= ord(char) <= 0x7E else char
    spellings = sorted({char, wide, unicodedata.normalize("NFKC", char)})
    return escaped(char) if len(spellings) == 1 else "(?:" + "|".join(map(escaped, spellings)) + ")"


def escaped(text: str) -> str:
    """`text` as a regular expression that Python and ECMAScript (which refuses an escape too many) read alike."""
    return re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", text)


def _derivable(form: Form, named: Named) -> bool:
    return named.row is not None and all(cell.index in form.totals for cell in named.row.cells)


def _reference(identity: str) -> Schema:
    return {"$ref": f"#/definitions/{identity}"}
