"""One figure too many in a row: the total of the row says which, or it is left open."""

from giar_site.importers.recognise.broken import JOINED, STRAYED, mended
from giar_site.importers.recognise.heads import Column
from tests.importers.recognising import items, table_of

(BLOCK,) = table_of("applications").blocks
ROW = BLOCK.rows[0]
COLUMNS = [Column(path[-1].key) for path in BLOCK.column_paths]


def row_of(*figures: str) -> tuple[list[str], object] | None:
    done = mended(items("applications", *figures), COLUMNS, BLOCK, ROW)
    return ([item.pieces[0].text for item in done[0]], done[1]) if done else None


def test_a_number_broken_over_two_lines_is_joined_where_the_total_says_so() -> None:
    assert row_of("12", "3", "1", "0", "0", "0", "0", "124") == (["12\n3", "1", "0", "0", "0", "0", "124"], JOINED)


def test_a_number_that_strayed_in_is_left_out_where_the_total_says_so() -> None:
    assert row_of("5", "1", "77", "0", "0", "0", "0", "6") == (["5", "1", "0", "0", "0", "0", "6"], STRAYED)


def test_a_row_whose_total_fits_no_reading_stays_open() -> None:
    assert row_of("5", "1", "77", "0", "0", "0", "0", "9") is None


def test_a_row_with_two_readings_stays_open() -> None:
    assert row_of("4", "0", "4", "0", "0", "0", "0", "4") is None


def test_nothing_is_joined_with_a_zero_in_front() -> None:
    assert row_of("0", "5", "0", "0", "0", "0", "0", "6") is None
