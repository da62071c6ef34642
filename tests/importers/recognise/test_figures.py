"""What a source shows under a cell becomes the text of figures.yaml, and says how sure that is."""

import pytest

from giar_site import forms
from giar_site.importers.document import Spot
from giar_site.importers.recognise.figures import found_cell
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
