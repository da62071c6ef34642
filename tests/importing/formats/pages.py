"""A report as a web page in three styles of real sites: tables with spans, tables with dummy cells in place of spans, one paragraph a value."""

import html
from collections.abc import Iterator

from giar_site.export.draft import Draft
from giar_site.export.printed import PrintedCell, PrintedTable, printed_tables
from tests.importing.formats.words import lines_of

STYLES = ("spans", "dummies", "values")


def page(draft: Draft, style: str) -> str:
    """The page of `draft`, with the furniture of a site around it."""
    body = "\n".join(_body(draft, style))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(draft.title)}_政府信息公开</title>'
        "<style>table{border-collapse:collapse}td,th{border:1px solid #000;padding:2pt;font-size:9pt}body{font-size:11pt}</style></head>"
        f'<body><div class="nav"><p>您的位置：首页 &gt; 政府信息公开 &gt; 年报</p></div><div class="article">\n{body}\n</div>'
        '<div class="foot"><p>版权所有：某某政府 网站标识码：1234560001</p><p>京ICP备00000000号</p></div></body></html>'
    )


def _body(draft: Draft, style: str) -> Iterator[str]:
    tables = {each.key: each for each in printed_tables(draft.form)}
    of_section = {section.key: section.table for section in draft.form.sections}
    yield f"<h1>{html.escape(draft.title)}</h1>"
    yield from _paragraphs(draft.preamble.source)
    for passage in draft.passages():
        yield f"<p><strong>{html.escape(passage.heading)}</strong></p>"
        if of_section.get(passage.key):
            yield from _table(draft, tables[of_section[passage.key]], style)
        yield from _paragraphs(passage.source)


def _paragraphs(source: str) -> Iterator[str]:
    yield from (f"<p>{html.escape(line)}</p>" for line in lines_of(source))


def _table(draft: Draft, table: PrintedTable, style: str) -> Iterator[str]:
    if style == "values":
        yield from (f"<p>{_text(draft, cell)}</p>" for row in table.in_rows() for cell in row)
        return
    yield "<table>"
    for row in table.in_rows():
        cells = (_spanned(draft, cell) if style == "spans" else _with_dummies(draft, cell) for cell in row)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"


def _spanned(draft: Draft, cell: PrintedCell) -> str:
    spans = "".join(f' {name}span="{count}"' for name, count in (("row", cell.rows), ("col", cell.columns)) if count > 1)
    return f"<td{spans}>{_text(draft, cell)}</td>"


def _with_dummies(draft: Draft, cell: PrintedCell) -> str:
    """As copied from a word processor: no spans, and empty cells at the end of what a head stood over."""
    return f"<td>{_text(draft, cell)}</td>" + "<td></td>" * (cell.columns - 1)


def _text(draft: Draft, cell: PrintedCell) -> str:
    return html.escape(draft.figures[cell.at].text if cell.at >= 0 else cell.text)
