"""How much a source may hold to be one report: far more than any report has, little enough for all that is done with it afterwards.

The recogniser works outside the limits of a reader's process. It takes what a reader found, so that is bounded here, in that process still.
"""

from collections.abc import Iterator

from giar_site.diagnostics import Text
from giar_site.importers.document import Document, Grid, Refused

MOST_PLACES = 20_000  # lines, what stands between bars, places of tables; a report with all its cells on lines of their own has 600
MOST_CHARACTERS = 300_000  # ten times the longest published report with all that surrounds it on its page
LONGEST_TEXT = 50_000  # characters of a paragraph or cell; a report pasted without line breaks has 20,000


def within_bounds(document: Document) -> Document:
    """Give `document`. Raises Refused where it is larger than any report."""
    places = sum(_places(document))
    if places > MOST_PLACES:
        raise Refused(
            Text(
                f"一份年报没有这么长：共 {places} 行、格（最多 {MOST_PLACES}）。请只留下一份年报，再导入",
                f"no annual report is as long: it has {places} lines and cells (at most {MOST_PLACES}). Leave one report in it and import it again",
            )
        )
    lengths = [len(text) for text in _texts(document)]
    for count, most, zh, en in (
        (sum(lengths), MOST_CHARACTERS, "共", "it has"),
        (max(lengths, default=0), LONGEST_TEXT, "其中一段（格）有", "one paragraph or cell has"),
    ):
        if count > most:
            raise Refused(
                Text(
                    f"一份年报没有这么长：{zh} {count} 字（最多 {most}）。请只留下一份年报，再导入",
                    f"no annual report is as long: {en} {count} characters (at most {most}). Leave one report in it and import it again",
                )
            )
    return document


def _places(document: Document) -> Iterator[int]:
    for block in document.blocks:
        yield block.height * block.width if isinstance(block, Grid) else 1 + block.text.count("|")


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (cell.text for cell in block.cells)
        else:
            yield block.text
    yield from document.properties.values()
    yield from (notice.text.zh for notice in document.notices)
