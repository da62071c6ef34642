"""What the rules on prose say: both places, both values, and how to mend it."""

from pathlib import Path

from checking import check_sample, only

from giar_site.diagnostics import Address, Finding, Severity

HEAD = "--- report.md\n## 三、收到和处理政府信息公开申请情况\n\n"
RECEIVED = """applications:
  received: [4, 2, 0, 0, 0, 0, 6]
  outcome:
    refused:
      third_party: [4, 2, 0, 0, 0, 0, 6]
      …
    total: [4, 2, 0, 0, 0, 0, 6]
    …
  …
"""


def check(folder: Path, prose: str, figures: str = "") -> list[Finding]:
    return check_sample(folder, f"{figures}{HEAD}{prose}\n\n…\n")


def test_a_contradicted_figure_names_the_place_in_the_prose_and_the_cell(tmp_path: Path) -> None:
    finding = only(check(tmp_path, "全年共收到政府信息公开申请9件。", RECEIVED))
    assert (finding.code, finding.severity) == ("G401", Severity.WARNING)
    assert finding.message.zh == "正文写“全年共收到政府信息公开申请9件”，而表格中“一、本年新收政府信息公开申请数量 / 申请人情况·总计”是 6。"
    assert (
        finding.message.en
        == "the prose says “全年共收到政府信息公开申请9件”, but “一、本年新收政府信息公开申请数量 / 申请人情况·总计” in the table is 6."
    )
    assert finding.mend.zh == "对照台账，改正文或改表格；口径不同的，在正文中写明是谁的、哪段时间的数。"
    assert (
        finding.mend.en
        == "compare with the register and correct prose or table; if they count differently, say in the prose whose number it is and of what time."
    )
    assert finding.cells == ("applications.received@total",)
    assert (finding.expected, finding.actual) == ("6", "9")
    assert finding.at == Address("sample", 2022, "report", "applications:13-15")
    assert finding.related == (Address("sample", 2022, "figures", "applications.received@total"),)
    assert (finding.place.line, finding.place.column, finding.place.length) == (3, 14, 2)


def test_cells_that_are_added_up_are_called_by_the_heads_they_share(tmp_path: Path) -> None:
    finding = only(check(tmp_path, "不予公开政府信息公开申请8件。", RECEIVED))
    assert (
        finding.message.zh
        == "正文写“不予公开政府信息公开申请8件”，而表格中“三、本年度办理结果·（三）不予公开·申请人情况·总计（合计）”是 6。"
    )
    assert len(finding.cells) == len(finding.related) == 8


def test_two_or_three_cells_are_called_by_their_own_labels(tmp_path: Path) -> None:
    finding = only(check(tmp_path, "因政府信息公开被提起行政诉讼2件。"))
    assert finding.message.zh == (
        "正文写“因政府信息公开被提起行政诉讼2件”，而表格中“行政诉讼·未经复议直接起诉 / 总计 + 行政诉讼·复议后起诉 / 总计”是 0。"
    )


def test_three_cells_are_still_called_by_their_own_labels(tmp_path: Path) -> None:
    finding = only(check(tmp_path, "政府信息公开行政复议已审结2件。"))
    assert finding.message.zh == (
        "正文写“政府信息公开行政复议已审结2件”，而表格中“行政复议 / 结果维持 + 行政复议 / 结果纠正 + 行政复议 / 其他结果”是 0。"
    )


def test_a_statement_of_nothing_is_a_claim_of_0(tmp_path: Path) -> None:
    finding = only(check(tmp_path, "本年度未收到政府信息公开申请。", RECEIVED))
    assert finding.message.zh.startswith("正文写“未收到政府信息公开申请”，而表格中")
    assert (finding.expected, finding.actual) == ("6", "0")


def test_parts_that_exceed_their_whole_are_shown_with_their_sum(tmp_path: Path) -> None:
    finding = only(check(tmp_path, "解读政策82次，其中材料45次，产品28次，评论10次。"))
    assert (finding.code, finding.severity) == ("G402", Severity.WARNING)
    assert finding.message.zh == "正文写“解读政策82次”，所列各项之和却是 83（45 + 28 + 10 = 83）。"
    assert finding.message.en == "the prose says “解读政策82次”, but its parts come to 83 (45 + 28 + 10 = 83)."
    assert (finding.mend.zh, finding.mend.en) == ("核对总数和每一项。", "check the whole and each part.")
    assert (finding.expected, finding.actual, finding.cells) == ("83", "82", ())
    assert finding.at.item == "applications:4-7"
    assert [each.item for each in finding.related] == ["applications:12-15", "applications:18-21", "applications:24-27"]


def test_a_share_is_calculated_for_the_clerk(tmp_path: Path) -> None:
    finding = only(check(tmp_path, "收到申请6件，其中自然人申请4件，占60%。", RECEIVED))
    assert (finding.code, finding.severity) == ("G403", Severity.WARNING)
    assert finding.message.zh == "正文写“占60%”，按所列的数算却是 4 ÷ 6 = 66.67%。"
    assert finding.message.en == "the prose says “占60%”, but by its numbers it is 4 ÷ 6 = 66.67%."
    assert finding.mend.zh == "重新计算；分母是别的数的，在句中写明占什么的百分之几。"
    assert finding.mend.en == "calculate it again; if it is of another whole, let the sentence say of which."
    assert (finding.expected, finding.actual) == ("66.67", "60")
    assert finding.cells == ("applications.received@natural_person",)
    assert finding.at.item == "applications:18-21"
    assert finding.related == (
        Address("sample", 2022, "report", "applications:4-6"),
        Address("sample", 2022, "figures", "applications.received@natural_person"),
    )


REVIEWS = """--- {year}/figures.yaml
review_and_litigation:
  review: [{n}, 0, 0, 0, {n}]
  …
"""


def growth(folder: Path, prose: str, years: dict[int, int]) -> list[Finding]:
    tables = "".join(REVIEWS.format(year=year, n=n) for year, n in years.items())
    return check_sample(folder, f"{tables}--- 2023/report.md\n## 三、收到和处理政府信息公开申请情况\n\n{prose}\n\n…\n")


def test_growth_names_the_cell_in_both_years(tmp_path: Path) -> None:
    finding = only(growth(tmp_path, "被申请行政复议6件，同比增长20%。", {2022: 4, 2023: 6}))
    assert (finding.code, finding.severity) == ("G404", Severity.WARNING)
    assert finding.message.zh == "正文写“同比增长20%”，而按两年的表格，“行政复议 / 总计”本年减上年是 6 − 4 = 2（50.00%）。"
    assert (
        finding.message.en
        == "the prose says “同比增长20%”, but by both years' tables “行政复议 / 总计” less last year's is 6 − 4 = 2 (50.00%)."
    )
    assert finding.mend.zh == "用两年的表格重新计算；与别的时间或口径相比的，在句中写明。"
    assert finding.mend.en == "calculate it again from both years' tables; if it compares with something else, let the sentence say so."
    assert (finding.expected, finding.actual) == ("50.00", "20")
    cell = "review_and_litigation.review@total"
    assert finding.cells == (cell,)
    assert finding.at == Address("sample", 2023, "report", "applications:14-17")
    assert finding.related == (Address("sample", 2023, "figures", cell), Address("sample", 2022, "figures", cell))


def test_growth_right_or_of_nothing_the_tables_hold_gives_no_finding(tmp_path: Path) -> None:
    assert growth(tmp_path / "right", "被申请行政复议6件，同比增长50%。", {2022: 4, 2023: 6}) == []
    assert growth(tmp_path / "none", "发布信息6条，同比增长20%。", {2022: 4, 2023: 6}) == []


def test_growth_against_a_year_that_is_missing_is_not_assessed(tmp_path: Path) -> None:
    findings = growth(tmp_path, "被申请行政复议6件，同比增长20%。", {2021: 4, 2023: 6})
    assert [finding.code for finding in findings] == ["G309"], "only that the year between them is missing"
