"""Tables are told from text: labels, figures and the scraps between them."""

from giar_site.importers.document import Grid, Paragraph
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.pieces import Cells, Lines, Separated, separated
from tests.importers.recognising import grid, lines

WORDS = [lexicon(2021, "disclosure")]


def apart(*blocks: Paragraph | Grid) -> Separated:
    return separated(blocks, WORDS, iter(range(99)))


def test_text_before_and_behind_a_table_stays_text() -> None:
    found = apart(*lines("本年情况如下。", "规章", "1", "2", "3", "注：截至12月31日。"))
    assert [block.text for block in found.text if isinstance(block, Paragraph)] == ["本年情况如下。", "注：截至12月31日。"]
    (table,) = found.tables
    assert isinstance(table, Lines)
    assert [piece.text for piece in table.pieces] == ["规章", "1", "2", "3"]


def test_a_sentence_within_a_table_divides_it() -> None:
    assert len(apart(*lines("规章", "1", "以下为规范性文件的情况。", "行政规范性文件", "2")).tables) == 2


def test_a_grid_of_something_else_stays_text() -> None:
    other = grid(("栏目", "条数"), ("动态", "多"))
    assert apart(other).text == (other,)


def test_a_grid_of_figures_without_labels_may_be_the_rest_of_a_table() -> None:
    assert isinstance(apart(grid(("规章", "行政许可")), grid(("1", "2"))).tables[1], Cells)


def test_pieces_are_numbered_through_all_tables() -> None:
    found = apart(*lines("规章 | 1 |"), grid(("规章", "行政许可")))
    numbers = [piece.at for table in found.tables for piece in (table.pieces if isinstance(table, Lines) else table.pieces.values())]
    assert numbers == [0, 1, 2, 3]
