"""Totals that are formulas in a workbook of ours: left to giar where they say no more than their parts, never believed against these."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

import pytest

from giar_site import forms
from giar_site.importers.document import Spot
from giar_site.importers.recognise.figures import BLANK, NOTHING
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.left_out import DERIVED, LEFT_OUT, NO_SUM, NO_VALUE, SUM, with_totals

FORM = forms.edition(2021)
ROW = "review_and_litigation.review"
TOTAL = f"{ROW}@total"
PARTS = [cell.id for cell in FORM.cells if cell.id.startswith(f"{ROW}@") and cell.id != TOTAL]


class Stored(NamedTuple):
    """What a workbook holds for a total; `value` "": nothing."""

    value: str
    formula: bool = True


def cells(parts: list[str], total: Stored) -> list[FoundCell]:
    """A form of zeros with formulas for its totals, but for one row."""
    written = dict(zip(PARTS, parts, strict=True))
    found = []
    for cell in FORM.cells:
        if cell.id == TOTAL:
            found.append(_total(cell.id, total))
        elif cell.index in FORM.totals:
            found.append(_total(cell.id, Stored("0")))
        else:
            text = written.get(cell.id, "0")
            blank = text == NOTHING
            sure = Confidence.MISSING if blank else Confidence.EXACT
            found.append(FoundCell(cell.id, text, "" if blank else text, sure, Spot(), BLANK if blank else None))
    return found


def _total(name: str, total: Stored) -> FoundCell:
    if total.value:
        return FoundCell(name, total.value, total.value, Confidence.EXACT, Spot(), formula=total.formula)
    return FoundCell(name, NOTHING, "", Confidence.MISSING, Spot(), NO_VALUE, formula=True)


def total_of(parts: list[str], total: Stored, *, own: bool = True) -> FoundCell:
    return {cell.cell: cell for cell in with_totals(cells(parts, total), FORM, own=own)}[TOTAL]


def test_a_formula_that_equals_its_parts_is_left_out_as_exact() -> None:
    found = total_of(["3", "1", "0", "0"], Stored("4"))
    assert (found.text, found.published, found.confidence, found.reason) == (LEFT_OUT, "4", Confidence.EXACT, SUM)


def test_a_total_that_was_typed_is_a_statement_and_stays() -> None:
    found = total_of(["3", "1", "0", "0"], Stored("5", formula=False))
    assert (found.text, found.confidence, found.reason) == ("5", Confidence.EXACT, None)


def test_a_formula_in_a_workbook_that_is_not_ours_is_a_statement_and_stays() -> None:
    assert total_of(["3", "1", "0", "0"], Stored("5"), own=False).text == "5"


@pytest.mark.parametrize("parts", [["3", "8件", "0", "0"], ["3", "8", "0", "0"]])
def test_of_a_formula_that_differs_from_its_parts_both_values_are_said_and_the_parts_believed(parts: list[str]) -> None:
    found = total_of(parts, Stored("3"))
    assert (found.text, found.published, found.confidence) == (LEFT_OUT, "3", Confidence.INFERRED)
    assert found.reason is not None
    assert "文件里存的值是 3，各项相加是 11，以各项为准" in found.reason.zh
    assert "the file holds 3 for it, its parts add up to 11" in found.reason.en


@pytest.mark.parametrize("part", [NOTHING, "八九"])
def test_a_formula_over_what_is_no_number_is_not_believed_either(part: str) -> None:
    found = total_of(["3", part, "0", "0"], Stored("3"))
    assert (found.text, found.published, found.confidence) == (LEFT_OUT, "3", Confidence.MISSING)
    assert found.reason is not None
    assert "存的值是 3，但各项里有空白或读不成数的" in found.reason.zh


def test_a_formula_without_value_is_left_out_too() -> None:
    assert total_of(["3", "1", "0", "0"], Stored("")).reason == DERIVED
    assert total_of(["3", NOTHING, "0", "0"], Stored("")).reason == NO_SUM


@pytest.mark.parametrize(("stored", "sure"), [("10", Confidence.EXACT), ("7", Confidence.INFERRED)])
def test_where_the_parts_would_look_like_a_whole_row_their_sum_is_written(stored: str, sure: Confidence) -> None:
    found = total_of(["5", "0", "0", "5"], Stored(stored))
    assert (found.text, found.confidence) == ("10", sure)


def test_all_totals_of_a_row_are_left_out_or_none() -> None:
    """Else figures.yaml would hold a row of a length that nobody can read."""
    found = [replace(cell, reason=NO_VALUE, published="", text=NOTHING) if cell.formula else cell for cell in cells(["0"] * 4, Stored("0"))]
    at = FORM.by_id["applications.outcome.granted@research"].index
    found[at] = FoundCell(found[at].cell, NOTHING, "", Confidence.MISSING, Spot(), BLANK)
    rows: dict[str, set[bool]] = {}
    for cell in with_totals(found, FORM, own=True):
        if FORM.by_id[cell.cell].index in FORM.totals:
            rows.setdefault(cell.cell.partition("@")[0], set()).add(cell.text == LEFT_OUT)
    assert all(len(each) == 1 for each in rows.values())
    assert rows["applications.outcome.total"] == {True}


def test_a_total_of_totals_is_what_their_parts_add_up_to() -> None:
    found = cells(["0", "0", "0", "0"], Stored("0"))
    at = FORM.by_id["applications.outcome.granted@natural_person"].index
    found[at] = FoundCell(found[at].cell, "8件", "8件", Confidence.EXACT, Spot())
    done = {cell.cell: cell for cell in with_totals(found, FORM, own=True)}
    told = [cell for cell in done.values() if cell.confidence is Confidence.INFERRED]
    assert {cell.cell for cell in told} == {
        "applications.outcome.granted@total",
        "applications.outcome.total@natural_person",
        "applications.outcome.total@total",
    }
    assert all("各项相加是 8" in cell.reason.zh for cell in told if cell.reason)
    assert Decimal(done["applications.outcome.granted@total"].published) == 0


def test_where_row_and_column_of_a_grand_total_differ_it_is_written() -> None:
    """Below a total that was published wrong; giar, adding up by itself, could take the other sum."""
    found = cells(["0", "0", "0", "0"], Stored("0"))
    at = FORM.by_id["applications.outcome.granted@total"].index
    found[at] = FoundCell(found[at].cell, "7", "7", Confidence.EXACT, Spot())
    done = {cell.cell: cell for cell in with_totals(found, FORM, own=True)}
    row = [cell for name, cell in done.items() if name.startswith("applications.outcome.total@")]
    assert {(cell.text, cell.confidence) for cell in row} == {("0", Confidence.EXACT)}
    assert done["applications.outcome.granted@total"].text == "7"
