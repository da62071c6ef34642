"""What was written out, read by the readers that import uses: every cell in its place, every paragraph word for word."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giar_site import forms
from giar_site.export.draft import Asked, Draft, figure_text
from giar_site.export.narrative import sources_of
from giar_site.export.plain import as_text
from giar_site.export.printed import Part, PrintedTable, printed_tables
from giar_site.export.word.document import as_docx
from giar_site.export.xlsx.book import as_xlsx
from giar_site.importers.document import Document, Grid, Paragraph
from giar_site.importers.own_workbook import PROSE
from giar_site.importers.readers import docx, text, xlsx
from giar_site.load import read_figure
from tests.export.making import REAL, real

Places = list[tuple[int, int, int, int, str]]
TEXTS = st.sampled_from(["0", "7", "1204", "-14", "+155", "增13", "8(计划)", "40984.52万元", "12.50", "/", "—", "~", "３", "=1+1", "无"])


def printed(made: Draft, table: PrintedTable) -> Places:
    """Row, column, spans and text of each cell as it is printed."""
    texts = ((cell, figure_text(made.figures[cell.at]) if cell.part is Part.FIGURE else cell.text) for cell in table.cells)
    return sorted((cell.row, cell.column, cell.rows, cell.columns, words) for cell, words in texts)


def read(grid: Grid) -> Places:
    return sorted((cell.row, cell.column, cell.rows, cell.columns, cell.text) for cell in grid.cells)


def grids_of(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def assert_tables_come_back(made: Draft) -> None:
    tables = printed_tables(made.form)
    expected = [printed(made, table) for table in tables]
    assert [read(grid) for grid in grids_of(docx.read(as_docx(made)))] == expected
    sheets = {grid.spot.sheet: grid for grid in grids_of(xlsx.read(as_xlsx(made)))}
    assert [read(sheets[table.title]) for table in tables] == expected


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.agency)
def test_tables_of_the_real_reports_come_back(asked: Asked) -> None:
    assert_tables_come_back(real(asked))


@settings(max_examples=15)
@given(st.data())
def test_tables_of_any_report_come_back(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(forms.editions()))
    said = data.draw(st.dictionaries(st.integers(0, len(form.cells) - 1), TEXTS, max_size=60))
    figures = tuple(read_figure(said.get(at, "0"), cell.kind, cell.unit) for at, cell in enumerate(form.cells))
    assert all(figure.value is None or isinstance(figure.value, Decimal) for figure in figures)
    assert_tables_come_back(Draft(form, form.first_year, "a", "某局", figures))


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.agency)
def test_paragraphs_of_the_real_reports_come_back(asked: Asked) -> None:
    made = real(asked)
    told = [*sources_of(made.preamble.source)]
    for passage in made.passages():
        told += [passage.heading, *sources_of(passage.source)]
    in_book = [block for block in xlsx.read(as_xlsx(made)).blocks if block.spot.sheet == PROSE]
    assert [cell.text for block in in_book if isinstance(block, Grid) for cell in block.cells] == told
    bare = [line.lstrip("# ") for line in told]
    in_word = [block.text for block in docx.read(as_docx(made)).blocks if isinstance(block, Paragraph)]
    assert [line for line in in_word if line in bare] == bare
    in_text = [block.text for block in text.read(as_text(made)).blocks if isinstance(block, Paragraph)]
    assert [line for line in in_text if line in bare] == bare
