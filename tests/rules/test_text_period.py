"""G411 and G412: the period of the figures, and a year that was left over."""

from pathlib import Path

import pytest
from checking import only
from narrating import TOLD, marked, told


def test_a_wrong_day_is_shown_with_the_right_period(tmp_path: Path) -> None:
    finding = only(told(tmp_path, "本报告所列数据的统计期限为**2022年1月1日至12月30日**。"))
    assert (finding.code, finding.severity, finding.at.item) == ("G411", "warning", "preamble:15-31")
    assert marked(tmp_path, finding) == "2022年1月1日至12月30日"
    assert finding.message == (
        "统计期限写的是“2022年1月1日至12月30日”，2022 年度报告应为“2022年1月1日至2022年12月31日”。",
        "the period of the figures reads “2022年1月1日至12月30日”; in the report of 2022 it is 1 January to 31 December 2022.",
    )
    assert finding.mend == ("改成“2022年1月1日至2022年12月31日”。", "write “2022年1月1日至2022年12月31日”.")
    assert (finding.expected, finding.actual) == ("2022年1月1日至2022年12月31日", "2022年1月1日至12月30日")


@pytest.mark.parametrize(
    "preamble",
    [
        "统计时限为2021年1月1日至2021年12月31日。",
        "本报告统计数据截止时间为2022年1月1日至2022年11月30日。",
        "报告期：2022年1月1日至2023年12月31日",
        "2021年1月1日至2022年12月31日为本报告的时间，期限按此统计。",
        "所列数据从2022年1月1日起，至2022年12月30日止。",
    ],
)
def test_a_wrong_period_is_found(tmp_path: Path, preamble: str) -> None:
    assert only(told(tmp_path, preamble)).code == "G411"


@pytest.mark.parametrize(
    "preamble",
    [
        "统计期限为2022年1月1日至2022年12月31日。",
        "统计期限为1月1日至12月31日。",
        "统计期限为2022年1月至12月。",
        "办公时间为2022年3月1日至6月30日，统计结果见附件。",
        "本局于2022年5月成立，统计期限为2022年5月10日至2022年12月31日。",
        "统计期限见2022年1月1日至2022年12月31日；政策自2019年5月15日至2024年5月14日有效。",
        "统计期限为一年。",
        "征求意见时间为2022年3月1日至4月1日。",
    ],
)
def test_what_is_right_or_speaks_of_something_else_is_not(tmp_path: Path, preamble: str) -> None:
    assert told(tmp_path, preamble) == []


def test_each_sentence_is_found_once(tmp_path: Path) -> None:
    wrong = "所列数据统计期限为2022年1月1日至12月30日。"
    assert [finding.at.item for finding in told(tmp_path, wrong + wrong)] == ["preamble:9-25", "preamble:35-51"]


def test_in_a_section_the_sentence_must_speak_of_the_report(tmp_path: Path) -> None:
    assert told(tmp_path / "a", overview=TOLD["overview"] + "热线统计时间为2022年3月1日至6月30日。") == []
    assert only(told(tmp_path / "b", overview=TOLD["overview"] + "本报告统计时间为2022年3月1日至6月30日。")).code == "G411"


def test_a_wrong_period_may_stand_for_a_reason(tmp_path: Path) -> None:
    finding = only(told(tmp_path, "统计期限为2022年1月1日至12月30日。", accept="wrong-period, preamble"))
    assert finding.accepted == "原报告如此"


def test_a_year_left_over_in_the_title_is_shown(tmp_path: Path) -> None:
    finding = only(told(tmp_path, title="某某市某某局2021年政府信息公开工作年度报告"))
    assert (finding.code, finding.severity, finding.at.item, finding.place.line) == ("G412", "warning", "title", 2)
    assert finding.message == (
        "标题写的是 2021 年（“某某市某某局2021年政府信息公开工作年度报告”），这却是 2022 年度报告。",
        "the title speaks of 2021 (“某某市某某局2021年政府信息公开工作年度报告”) in the report of 2022.",
    )
    assert finding.mend == (
        "改成 2022 年；写的确实是 2021 年的事，就把 2022 年也写明。",
        "write 2022; where 2021 is really meant, name 2022 as well.",
    )
    assert (finding.expected, finding.actual) == ("2022", "2021")


@pytest.mark.parametrize("title", ["某某市某某局2022年政府信息公开工作年度报告", "关于2021、2022年政府信息公开工作年度报告", "年度报告"])
def test_a_title_of_this_year_or_of_none_is_not(tmp_path: Path, title: str) -> None:
    assert told(tmp_path, title=title) == []


@pytest.mark.parametrize(
    ("preamble", "words"),
    [
        ("现公布某某市某某局2021年政府信息公开工作年度报告。", "2021年政府信息公开工作年度报告"),
        ("现公布《某某市某某局2021年度政府信息公开年报》。", "2021年度政府信息公开年报"),
        ("现将2021年度政府信息公开情况公布如下。", "2021年度政府信息公开情况"),
        ("由某某局编制2023年度报告。", "2023年度报告"),
    ],
)
def test_a_year_left_over_in_the_preamble_is_pointed_at(tmp_path: Path, preamble: str, words: str) -> None:
    finding = only(told(tmp_path, preamble))
    assert (finding.code, marked(tmp_path, finding)) == ("G412", words)
    assert finding.message.zh == f"开头写的是 {words[:4]} 年（“{words}”），这却是 2022 年度报告。"
    assert finding.message.en == f"the preamble speaks of {words[:4]} (“{words}”) in the report of 2022."


@pytest.mark.parametrize(
    "preamble",
    [
        "现公布2022年政府信息公开工作年度报告。",
        "根据《关于做好2021年政府信息公开工作年度报告编制发布工作的通知》编制。",
        "与2021年度报告相比，体例没有变化。",
        "本局2019年成立。",
    ],
)
def test_what_speaks_of_another_year_on_purpose_is_not(tmp_path: Path, preamble: str) -> None:
    assert told(tmp_path, preamble) == []


def test_a_year_left_over_in_the_first_sentence_is_pointed_at(tmp_path: Path) -> None:
    finding = only(told(tmp_path, overview=f"### 概况\n\n2021年，{TOLD['overview']}2022年继续推进。"))
    assert (finding.code, marked(tmp_path, finding)) == ("G412", "2021")
    assert (
        finding.message.zh
        == "总体情况写的是 2021 年（“2021年，本机关依法做好主动公开和依申请公开工作，加强政府信息管理和平台建设…”），这却是 2022 年度报告。"
    )
    assert finding.message.en.startswith("the overview speaks of 2021 (“2021年，本机关")


def test_the_end_of_another_year_is_pointed_at(tmp_path: Path) -> None:
    finding = only(told(tmp_path, overview=TOLD["overview"] + "截至2021年12月31日，累计公开信息265条。"))
    assert (finding.code, marked(tmp_path, finding), finding.actual) == ("G412", "截至2021年12月31日", "2021")
    assert finding.message.zh == "总体情况写的是 2021 年（“截至2021年12月31日”），这却是 2022 年度报告。"


@pytest.mark.parametrize(
    "overview",
    [
        f"2022年，{TOLD['overview']}",
        f"2021年度我局{TOLD['overview'][3:-1]}，2022年继续推进。",
        f"2021年，与上年相比，{TOLD['overview']}",
        f"2021年5月，{TOLD['overview']}",
        f"{TOLD['overview']}2021年，我局建立制度。",
        f"{TOLD['overview']}截至2022年12月31日，累计公开信息265条。",
        f"{TOLD['overview']}截至2021年12月31日公开信息265条，2022年公开300条。",
        f"{TOLD['overview']}比截至2021年12月31日的数字同期增加。",
        f"{TOLD['overview']}截至2021年底，累计公开信息265条。",
    ],
)
def test_this_year_comparisons_and_the_past_are_not(tmp_path: Path, overview: str) -> None:
    assert told(tmp_path, overview=overview) == []


def test_plans_are_for_another_year(tmp_path: Path) -> None:
    assert told(tmp_path, problems="2023年，我局将加强巡查，截至2023年12月31日完成网站改版。") == []


def test_a_year_left_over_may_stand_for_a_reason(tmp_path: Path) -> None:
    finding = only(told(tmp_path, "公布2021年度报告。", accept="year-left-over, preamble"))
    assert finding.accepted == "原报告如此"
