"""A form that nobody filled in is told as such, and a remark beside a table by its cell."""

import io
from collections.abc import Callable

import openpyxl
import pytest

from giar_site import forms
from giar_site.export.draft import Draft
from giar_site.export.printed import Part, printed_tables
from giar_site.export.xlsx.book import as_xlsx
from giar_site.export.xlsx.figures import FIRST_ROW
from giar_site.importers.own_workbook import PARTICULARS
from giar_site.importers.readers import xlsx
from giar_site.importers.recognise.figures import BLANK
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.left_out import NO_SUM
from giar_site.importers.recognise.report import Recognised, recognise
from giar_site.importing.accounts import unaccounted

APPLICATIONS = "三、收到和处理政府信息公开申请情况"
EMPTY = "这张表还没有填：三张表一格数字也没有。请填好再导入；没有发生的也要填 0，不能空着。"
ZEROS = "三张表里填的全部是 0：如果还没有填，请填好再导入；如果本年度确实一件也没有，就不用改。"


def filled(edition: int, number: Callable[[int], int | None], **remarks: str) -> Recognised:
    """The form with `number` of each figure's place typed in, and remarks in cells of table three."""
    form = forms.edition(edition)
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(Draft(form, edition, name="某县教育局"))))
    for table in printed_tables(form):
        for cell in table.cells:
            if cell.part is Part.FIGURE and cell.at not in form.totals:
                book[table.title].cell(FIRST_ROW + cell.row + 1, cell.column + 1).value = number(cell.at)
    for name, text in remarks.items():
        book[APPLICATIONS][name].value = text
    saved = io.BytesIO()
    book.save(saved)
    return recognise(xlsx.read(saved.getvalue()))


def told(report: Recognised) -> list[str]:
    return [doubt.zh for doubt in report.doubts]


@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_form_that_was_not_touched_gives_no_figure_and_is_told_so(edition: int) -> None:
    report = recognise(xlsx.read(as_xlsx(Draft(forms.edition(edition), edition, name="某县教育局"))))
    assert {cell.confidence for cell in report.cells} == {Confidence.MISSING}
    assert told(report) == [EMPTY]
    assert not report.unplaced


def test_zeros_in_every_cell_are_read_as_stated_and_told() -> None:
    report = filled(2021, lambda _: 0)
    assert {cell.text for cell in report.cells} == {"0", ""}
    assert told(report) == [ZEROS]


def test_a_form_with_a_figure_is_no_longer_called_empty_and_its_blanks_stay_blank() -> None:
    report = filled(2021, lambda at: 7 if at == 0 else None)
    assert report.cells[0].text == "7"
    assert {cell.confidence for cell in report.cells[1:]} == {Confidence.MISSING}
    assert told(report) == []


def test_a_remark_beside_a_table_is_told_by_its_cell_with_what_to_do() -> None:
    report = filled(2021, lambda at: at + 1, M5="7月补报")
    assert "7月补报" in [each.text for each in report.unplaced]
    assert told(report) == [
        f"工作表“{APPLICATIONS}” M5 格写着“7月补报”，不是表里的数，这一行因此可能没有读出：请删去这一格（说明写到“正文”里），再导入。"
    ]
    assert told(filled(2021, lambda at: at + 1)) == []


@pytest.mark.parametrize("edition", [2019, 2021])
def test_every_blank_of_the_form_is_told_alike_and_with_its_cell(edition: int) -> None:
    for number in (lambda _: None, lambda at: 7 if at == 0 else None, lambda at: 7 if at % 5 == 0 else None):
        cells = [cell for cell in filled(edition, number).cells if cell.published == "" and cell.text == "~"]
        assert {cell.reason for cell in cells} <= {BLANK, NO_SUM}
        assert all(cell.spot.sheet and cell.spot.row and cell.spot.column for cell in cells)
        assert len({cell.spot for cell in cells}) == len(cells)


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("published", [None, "2026-01-12"])
def test_the_names_of_fields_left_empty_are_no_numbers_that_got_lost(edition: int, published: str | None) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(Draft(forms.edition(edition), edition, name="某县教育局"))))
    sheet = book[PARTICULARS]
    names = [row[0].value for row in sheet.iter_rows()]
    assert {"附件1", "附件3文件名"} <= set(names)
    sheet.cell(names.index("公布日期") + 1, 2).value = published
    saved = io.BytesIO()
    book.save(saved)
    document = xlsx.read(saved.getvalue())
    assert unaccounted(document, recognise(document)) == ()
