"""What a clerk who works in the spreadsheet is told after an import: cells by their letters, totals in one line, nothing about a day where one is asked for."""

import datetime as dt
import io
import json
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import CliRunner

from giar_site import forms
from giar_site.cli import giar
from giar_site.export.draft import Draft
from giar_site.export.plain import as_text
from giar_site.export.printed import printed_tables
from giar_site.export.xlsx.book import as_xlsx
from giar_site.export.xlsx.figures import spots_of
from giar_site.importers.document import Spot
from giar_site.importers.own_workbook import PARTICULARS, PROSE
from giar_site.importers.places import ranges, where
from tests.export.making import draft, plain
from tests.importing.reckoned import reckoned

SHEET = "三、收到和处理政府信息公开申请情况"
SOUND = {(SHEET, "D5"): 8, (SHEET, "D7"): 8, (PARTICULARS, "B5"): dt.date(2026, 1, 28), (PARTICULARS, "B1"): "某县教育局"}
Cells = Mapping[tuple[str, str], object]


def filled(cells: Cells, *, saved: bool = True) -> bytes:
    """A template of 2025 with `cells` written, and 0 in the others. `saved`: by a program that works its sums out; openpyxl does not."""
    form = forms.edition(2021)
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(Draft(form, 2025, "jiaoyu-ju"))))
    for at, spot in spots_of(printed_tables(form)).items():
        if at not in form.totals:
            book[spot.sheet].cell(spot.row + 1, spot.column + 1).value = 0
    book[PROSE]["A10"] = "本机关依法公开信息，办理依申请公开，加强政府信息管理和平台建设、监督保障。"
    for (sheet, place), value in (SOUND | dict(cells)).items():
        book[sheet][place] = value
    stored = io.BytesIO()
    book.save(stored)
    return reckoned(stored.getvalue()) if saved else stored.getvalue()


def told(tmp_path: Path, data: bytes, *more: str) -> str:
    (tmp_path / "site.yaml").write_text("title: 样本\n", "utf-8")
    (tmp_path / "a.xlsx").write_bytes(data)
    done = CliRunner().invoke(giar, ["import", str(tmp_path / "a.xlsx"), "--site", str(tmp_path), "--agency", "jiaoyu-ju", *more])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.output


def placed(output: str) -> list[str]:
    """The lines that name cells of the workbook."""
    _, _, below = output.partition("里的位置：\n")
    return [line.strip() for line in below.splitlines() if line.strip()]


@pytest.mark.parametrize("saved", [True, False])
def test_totals_left_to_giar_are_told_in_one_line(tmp_path: Path, *, saved: bool) -> None:
    output = told(tmp_path, filled({}, saved=saved))
    assert output.count("合计 34 格是公式，没有抄进 figures.yaml，由 giar 按各项相加。") == 1
    assert "·总计：" not in output
    assert "received:                 [8, 0, 0, 0, 0, 0]" in (tmp_path / "content/jiaoyu-ju/2025/figures.yaml").read_text("utf-8")
    assert "0 个错误" in output


def test_a_wrong_part_is_among_the_cells_named_and_no_total_is(tmp_path: Path) -> None:
    output = told(tmp_path, filled({(SHEET, "D7"): 7}))
    assert placed(output) == [f"G203 收办勾稽不符：工作表“{SHEET}” D5、D7:D27、D29"]
    assert "总计 / 申请人情况·自然人：" not in output


def test_a_unit_in_a_cell_is_named_with_both_values_of_its_total(tmp_path: Path) -> None:
    output = told(tmp_path, filled({(SHEET, "D5"): "8件"}))
    assert "    推断（是公式，文件里存的值是 0，各项相加是 8，以各项为准；" in output
    assert f"：工作表“{SHEET}” J5，一、本年新收政府信息公开申请数量 / 申请人情况·总计 “0” → —\n" in output
    assert "合计 33 格是公式" in output
    assert "改成 8，只写数字，不写单位和说明" in output
    assert placed(output) == [f"G111 从文字中读出的数：工作表“{SHEET}” D5"]
    cell = yaml.safe_load((tmp_path / "content/jiaoyu-ju/2025/import.yaml").read_text("utf-8"))["cells"]["applications.received@total"]
    assert (cell["confidence"], cell["published"], cell["row"], cell["column"]) == ("inferred", "0", 5, 10)


def test_a_total_that_is_not_written_is_kept_in_import_yaml(tmp_path: Path) -> None:
    told(tmp_path, filled({}))
    cells = yaml.safe_load((tmp_path / "content/jiaoyu-ju/2025/import.yaml").read_text("utf-8"))["cells"]
    assert cells["applications.received@total"]["published"] == "8"
    assert cells["applications.received@total"]["confidence"] == "exact"


def test_a_blank_cell_is_named_and_the_total_over_it_speaks_against_nothing(tmp_path: Path) -> None:
    output = told(tmp_path, filled({(SHEET, "F5"): None}))
    assert placed(output) == [f"G109 空着没有填数：工作表“{SHEET}” F5"]


def test_a_day_where_one_is_asked_for_is_told_of_no_more(tmp_path: Path) -> None:
    output = told(tmp_path, filled({}))
    assert "公布日期：2026-01-28（取自工作表“基本信息” B5，" in output
    assert "是日期或时间" not in output


def test_a_day_where_a_text_or_a_figure_is_asked_for_is_told_of(tmp_path: Path) -> None:
    output = told(tmp_path, filled({(PARTICULARS, "B6"): dt.date(2026, 1, 2), (SHEET, "D8"): dt.date(2026, 1, 2)}))
    assert "  工作表“基本信息”，B6 是日期或时间，按 2026-01-02 导入" in output
    assert f"  工作表“{SHEET}”，D8 是日期或时间" in output


def test_a_day_of_publication_that_is_wrong_is_found_in_its_cell(tmp_path: Path) -> None:
    output = told(tmp_path, filled({(PARTICULARS, "B5"): dt.date(2025, 1, 28)}))
    assert any(line.endswith("：工作表“基本信息” B5") for line in placed(output))


def test_a_report_that_is_no_workbook_has_no_cells_to_name(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 样本\n", "utf-8")
    made = draft(prose="本机关依法公开信息。", review_and_litigation_0_review__upheld=plain("1"))
    (tmp_path / "a.txt").write_text(as_text(made).decode(), "utf-8")
    output = CliRunner().invoke(giar, ["import", str(tmp_path / "a.txt"), "--site", str(tmp_path), "--agency", "shili-ju"]).output
    assert "错误 G204" in output
    assert placed(output) == []


def test_programs_are_told_how_many_totals_are_left_to_giar(tmp_path: Path) -> None:
    (done,) = json.loads(told(tmp_path, filled({}), "--format", "json"))["imports"]
    assert (done["left_to_giar"], done["cells"]) == (34, [])


def test_cells_are_named_as_a_spreadsheet_does() -> None:
    assert where(Spot("三", table=2, row=7, column=28)).zh == "工作表“三” AB7，"
    assert where(Spot("三", row=7)).zh == "工作表“三”第 7 行，"
    assert where(Spot(page=1, table=2, row=3, column=4)).en == "page 1, table 2, row 3, column 4: "
    spots = [Spot("三", row=row, column=column) for row, column in ((7, 4), (5, 5), (8, 4), (5, 4), (9, 4))]
    assert ranges(spots) == ["D5", "D7:D9", "E5"]
