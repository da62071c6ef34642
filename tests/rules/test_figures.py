"""G109, G110, G111, G112: blanks, texts that are no figure, figures read from a text, tables on another edition."""

from pathlib import Path

import pytest
from checking import check_sample, only


def review(figures: str) -> str:
    return f"review_and_litigation:\n  review: [{figures}]\n  …\n"


@pytest.mark.parametrize("blank", ["/", "-", "—", "——", '""', "~", "null", "无", "／"])
def test_a_blank_is_never_a_silent_zero(tmp_path: Path, blank: str) -> None:
    finding = only(check_sample(tmp_path, review(f"3, 0, {blank}, 0, 5")))
    assert finding.code == "G109"
    assert finding.actual == blank
    assert finding.expected == "2"
    assert finding.suspects == (("review_and_litigation.review@other", "2"),)
    assert "没有就写 0" in finding.mend.zh
    assert "应为 2" in finding.mend.zh
    assert finding.blocks


def test_a_blank_that_no_sum_can_tell_is_left_to_the_register(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "disclosure:\n  rules: [0, ~, 0]\n  …\n"))
    assert (finding.expected, finding.suspects) == (None, ())
    assert "台账" in finding.mend.zh


def test_every_blank_of_a_row_is_told_of(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, review("~, ~, ~, ~, 0"))
    assert [finding.cells for finding in findings] == [
        (f"review_and_litigation.review@{key}",) for key in ("upheld", "corrected", "other", "pending")
    ]


@pytest.mark.parametrize(
    ("written", "hint", "cause"),
    [
        ("１２", "12", "全角"),
        ("1２", "12", "全角"),
        ("012", "12", "多余的 0"),
        ("00", "0", "多余的 0"),
        ("1_000", "1000", "千分位"),
        ('"1,000"', "1000", "千分位"),
        ('"1 000"', "1000", "千分位"),
        ('"1， 000"', "1000", "全角"),
        ("l2", "12", "字母"),
        ("1O", "10", "字母"),
        ("+12", "12", "+"),
        ("12.0", "12", "小数"),
        ('"1 2"', "12", "空格"),
        ("12.5", "", "小数"),
        ("-12", "", "负的"),
        ("9999999999999", "", "太大"),
        ("12:30", "", ""),
        ("no", "", ""),
        ("1e3", "", ""),
        ("若干", "", ""),
        ("l", "1", "字母"),
        ("[1]", "", ""),
    ],
)
def test_what_is_no_figure_is_quoted_with_its_cause_and_the_likely_reading(tmp_path: Path, written: str, hint: str, cause: str) -> None:
    finding = only(check_sample(tmp_path, f"disclosure:\n  rules: [{written}, 0, 0]\n  …\n"))
    assert finding.code == "G110"
    assert finding.expected == (hint or None)
    assert finding.actual == written.strip('"')
    assert cause in finding.message.zh
    assert bool(cause) == ("（" in finding.message.zh)
    assert (f"是不是 {hint}？" in finding.mend.zh) == bool(hint)
    assert finding.suspects == (), "no sum covers this cell"


@pytest.mark.parametrize(
    ("figures", "expected", "suspects", "said"),
    [
        ("１２, 0, 0, 0, 12", "12", 1, ("是不是 12？按表内算式也应为 12。", "is it 12? The sums of the table need 12 too.")),
        (
            "１２, 0, 0, 0, 2",
            "12",
            0,
            ("是不是 12？但按表内算式应为 2，请对照台账。", "is it 12? But the sums of the table need 2: see the register."),
        ),
        (
            "若干, 0, 0, 0, 2",
            "2",
            1,
            ("对照台账改成数字；按表内算式应为 2。", "write the figure from the register; the sums of the table need 2."),
        ),
    ],
)
def test_the_sums_of_the_table_speak_for_or_against_a_reading(
    tmp_path: Path, figures: str, expected: str, suspects: int, said: tuple[str, str]
) -> None:
    finding = only(check_sample(tmp_path, review(figures)))
    assert finding.expected == expected
    assert [suspect.value for suspect in finding.suspects] == [expected] * suspects
    assert finding.mend == said


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("若干", ("对照台账改成数字，没有就写 0。", "write the figure from the register, 0 for none.")),
        ("１２", ("是不是 12？如果是，就写成 12。", "is it 12? If so, write 12.")),
    ],
)
def test_where_no_sum_speaks_the_register_is_to_be_seen(tmp_path: Path, written: str, mend: tuple[str, str]) -> None:
    finding = only(check_sample(tmp_path, f"disclosure:\n  rules: [{written}, 0, 0]\n  …\n"))
    assert finding.mend == mend


def test_that_a_long_text_was_cut_short_is_no_cause(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, review(f"{'9' * 5000}, 0, 0, 0, 0")))
    assert "（数太大）" in finding.message.zh


def test_a_very_long_text_is_quoted_in_part(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, review(f"{'九' * 5000}, 0, 0, 0, 0")))
    assert len(finding.message.zh) < 120


OLD = "--- 2020/figures.yaml\nform: 2019\ndisclosure:\n  {}\n  …\n…\n"


@pytest.mark.parametrize(
    ("row", "value", "said"),
    [
        ("penalties: [0, 增13, 0]", "13", "公布的写法是“增13”，按 13 读取；页面照原样显示"),
        ("penalties: [0, 减少4件, 0]", "-4", "按 -4 读取"),
        ("penalties: [0, +155, 0]", "155", "按 155 读取"),
        ("penalties: [3件, 0, 0]", "3", "按 3 读取"),
        ("procurement: [8(计划), 0]", "8", "按 8 读取"),
        ("procurement: [0, 40984.52万元]", "40984.52", "格式没有规定单位，按 40984.52、单位“万元”读取"),
        ("procurement: [0, 35692694.56元]", "35692694.56", "格式没有规定单位，按 35692694.56、单位“元”读取"),
    ],
)
def test_a_published_oddity_is_a_warning_that_says_how_it_was_read(tmp_path: Path, row: str, value: str, said: str) -> None:
    finding = only(check_sample(tmp_path, OLD.format(row)))
    assert (finding.code, finding.severity, finding.expected) == ("G111", "warning", value)
    assert said in finding.message.zh
    assert finding.actual in row


@pytest.mark.parametrize(
    ("written", "value", "said"),
    [
        (
            "396.24元",
            "0.039624",
            ("换算成格式规定的单位，按 0.039624（万元）读取", "converted to the form's unit and read as 0.039624 (万元)"),
        ),
        ("2亿元", "20000", ("换算成格式规定的单位，按 20000（万元）读取", "converted to the form's unit and read as 20000 (万元)")),
        ("5万元", "5", ("按 5（万元）读取", "read as 5 (万元)")),
    ],
)
def test_an_amount_in_another_unit_is_converted_where_the_form_has_one(
    tmp_path: Path, written: str, value: str, said: tuple[str, str]
) -> None:
    finding = only(check_sample(tmp_path, f"disclosure:\n  fees: [{written}]\n  …\n"))
    assert finding.expected == value
    assert f"“{written}”，{said[0]}；" in finding.message.zh
    assert f"“{written}”, {said[1]}; " in finding.message.en


def test_of_an_amount_without_a_unit_of_the_form_the_published_unit_is_told(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, OLD.format("procurement: [0, 40984.52万元]")))
    assert "“40984.52万元”, read as 40984.52 in 「万元」, for the form gives no unit; " in finding.message.en


@pytest.mark.parametrize(
    ("sample", "mend"),
    [
        (review("8件, 0, 0, 0, 8"), "改成 8，只写数字，不写单位和说明；已经这样公布了的，可以不改。"),
        ("disclosure:\n  fees: [396.24元]\n  …\n", "改成 0.039624，只写数字，不写单位和说明；已经这样公布了的，可以不改。"),
        (OLD.format("penalties: [3件, 0, 0]"), "原来就这样公布的，不用改；原文不是这样写的，照原文改。"),
    ],
)
def test_who_fills_in_a_form_is_told_to_write_the_figure_and_who_transcribes_an_old_one_to_leave_it(
    tmp_path: Path, sample: str, mend: str
) -> None:
    finding = next(finding for finding in check_sample(tmp_path, sample) if finding.code == "G111")
    assert finding.mend.zh == mend


def test_before_the_first_edition_no_form_governs(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- 2018/figures.yaml\nform: 2019\n…\n"))
    assert finding.code == "G112"
    assert "还没有全国统一格式" in finding.message.zh
