"""Web pages: paragraphs by block elements and <br>, headings, lists, tables with spans; what is hidden or no text is told in notices.

selectolax (lexbor) parses as browsers do. libxml2, behind lxml, cuts a page at 256 levels without a word, which loses text; it takes the
same time (0.06 s for 300 tables, both). What lexbor is slow at, such as lists nested 50,000 deep, is refused before it is parsed.
A page has no lines: `line` counts its paragraphs.
"""

from typing import TYPE_CHECKING

from giar_site.importers.document import Document
from giar_site.importers.first_bytes import refuse_unless_page
from giar_site.importers.noting import Noting
from giar_site.importers.readers.page.encoding import page_text
from giar_site.importers.readers.page.looks import Looks
from giar_site.importers.readers.page.reading import Reading
from giar_site.importers.readers.page.shown import attribute
from giar_site.importers.readers.page.slow import refuse_slow_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


def read(data: bytes) -> Document:
    """Read the bytes of an HTML file. Raises Refused."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - optional: only who imports pages needs it

    refuse_unless_page(data)
    noting = Noting()
    text = page_text(data, noting)
    refuse_slow_page(text)
    page = LexborHTMLParser(text)
    reading = Reading(noting, Looks(style.text() for style in page.css("style")))
    if page.body is not None:
        reading.take(page.body)
    reading.end_line()
    return Document("html", tuple(reading.blocks), _properties(page), noting.all(), noting.doubts())


def _properties(page: "LexborHTMLParser") -> dict[str, str]:
    """The title and what meta elements name, the first of each name."""
    found: dict[str, str] = {}
    title = page.css_first("title")
    if title is not None and (words := " ".join(title.text().split())):
        found["title"] = words
    for meta in page.css("meta"):
        name, content = attribute(meta, "name").strip() or attribute(meta, "property").strip(), attribute(meta, "content").strip()
        if name and content:
            found.setdefault(name, content)
    return found
