"""Several numbers for one cell."""

import pytest
from narrated import claims, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("废止规范性文件2件、失效0件。", "2件= 0件="),
        ("本年废止2件规范性文件，宣布失效0件。", "2件= 0件="),
        ("宣布失效规范性文件一件、废止１件。", "一件= １件="),
        ("废止规范性文件2件、失效3件。", "2件? 3件?"),
        ("清理规范性文件，废止1件，宣布失效2件。", "1件 2件?"),
        ("废止规范性文件2件，其中废止1件。", "2件= 1件≠2"),
        ("废止和失效规范性文件3件。", "3件≠2"),
        ("废止规范性文件3件。", "3件≠2"),
    ],
)
def test_where_repealed_and_lapsed_have_their_own_numbers_only_the_sum_is_held(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("废止、失效规范性文件分别为2件、0件。", "2件= 0件="),
        ("废止、失效规范性文件分别为2件、1件。", "2件? 1件?"),
        ("制发、废止、失效规范性文件分别为6件、2件、0件。", "6件≠0 2件= 0件="),
        ("失效规范性文件0件。废止规范性文件2件。", "0件= 2件="),
        ("废止规范性文件1件。失效规范性文件1件。", "1件= 1件="),
        ("宣布失效规范性文件1件；\n废止1件。", "1件? 1件"),
        ("失效规范性文件0件；\n废止2件。", "0件? 2件"),
        ("废止规范性文件1件。另有1件规范性文件失效。", "1件= 1件="),
        ("废止（失效）规范性文件3件。其中废止1件、失效2件。", "3件≠2 1件= 2件="),
        ("废止规范性文件3件。失效占2%。", "3件≠2 2%?"),
        ("废止规范性文件3件。对失效的予以清理。", "3件≠2"),
        ("废止规范性文件3件。整改失效链接12条。", "3件≠2 12条?"),
        ("废止规范性文件3件。整改失效链接12项。", "3件≠2 12项?"),
        ("制发、废止规范性文件分别为6件、3件。", "6件≠0 3件≠2"),
    ],
)
def test_repealed_and_lapsed_have_their_own_numbers_anywhere_in_the_passage(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年废止规范性文件3件。\n\n宣布失效的文件有1件。", "3件≠2 1件"),
        ("全年废止规范性文件1件。\n\n宣布失效的文件有1件。", "1件? 1件"),
        ("废止规范性文件3件，宣布失效1件。", "3件≠2 1件?"),
        ("规范性文件废止4件；失效0件。", "4件≠2 0件?"),
        ("废止规范性文件3件，其中失效1件。", "3件? 1件?"),
        ("废止规范性文件3件（含失效1件）。", "3件? 1件?"),
        ("废止规范性文件2件，失效2件。", "2件? 2件?"),
    ],
)
def test_more_repealed_than_the_table_has_are_too_many_unless_those_lapsed_are_among_them(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("废止规范性文件3件，失效链接12个完成整改。", "3件≠2 12个?"),
        ("废止规范性文件3件，页面失效附件5件已修复。", "3件≠2 5件?"),
        ("废止规范性文件3件，链接失效5件。", "3件≠2 5件?"),
        ("废止规范性文件2件，失效的二维码3件。", "2件= 3件?"),
    ],
)
def test_what_lapsed_on_a_website_is_no_document(text: str, expected: str) -> None:
    assert verdicts(text) == expected


def test_repealed_or_lapsed_is_the_whole_column_however_it_is_joined() -> None:
    assert verdicts("宣布废止或者失效的规范性文件共3件。") == "3件≠2"
    assert verdicts("废止或者失效的规范性文件共2件。") == "2件="


def test_each_of_them_names_the_cell_and_what_it_holds() -> None:
    first, second = claims("废止规范性文件2件、失效0件。")
    assert (first.cells, first.expected) == (second.cells, second.expected) == (("disclosure.normative_documents@repealed",), "2")


def test_numbers_that_contradict_a_cell_together_are_left_alone() -> None:
    assert verdicts("申请中，同意公开2件，已主动公开32件。") == "2件= 32件="
    assert verdicts("申请中，同意公开2件，已主动公开3件。") == "2件? 3件?"
