"""Each of the five published reports in every format comes back whole: every cell, every paragraph, nothing in silence."""

from collections import Counter
from pathlib import Path

import pytest
from originals import YEARS

from giar_site.export.draft import Asked, Draft, load_draft
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.report import Recognised, recognise
from giar_site.importers.sandbox import ReaderProcess, read_in_child
from giar_site.importing.accounts import unaccounted
from tests.importing.formats.files import FILES
from tests.importing.formats.words import lines_of

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def process() -> ReaderProcess:
    with ReaderProcess() as running:
        yield running


# A 、 that LibreOffice lets hang over the margin is not in the PDF it writes; pdftotext does not see it either.
LOST = {"pdf-libreoffice": "、"}


def without(marks: str, texts: list[str]) -> list[str]:
    return [text.translate(dict.fromkeys(map(ord, marks))) for text in texts]


def bare(text: str) -> str:
    return "".join(text.split())


def prose_of(draft: Draft) -> list[str]:
    texts = lines_of(draft.preamble.source)
    for passage in draft.passages():
        texts += [passage.heading, *lines_of(passage.source)]
    return [bare(text) for text in texts]


def prose_in(found: Recognised) -> list[str]:
    texts = [block.marker + block.text for block in found.preamble]
    for passage in found.passages:
        texts += [passage.title, *(block.marker + block.text for block in passage.blocks)]
    return [bare(text).removeprefix("###") for text in texts]


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("slug", YEARS)
def test_a_report_comes_back_from_every_format(slug: str, kind: str, tmp_path: Path, process: ReaderProcess) -> None:
    draft = load_draft(ROOT, Asked(slug, YEARS[slug]))
    path = FILES[kind](draft, tmp_path)
    document, _ = read_in_child(path, process)
    found = recognise(document, path.stem)
    wrong = wrong_cells(found, draft)
    counts = Counter(cell.confidence for cell in found.cells)
    assert wrong == [], counts
    assert counts[Confidence.EXACT] == len(found.cells)
    assert found.form is draft.form
    lost = LOST.get(kind, "")
    assert without(lost, prose_in(found)) == without(lost, prose_of(draft))
    assert [each.text for each in (*found.unplaced, *unaccounted(document, found))] == []


def wrong_cells(found: Recognised, draft: Draft) -> list[tuple[str, str, str]]:
    return [
        (cell.cell, cell.text, figure.text) for cell, figure in zip(found.cells, draft.figures, strict=True) if cell.text != figure.text
    ]
