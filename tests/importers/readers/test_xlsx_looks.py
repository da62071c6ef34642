"""Letters of a workbook that are raised or struck through, and formats that show other digits: never another figure without a word."""

from xml.etree import ElementTree as ET

import pytest

from giar_site.importers.document import Document, Spot
from giar_site.importers.readers import xlsx
from giar_site.importers.readers.sheet_colours import is_coloured, is_white
from tests.importers.readers.workbooks import SHEET, Book, Sheet, read, rows, said, spoilt, workbook


def doubts(document: Document) -> list[tuple[str, Spot]]:
    return [(doubt.text.en, doubt.spot) for doubt in document.doubts]


def rich(properties: dict[str, object]) -> Document:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_string("A1", "甲")
        sheet.write_rich_string("B1", book.add_format(properties), "5", "7")

    return read(fill)


def figure(document: Document) -> str:
    return rows(document)[0][0][1][0]


def test_digits_struck_through_within_a_text_are_left_out_and_make_the_cell_doubtful() -> None:
    document = rich({"font_strikeout": True})
    assert figure(document) == "7"
    assert doubts(document) == [("B1 holds “5”, struck through; it is left out", Spot(sheet="表", row=1, column=2))]
    assert said(document) == ["B1 holds “5”, struck through; it is left out"]


@pytest.mark.parametrize(("script", "text"), [(1, "⁵7"), (2, "₅7")])
def test_raised_and_lowered_digits_are_kept_as_such(script: int, text: str) -> None:
    assert figure(rich({"font_script": script})) == text


def test_a_cell_that_is_struck_through_as_a_whole_says_nothing() -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_string("A1", "甲")
        sheet.write_number("B1", 57, book.add_format({"font_strikeout": True}))
        sheet.write_number("C1", 6)

    document = read(fill)
    assert rows(document) == [[[("甲", 1, 1), ("", 1, 1), ("6", 1, 1)]]]
    assert doubts(document) == [("B1 holds “57”, struck through; it is left out", Spot(sheet="表", row=1, column=2))]


def test_a_text_of_the_cell_itself_is_read_alike() -> None:
    inner = b'<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>5</t></r><r><rPr><strike val="0"/></rPr><t>7</t></r></is></c>'

    def fill(_: Book, sheet: Sheet) -> None:
        sheet.write_number("A1", 1)
        sheet.write_number("B1", 2)

    document = xlsx.read(spoilt(workbook(fill), SHEET, lambda xml: xml.replace(b'<c r="A1"><v>1</v></c>', inner)))
    assert rows(document)[0][0][0][0] == "7"
    assert [text for text, _ in doubts(document)] == ["A1 holds “5”, struck through; it is left out"]


@pytest.mark.parametrize(("format_", "shown"), [('0"1"', "311"), ('"2"0', "231"), ('General"1"', "311"), (";;;", "(空白)")])
def test_a_format_that_shows_another_number_makes_the_cell_doubtful(format_: str, shown: str) -> None:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_string("A1", "甲")
        sheet.write_number("B1", 31, book.add_format({"num_format": format_}))

    document = read(fill)
    assert figure(document) == "31"
    assert [text for text, _ in doubts(document)] == [f"B1 holds 31, which its format shows as {shown}; what it holds is taken"]


def coloured(letters: str, ground: str | None = None) -> Document:
    def fill(book: Book, sheet: Sheet) -> None:
        sheet.write_string("A1", "甲")
        properties = {"font_color": letters} | ({"bg_color": ground} if ground else {})
        sheet.write_number("B1", 57, book.add_format(properties))

    return read(fill)


@pytest.mark.parametrize("ground", [None, "#FFFFFF"])
def test_a_white_figure_is_taken_and_a_doubt(ground: str | None) -> None:
    document = coloured("#FFFFFF", ground)
    assert figure(document) == "57"
    assert doubts(document) == [("B1 holds “57” in white, which nobody sees; it is taken, check it", Spot(sheet="表", row=1, column=2))]


@pytest.mark.parametrize(("letters", "ground"), [("#FFFFFF", "#1F4E79"), ("#000000", None), ("#FF0000", "#FFFFFF")])
def test_a_figure_that_is_seen_is_none(letters: str, ground: str | None) -> None:
    assert doubts(coloured(letters, ground)) == []


@pytest.mark.parametrize(
    ("colour", "fill", "white"),
    [
        (b'<color theme="0"/>', b'<fill><patternFill patternType="none"/></fill>', True),
        (b'<color theme="0" tint="-0.5"/>', b'<fill><patternFill patternType="none"/></fill>', False),
        (b'<color indexed="9"/>', b"<fill/>", True),
        (b'<color theme="0"/>', b"<fill><gradientFill/></fill>", False),
        (b'<color theme="0"/>', b'<fill><patternFill patternType="gray125"/></fill>', False),
    ],
)
def test_white_is_known_however_a_file_names_it(colour: bytes, fill: bytes, *, white: bool) -> None:
    font = ET.fromstring(b"<font>" + colour + b"</font>")  # noqa: S314 - our own
    assert (is_white(font) and not is_coloured(ET.fromstring(fill))) is white  # noqa: S314
