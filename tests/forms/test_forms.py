"""The national form as data: official counts, labels and arithmetic of both editions."""

from collections import Counter
from pathlib import Path

import originals
import pytest
import yaml

from giar_site import forms
from giar_site.forms.continuity import continuations
from giar_site.forms.form import ContinuityName, EquationName
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


def continuity_of(edition: int, name: ContinuityName) -> list[tuple[str, tuple[str, ...], list[str], list[str]]]:
    form = forms.edition(edition)
    ids = [cell.id for cell in form.cells]
    return [
        (ids[each.index], each.last_year, [ids[index] for index in each.added], [ids[index] for index in each.removed])
        for each in form.continuity
        if each.name is name
    ]


@pytest.mark.parametrize("edition", [2019, 2021])
def test_what_was_carried_out_is_carried_in_next_year_in_every_column(edition: int) -> None:
    columns = ["natural_person", "business", "research", "public_interest", "legal_service", "other", "total"]
    assert continuity_of(edition, ContinuityName.CARRY_OVER) == [
        (f"applications.carried_in@{column}", (f"applications.carried_out@{column}",), [], []) for column in columns
    ]


def test_the_stock_of_documents_is_that_of_last_year_and_what_was_issued_less_what_was_repealed() -> None:
    rows = ["disclosure.rules", "disclosure.normative_documents"]
    expected = [(f"{row}@in_force", (f"{row}@in_force",), [f"{row}@issued"], [f"{row}@repealed"]) for row in rows]
    assert continuity_of(2021, ContinuityName.STOCK) == expected
    assert continuity_of(2019, ContinuityName.STOCK) == []


def test_last_year_s_items_are_those_before_it_and_that_year_s_change() -> None:
    rows = [f"disclosure.{key}" for key in ("licensing", "other_services", "penalties", "coercion", "fees")]
    assert continuity_of(2019, ContinuityName.ITEMS_LAST_YEAR) == [
        (f"{row}@items_last_year", (f"{row}@items_last_year", f"{row}@change"), [], []) for row in rows
    ]
    assert continuity_of(2021, ContinuityName.ITEMS_LAST_YEAR) == []


@pytest.mark.parametrize(
    "line",
    [
        {"name": "carry_over", "cell": "applications.carried@total", "last_year": []},
        {"name": "stock", "cell": "disclosure.rules@in_force", "last_year": [], "added": ["disclosure.rules@made"]},
        {"name": "stock", "cell": "disclosure.rules@in_force", "last_year": [], "removed": ["disclosure.rules@made"]},
    ],
)
def test_a_line_about_a_cell_that_the_edition_lacks_is_refused(line: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        list(continuations(forms.edition(2021).tables, [line]))


def test_a_way_of_taking_over_that_nobody_knows_is_refused() -> None:
    line = {"name": "luck", "cell": "disclosure.rules@in_force", "last_year": []}
    with pytest.raises(ValueError, match="luck"):
        list(continuations(forms.edition(2021).tables, [line]))
