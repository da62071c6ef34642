"""The five published reports as files of every format, each made the way such files are made: by LibreOffice, by Chromium, by giar itself."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from giar_site.export.draft import Draft
from giar_site.export.plain import as_text
from giar_site.export.word.document import as_docx
from giar_site.export.xlsx.book import as_xlsx
from tests.importing.formats.pages import STYLES, page
from tests.originals import YEARS

ORIGINALS = Path(__file__).parents[2] / "data" / "reports"


def program(*names: str) -> str:
    """The path of the first of `names` that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail(f"{names[0]} is missing: run tools/install-test-tools.sh", pytrace=False)
    return found


def _converted(source: Path, kind: str, folder: Path) -> Path:
    """What LibreOffice saves `source` as."""
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    extra = ["--infilter=HTML (StarWriter)"] if source.suffix == ".html" else []
    command = [program("soffice"), profile, "--headless", *extra, "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return folder / f"{source.stem}.{kind.partition(':')[0]}"


def printed(source: Path, target: Path) -> Path:
    """What Chromium prints of a page."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    subprocess.run(
        [program("chromium", "chromium-browser", "google-chrome"), *flags, source.as_uri()], capture_output=True, check=True, timeout=180
    )
    return target


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _page(draft: Draft, folder: Path, style: str) -> Path:
    return _written(folder / f"{style}.html", page(draft, style).encode())


def _original(slug: str) -> str:
    return (ORIGINALS / f"{slug}-{YEARS[slug]}.txt").read_text(encoding="utf-8")


Maker = Callable[[Draft, Path], Path]
FILES: dict[str, Maker] = {
    **{f"html-{style}": (lambda draft, folder, style=style: _page(draft, folder, style)) for style in STYLES},
    "docx-giar": lambda draft, folder: _written(folder / "giar.docx", as_docx(draft)),
    "docx-libreoffice": lambda draft, folder: _converted(_page(draft, folder, "spans"), "docx:MS Word 2007 XML", folder / "office"),
    "docx-resaved": lambda draft, folder: _converted(
        _written(folder / "giar.docx", as_docx(draft)), "docx:MS Word 2007 XML", folder / "again"
    ),
    "xlsx-giar": lambda draft, folder: _written(folder / "giar.xlsx", as_xlsx(draft)),
    "xlsx-resaved": lambda draft, folder: _converted(_written(folder / "giar.xlsx", as_xlsx(draft)), "xlsx", folder / "again"),
    "pdf-libreoffice": lambda draft, folder: _converted(_written(folder / "giar.docx", as_docx(draft)), "pdf", folder / "print"),
    "pdf-chromium": lambda draft, folder: printed(_page(draft, folder, "spans"), folder / "page.pdf"),
    "txt-giar": lambda draft, folder: _written(folder / "giar.txt", as_text(draft)),
    "txt-utf-8": lambda draft, folder: _written(folder / "utf-8.txt", _original(draft.slug).encode()),
    "txt-gbk": lambda draft, folder: _written(folder / "gbk.txt", _original(draft.slug).encode("gb18030")),
    "txt-utf-16": lambda draft, folder: _written(folder / "utf-16.txt", _original(draft.slug).encode("utf-16")),
}
