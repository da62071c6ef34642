"""The edition is told by the labels that only one of them prints."""

from giar_site.importers.recognise.edition import possible_editions
from tests.importers.recognising import grid, lines


def editions(*texts: str) -> list[int]:
    return [form.edition for form in possible_editions(lines(*texts))]


def test_several_labels_of_one_edition_and_none_of_another_decide() -> None:
    assert editions("本年制发件数 | 本年废止件数 | 现行有效件数") == [2021]
    assert [form.edition for form in possible_editions([grid(("本年新制作数量", "本年新公开数量", "采购总金额"))])] == [2019]


def test_labels_of_both_or_too_few_leave_it_open() -> None:
    assert editions("本年制发件数", "本年废止件数", "现行有效件数", "采购总金额") == [2019, 2021]
    assert editions("本年制发件数") == [2019, 2021]
