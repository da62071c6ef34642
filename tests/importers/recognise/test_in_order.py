"""A table read in its reading order: figures follow their label; a row that does not fit is left open, never filled by guess."""

from giar_site import forms
from giar_site.importers.recognise.figures import cells_of
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.pieces import separated
from giar_site.importers.recognise.tables import read_table
from tests.importers.recognising import lines, table_of

FORM = forms.edition(2021)
HEADS = ("第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数")


def read(*texts: str) -> dict[str, FoundCell]:
    apart = separated(lines(*texts), [lexicon(2021, "disclosure")], iter(range(9999)))
    rows = read_table(apart.tables, FORM, table_of("disclosure")).rows
    return {key.removeprefix("disclosure."): cell for key, cell in cells_of(rows, FORM).items()}


def test_figures_follow_their_label() -> None:
    found = read(*HEADS, "规章", "1", "2", "3", "行政规范性文件", "4", "5", "6")
    assert [cell.text for cell in found.values()] == list("123456")


def test_heads_in_another_order_are_followed() -> None:
    found = read("现行有效件数", "本年制发件数", "本年废止件数", "规章", "1", "2", "3")
    assert (found["rules@in_force"].text, found["rules@issued"].text) == ("1", "2")


def test_a_row_with_a_figure_too_few_is_left_open() -> None:
    assert list(read(*HEADS, "规章", "1", "2", "行政规范性文件", "4", "5", "6")) == [
        "normative_documents@issued",
        "normative_documents@repealed",
        "normative_documents@in_force",
    ]


def test_figures_below_an_unknown_label_are_not_those_of_the_row_above() -> None:
    assert read(*HEADS, "规章", "这一行的名称国家格式里没有而且很长", "1", "2", "3") == {}


def test_an_empty_cell_between_bars_keeps_its_place() -> None:
    found = read(*HEADS, "规章 |", "1 |", "|", "3 |")
    assert [found[f"rules@{key}"].text for key in ("issued", "in_force")] == ["1", "3"]
    assert found["rules@repealed"].confidence is Confidence.MISSING


def test_a_bar_on_the_line_below_closes_the_cell_and_is_none() -> None:
    found = read(*HEADS, "|", "规章", "|", "1", "|", "2", "|", "3", "|")
    assert [cell.text for cell in found.values()] == list("123")


def test_without_heads_the_forms_order_is_taken_and_said() -> None:
    found = read("规章", "1", "2", "3")
    assert {cell.confidence for cell in found.values()} == {Confidence.INFERRED}


def test_two_rows_in_one_line_are_none() -> None:
    assert read(*HEADS, "规章 行政规范性文件 | 1 | 2 | 3 |") == {}


def test_a_table_with_a_column_of_its_own_is_doubtful_in_order() -> None:
    found = read("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "备注", "规章", "1", "2", "3")
    assert {cell.confidence for cell in found.values()} == {Confidence.INFERRED}


def test_an_empty_cell_at_the_edge_of_a_row_makes_it_doubtful() -> None:
    found = read(*HEADS, "规章 | 1 | 2 | |")
    assert found["rules@issued"].confidence is Confidence.INFERRED
