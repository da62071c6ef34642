"""What a source shows under a cell becomes the text of figures.yaml, and says how sure that is."""

import pytest

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Notice, Spot
from giar_site.importers.recognise.figures import found_cell, with_doubts
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.items import Item, Piece, Sort

COUNT = forms.edition(2021).by_id["applications.received@total"]


def read(text: str) -> tuple[str, Confidence]:
    found = found_cell(COUNT, Item(Sort.FIGURE, (Piece(text, 1, Spot()),)), None)
    return found.text, found.confidence


@pytest.mark.parametrize("text", ["0", "13", "8(计划)", "5件"])
def test_what_giar_reads_stays_as_published(text: str) -> None:
    assert read(text) == (text, Confidence.EXACT)


@pytest.mark.parametrize(("text", "number"), [("１３", "13"), ("1,234", "1234"), ("1，234", "1234"), ("\u3000２\u3000", "2")])
def test_other_digits_for_the_same_number_are_normalised(text: str, number: str) -> None:
    assert read(text) == (number, Confidence.NORMALISED)


@pytest.mark.parametrize("text", ["12\n3", "1 23"])
def test_digits_that_stand_apart_are_inferred(text: str) -> None:
    assert read(text) == ("123", Confidence.INFERRED)


@pytest.mark.parametrize("text", ["", "/", "—", "-", "无"])
def test_a_sign_for_nothing_is_missing_and_kept(text: str) -> None:
    assert read(text) == (text or "~", Confidence.MISSING)


def test_what_is_no_number_is_kept_and_said() -> None:
    assert read("约五件") == ("约五件", Confidence.INFERRED)


def test_nothing_found_is_missing() -> None:
    assert found_cell(COUNT, None, None).confidence is Confidence.MISSING


@pytest.mark.parametrize(("text", "number"), [("31¹", "31"), ("31[¹]", "31"), ("31①", "31"), ("1,234*", "1234"), ("①31", "31")])
def test_the_mark_of_a_footnote_is_no_digit(text: str, number: str) -> None:
    assert read(text) == (number, Confidence.INFERRED)


@pytest.mark.parametrize("text", ["3¹1", "①", "½"])
def test_signs_that_may_be_numbers_are_no_digits(text: str) -> None:
    assert read(text) == (text, Confidence.INFERRED)


def test_a_figure_that_the_reader_doubts_is_inferred_and_a_blank_stays_missing() -> None:
    spot, why = Spot(table=1, row=2, column=3), Text("划去", "struck")
    cells = [found_cell(COUNT, Item(Sort.FIGURE, (Piece(text, 1, spot),)), None) for text in ("7", "")]
    elsewhere = found_cell(COUNT, Item(Sort.FIGURE, (Piece("8", 1, Spot()),)), None)
    found = list(with_doubts([*cells, elsewhere], [Notice(why, spot)]))
    assert [(cell.confidence, cell.reason) for cell in found] == [
        (Confidence.INFERRED, why),
        (Confidence.MISSING, why),
        (Confidence.EXACT, None),
    ]


def test_the_doubt_about_a_cell_of_a_sheet_is_found_whatever_the_table() -> None:
    cell = found_cell(COUNT, Item(Sort.FIGURE, (Piece("7", 1, Spot("表", table=2, row=3, column=4)),)), None)
    (found,) = with_doubts([cell], [Notice(Text("甲", "a"), Spot("表", row=3, column=4))])
    assert found.confidence is Confidence.INFERRED
