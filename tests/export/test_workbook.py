"""The workbook, read by openpyxl: what a clerk may fill in, what counts by itself, and that nothing published changes."""

import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from sound import sound_reports

from giar_site import forms
from giar_site.diagnostics import CannotGoOn
from giar_site.export.draft import Asked, Draft, figure_text
from giar_site.export.narrative import sources_of
from giar_site.export.printed import Part, printed_tables
from giar_site.export.xlsx.book import as_xlsx
from giar_site.export.xlsx.figures import Spot, references, spots_of
from giar_site.forms import Kind
from giar_site.model import Figure, Reading
from tests.export.making import PROSE, REAL, TRICKS, draft, parts, plain, real, with_texts

EDITIONS = [form.edition for form in forms.editions()]


def opened(data: bytes, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def template(edition: int) -> Draft:
    form = forms.edition(edition)
    return Draft(form, form.first_year)


def shown(made: Draft) -> list[object]:
    """The values of all figures, in printed order, as a program that does not compute reads them."""
    book = opened(as_xlsx(made), values=True)
    spots = spots_of(printed_tables(made.form))
    return [book[spots[at].sheet].cell(spots[at].row + 1, spots[at].column + 1).value for at in range(len(made.form.cells))]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_template_has_a_sheet_for_each_part(edition: int) -> None:
    titles = [section.title for section in forms.edition(edition).sections if section.table]
    assert opened(as_xlsx(template(edition))).sheetnames == ["填写说明", "基本信息", "正文", *titles, "核对"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_printed_span_is_a_merge_and_every_label_stands_where_it_is_printed(edition: int) -> None:
    book = opened(as_xlsx(template(edition)))
    for table in printed_tables(forms.edition(edition)):
        sheet = book[table.title]
        spans = {(cell.row + 2, cell.column + 1, cell.rows, cell.columns) for cell in table.cells if cell.rows * cell.columns > 1}
        merged = {(each.min_row, each.min_col, each.size["rows"], each.size["columns"]) for each in sheet.merged_cells.ranges}
        assert merged == {*spans, (1, 1, 1, table.width)}
        assert [sheet.cell(cell.row + 2, cell.column + 1).value for cell in table.cells if cell.text] == [
            cell.text for cell in table.cells if cell.text
        ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_labels_and_totals_are_locked_and_figures_are_not(edition: int) -> None:
    form = forms.edition(edition)
    book = opened(as_xlsx(template(edition)))
    for table in printed_tables(form):
        sheet = book[table.title]
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for cell in table.cells:
            locked = cell.part is not Part.FIGURE or cell.at in form.totals
            assert sheet.cell(cell.row + 2, cell.column + 1).protection.locked is locked


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_figure_to_fill_in_is_validated_by_its_kind_in_chinese(edition: int) -> None:
    form = forms.edition(edition)
    book = opened(as_xlsx(template(edition)))
    rules = {}
    for sheet in book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert rule.showErrorMessage
            assert rule.errorStyle in (None, "stop")  # a text such as 8件 is refused, not only frowned on
            assert "只填数字" in rule.error
            assert rule.error
            assert rule.prompt
            assert not rule.error.isascii()
            for place in rule.sqref.ranges:
                rules[sheet.title, place.min_row - 1, place.min_col - 1] = (rule.type, rule.formula1)
    expected = {Kind.COUNT: ("whole", "0"), Kind.CHANGE: ("whole", "-999999999999"), Kind.MONEY: ("decimal", "0")}
    spots = spots_of(printed_tables(form))
    assert rules == {tuple(spots[cell.index]): expected[cell.kind] for cell in form.cells if cell.index not in form.totals}


@pytest.mark.parametrize(("total", "written"), [(Figure(Decimal(7), "7", Reading.DERIVED), "=SUM(D5:I5)"), (plain("7"), 7)])
def test_a_total_left_out_is_a_formula_with_its_value_and_a_published_one_is_what_was_published(total: Figure, written: object) -> None:
    made = draft(
        applications_0_received__natural_person=plain("5"), applications_0_received__other=plain("2"), applications_0_received__total=total
    )
    title = "三、收到和处理政府信息公开申请情况"
    assert opened(as_xlsx(made))[title]["J5"].value == written
    assert opened(as_xlsx(made), values=True)[title]["J5"].value == 7


def test_a_wrong_total_stays_as_published_and_is_found() -> None:
    made = draft(review_and_litigation_0_review__upheld=plain("1"), review_and_litigation_0_review__total=plain("4"))
    book, values = opened(as_xlsx(made)), opened(as_xlsx(made), values=True)
    assert book["四、政府信息公开行政复议、行政诉讼情况"]["E5"].value == 4
    assert [row[3].value for row in values["核对"].iter_rows(min_row=3)].count("不平") == 1
    assert values["填写说明"]["A2"].value == "勾稽关系：不平 1 处，有空白或文字不能判断 0 处，见“核对”表。"


def test_a_total_over_a_published_text_is_no_formula() -> None:
    text = Figure(Decimal(3), "3件", Reading.CONVERTED)
    made = draft(review_and_litigation_0_review__upheld=text, review_and_litigation_0_review__total=plain("3"))
    sheet = opened(as_xlsx(made))["四、政府信息公开行政复议、行政诉讼情况"]
    assert (sheet["A5"].value, sheet["E5"].value) == ("3件", 3)


def test_a_published_total_over_a_blank_is_no_formula() -> None:
    blank = Figure(None, "~", Reading.BLANK)
    made = draft(
        review_and_litigation_0_review__upheld=plain("3"),
        review_and_litigation_0_review__corrected=blank,
        review_and_litigation_0_review__total=plain("3"),
    )
    sheet = opened(as_xlsx(made))["四、政府信息公开行政复议、行政诉讼情况"]
    assert (sheet["A5"].value, sheet["B5"].value, sheet["E5"].value) == (3, None, 3)


def test_the_manual_says_what_an_agencys_folder_is_and_that_figures_have_no_unit() -> None:
    lines = [str(row[0].value) for row in opened(as_xlsx(template(2021)))["填写说明"].iter_rows()]
    assert any("机关代号是网站给每个机关起的英文短名" in line for line in lines)
    assert any("不知道就问管理网站的人" in line for line in lines)
    assert any("数字格只填数，不写“件”" in line for line in lines)


def test_a_total_that_was_left_out_is_the_sum_and_a_blank_stays_blank() -> None:
    form = forms.edition(2021)
    made = draft(
        applications_0_received__natural_person=plain("5"),
        applications_0_received__total=Figure(Decimal(5), "", Reading.DERIVED),
        applications_0_carried_in__natural_person=Figure(None, "~", Reading.BLANK),
        applications_0_carried_in__total=Figure(None, "/", Reading.BLANK),
    )
    values = shown(made)
    assert values[form.by_id["applications.received@total"].index] == 5
    assert values[form.by_id["applications.carried_in@natural_person"].index] is None
    assert values[form.by_id["applications.carried_in@total"].index] == "/"


@pytest.mark.parametrize("text", ["12.50", "0.10", "123456789012.345678"])
def test_digits_that_a_spreadsheet_would_change_are_written_as_text(text: str) -> None:
    made = draft(disclosure_0_fees__amount=plain(text))
    assert shown(made)[made.form.by_id["disclosure.fees@amount"].index] == text


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.agency)
def test_every_figure_of_the_real_reports_is_as_published(asked: Asked) -> None:
    made = real(asked)
    assert ["" if value is None else str(value) for value in shown(made)] == [figure_text(figure) for figure in made.figures]


@settings(max_examples=15)
@given(sound_reports())
def test_sound_figures_stay_and_every_equation_holds(report: tuple[forms.Form, list[Decimal]]) -> None:
    form, values = report
    made = Draft(form, form.first_year, "a", "某局", tuple(plain(f"{value:f}") for value in values))
    assert [str(value) for value in shown(made)] == [f"{value:f}" for value in values]
    checks = opened(as_xlsx(made), values=True)["核对"]
    assert {row[3].value for row in checks.iter_rows(min_row=3)} == {"平"}
    assert checks.max_row == len(form.equations) + 2


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_equation_is_checked_and_coloured(edition: int) -> None:
    form = forms.edition(edition)
    book = opened(as_xlsx(template(edition)))
    assert book["核对"].max_row == len(form.equations) + 2
    for table in printed_tables(form):
        marked = {str(each.sqref) for each in book[table.title].conditional_formatting}
        cells = {at for equation in form.equations for at in equation.right if form.cells[at].table == table.key}
        assert len(marked) == len(cells)


def test_prose_is_one_column_a_block_a_cell_as_in_report_md() -> None:
    sheet = opened(as_xlsx(draft()))["正文"]
    column = [row[0].value for row in sheet.iter_rows()]
    titles = [section.title for section in forms.edition(2021).sections]
    assert column == ["前言。", titles[0], *sources_of(PROSE), *titles[1:]]
    assert "1. 第一项\n   - 小项\n2. 第二项" in column
    assert sheet.max_column == 1


def test_particulars_are_labels_and_values() -> None:
    sheet = opened(as_xlsx(draft()))["基本信息"]
    assert {row[0].value: row[1].value for row in sheet.iter_rows() if row[1].value} == {
        "机关名称": "示例局",
        "机关代号": "shili-ju",
        "年度": "2021",
        "公布日期": "2026-01-28",
        "文号": "某政〔2026〕1号",
        "联系科室": "公开科",
        "地址": "某路1号",
        "邮编": "010000",
        "电话": "010-12345678",
        "电子邮箱": "a@example.gov.cn",
        "附件1": "统计表",
        "附件1文件名": "a.docx",
        "附件2": "说明",
        "附件2说明": "另见公报",
    }


def test_no_text_becomes_a_formula_or_a_link() -> None:
    made = with_texts(TRICKS)
    book = opened(as_xlsx(made))
    texts = {cell.value: cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value in TRICKS}
    # openpyxl guesses a formula from the first letter of a string it reads, so the file itself is asked
    assert set(texts) == set(TRICKS)
    for name, text in parts(as_xlsx(made)).items():
        assert "<hyperlink" not in text
        if name.startswith("xl/worksheets/sheet"):
            assert not any(f"<f>{trick.lstrip('=')}" in text for trick in TRICKS)


def test_a_paragraph_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(CannotGoOn, match="32767"):
        as_xlsx(draft(prose="长" * 32_768))


def test_sheets_are_for_a4_and_keep_their_heads_in_sight() -> None:
    book = opened(as_xlsx(template(2021)))
    assert {sheet.page_setup.paperSize for sheet in book.worksheets} == {9}
    assert book["三、收到和处理政府信息公开申请情况"].freeze_panes == "D5"
    assert book["三、收到和处理政府信息公开申请情况"].print_title_rows == "$1:$4"


def test_the_same_draft_gives_the_same_bytes_and_names_no_hour() -> None:
    assert as_xlsx(draft()) == as_xlsx(draft())
    properties = opened(as_xlsx(draft())).properties
    assert (properties.creator, properties.created.isoformat()) == ("示例局", "2022-01-01T00:00:00")


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=12, unique=True))
def test_neighbours_in_a_formula_become_one_range_and_none_is_lost(places: list[tuple[int, int]]) -> None:
    spots = [Spot("表", row, column) for row, column in places]
    found = []
    for part in references(spots, "表").split(","):
        low, _, high = part.partition(":")
        first, last = (openpyxl.utils.cell.coordinate_to_tuple(each) for each in (low, high or low))
        found += [(row - 1, column - 1) for row in range(first[0], last[0] + 1) for column in range(first[1], last[1] + 1)]
    assert sorted(found) == sorted(places)
