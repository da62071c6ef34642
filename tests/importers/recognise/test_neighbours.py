"""An unknown label is what the form prints between its neighbours, and is marked as not exact."""

from giar_site.importers.recognise.items import Sort
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.neighbours import named_by_neighbours
from tests.importers.recognising import items


def named(table: str, *texts: str) -> list[tuple[Sort, str]]:
    found = named_by_neighbours(items(table, *texts), lexicon(2021, table))
    return [(item.sort, item.match.labels[0].key if item.match and not item.match.exact else "") for item in found]


def test_a_misspelt_row_between_two_known_ones_is_the_one_between_them() -> None:
    assert named("disclosure", "本年处理决定数量", "刑正处法", "5", "行政强制")[1] == (Sort.LABEL, "disclosure.penalties")


def test_a_text_where_the_form_has_nothing_stays_unknown() -> None:
    assert named("disclosure", "行政处罚", "5", "行政检查", "6", "行政强制")[2] == (Sort.UNKNOWN, "")


def test_a_text_that_is_much_longer_than_the_label_stays_unknown() -> None:
    assert named("disclosure", "本年处理决定数量", "这是一句和表格没有关系的话", "行政强制")[1][0] is Sort.UNKNOWN


def test_the_last_head_of_a_one_row_table_is_known_by_the_one_before() -> None:
    heads = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 2
    assert named("review_and_litigation", *heads[:-1], "共计")[-1][0] is Sort.LABEL
