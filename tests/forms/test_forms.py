"""The national form as data: official counts, labels and arithmetic of both editions."""

from collections import Counter
from pathlib import Path

import originals
import pytest
import yaml

from giar_site import forms
from giar_site.forms.form import EquationName
from giar_site.rules import RULES

COLUMNS_2021 = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]


def words(text: str) -> str:
    """A label without widths and spaces, as the originals write it."""
    return text.replace("（", "(").replace("）", ")").replace("，", ",").replace("：", ":").replace(" ", "")


@pytest.mark.parametrize(("edition", "cells", "applications"), [(2019, 198, 161), (2021, 200, 175)])
def test_an_edition_has_its_official_number_of_cells(edition: int, cells: int, applications: int) -> None:
    form = forms.edition(edition)
    assert len(form.cells) == len(form.by_id) == cells
    assert sum(cell.table == "applications" for cell in form.cells) == applications
    assert [cell.index for cell in form.cells] == list(range(cells))


@pytest.mark.parametrize(("edition", "rows"), [(2019, 23), (2021, 25)])
def test_an_edition_states_its_official_arithmetic(edition: int, rows: int) -> None:
    counts = Counter(equation.name for equation in forms.edition(edition).equations)
    assert counts == {
        EquationName.ROW_TOTAL: rows,
        EquationName.OUTCOME_TOTAL: 7,
        EquationName.INTAKE: 7,
        EquationName.BLOCK_TOTAL: 3,
    }


def test_the_outcome_total_sums_every_outcome_and_nothing_else() -> None:
    form = forms.edition(2021)
    [equation] = [
        each for each in form.equations if each.total == form.by_id["applications.outcome.total@business"].index and len(each.left) > 7
    ]
    assert [form.cells[index].row for index in equation.left] == [
        row.key for row in form.rows if row.key.startswith("outcome.") and row.key != "outcome.total"
    ]
    assert len(equation.left) == 21


def test_intake_is_received_and_carried_in_against_decided_and_carried_out() -> None:
    form = forms.edition(2019)
    [equation] = [each for each in form.equations if each.name == "intake" and form.cells[each.left[0]].column == "total"]
    assert [form.cells[index].id for index in equation.left] == ["applications.received@total", "applications.carried_in@total"]
    assert [form.cells[index].id for index in equation.right] == ["applications.outcome.total@total", "applications.carried_out@total"]


@pytest.mark.parametrize("slug", sorted(originals.YEARS))
def test_the_labels_are_those_of_published_reports(slug: str) -> None:
    form = forms.for_year(originals.YEARS[slug])
    assert form
    printed = [words(label) for label, _ in originals.rows(slug) if label]
    ours = [words(row.label) for table in form.tables if not table.one_row for block in table.blocks for row in block.rows]
    assert printed[: len(ours)] == ours


def test_ids_never_change_meaning_between_editions() -> None:
    old, new = (forms.edition(number).by_id for number in (2019, 2021))
    for name in old.keys() & new.keys():
        assert (old[name].kind, old[name].row_path[-1].label.lstrip("行政")) == (
            new[name].kind,
            new[name].row_path[-1].label.lstrip("行政"),
        )


@pytest.mark.parametrize(("year", "edition"), [(2018, None), (2019, 2019), (2020, 2019), (2021, 2021), (2026, 2021)])
def test_a_year_has_its_edition(year: int, edition: int | None) -> None:
    form = forms.for_year(year)
    assert (form.edition if form else None) == edition


@pytest.mark.parametrize("edition", [2019, 2021])
def test_an_edition_names_its_source_and_six_sections(edition: int) -> None:
    form = forms.edition(edition)
    assert form.document_number in {"国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号"}
    assert [section.title[:2] for section in form.sections] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert [section.table for section in form.sections] == ["", "disclosure", "applications", "review_and_litigation", "", ""]
    assert all(cell in form.by_id for figure in form.key_figures for cell in figure.cells)


def test_a_column_without_a_kind_is_refused(tmp_path: Path) -> None:
    data = yaml.safe_load((Path(__file__).parent / "2031.yaml").read_text(encoding="utf-8"))
    del data["tables"][0]["blocks"][0]["columns"][0]["columns"][0]["kind"]
    (tmp_path / "bad.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(ValueError, match="'red' of toys has no kind"):
        forms.read_form(tmp_path / "bad.yaml")


def test_an_equation_that_no_rule_checks_is_refused(tmp_path: Path) -> None:
    text = (Path(__file__).parent / "2031.yaml").read_text(encoding="utf-8").replace("equation: row_total", "equation: moon_total")
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="moon_total"):
        forms.read_form(tmp_path / "bad.yaml")


def test_every_kind_of_equation_has_its_rule() -> None:
    assert {f"{name.value}_mismatch" for name in EquationName} <= {rule.name for rule in RULES}


def test_what_adds_up_over_agencies_is_all_but_last_year_s_items_and_their_change() -> None:
    exempt = {cell.id for form in forms.editions() for cell in form.cells if not cell.adds_up}
    rows = ("licensing", "other_services", "penalties", "coercion", "fees")
    assert exempt == {f"disclosure.{row}@{column}" for row in rows for column in ("items_last_year", "change")}


@pytest.mark.parametrize("edition", [2019, 2021])
def test_one_row_counts_the_regulations(edition: int) -> None:
    assert [row.id for row in forms.edition(edition).rows if row.path[-1].regulations] == ["disclosure.rules"]
