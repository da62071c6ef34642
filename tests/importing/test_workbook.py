"""Our own workbook as it comes back: saved by other programs, filled in by a clerk, with totals that are formulas."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from giar_site import forms
from giar_site.export.draft import Draft
from giar_site.export.narrative import sources_of
from giar_site.export.printed import Part, printed_tables
from giar_site.export.xlsx.book import as_xlsx
from giar_site.export.xlsx.figures import FIRST_ROW
from giar_site.importers.document import Refused
from giar_site.importers.own_workbook import CHECKS, MANUAL, PARTICULARS, PROSE
from giar_site.importers.readers import xlsx
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.left_out import DERIVED, SUM
from giar_site.importers.recognise.report import recognise
from giar_site.model import Reading
from tests.export.making import REAL, draft, plain, real
from tests.importing.drafts import Again, came_back, figures_of


def by_openpyxl(data: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def by_libreoffice(data: bytes, folder: Path) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("LibreOffice (soffice) is missing: run tools/install-test-tools.sh", pytrace=False)
    (folder / "a.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), str(folder / "a.xlsx")]
    subprocess.run(command, capture_output=True, check=True)
    return (folder / "out" / "a.xlsx").read_bytes()


def same(again: Again, before: Draft) -> None:
    after = again.draft
    assert figures_of(after) == figures_of(before)
    assert after.metadata._replace(attachments=()) == before.metadata._replace(attachments=())
    assert [each.title for each in after.metadata.attachments] == [each.title for each in before.metadata.attachments]
    assert after.preamble.source == before.preamble.source
    assert [(each.key, each.heading, each.source) for each in after.sections] == [
        (each.key, each.heading, "\n\n".join(sources_of(each.source))) for each in before.sections
    ]


def left_open(before: Draft) -> Draft:
    """`before` with each total that adds up left to be added up."""
    figures = list(before.figures)
    for at, sums in before.form.totals.items():
        values = [figures[part].value for part in sums.left]
        if None not in values and figures[at].value == sum(filter(None, values)):
            figures[at] = figures[at]._replace(reading=Reading.DERIVED)
    return replace(before, figures=tuple(figures))


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.agency)
def test_a_report_saved_by_openpyxl_is_the_same_without_the_values_of_its_formulas(asked: tuple[str, int]) -> None:
    before = left_open(real(asked))
    again = came_back(by_openpyxl(as_xlsx(before)), "xlsx", before.year)
    same(again, before)
    assert Reading.BLANK not in {figure.reading for figure in again.draft.figures} - {figure.reading for figure in before.figures}
    assert any(cell.reason is DERIVED for cell in again.recognised.cells)


def test_a_report_saved_by_libreoffice_is_the_same(tmp_path: Path) -> None:
    before = real(REAL[1])
    again = came_back(by_libreoffice(as_xlsx(before), tmp_path), "xlsx", before.year)
    same(again, before)
    assert {cell.confidence for cell in again.recognised.cells} == {Confidence.EXACT}


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.agency)
def test_totals_that_were_published_come_back_as_published_and_those_left_out_are_left_to_giar(asked: tuple[str, int]) -> None:
    before = real(asked)
    totals = before.form.totals
    again = came_back(as_xlsx(before), "xlsx", before.year)
    same(again, before)
    assert [again.draft.figures[at] for at in totals] == [before.figures[at] for at in totals]
    before = left_open(before)
    again = came_back(as_xlsx(before), "xlsx", before.year)
    same(again, before)
    wrong = {at for at, sums in totals.items() if before.figures[at].value != sum(before.figures[part].value or 0 for part in sums.left)}
    assert {at for at in totals if again.draft.figures[at].reading is not Reading.DERIVED} >= wrong
    assert {again.recognised.cells[at].reason for at in totals if again.draft.figures[at].reading is Reading.DERIVED} == {SUM}


def test_markdown_comes_back_to_the_letter_through_both(tmp_path: Path) -> None:
    before = replace(draft(), name="某县人民政府", metadata=draft().metadata._replace(title="某县2021年政府信息公开工作年度报告"))
    data = by_openpyxl(by_libreoffice(as_xlsx(before), tmp_path))
    same(came_back(data, "xlsx", 2021), before)


def test_sheets_that_are_no_content_are_set_aside_and_nothing_of_them_is_told() -> None:
    report = recognise(xlsx.read(by_openpyxl(as_xlsx(draft()))))
    assert report.set_aside == (MANUAL, CHECKS)
    assert not any("勾稽关系：" in text or "填写" in text for text in (*report.furniture, *report.labels))


def test_a_total_without_value_that_cannot_be_left_out_is_added_up() -> None:
    cells = {f"review_and_litigation_0_review__{name}": plain(text) for name, text in (("upheld", "5"), ("pending", "5"), ("total", "10"))}
    again = came_back(by_openpyxl(as_xlsx(left_open(draft(**cells)))), "xlsx", 2021)
    found = {cell.cell: cell for cell in again.recognised.cells}
    total = found["review_and_litigation.review@total"]
    assert (total.text, total.confidence, total.reason) == ("10", Confidence.INFERRED, DERIVED)
    assert found["review_and_litigation.direct_suits@total"].text == ""
    assert again.draft.figures[forms.edition(2021).by_id["review_and_litigation.direct_suits@total"].index].value == 0


def test_a_formula_without_value_that_is_no_total_is_blank_and_said_so() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(draft())))
    table = printed_tables(forms.edition(2021))[0]
    at = forms.edition(2021).by_id["disclosure.rules@issued"].index
    place = next(cell for cell in table.cells if cell.at == at)
    book[table.title].cell(FIRST_ROW + place.row + 1, place.column + 1).value = "=3+4"
    saved = io.BytesIO()
    book.save(saved)
    report = recognise(xlsx.read(saved.getvalue()))
    assert report.cells[at].confidence is Confidence.MISSING
    assert report.cells[at].reason is not None
    assert report.cells[at].reason.zh == "是公式，文件里没有保存算出的值，留空"


def test_a_template_filled_in_by_a_clerk_is_what_was_typed() -> None:
    form = forms.edition(2021)
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(Draft(form, 2023))))
    particulars = {
        "机关名称": "某县教育局",
        "机关代号": "jiaoyu-ju",
        "公布日期": "2024年1月29日",
        "文号": "某教〔2024〕1号",
        "联系科室": "办公室",
        "电话": "010-12345678",
        "附件1": "统计表",
        "附件1文件名": "tongji.xlsx",
    }
    for row in book[PARTICULARS].iter_rows():
        if row[0].value in particulars:
            row[1].value = particulars[row[0].value]
    sheet = book[PROSE]
    titles = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value}
    sheet.cell(titles["一、总体情况"] + 1, 1).value = "### （一）主动公开"
    sheet.cell(titles["一、总体情况"] + 3, 1).value = "公开**重点**信息 3 条。"
    sheet.cell(titles["六、其他需要报告的事项"] + 1, 1).value = "没有收取信息处理费。"
    typed = {}
    for table in printed_tables(form):
        for number, cell in enumerate(cell for cell in table.cells if cell.part is Part.FIGURE and cell.at not in form.totals):
            typed[cell.at] = number
            book[table.title].cell(FIRST_ROW + cell.row + 1, cell.column + 1).value = number
    saved = io.BytesIO()
    book.save(saved)
    again = came_back(saved.getvalue(), "xlsx", 2023)
    report, made = again.recognised, again.draft
    assert {at: figures_of(made)[at] for at in typed} == {at: str(number) for at, number in typed.items()}
    assert all(made.figures[at].value == sum(made.figures[part].value or 0 for part in total.left) for at, total in form.totals.items())
    assert (report.name, report.values.text("slug"), report.year.year) == ("某县教育局", "jiaoyu-ju", 2023)
    assert (made.metadata.published, made.metadata.document_number) == ("2024-01-29", "某教〔2024〕1号")
    assert report.values["published"].confidence is Confidence.NORMALISED
    assert (made.metadata.contact.office, made.metadata.contact.telephone) == ("办公室", "010-12345678")
    assert [(each.title, each.note) for each in made.metadata.attachments] == [
        ("统计表", "导入时只有附件名称，没有取得文件（文件名：tongji.xlsx）")
    ]
    assert [each.source for each in made.sections] == [
        "### （一）主动公开\n\n公开**重点**信息 3 条。",
        "",
        "",
        "",
        "",
        "没有收取信息处理费。",
    ]


def test_a_copied_sheet_of_a_table_is_a_second_report_and_refused() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(real(REAL[0]))))
    title = printed_tables(forms.edition(2021))[1].title
    book.copy_worksheet(book[title]).title = "旧表"
    saved = io.BytesIO()
    book.save(saved)
    with pytest.raises(Refused) as refused:
        recognise(xlsx.read(saved.getvalue()))
    assert f"工作表“{title}”" in refused.value.reason.zh
    assert "工作表“旧表”" in refused.value.reason.zh
