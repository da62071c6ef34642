import re
from pathlib import Path

import pytest

from giar_site.importers.document import Spot
from giar_site.importers.readers import pdf
from tests.importers.readers.pdfs import box, paragraphs, printed, rows, said, text, written

STRUCK = "text that is struck through was left out"
WHITE = "white digits, which nobody sees, were taken, check them"


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("52<sup>1</sup>", "52¹"),
        ("<sup>1</sup>52", "¹52"),
        ("5<sub>2</sub>", "5₂"),
        ("52<span style='font-size: 6pt'>1</span>", "52¹"),
        ("52<span style='position: relative; top: -4pt'>1</span>", "52¹"),
        ("52<sup style='font-size: 58%; vertical-align: 33%'>1</sup>", "52¹"),
        ("52<sup style='font-size: 5pt; vertical-align: 9pt'>1</sup>", "¹\n52"),  # a line of its own, which the recogniser takes for a mark
        ("52<br><span style='font-size: 6pt'>（2022年5件）</span>", "52\n（2022年5件）"),
    ],
)
def test_a_raised_or_smaller_digit_is_no_digit_of_the_figure(tmp_path: Path, cell: str, words: str) -> None:
    document = pdf.read(printed(tmp_path, f"<table><tr><td>甲<td>{cell}<td>52</table>"))
    assert rows(document) == [[[("甲", 1, 1), (words, 1, 1), ("52", 1, 1)]]]


def test_digits_of_two_fonts_on_one_line_are_one_figure(tmp_path: Path) -> None:
    cell = "5<span style='font-family: Liberation Sans'>2</span><b>1</b>3"
    document = pdf.read(printed(tmp_path, f"<table><tr><td>甲<td>{cell}</table>"))
    assert rows(document) == [[[("甲", 1, 1), ("5213", 1, 1)]]]
    assert document.doubts == ()


@pytest.mark.parametrize("style", ["", "padding: 0; width: 1px"])
def test_a_struck_digit_is_left_out_and_a_doubt_about_its_cell(tmp_path: Path, style: str) -> None:
    document = pdf.read(printed(tmp_path, f"<table><tr><td>甲<td style='{style}'><del>5</del>52<td style='{style}'><s>17</s></table>"))
    assert rows(document) == [[[("甲", 1, 1), ("52", 1, 1), ("", 1, 1)]]]
    assert said(document) == [f"{STRUCK}: 5", f"{STRUCK}: 17"]
    assert [doubt.spot for doubt in document.doubts] == [Spot(page=1, table=1, row=1, column=2), Spot(page=1, table=1, row=1, column=3)]


def test_struck_words_of_the_text_are_left_out_and_said(tmp_path: Path) -> None:
    document = pdf.read(printed(tmp_path, "<p>收到申请<s>35</s>36件。"))
    assert paragraphs(document) == ["收到申请36件。"]
    assert said(document) == [f"{STRUCK}: 35"]


def test_a_line_under_a_figure_strikes_nothing(tmp_path: Path) -> None:
    document = pdf.read(printed(tmp_path, "<p>收到<u>35</u>件。<table><tr><td>甲<td><u>52</u></table>"))
    assert rows(document) == [[[("甲", 1, 1), ("52", 1, 1)]]]
    assert (paragraphs(document), said(document)) == (["收到35件。"], [])


def test_a_line_of_the_table_that_runs_through_a_text_strikes_nothing() -> None:
    document = pdf.read(written(box(100, 400, 100, 50) + box(200, 400, 100, 50) + text(110, 420, "one") + text(210, 443, "2")))
    assert [[[cell for cell, _, _ in row] for row in grid] for grid in rows(document)] == [[["one", "2"]]]
    assert said(document) == []


def test_a_white_digit_is_a_doubt_unless_it_stands_on_a_colour(tmp_path: Path) -> None:
    cells = "<td><span style='color: #fff'>9</span>52<td style='background: #258; color: #fff'>77"
    document = pdf.read(
        printed(tmp_path, f"<table><tr><td>甲{cells}</table>", "* { print-color-adjust: exact } td { border: 1px solid #000 }")
    )
    assert rows(document) == [[[("甲", 1, 1), ("952", 1, 1), ("77", 1, 1)]]]
    assert said(document) == [f"{WHITE}: 9"]
    assert [doubt.spot for doubt in document.doubts] == [Spot(page=1, table=1, row=1, column=2)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_raised_digit_of_a_turned_page_is_one_too(turn: int) -> None:
    shown = box(100, 400, 100, 50) + box(200, 400, 100, 50) + text(110, 420, "one") + text(210, 420, "52") + text(224, 425, "1", 7)
    matrix = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[turn]
    document = pdf.read(written(f"q {matrix} cm\n{shown}Q", page=f"/Rotate {turn}"))
    assert rows(document) == [[[("one", 1, 1), ("52¹", 1, 1)]]]


def test_letters_that_lean_on_a_level_line_are_read(tmp_path: Path) -> None:
    document = pdf.read(printed(tmp_path, "<p>正<i>文斜</i>字</p><table><tr><td>甲<td>5<i>2</i>1<td><i>17</i></table><p><i>落款</i></p>"))
    assert paragraphs(document) == ["正文斜字", "落款"]
    assert rows(document) == [[[("甲", 1, 1), ("521", 1, 1), ("17", 1, 1)]]]
    assert said(document) == []
    assert document.doubts == ()


@pytest.mark.parametrize("mark", ["DRAFT", "<i>草稿</i>"])
def test_a_line_that_leans_is_a_watermark_whatever_its_letters_do(tmp_path: Path, mark: str) -> None:
    style = "position: absolute; top: 300px; left: 200px; transform: rotate(-20deg)"
    document = pdf.read(printed(tmp_path, f"<p>正文</p><div style='{style}'>{mark}</div>"))
    assert paragraphs(document) == ["正文"]
    assert said(document) == [f"page 1 has leaning text (a watermark), which is not imported: {re.sub('<.*?>', '', mark)}"]


SMALLER = "digits smaller than the digits beside them were taken, and may be the mark of a footnote, check them"


@pytest.mark.parametrize("cell", ["52<small>1</small>", "<small>1</small>52", "5<span style='font-size: 8.2pt'>1</span>2"])
def test_a_digit_a_little_smaller_than_those_beside_it_is_a_doubt(tmp_path: Path, cell: str) -> None:
    document = pdf.read(printed(tmp_path, f"<table><tr><td>甲<td>{cell}<td>52</table>"))
    assert rows(document) == [[[("甲", 1, 1), (re.sub("<.*?>", "", cell), 1, 1), ("52", 1, 1)]]]
    assert said(document) == [f"{SMALLER}: 1"]
    assert [doubt.spot for doubt in document.doubts] == [Spot(page=1, table=1, row=1, column=2)]


@pytest.mark.parametrize(
    "cell", ["<small>521</small>", "52<br><small>1</small>", "52件<small>1件</small>", "52<span style='font-size: 9pt'>1</span>"]
)
def test_a_figure_smaller_as_a_whole_and_sizes_that_are_near_are_none(tmp_path: Path, cell: str) -> None:
    assert pdf.read(printed(tmp_path, f"<table><tr><td>甲<td>{cell}<td>52</table>")).doubts == ()


def test_far_larger_text_across_a_table_is_a_watermark(tmp_path: Path) -> None:
    cells = "".join(f"<tr><td>甲{row}<td>5{row}<td>{row}7" for row in range(8))
    mark = "<div style='position: fixed; top: 60px; left: 10px; font-size: 60px; opacity: .2'>县财政局</div>"
    plain, marked = (pdf.read(printed(tmp_path, f"<table>{cells}</table><p>正文</p>{more}")) for more in ("", mark))
    assert (rows(marked), paragraphs(marked), marked.doubts) == (rows(plain), paragraphs(plain), ())
    assert said(marked) == ["page 1 has large text across the rest (a watermark), which is not imported: 县财政局"]


def test_far_larger_text_across_the_lines_of_empty_cells_is_a_watermark_and_struck_text_is_none() -> None:
    grid = "".join(box(x, y, 100, 25) for x in (100, 200, 300) for y in (400, 425))
    words = text(110, 407, "one") + text(110, 432, "two") + text(310, 407, "5") + text(310, 432, "7")
    (table,) = rows(pdf.read(written(grid + words)))
    marked = pdf.read(written(grid + words + text(150, 410, "DRAFT", 40)))
    assert (rows(marked), marked.doubts) == ([table], ())
    assert said(marked) == ["page 1 has large text across the rest (a watermark), which is not imported: DRAFT"]
    struck = pdf.read(written(grid + words + text(100, 600, "OLD", 40) + "100 614 m 181 614 l S\n"))
    assert said(struck) == [f"{STRUCK}: OLD"]


def test_a_large_title_above_the_text_and_a_large_figure_in_its_cell_are_read(tmp_path: Path) -> None:
    body = (
        "<div style='font-size: 48pt; line-height: 1'>大标题</div><table><tr><td>甲<td style='font-size: 40pt'>5</table>"
        + "<p>正文文字</p>" * 5
    )
    document = pdf.read(printed(tmp_path, body))
    assert paragraphs(document)[0] == "大标题"
    assert rows(document) == [[[("甲", 1, 1), ("5", 1, 1)]]]
    assert said(document) == []
