"""The workbook of `giar template` and `giar export`: what each of its sheets is, known by their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giar_site.importers.document import Block, Document, Grid, GridCell, Paragraph
from giar_site.importers.own_workbook import NO_CONTENT, PARTICULARS, PROSE, is_own
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.particulars import Particulars
from giar_site.importers.recognise.sections import Part, parts_of, titles_among


@dataclass(frozen=True, slots=True)
class Source(Paragraph):
    """Narrative that is Markdown already, a block of it with its lines."""


@dataclass(frozen=True, slots=True)
class Own:
    """`tables`: the sections' tables; `text`: preamble and sections with their Markdown; `titles`: what stands above the tables."""

    tables: list[Part]
    text: list[Part]
    particulars: Particulars
    titles: tuple[str, ...]
    set_aside: tuple[str, ...]


def own_workbook(document: Document) -> Own | None:
    """Take `document` apart, if it is such a workbook. What stands on other sheets is in none of the parts."""
    sheets: dict[str, list[Block]] = {}
    for block in document.blocks:
        sheets.setdefault(block.spot.sheet, []).append(block)
    if document.reader != "xlsx" or not is_own(sheets):
        return None
    particulars = Particulars()
    for block in sheets.pop(PARTICULARS):
        if isinstance(block, Grid):
            particulars.read(block)
    text = _divided(list(_cells(sheets.pop(PROSE))))
    aside = tuple(name for name in NO_CONTENT if sheets.pop(name, None))
    tables = [part for blocks in sheets.values() for part in parts_of(tuple(blocks)) if part.key]
    titles = tuple(part.title.text for part in tables if part.title)
    return Own(tables, text, particulars, titles, aside)


def _cells(blocks: Sequence[Block]) -> Iterator[GridCell]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from (cell for row in block.in_rows() for cell in row if squeezed(cell.text))


def _divided(cells: Sequence[GridCell]) -> list[Part]:
    """The cells of the prose by section."""
    titles = {
        at: (key, exact) for at, key, exact in titles_among(["" if "\n" in cell.text or "#" in cell.text else cell.text for cell in cells])
    }
    parts: list[Part] = []
    key, title, sure = "", None, True
    sources: list[Source] = []
    for at, cell in enumerate(cells):
        if at in titles:
            parts.append(Part(key, title, tuple(sources), sure))
            (key, sure), title, sources = titles[at], Paragraph(cell.text.strip(), cell.spot), []
        else:
            sources.append(Source(cell.text, cell.spot))
    return [*parts, Part(key, title, tuple(sources), sure)]
