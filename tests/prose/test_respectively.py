"""Names and numbers that 分别 pairs in their order."""

import pytest
from narrated import verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自然人、企业申请分别为50件和8件。", "50件= 8件="),
        ("自然人、商业企业、法律服务机构申请分别为50件、8件、3件。", "50件= 8件= 3件="),
        ("行政复议维持、纠正分别为3件、1件。", "3件= 1件="),
        ("维持、纠正、尚未审结的行政复议分别为3件、1件、1件。", "3件= 1件= 1件="),
        ("行政复议、行政诉讼分别为五件和４件。", "五件= ４件="),
        ("予以公开、部分公开分别为34件、5件，占办结总数的65%。", "34件= 5件= 65%="),
        ("不予公开的理由为第三方，分别为8件。", "8件="),
        ("2024年、2025年收到申请分别为42件、61件。", "42件? 61件="),
        ("行政复议去年、今年分别为4件、5件。", "4件? 5件="),
    ],
)
def test_each_number_goes_to_the_name_of_its_place(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自然人、企业申请分别为52件和8件。", "52件≠50 8件="),
        ("自然人、企业申请分别为8件和50件。", "8件≠50 50件≠8"),
        ("行政复议维持、纠正分别为3件、2件。", "3件= 2件≠1"),
        ("行政复议、行政诉讼分别为5件、3件。", "5件= 3件≠4"),
    ],
)
def test_a_number_that_differs_from_its_own_name_s_figure_contradicts_it(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("予以公开和部分公开的自然人申请分别为28件和4件。", "28件= 4件="),
        ("予以公开、部分公开的企业申请分别为5件、1件。", "5件= 1件?"),
        ("予以公开、部分公开的申请分别为33件、5件。", "33件≠34 5件="),
    ],
)
def test_the_applicants_after_the_last_name_are_those_of_all_names(text: str, expected: str) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "自然人、企业、其他组织申请分别为50件、11件。",
        "近两年行政复议分别为4件、6件。",
        "属于县级、市级的行政复议分别为3件、2件。",
        "延期办理的自然人、企业申请分别为3件、2件。",
        "自然人、企业申请分别由35件、7件增至50件、8件。",
        "行政许可、行政处罚分别由11650件增至12580件、由500件降至463件。",
        "行政复议、行政诉讼分别增加1件、2件。",
        "收到申请、办结申请分别增长45.2%、46.3%。",
        "行政复议、行政诉讼分别收取12%、30%。",
        "分别予以公开28件、6件。",
    ],
)
def test_where_names_and_numbers_do_not_match_nothing_is_contradicted(text: str) -> None:
    assert "≠" not in verdicts(text)


def test_one_name_and_one_number_are_no_pairs() -> None:
    assert verdicts("自然人申请分别为52件。") == "52件≠50"
