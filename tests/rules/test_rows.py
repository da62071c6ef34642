"""G106, G107, G108: rows that are unknown, missing, or of the wrong length."""

from pathlib import Path

import pytest
from checking import check_sample, only

SEVEN = "[0, 0, 0, 0, 0, 0, 0]"


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("recieved", "received"),
        ("carried_inn", "carried_in"),
        ("一、本年新收政府信息公开申请", "received"),
        ("四、结转下年度继续办理数量", "carried_out"),
        ("transferred", None),
    ],
)
def test_the_nearest_name_is_suggested_with_its_official_label(tmp_path: Path, key: str, near: str | None) -> None:
    finding = only(check_sample(tmp_path, f"applications:\n  {key}: {SEVEN}\n  …\n"))
    assert finding.code == "G106"
    assert (finding.expected, finding.actual) == (near, key)
    assert (near is None) == ("是不是" not in finding.message.zh)
    assert "received、carried_in、outcome、carried_out" in finding.mend.zh
    if near == "received":
        assert "received（一、本年新收政府信息公开申请数量）" in finding.message.zh


def test_an_unknown_table_is_told_of_too(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "aplications: 0\n…\n"))
    assert finding.expected == "applications"
    assert "figures.yaml" in finding.message.zh


@pytest.mark.parametrize(
    ("key", "near"), [("fom", "form（格式版本）"), ("acept", "accept（说明理由）"), ("correction", "corrections（更正）")]
)
def test_a_misspelt_key_beside_the_tables_is_told_of_too(tmp_path: Path, key: str, near: str) -> None:
    finding = only(check_sample(tmp_path, f"{key}: []\n"))
    assert finding.code == "G106"
    assert finding.message.zh == f"“figures.yaml”下面没有“{key}”，是不是 {near}？"
    assert finding.mend.zh.endswith("：disclosure、applications、review_and_litigation、form、accept、corrections。")


@pytest.mark.parametrize("key", ["state_secret", "属于国家秘密"])
def test_a_row_that_stands_below_the_wrong_group_is_told_where_it_belongs(tmp_path: Path, key: str) -> None:
    finding = only(check_sample(tmp_path, f"applications:\n  {key}: {SEVEN}\n  …\n"))
    assert finding.message.zh == f"“收到和处理政府信息公开申请情况”下面没有“{key}”，它在“（三）不予公开”下面。"
    assert finding.message.en == f"“收到和处理政府信息公开申请情况” has no row “{key}”; it belongs below “（三）不予公开”."
    assert finding.mend == ("移到 refused: 下面，比它多缩进两格。", "move it below `refused:`, indented by two more spaces.")
    assert (finding.expected, finding.actual) == ("applications.outcome.refused.state_secret", key)


def test_a_name_that_stands_in_two_groups_has_no_place_to_be_sent_to(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "disclosure:\n  other: [0]\n  …\n"))
    assert "在“" not in finding.message.zh


def test_a_row_called_by_id_and_by_label_stands_twice(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, f"applications:\n  received: {SEVEN}\n  本年新收政府信息公开申请数量: {SEVEN}\n  …\n"))
    assert finding.code == "G106"
    assert "就是前面已经写过的“一、本年新收政府信息公开申请数量”" in finding.message.zh


def test_a_list_where_rows_belong_is_told_of(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "review_and_litigation: [0, 0, 0]\n"))
    assert finding.code == "G106"
    assert "应当一行一行地写，这里读到的是“[0, 0, 0]”" in finding.message.zh


def test_a_missing_group_is_told_once_with_its_rows(tmp_path: Path) -> None:
    sample = f"applications:\n  received: {SEVEN}\n  carried_in: {SEVEN}\n  carried_out: {SEVEN}\n"
    finding = only(check_sample(tmp_path, sample))
    assert finding.code == "G107"
    assert "“三、本年度办理结果”（outcome）下的全部" in finding.message.zh


def test_a_total_row_may_be_left_out(tmp_path: Path) -> None:
    base = (tmp_path / "a", tmp_path / "b")
    assert check_sample(base[0], "…\n") == []
    figures = (base[0] / "content/sample/2022/figures.yaml").read_text(encoding="utf-8")
    lines = [line for line in figures.split("\n") if not line.startswith("    total:")]
    assert check_sample(base[1], "\n".join(lines)) == []


@pytest.mark.parametrize(
    ("written", "got", "hint"),
    [
        ("[0, 0, 0]", "3", ""),
        ("[0, 0, 0, 0, 0, 0]", "6", ""),
        ("[0，0，0，0，0]", "1", "半角“,”"),
        ("0、0、0、0、0", "1", "半角“,”"),
        ("[1,000, 0, 0, 0, 1000]", "6", "1,000 写成 1000"),
        ("[1, 0, 0, 1]", "4", "把总计也写上"),
    ],
)
def test_a_row_of_the_wrong_length_names_its_columns_in_order(tmp_path: Path, written: str, got: str, hint: str) -> None:
    finding = only(check_sample(tmp_path, f"review_and_litigation:\n  review: {written}\n  …\n"))
    assert finding.code == "G108"
    assert (finding.expected, finding.actual) == ("5", got)
    assert "结果维持、结果纠正、其他结果、尚未审结、总计" in finding.mend.zh
    assert hint in finding.mend.zh
    assert bool(hint) == (not finding.mend.zh.startswith("依次"))


def test_names_where_figures_belong_are_told_of(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "review_and_litigation:\n  review: {upheld: 0}\n  …\n"))
    assert finding.code == "G108"
    assert "又分了下一层" in finding.message.zh


def test_a_long_row_is_quoted_in_part(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, f"review_and_litigation:\n  review: [{', '.join('0' * 3000)}]\n  …\n"))
    assert len(finding.message.zh) < 100
    assert finding.actual == "3000"
