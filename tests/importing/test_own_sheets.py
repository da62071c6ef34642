"""What a clerk writes on 填写说明 or 核对 is told; what giar writes there is not."""

import io
from pathlib import Path

import openpyxl
import pytest

from giar_site import forms
from giar_site.export.draft import Draft
from giar_site.export.xlsx.book import as_xlsx
from giar_site.importers.own_workbook import CHECKS, MANUAL
from giar_site.importers.readers import xlsx
from giar_site.importers.recognise.report import recognise
from giar_site.importing.own_sheets import notes_of_others
from tests.export.making import REAL, draft, plain, real
from tests.importing.test_agencies import report, run, site, written

__all__ = ["site"]


def notes(data: bytes) -> list[str]:
    document = xlsx.read(data)
    return [each.text for each in notes_of_others(document, recognise(document))]


def with_note(data: bytes, sheet: str, place: str, text: object) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    book[sheet][place] = text
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("asked", REAL, ids=str)
def test_nothing_that_giar_writes_there_is_a_note(asked: object) -> None:
    assert notes(as_xlsx(real(asked))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", [2019, 2021])
def test_neither_in_a_template_nor_where_sums_fail(edition: int) -> None:
    assert notes(as_xlsx(Draft(forms.edition(edition), edition))) == []
    assert notes(as_xlsx(draft(edition, applications_0_received__natural_person=plain("7")))) == []


@pytest.mark.parametrize(
    ("sheet", "place", "text"),
    [
        (MANUAL, "A20", "我局另有3件未录入"),
        (MANUAL, "B5", "已核对"),
        (MANUAL, "A5", "这一行被改写了"),
        (CHECKS, "F4", "差1件是去年的"),
        (CHECKS, "A4", "改过"),
        (CHECKS, "F5", 12),
    ],
)
def test_what_somebody_else_wrote_is_a_note(sheet: str, place: str, text: object) -> None:
    assert notes(with_note(as_xlsx(draft()), sheet, place, text)) == [str(text)]


def test_a_note_is_quoted_and_the_import_is_not_complete(site: Path) -> None:
    source = written(site.parent / "a.xlsx", with_note(as_xlsx(report()), MANUAL, "A20", "我局另有3件未录入"))
    done = run(site, source)
    assert done.exit_code == 1
    assert "A20，我局另有3件未录入" in done.output
