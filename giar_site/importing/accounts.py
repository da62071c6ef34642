"""The proof that nothing of a source got lost: every text of it is found again in what was written, or is listed as furniture or unplaced.

Deliberately ignorant of how the report was recognised: it compares the source with the files.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from giar_site.importers.document import Document, Grid, Spot
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.line_cells import apart
from giar_site.importers.recognise.remarks import strange_numbers
from giar_site.importers.recognise.report import Recognised, Unplaced


def unaccounted(document: Document, report: Recognised) -> tuple[Unplaced, ...]:
    """The texts of `document` that stand nowhere: not in figures, prose or metadata, nor among labels, furniture and unplaced texts."""
    prose = Counter(map(squeezed, _prose(report)))
    figures = Counter(squeezed(cell.published) for cell in report.cells for _ in cell.pieces)
    figures += Counter(part for cell in report.cells if len(cell.pieces) > 1 for part in _lines_of(cell.published))
    listed = Counter(map(squeezed, (*report.labels, *report.names, *(each.text for each in report.unplaced))))
    labels, known = frozenset(map(squeezed, report.labels)), figures.keys() | listed.keys()
    said = " ".join((*_said(report), *(each.text for each in report.unplaced), *filter(str.isdigit, labels)))
    lost: list[Unplaced] = []
    for text, spot in _texts(document, report.set_aside):
        whole = squeezed(text)
        if not whole or _taken_from(prose, whole):
            continue
        for part in filter(None, _parts_of(text, known)):
            if _taken_from(figures, part):
                continue
            if not _taken_from(listed, part):
                lost.append(Unplaced(part, spot))
            elif part in labels:
                lost += [Unplaced(number, spot) for number in strange_numbers(part) if number not in said]
    return (*lost, *_lost_digits(report))


def _lines_of(published: str) -> list[str]:
    """The lines that a number was put together from, or the figures of which none was taken since they differ."""
    lines = re.split(r"\n| / ", published)
    return [squeezed(line) for line in lines] if len(lines) > 1 else []


def _parts_of(text: str, known: Collection[str]) -> Iterator[str]:
    """What stands between the bars of a line and, where that is not `known`, between its tabs and gaps; blanks aside."""
    for part in text.split("|"):
        whole = squeezed(part)
        yield from [whole] if whole in known else map(squeezed, apart(part))


def _taken_from(pool: "Counter[str]", text: str) -> bool:
    """Take `text` out of `pool`, so that nothing answers for two; False where it is not in it."""
    if pool[text] < 1:
        return False
    pool[text] -= 1
    return True


def _lost_digits(report: Recognised) -> Iterator[Unplaced]:
    """The numbers in the lines which title, metadata and attachments were taken from, if they stand in none of these."""
    kept = " ".join((*_said(report), *report.furniture))
    whole = set(re.findall("[0-9]+", kept))  # looked up first: to search all that is kept for every number takes long
    for line in report.taken:
        numbers = re.findall("[0-9]+", line.text)
        yield from (Unplaced(number, line.spot) for number in numbers if number not in whole and number not in kept)


def _said(report: Recognised) -> Iterator[str]:
    """Metadata as published."""
    yield from (value.published for value in report.values.values())
    yield from (text for each in report.attachments for text in (each.title, each.file, each.note))
    yield from map(str, range(1, len(report.attachments) + 1))  # 附件1, 附件2: what is listed is numbered anew


def _prose(report: Recognised) -> Iterator[str]:
    for block in (*report.preamble, *(block for passage in report.passages for block in passage.blocks), *report.taken):
        if isinstance(block, Grid):
            yield from (cell.text for cell in block.cells)
        else:
            yield block.marker + block.text
    yield from (passage.title for passage in report.passages)
    yield from report.furniture


def _texts(document: Document, set_aside: Collection[str]) -> Iterator[tuple[str, Spot]]:
    for block in document.blocks:
        if block.spot.sheet in set_aside:
            continue
        if isinstance(block, Grid):
            yield from ((cell.text, cell.spot) for cell in block.cells)
        else:
            yield block.marker + block.text, block.spot
