"""The numbers of a column 序号 are no figures."""

from giar_site.importers.recognise.items import Sort
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.serials import without_serials
from tests.importers.recognising import items

WORDS = lexicon(2021, "disclosure")


def sorts(*texts: str) -> list[Sort]:
    return [item.sort for item in without_serials(items("disclosure", *texts), WORDS)]


def test_numbers_that_count_the_rows_below_the_head_are_labels() -> None:
    assert sorts("序号", "1", "规章", "1", "2", "行政许可")[1:] == [Sort.LABEL, Sort.LABEL, Sort.FIGURE, Sort.LABEL, Sort.LABEL]


def test_without_such_a_head_a_number_before_a_label_is_a_figure() -> None:
    assert sorts("1", "规章")[0] is Sort.FIGURE
