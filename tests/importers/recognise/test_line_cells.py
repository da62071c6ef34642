"""A line of a table may have its cells apart by tabs or gaps, as text that was copied out of one has."""

import pytest

from giar_site.importers.document import Document, Paragraph
from giar_site.importers.recognise.found import Confidence
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.line_cells import cells_of_line
from giar_site.importers.recognise.report import recognise
from giar_site.importing.accounts import unaccounted
from tests.importers.recognise.test_report import WHOLE

WORDS = [lexicon(2021, "disclosure")]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("行政许可\t3107", ["行政许可", "3107"]),
        ("规章\t1\t\t3", ["规章", "1", "", "3"]),
        ("规章\t约三件\t2", ["规章", "约三件", "2"]),
        ("5\t7", ["5", "7"]),
        ("行政许可    3107", ["行政许可", "3107"]),
        ("规章\u3000\u30001  2  3", ["规章", "1", "2", "3"]),
        ("1  2  3", ["1", "2", "3"]),
    ],
)
def test_labels_and_figures_apart_are_cells(text: str, cells: list[str]) -> None:
    assert cells_of_line(text, WORDS) == cells


@pytest.mark.parametrize("text", ["规  章", "规\t章", "1  234", "规章 1", "本年 制发件数", "规章  约三件", "详见\t附件", "规章"])
def test_what_may_be_one_thing_stays_one(text: str) -> None:
    assert cells_of_line(text, WORDS) == []


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_a_report_whose_rows_are_so_written_is_read(gap: str) -> None:
    blocks: list[Paragraph] = []
    for block in WHOLE.blocks:
        assert isinstance(block, Paragraph)
        label = not block.text[0].isdigit()
        is_figure = block.text.isdigit()
        if is_figure and blocks and (blocks[-1].text[-1].isdigit() or not label) and not blocks[-1].text.endswith(("。", "总计")):
            blocks[-1] = Paragraph(blocks[-1].text + gap + block.text, blocks[-1].spot)
        else:
            blocks.append(block)
    source = Document("text", tuple(blocks))
    report = recognise(source)
    assert len(blocks) < len(WHOLE.blocks) / 2
    assert [cell.text for cell in report.cells] == [cell.text for cell in recognise(WHOLE).cells]
    assert {cell.confidence for cell in report.cells} == {Confidence.EXACT}
    assert (report.unplaced, unaccounted(source, report)) == ((), ())
