"""The figures for other programs: the contract's JSON and CSV."""

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from giar_site import forms
from giar_site.derive import Comparison, Relation, Term
from giar_site.diagnostics import Address, Finding, Text
from giar_site.model import Figure, Reading, Report, Withheld
from giar_site.render import Renderer
from giar_site.render.data import inert
from giar_site.render.layout import check_text
from tests.derive.made import BLANK, RECEIVED, agency, converted, figures, plain, report, site
from tests.render.pages import REPOSITORY, render

CHANGE = "disclosure.licensing@change"
AMOUNT = "disclosure.procurement@amount"


def test_the_json_of_a_report_is_the_contract() -> None:
    cells = {
        RECEIVED: Figure(Decimal(6), "", Reading.DERIVED),
        CHANGE: converted("增13", "13"),
        AMOUNT: converted("40984.52万元", "40984.52", "万元"),
        "applications.carried_in@total": BLANK,
        "applications.carried_out@total": Figure(None, "/", Reading.BLANK),
    }
    data = json.loads(render(site(agency("a", reports=(report("a", 2020, cells),))))["data/a/2020.json"])
    assert list(data) == [
        "version",
        "agency",
        "name",
        "year",
        "form",
        "figures",
        "as_published",
        "derived",
        "corrections",
        "original",
        "checks",
        "prose",
    ]
    assert (data["version"], data["agency"], data["name"], data["year"], data["form"]) == (1, "a", "a机关", 2020, 2019)
    assert list(data["figures"]) == [cell.id for cell in forms.edition(2019).cells]
    assert {data["figures"][RECEIVED], data["figures"][CHANGE], data["figures"][AMOUNT]} == {"6", "13", "40984.52"}
    assert data["figures"]["applications.carried_in@total"] is None
    assert data["figures"]["applications.carried_out@total"] is None
    assert data["as_published"] == {CHANGE: "增13", AMOUNT: "40984.52万元", "applications.carried_out@total": "/"}
    assert data["derived"] == [RECEIVED]
    assert (data["corrections"], data["original"]) == ([], {})


@pytest.mark.parametrize("edition", [2019, 2021])
def test_json_and_page_hold_the_same_figures(edition: int) -> None:
    form = forms.edition(edition)
    cells = {cell.id: plain(cell.index) for cell in form.cells}
    pages = render(site(agency("a", reports=(report("a", 2020, cells, edition=edition),))))
    data = json.loads(pages["data/a/2020.json"])["figures"]
    assert data == {cell.id: str(cell.index) for cell in form.cells}
    for cell in form.cells:
        assert f'<td id="{cell.id}" ' in pages["a/2020.html"]
        assert f'data-value="{cell.index}"' in pages["a/2020.html"]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_csv_has_a_line_for_every_public_figure_also_of_kept_reports() -> None:
    kept = Withheld("b", 2022, figures(2021, {RECEIVED: plain(9)}))
    made = site(agency("a", 2020, received=5), agency("b", 2020), agency("c"), withheld=(kept, Withheld("c", 2022)))
    text = render(made)["data/figures.csv"]
    assert text.startswith("\ufeffagency,name,year,form,table,row,column,cell,value,unit,as_published\r\n")
    rows = rows_of(text)
    assert len(rows) == 198 + 198 + 200
    assert [(row["agency"], row["year"], row["form"], row["value"]) for row in rows if row["cell"] == RECEIVED] == [
        ("a", "2020", "2019", "5"),
        ("b", "2020", "2019", "0"),
        ("b", "2022", "2021", "9"),
    ]


def test_a_line_of_the_csv_says_the_cell_by_its_ids() -> None:
    amount = converted("396.24万元", "396.24", "万元")
    cells = {AMOUNT: amount, RECEIVED: BLANK, CHANGE: Figure(Decimal(-14), "-14", Reading.PLAIN)}
    rows = {row["cell"]: row for row in rows_of(render(site(agency("a", reports=(report("a", 2020, cells),))))["data/figures.csv"])}
    assert [rows[AMOUNT][key] for key in ("table", "row", "column", "value", "unit", "as_published")] == [
        "disclosure",
        "procurement",
        "amount",
        "396.24",
        "万元",
        "396.24万元",
    ]
    assert rows["applications.outcome.refused.state_secret@business"]["row"] == "outcome.refused.state_secret"
    assert rows["applications.outcome.refused.state_secret@business"]["column"] == "business"
    assert rows[RECEIVED]["value"] == ""
    assert rows[CHANGE]["value"] == "-14"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", " =", "\u3000="])
def test_a_text_that_a_spreadsheet_would_run_is_made_inert(start: str) -> None:
    formula = f"{start}HYPERLINK(1)"
    assert inert(formula) == f"'{formula}"
    named = agency("a", 2020, name=formula)
    assert {row["name"] for row in rows_of(render(site(named))["data/figures.csv"])} == {f"'{formula}"}


@pytest.mark.parametrize("number", ["0", "-14", "+155", "40984.52", "-0.5", "8(计划)", "增13", "大荔县"])
def test_numbers_and_plain_words_stay_as_they_are(number: str) -> None:
    assert inert(number) == number


def test_the_table_of_all_figures_can_be_had_in_chunks() -> None:
    made = site(agency("a", 2020), agency("b", 2019, 2020), agency("c"))
    renderer = Renderer(REPOSITORY, "default", "1")
    chunks = list(renderer.figures_csv(made))
    assert len(chunks) == 3
    assert b"".join(chunks).decode() == render(made)["data/figures.csv"]
    assert "data/figures.csv" not in {page.path for page in renderer.site_pages(made, [], [], csv=False)}


def test_the_marker_names_the_generator_and_counts_what_is_public() -> None:
    made = site(agency("a", 2020, 2021), agency("b"), withheld=(Withheld("b", 2020, figures(2019)), Withheld("b", 2021)))
    assert json.loads(render(made)["data/giar.json"]) == {"generator": "giar", "version": "1.2.3", "reports": 3, "locked": 0, "record": {}}


ROW = ("natural_person", "business", "research", "public_interest", "legal_service", "other")


def checks_of(made: Report, findings: Sequence[Finding] = ()) -> list[dict[str, Any]]:
    """The checks in the JSON of `made`."""
    found: list[dict[str, Any]] = json.loads(render(site(agency("a", reports=(made,))), findings)["data/a/2021.json"])["checks"]
    return found


def test_every_equation_stands_in_the_json_in_the_order_of_the_form_and_then_what_follows_from_last_year() -> None:
    found = checks_of(report("a", 2021))
    form = forms.edition(2021)
    assert [each["kind"] for each in found] == [*(each.name for each in form.equations), *(each.name for each in form.continuity)]
    assert found[0] == {
        "kind": "row_total",
        "label": "一、本年新收政府信息公开申请数量",
        "left": {"cells": [f"applications.received@{column}" for column in ROW], "value": "0"},
        "right": {"cells": [RECEIVED], "value": "0"},
        "result": "holds",
    }


def test_a_check_that_holds_over_figures_gives_its_sums() -> None:
    found = checks_of(report("a", 2021, {"applications.received@business": plain(3), RECEIVED: plain(3)}))[0]
    assert (found["left"]["value"], found["right"]["value"], found["result"]) == ("3", "3", "holds")
    assert set(found) == {"kind", "label", "left", "right", "result"}


def test_a_check_that_fails_gives_the_reason_it_was_let_stand_where_there_is_one() -> None:
    made = report("a", 2021, {RECEIVED: plain(3)})
    row, *_ = checks_of(made)
    assert (row["left"]["value"], row["right"]["value"], row["result"]) == ("0", "3", "fails")
    assert "accepted" not in row
    cells = (RECEIVED, *(f"applications.received@{column}" for column in ROW))
    stands = Finding(Address("a", 2021, "figures", RECEIVED), Text("", ""), cells=cells, expected="0", actual="3", accepted="原件“如此”")
    row, *others = checks_of(made, [stands])
    assert row["accepted"] == "原件“如此”"
    assert [each for each in others if "accepted" in each] == []
    assert {each["result"] for each in others} == {"holds", "fails", "not_assessable"}


def test_a_check_over_a_blank_or_a_total_left_out_says_why_it_says_nothing() -> None:
    blank = checks_of(report("a", 2021, {RECEIVED: BLANK, "applications.received@business": plain(2)}))[0]
    assert (blank["left"]["value"], blank["right"]["value"]) == ("2", None)
    assert (blank["result"], blank["reason"]) == ("not_assessable", "blank")
    derived = checks_of(report("a", 2021, {RECEIVED: Figure(Decimal(0), "", Reading.DERIVED)}))[0]
    assert (derived["left"]["value"], derived["result"], derived["reason"]) == ("0", "not_assessable", "derived")


def test_a_comparison_with_other_reports_names_them_before_the_cell() -> None:
    left = (Term("x@in", "上年现行", "b", 2020), Term("x@new", "制发"), Term("x@gone", "废止", sign=-1))
    text = check_text(Comparison("in_force", "规章", "x@in", left, (Term("x@in", "现行"),), Relation.AT_LEAST))
    assert text.before == (
        '{"kind": "in_force", "label": "规章", "relation": "≥", "left": {"cells": ["b/2020#x@in", "x@new", "-x@gone"], "value": '
    )
    assert text.between == '}, "right": {"cells": ["x@in"], "value": '
    assert text.behind == '}, "result": '
    assert json.loads(text.nothing)["result"] == "holds"
