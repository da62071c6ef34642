"""A report as plain text in the official layout: a paragraph a line, a row of a table a line with its cells between `|`.

Of a merged cell only the first line has the text and the others leave it out, as reports pasted from web pages have it.
"""

from collections.abc import Iterator

from giar_site.export.draft import Draft, figure_text
from giar_site.export.narrative import Block, Spans, blocks_of
from giar_site.export.printed import Part, PrintedTable, printed_tables

_BAR = "｜"  # in a cell, where | would end it


def as_text(draft: Draft) -> bytes:
    """The text of `draft`, in UTF-8."""
    return ("\n".join(_lines(draft)) + "\n").encode("utf-8", "surrogatepass")


def _lines(draft: Draft) -> Iterator[str]:
    tables = {table.key: table for table in printed_tables(draft.form)}
    yield draft.title
    for label, value in draft.particulars():
        yield f"{label}：{value}"
    yield from _prose(draft.preamble.source)
    for section, passage in zip(draft.form.sections, draft.passages(), strict=True):
        yield ""
        yield passage.heading
        yield from _prose(passage.source)
        if section.table:
            yield from _table(draft, tables[section.table])
    if draft.closing():
        yield ""
    for label, value in draft.closing():
        yield f"{label}：{value}"


def _table(draft: Draft, table: PrintedTable) -> Iterator[str]:
    for row in table.in_rows():
        yield _row(figure_text(draft.figures[cell.at]) if cell.part is Part.FIGURE else cell.text for cell in row)


def _row(cells: Iterator[str]) -> str:
    return "".join(f"{cell.replace('|', _BAR)} | " for cell in cells).rstrip(" ")


def _prose(source: str) -> Iterator[str]:
    for block in blocks_of(source):
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if block.kind == "table":
        for row in block.rows:
            yield _row(_words(spans) for spans in row)
        return
    margin = ""
    if block.item:
        margin = "  " * block.item.depth + (f"{block.item.value}. " if block.item.ordered else "- ")
    for at, line in enumerate(_words(block.spans).split("\n") if block.spans else ()):
        yield line if at else margin + line


def _words(spans: Spans) -> str:
    words = []
    for span in spans:
        words.append(f"[图片：{span.text}]" if span.picture else span.text)
        words.append("\n" if span.ends_line else "")
    return "".join(words)
