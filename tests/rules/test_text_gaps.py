"""G415 to G418: what a report does not say, and a fee that cannot be."""

from pathlib import Path

import pytest
from checking import only
from narrating import TITLES, marked, told


def test_missing_subjects_are_one_note(tmp_path: Path) -> None:
    finding = only(told(tmp_path, overview="全年主动公开信息120条，网站运行平稳，没有发生差错。"))
    assert (finding.code, finding.severity, finding.at.item, finding.place.line) == ("G415", "note", "overview", 3)
    assert finding.message == (
        "“一、总体情况”没有写到：依申请公开、政府信息管理、监督保障。",
        "“一、总体情况” does not speak of: 依申请公开、政府信息管理、监督保障.",
    )
    assert finding.mend == (
        "补写这些方面；没有开展的，也用一句话写明。",
        "write about these subjects; where nothing was done, say so in a sentence.",
    )
    assert finding.expected == "依申请公开、政府信息管理、监督保障"


@pytest.mark.parametrize(
    "overview",
    [
        "### 主动公开\n\n略。\n\n### 依申请公开\n\n略。\n\n### 信息管理\n\n略。\n\n### 平台建设\n\n略。\n\n### 监督保障\n\n略。",
        "主动公开信息120条，收到申请人来信6件，做好保密审查，办好网站，组织培训两次。",
        "全年发布信息120条，新收6件、办结7件，落实先审后发、三审三校，通过微信推送，安排专人负责。",
        "全年公开信息120条，收到书面申请6件，健全工作台账，更新门户栏目，调整领导小组。",
        "公开各类信息120条，均按期答复，清理过时文件，张贴公示栏，年底督查一次。",
    ],
)
@pytest.mark.parametrize("year", [2020, 2022])
def test_a_mention_in_a_heading_or_in_the_text_is_enough(tmp_path: Path, overview: str, year: int) -> None:
    assert told(tmp_path, year=year, overview=overview) == []


def test_a_missing_subject_may_stand_for_a_reason(tmp_path: Path) -> None:
    overview = "全年主动公开信息120条，网站运行平稳，没有发生差错。"
    assert only(told(tmp_path, overview=overview, accept="subject-missing, overview")).accepted == "原报告如此"


@pytest.mark.parametrize("words", ["无", "无。", "没有问题。", "### （一）问题\n\n无", "本机关不存在需要报告的问题。"])
@pytest.mark.parametrize("section", ["overview", "problems"])
def test_a_word_is_no_section(tmp_path: Path, section: str, words: str) -> None:
    finding = only(told(tmp_path, **{section: words}))
    shown = words.replace("### ", "").replace("\n\n", " ")
    assert (finding.code, finding.severity, finding.at.item, finding.place.line) == ("G416", "warning", section, 3)
    assert finding.message == (f"“{TITLES[section]}”只写了“{shown}”。", f"the section “{TITLES[section]}” says only “{shown}”.")
    assert finding.mend == ("写明这一年的实际情况。", "tell what the year was really like.")
    assert finding.actual == shown


def test_an_empty_section_is_called_empty(tmp_path: Path) -> None:
    finding = only(told(tmp_path, problems=""))
    assert finding.message == ("“五、存在的主要问题及改进情况”没有内容。", "the section “五、存在的主要问题及改进情况” is empty.")
    assert finding.actual == ""


def test_ten_characters_are_something_and_twenty_where_the_first_is_none(tmp_path: Path) -> None:
    assert only(told(tmp_path / "a", problems="更新不及时，将勤查看。")).code == "G416"
    assert told(tmp_path / "b", problems="更新不及时，将勤于查看。") == []
    assert only(told(tmp_path / "c", problems="我局目前没有发现需要在这里报告的大问题。")).code == "G416"
    assert told(tmp_path / "d", problems="我局目前没有发现需要在这里报告的重大问题。") == []
    assert told(tmp_path / "e", problems="信息更新不及时，没有专人负责。") == []


def test_marks_are_no_words(tmp_path: Path) -> None:
    assert only(told(tmp_path, problems="————————————————————————————————")).code == "G416"


def test_an_empty_section_may_stand_for_a_reason(tmp_path: Path) -> None:
    assert only(told(tmp_path, problems="无", accept="empty-section, problems")).accepted == "原报告如此"


@pytest.mark.parametrize("other", ["无。", "", "无其他需要报告的事项。"])
def test_since_2021_the_fee_must_be_mentioned(tmp_path: Path, other: str) -> None:
    finding = only(told(tmp_path / "a", other=other))
    assert (finding.code, finding.severity, finding.at.item, finding.place.line) == ("G417", "warning", "other", 3)
    assert finding.message == (
        "“六、其他需要报告的事项”没有说明信息处理费的收取情况。",
        "“六、其他需要报告的事项” does not state the 信息处理费 collected.",
    )
    assert finding.mend == (
        "写明收取金额；没有收取的，写“本年度没有收取信息处理费。”",
        "state the amount; where there was none, write “本年度没有收取信息处理费。”",
    )
    assert finding.expected == "信息处理费"
    assert told(tmp_path / "b", year=2020, other=other) == []


@pytest.mark.parametrize("other", ["本年度未收取任何费用。", "收取信息处理费0元。", "本年没有发生收费。"])
def test_any_word_for_it_in_its_section_is_enough(tmp_path: Path, other: str) -> None:
    assert told(tmp_path, other=other) == []


def test_elsewhere_its_name_is_enough_and_no_other_fee_is(tmp_path: Path) -> None:
    problems = "信息更新还不够及时，下一步将加强巡查，"
    assert told(tmp_path / "a", other="无。", problems=problems + "没有收取信息处理费。") == []
    assert only(told(tmp_path / "b", other="无。", problems=problems + "公开收费目录，降低费用。")).code == "G417"


def test_an_unmentioned_fee_may_stand_for_a_reason(tmp_path: Path) -> None:
    assert only(told(tmp_path, other="无。", accept="fee-not-mentioned, other")).accepted == "原报告如此"


@pytest.mark.parametrize(
    ("other", "amount"),
    [
        ("本年度收取信息处理费125元。", "125"),
        ("信息处理费共计3件，1,005 元。", "1,005"),
        ("政府信息公开信息处理费：10.5元", "10.5"),
        ("收取信息处理费１３元", "１３"),
        ("收取信息处理费100元；另收信息处理费99元。", "99"),
    ],
)
def test_an_amount_that_no_tariff_comes_to_is_pointed_at(tmp_path: Path, other: str, amount: str) -> None:
    finding = only(told(tmp_path, other=other))
    assert (finding.code, finding.severity, marked(tmp_path, finding)) == ("G418", "warning", amount)
    assert finding.message == (
        f"信息处理费写的是 {amount} 元；按收费标准应是 10 的倍数。",
        f"the information-processing fee reads {amount} yuan; by its tariff it is a multiple of 10.",
    )
    assert finding.mend == (
        "对照收费记录改正；若是别的费用，改用它的名称。",
        "correct it against the records; where it is another charge, call it by its name.",
    )
    assert finding.actual == amount


@pytest.mark.parametrize(
    "other",
    [
        "收取信息处理费120元。",
        "收取信息处理费0元。",
        "没有收取信息处理费，县财政局收取行政事业性收费125元。",
        "没有收取信息处理费。购置设备125元。",
        "收取信息处理费0.125万元。",
        "收取信息处理费3笔。",
    ],
)
def test_multiples_of_ten_other_fees_and_other_units_are_not(tmp_path: Path, other: str) -> None:
    assert told(tmp_path, other=other) == []


def test_an_odd_fee_may_stand_for_a_reason(tmp_path: Path) -> None:
    assert only(told(tmp_path, other="收取信息处理费125元。", accept="odd-fee, other")).accepted == "原报告如此"
