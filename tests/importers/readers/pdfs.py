"""PDFs for tests: printed by the system's Chromium, or written by hand, object by object."""

import subprocess
from pathlib import Path

from giar_site.importers.document import Document, Grid, Paragraph
from tests.browser.windows import chromium_path

STYLE = """body { font-family: "Noto Serif CJK SC"; font-size: 14pt } p { text-indent: 2em; line-height: 1.8 } h1 { text-align: center }
table { border-collapse: collapse; width: 100%; font-size: 10pt } td { border: 1px solid #000; padding: 3px; text-align: center }"""


def printed(folder: Path, body: str, style: str = STYLE) -> bytes:
    """The page as Chromium prints it."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(f'<html lang="zh"><meta charset="utf-8"><title>甲县报告</title><style>{style}</style>{body}', encoding="utf-8")
    command = [
        chromium_path(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}",
    ]
    subprocess.run([*command, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True, timeout=60)
    return target.read_bytes()


def written(*contents: str, page: str = "", catalog: str = "", trailer: str = "", more: tuple[str, ...] = ()) -> bytes:
    """A PDF of one page for each of `contents`, A4, with Helvetica as /F. `more`: further objects, from number 4 + 2 × pages on."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, content in enumerate(contents):
        resources = "/Resources << /Font << /F 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {5 + 2 * index} 0 R {page} >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects += more
    data, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def text(x: float, y: float, words: str, size: int = 12) -> str:
    """Show `words` (ASCII) at a point from the bottom left corner."""
    return f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n"


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle by its outline."""
    return f"{x} {y} {width} {height} re S\n"


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[list[tuple[str, int, int]]]]:
    grids = (block for block in document.blocks if isinstance(block, Grid))
    return [[[(cell.text, cell.rows, cell.columns) for cell in row] for row in grid.in_rows()] for grid in grids]


def said(document: Document) -> list[str]:
    return [notice.text.en for notice in document.notices]
