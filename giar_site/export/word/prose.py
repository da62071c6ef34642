"""Narrative as paragraphs of Word: headings, lists, bold, links, tables; a picture as a note."""

from typing import TYPE_CHECKING

from giar_site.export.narrative import Block, Span, Spans, blocks_of
from giar_site.export.word.elements import element, writable
from giar_site.export.word.lists import Lists
from giar_site.export.word.tables import WIDTH, add_rows, plain_row
from giar_site.importers.own_document import CODE, CODE_FONT, ITEM, QUOTE, STEP

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def leads_out(link: str) -> bool:
    """True of an address that leads somewhere from a file on a desk, too."""
    return link.lower().startswith(("http://", "https://", "mailto:"))


def add_prose(document: "Document", lists: Lists, source: str) -> None:
    """Add the Markdown `source` at the end of `document`."""
    lists.passage()
    for block in blocks_of(source):
        if block.kind == "table":
            _add_table(document, block)
        elif block.kind == "rule":
            _add_rule(document)
        else:
            _add_paragraph(document, lists, block)


def _add_paragraph(document: "Document", lists: Lists, block: Block) -> None:
    paragraph = document.add_paragraph(style=_style(block))
    if block.item:
        lists.number(paragraph, block.item)
    elif block.within and block.kind != "code":
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library counts in no characters
        properties.append(element("ind", left=STEP * (block.within + 1), firstLine=0, firstLineChars=0))
    if any(span.ends_line for span in block.spans):
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - an extra

        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # Word would stretch the line that ends there
    for span in block.spans:
        _add_span(document, paragraph, span)


def _style(block: Block) -> str:
    if block.heading:
        return f"Heading {max(1, min(6, block.heading - 1))}"  # a section's own title, ## in Markdown, is the first level here
    if block.kind == "code":
        return CODE
    if block.item or (block.within and not block.quoted):
        return ITEM
    return QUOTE if block.quoted else "Normal"


def _add_span(document: "Document", paragraph: "Paragraph", span: Span) -> None:
    text = f"[图片：{span.text}]" if span.picture else span.text
    run = paragraph.add_run(writable(text))
    run.bold = span.bold or None
    run.italic = span.italic or None
    if span.code:
        run.font.name = CODE_FONT
    if span.ends_line:
        run.add_break()
    if leads_out(span.link):
        from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - an extra
        from docx.oxml.ns import qn  # noqa: PLC0415 - an extra

        run.font.underline = True
        link = element("hyperlink", run._r)  # noqa: SLF001 - the library reads links and writes none
        link.set(qn("r:id"), document.part.relate_to(span.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.append(link)  # noqa: SLF001 - as above


def _add_table(document: "Document", block: Block) -> None:
    columns = max(map(len, block.rows))
    widths = [WIDTH // columns] * columns
    texts = [[_words(spans) for spans in row] + [""] * (columns - len(row)) for row in block.rows]
    add_rows(document, widths, [plain_row(row, widths, head=at == 0) for at, row in enumerate(texts)])


def _words(spans: Spans) -> str:
    return "".join((f"[图片：{span.text}]" if span.picture else span.text) + ("\n" if span.ends_line else "") for span in spans)


def _add_rule(document: "Document") -> None:
    line = element("pBdr", element("bottom", val="single", sz=4, space=1, color="auto"))
    document.add_paragraph()._p.get_or_add_pPr().append(line)  # noqa: SLF001 - the library has no borders
