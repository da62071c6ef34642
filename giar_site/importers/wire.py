"""A Document as JSON and back: what a reader's process answers. JSON, because unpickling what a subverted process sends would run it."""

import json
from typing import Any

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Document, Grid, GridCell, Notice, Paragraph, Run, Shape, Spot


def packed(document: Document) -> dict[str, Any]:
    """Give `document` as what json.dumps takes. Fields go by position: a long report has ten thousand cells."""
    return {
        "reader": document.reader,
        "blocks": [_packed_block(block) for block in document.blocks],
        "properties": document.properties,
        "notices": document.notices,
        "doubts": document.doubts,
    }


def unpacked(answer: dict[str, Any]) -> Document:
    """Give back the Document. Raises TypeError, ValueError or KeyError for anything that `packed` did not make."""
    return Document(
        str(answer["reader"]),
        tuple(_unpacked_block(*block) for block in answer["blocks"]),
        {_text(name): _text(value) for name, value in answer["properties"].items()},
        _notices(answer["notices"]),
        _notices(answer["doubts"]),
    )


def line_of(answer: dict[str, Any]) -> bytes:
    """Give an answer as one line of ASCII."""
    return json.dumps(answer, check_circular=False, separators=(",", ":")).encode("ascii") + b"\n"


def _packed_block(block: Block) -> list[Any]:
    if isinstance(block, Paragraph):
        return [block.spot, block.text, block.level, block.marker, block.beside, block.shape]
    return [
        block.spot,
        [
            [cell.text, cell.row, cell.column, cell.spot, cell.rows, cell.columns, cell.number, cell.unstored, cell.formula]
            for cell in block.cells
        ],
    ]


def _unpacked_block(spot: list[Any], content: str | list[Any], level: int = 0, marker: str = "", *rest: Any) -> Block:  # noqa: ANN401 - JSON
    if isinstance(content, str):
        beside, shape = rest
        return Paragraph(content, _spot(spot), int(level), _text(marker), bool(beside), _shape(*shape) if shape else None)
    return Grid(
        tuple(
            GridCell(_text(text), int(row), int(column), _spot(place), int(rows), int(columns), bool(number), bool(unstored), bool(formula))
            for text, row, column, place, rows, columns, number, unstored, formula in content
        ),
        _spot(spot),
    )


def _shape(role: str, runs: list[Any], number: int, depth: int, quoted: object) -> Shape:
    faces = (Run(_text(text), bool(bold), bool(italic), bool(code), _text(link)) for text, bold, italic, code, link in runs)
    return Shape(_text(role), tuple(faces), int(number), int(depth), bool(quoted))


def _notices(told: list[Any]) -> tuple[Notice, ...]:
    return tuple(Notice(Text(*map(_text, text)), _spot(spot)) for text, spot in told)


def _spot(fields: list[Any]) -> Spot:
    sheet, *numbers = fields
    return Spot(_text(sheet), *map(int, numbers))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
