"""Rows whose own figures say that they may stand in the wrong columns are marked, and never mended."""

import random
from dataclasses import replace

import pytest

from giar_site import forms
from giar_site.importers.document import Spot
from giar_site.importers.recognise.displaced import CONTRADICTED, CUT, OPEN, with_doubts
from giar_site.importers.recognise.figures import BLANK, NOT_FOUND, NOTHING
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.report import recognise
from tests.importers.layouts.layouts import Layout, Source, bars, document, spans, values
from tests.importers.layouts.printed import printed

FORM = forms.edition(2021)
ROW = "applications.received"
SUITS = ("review_and_litigation.review", "review_and_litigation.direct_suits", "review_and_litigation.suits_after_review")
RECEIVED = {
    "natural_person": "12",
    "business": "30",
    "research": "0",
    "public_interest": "4",
    "legal_service": "0",
    "other": "5",
    "total": "51",
}


def cells(**received: str | None) -> tuple[FoundCell, ...]:
    """A report of noughts but for the first row of table three; None: a blank."""
    texts = {f"{ROW}@{key}": text for key, text in (RECEIVED | received).items()}
    return tuple(_cell(cell.id, texts.get(cell.id, "0")) for cell in FORM.cells)


def _cell(name: str, text: str | None) -> FoundCell:
    if text is None:
        return FoundCell(name, NOTHING, "", Confidence.MISSING, Spot(), BLANK, (1,))
    return FoundCell(name, text, text, Confidence.EXACT, Spot(), None, (1,))


def _absent(cell: FoundCell) -> FoundCell:
    return FoundCell(cell.cell, NOTHING, "", Confidence.MISSING, Spot(), NOT_FOUND)


def doubted(found: tuple[FoundCell, ...]) -> dict[str, set[object]]:
    """The rows with inferred cells, and the reasons."""
    rows: dict[str, set[object]] = {}
    for cell in with_doubts(found, FORM):
        if cell.confidence is Confidence.INFERRED:
            rows.setdefault(cell.cell.partition("@")[0], set()).add(cell.reason)
    return rows


def test_a_row_that_adds_up_stays_as_it_is() -> None:
    assert with_doubts(cells(), FORM) == cells()


def test_a_row_whose_total_contradicts_it_is_marked_whole_and_no_figure_changes() -> None:
    found = cells(total="52")
    assert doubted(found) == {ROW: {CONTRADICTED}}
    assert [cell.text for cell in with_doubts(found, FORM)] == [cell.text for cell in found]


def test_a_number_broken_over_two_cells_and_one_missing_leave_a_row_that_is_marked() -> None:
    shifted = {"natural_person": "1", "business": "2", "research": "30", "public_interest": "4", "legal_service": "0", "other": "5"}
    assert doubted(cells(**shifted)) == {ROW: {CONTRADICTED}}


def test_a_blank_counts_as_nothing() -> None:
    assert doubted(cells(research=None, legal_service=None)) == {}
    assert doubted(cells(business=None)) == {ROW: {CONTRADICTED}}


def test_a_row_of_which_only_the_total_is_filled_is_sure() -> None:
    assert doubted(cells(**dict.fromkeys(RECEIVED, None) | {"total": "51"})) == {}


def test_a_row_whose_total_is_blank_cannot_be_checked() -> None:
    assert doubted(cells(total=None)) == {ROW: {OPEN}}
    assert doubted(cells(**dict.fromkeys(RECEIVED, None))) == {}


def test_blocks_that_are_left_blank_say_nothing_of_the_others() -> None:
    found = tuple(_cell(cell.cell, None) if cell.cell.startswith(SUITS[1]) else cell for cell in cells())
    assert doubted(found) == {}


def test_a_column_that_is_left_out_counts_as_nothing() -> None:
    found = tuple(_absent(cell) if cell.cell.endswith("@business") else cell for cell in cells())
    assert doubted(found) == {ROW: {CONTRADICTED}}


def test_a_blank_in_a_row_without_totals_makes_it_doubtful_and_a_sign_for_nothing_does_not() -> None:
    rules = {"disclosure.rules@issued": None, "disclosure.rules@repealed": "/"}
    signs = tuple(replace(_cell(cell.cell, None), published="/") if rules.get(cell.cell) else cell for cell in cells())
    assert doubted(signs) == {}
    assert doubted(tuple(_cell(cell.cell, None) if cell.cell in rules else cell for cell in cells())) == {"disclosure.rules": {OPEN}}


def test_the_one_row_of_a_table_is_doubted_as_a_whole() -> None:
    found = tuple(cell if cell.cell != f"{SUITS[1]}@upheld" else _cell(cell.cell, "3") for cell in cells())
    assert set(doubted(found)) == set(SUITS)


@pytest.mark.parametrize("rest", ["07", "００７"])
def test_a_figure_that_begins_with_a_nought_makes_its_row_doubtful(rest: str) -> None:
    found = tuple(_cell(cell.cell, rest) if cell.cell == "disclosure.rules@issued" else cell for cell in cells())
    assert doubted(found) == {"disclosure.rules": {CUT}}


@pytest.mark.parametrize("layout", [spans, bars, values])
def test_a_report_with_such_a_row_is_read_with_the_row_marked(layout: Layout) -> None:
    figures = {cell.cell: cell.text for cell in cells(total="52")}
    report = recognise(document(Source(FORM, printed(FORM, figures), {}, {}), layout, random.Random(0)))  # noqa: S311 - nothing secret
    assert {cell.cell.partition("@")[0] for cell in report.cells if cell.confidence is Confidence.INFERRED} == {ROW}
    assert {cell.cell: cell.text for cell in report.cells} == figures
