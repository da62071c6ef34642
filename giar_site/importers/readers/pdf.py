"""PDF with a text layer → paragraphs, and grids where lines are ruled.

By pdfium: of the libraries measured the quickest by ten times (two pages of a report: 25 ms; pdfplumber 390, pypdf 320 without any geometry),
fuzzed for years as part of Chromium, and the one that reads the radicals which browsers put for characters (⼈) as the characters they are (人).
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, groupby
from typing import Any, Final

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Document, Grid, GridCell, Paragraph, Refused, Spot
from giar_site.importers.noting import Noting
from giar_site.importers.readers.pdf_lines import Line, lines_of, paragraphs
from giar_site.importers.readers.pdf_looks import note_looks, settle_looks
from giar_site.importers.readers.pdf_notices import document_notices, page_notices
from giar_site.importers.readers.pdf_page import Character, PageContent, read_page
from giar_site.importers.readers.pdf_watermark import set_watermark_aside
from giar_site.importers.readers.ruled_tables import Box, RuledTable, ruled_tables

MOST_PAGES = 200
MOST_CHARACTERS = 500_000  # of the whole file
_WRITES_GAPS: Final = "Skia"  # the printer of Chromium and its kin: it writes no blanks, it moves on
_MOST_UNKNOWN: Final = 0.02  # of the characters: more means that the file does not say which characters its glyphs are
_PLACED = tuple[float, Line | Grid]


def read(data: bytes) -> Document:
    """Read the bytes of a PDF. Raises Refused."""
    if b"%PDF-" not in data[:1024]:
        raise Refused(Text("不是 PDF 文件" if data else "是空文件", "it is no PDF" if data else "it is empty"))
    try:
        import pypdfium2  # noqa: PLC0415 - optional library
    except ImportError:
        raise Refused(Text("读取 PDF 需要先安装：pip install 'giar[office]'", "reading PDF needs: pip install 'giar[office]'")) from None
    try:
        with pypdfium2.PdfDocument(data) as document:
            return _read(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused(Text("已加密。请去掉打开密码后再导入", "it is encrypted; remove the password and import it again")) from None
        raise Refused(
            Text("不是完好的 PDF，文件可能没有下载完整", "it is no sound PDF; perhaps it was not downloaded completely")
        ) from None


def _read(document: Any) -> Document:  # noqa: ANN401 - the library is optional
    if len(document) > MOST_PAGES:
        raise Refused(Text(f"超过 {MOST_PAGES} 页，不像一份年度报告", f"it has more than {MOST_PAGES} pages, which no annual report has"))
    notices = document_notices(document)
    pages: list[PageContent] = []
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        pages.append(read_page(page, number))
        set_watermark_aside(pages[-1])
        notices += page_notices(page, pages[-1])
        if sum(len(each.characters) for each in pages) > MOST_CHARACTERS:
            raise Refused(Text(f"超过 {MOST_CHARACTERS} 字", f"it has more than {MOST_CHARACTERS} characters"))
    _refuse_without_text(pages)
    properties = document.get_metadata_dict(skip_empty=True)
    blanks = _WRITES_GAPS not in properties.get("Producer", "")
    noting = Noting()
    blocks = tuple(_blocks(pages, noting, blanks=blanks))
    return Document("pdf", blocks, properties, (*notices, *noting.all()), noting.doubts())


def _refuse_without_text(pages: list[PageContent]) -> None:
    said = sum(bool(character.text.strip()) for page in pages for character in page.characters)
    unknown = sum(page.unknown for page in pages)
    if not said:
        raise Refused(
            Text(
                "没有文字层，是扫描件或图片。请用 Word 原件导入，或先做文字识别（OCR）并逐格核对",
                "it has no text layer: it is a scan or picture. Import the Word original, or recognise its text (OCR) first and check each cell",
            )
        )
    if unknown > _MOST_UNKNOWN * said:
        raise Refused(
            Text(
                f"字体没有标明文字（{said} 个字符中有 {unknown} 个无法认出）。请用 Word 原件导入，或重新生成 PDF",
                f"its fonts do not say which characters they show ({unknown} of {said} are unknown). Import the Word original, or make the PDF anew",
            )
        )


def _blocks(pages: list[PageContent], noting: Noting, *, blanks: bool) -> Iterator[Block]:
    tables = count(1)
    items = [item for page in pages for item in _items(page, tables, noting, blanks=blanks)]
    for is_grid, group in groupby(items, lambda item: isinstance(item, Grid)):
        members = list(group)
        if is_grid:
            yield from (item for item in members if isinstance(item, Grid))
        else:
            lines = [item for item in members if isinstance(item, Line)]
            yield from (Paragraph(text, Spot(page=first.page)) for first, text in paragraphs(lines))


def _items(page: PageContent, tables: Iterator[int], noting: Noting, *, blanks: bool) -> list[Line | Grid]:
    """Lines and tables of a page from the top."""
    settle_looks(page)
    ruled = ruled_tables(page.rulings)
    inside: list[list[Character]] = [[] for _ in ruled]
    outside: list[Character] = []
    for character in page.characters:
        home = next((number for number, table in enumerate(ruled) if table.holds(*character.middle)), None)
        (outside if home is None else inside[home]).append(character)
    note_looks(outside, noting, Spot(page=page.number))
    placed: list[_PLACED] = [(line.top, line) for line in lines_of(outside, page.number, blanks=blanks)]
    for table, characters in zip(ruled, inside, strict=True):
        if any(character.text.strip() for character in characters):
            inside_lines = partial(lines_of, page=page.number, blanks=blanks, cell=True)
            placed.append((table.ys[0], _grid(table, characters, Spot(page=page.number, table=next(tables)), inside_lines, noting)))
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _grid(
    table: RuledTable, characters: list[Character], spot: Spot, lines: Callable[[list[Character]], list[Line]], noting: Noting
) -> Grid:
    home: dict[tuple[int, int], Box] = {}
    for box in table.boxes:
        home |= {(row, column): box for row in range(box.row, box.row + box.rows) for column in range(box.column, box.column + box.columns)}
    content: dict[Box, list[Character]] = {box: [] for box in table.boxes}
    for character in characters:
        content[home[table.square(*character.middle)]].append(character)
    cells: list[GridCell] = []
    for box in table.boxes:
        place = spot._replace(row=box.row + 1, column=box.column + 1)
        note_looks(content[box], noting, place)
        text = "\n".join(line.text for line in lines(content[box]))
        cells.append(GridCell(text, box.row, box.column, place, box.rows, box.columns))
    return Grid(tuple(cells), spot)
