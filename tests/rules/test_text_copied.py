"""G413, G414 and G423: another agency's name, last year's text, another agency's text."""

from pathlib import Path

import pytest
from checking import check_sample, only
from narrating import marked

from giar_site.diagnostics import Address, Finding

OWN = (
    "主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表和视频较少，群众看不明白。",
    "改进措施：建立信息发布台账，每月通报各科室发布情况；邀请业务骨干录制解读视频，在政务新媒体同步推送。",
    "全年组织业务培训2次，参加人员40人次，重点讲解依申请公开的答复规范和公文公开属性认定。",
    "上年提出的解读视频已录制12期，但基层站所的公开栏仍靠人工更换，更新周期长。",
    "明年起在三个站所试用电子公开栏，由局办公室统一推送，并把更新情况纳入季度通报。",
    "依申请公开方面，两件答复因补正通知超期，已修订内部流转时限并增加提醒，避免再次发生。",
)


def problems(file: str, *sentences: str) -> str:
    text = "\n\n".join(sentences)
    return f"--- {file}\n## 五、存在的主要问题及改进情况\n\n{text}\n\n…\n"


def test_last_years_text_is_told_with_its_share_and_the_longest_sentence(tmp_path: Path) -> None:
    now = ("今年的情况有所不同。", OWN[0], OWN[1], OWN[2].replace("40", "52"), OWN[3])
    finding = only(check_sample(tmp_path, problems("2021/report.md", *OWN[:3]) + problems("2022/report.md", *now)))
    assert (finding.code, finding.severity, finding.at.year) == ("G414", "warning", 2022)
    assert marked(tmp_path, finding) == OWN[0]
    assert finding.message == (
        "文字的 83% 与 2021 年度报告相同（只改了数字的也算），最长的一句是“主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表…”。",
        "83% of the text is that of the report of 2021, changed numbers aside; the longest such sentence is “主要问题：部分科室对公开工作重视不够，信息更新不及时，政策解读以文字为主，图表…”.",
    )
    assert finding.mend == ("写这一年的实际情况。", "tell what this year was like.")
    assert (finding.actual, finding.related) == ("83%", (Address("sample", 2021, "report"),))


@pytest.mark.parametrize(
    ("last", "now"),
    [
        (OWN[:1], OWN[:4]),
        (OWN[:3], OWN[3:]),
        (OWN[:3], (*OWN[:3], *OWN[3:], OWN[3].replace("上年", "前年"), OWN[4].replace("明年", "后年"))),
    ],
)
def test_half_of_the_text_may_stay(tmp_path: Path, last: tuple[str, ...], now: tuple[str, ...]) -> None:
    assert check_sample(tmp_path, problems("2021/report.md", *last) + problems("2022/report.md", *now)) == []


def test_the_year_before_last_is_not_last_year(tmp_path: Path) -> None:
    findings = check_sample(tmp_path, problems("2021/report.md", *OWN) + problems("2023/report.md", *OWN))
    assert [finding.code for finding in findings] == ["G309"], "only that the year between them is missing"


def test_last_years_text_may_stand_for_a_reason(tmp_path: Path) -> None:
    accept = "--- 2022/figures.yaml\n…\naccept:\n  - {rule: copied-text, at: problems, reason: 情况确实相同}\n"
    sample = problems("2021/report.md", *OWN) + problems("2022/report.md", *OWN) + accept
    assert only(check_sample(tmp_path, sample)).accepted == "情况确实相同"


def test_another_agencys_text_is_told_to_both(tmp_path: Path) -> None:
    sample = problems("2022/report.md", *OWN[:3]) + problems("content/other/2022/report.md", *OWN[:4], OWN[4])
    one, other = sorted(check_sample(tmp_path, sample), key=lambda finding: finding.at.agency != "sample")
    assert (one.code, one.severity, one.at.agency, one.at.year) == ("G423", "warning", "sample", 2022)
    assert marked(tmp_path, one) == OWN[0]
    assert one.message == (
        "文字的 100% 与“某某市other”2022 年度报告相同（只改了数字、机关名称的也算，套话不计）；这里是最长的一句，有 52 字。",
        "100% of the text is that of the report of “某某市other” of 2022, changed numbers and names aside, set phrases not counted; this is the longest such sentence, of 52 characters.",
    )
    assert one.mend == (
        "写本机关的实际情况；是对方抄了本机关的，在 accept: 中写明理由。",
        "tell of the agency's own work; where the other one copied, explain it in accept:.",
    )
    assert (one.actual, one.related) == ("100%", (Address("other", 2022, "report"),))
    assert (other.code, other.at.agency, other.related) == ("G423", "other", (Address("sample", 2022, "report"),))
    assert other.actual == "70%"  # the rest is its own


LINEAGE = "lineage:\n  - {}\n"


@pytest.mark.parametrize(
    "extra",
    [
        "--- content/other/agency.yaml\nname: 某某市other\nparent: sample\n",
        "--- agency.yaml\nname: 某某市某某局\nparent: other\n",
        f"--- agency.yaml\nname: 某某市某某局\n{LINEAGE.format('{change: merged, date: 2022-03-01, from: [other, sample], basis: 编办发〔2022〕3号}')}",
        f"--- agency.yaml\nname: 某某市某某局\n{LINEAGE.format('{change: abolished, date: 2022-03-01, to: [other], basis: 编办发〔2022〕3号}')}",
    ],
)
def test_kin_may_tell_the_same(tmp_path: Path, extra: str) -> None:
    sample = problems("2022/report.md", *OWN) + problems("content/other/2022/report.md", *OWN) + extra
    assert [each.code for each in check_sample(tmp_path, sample) if each.code != "G310"] == [], "G310: both report the year of the change"


def test_another_year_is_another_matter(tmp_path: Path) -> None:
    assert check_sample(tmp_path, problems("2022/report.md", *OWN) + problems("content/other/2023/report.md", *OWN)) == []


def test_another_agencys_text_may_stand_for_a_reason(tmp_path: Path) -> None:
    accept = "--- 2022/figures.yaml\n…\naccept:\n  - {rule: G423, at: problems, reason: 对方抄了本机关的}\n"
    sample = problems("2022/report.md", *OWN) + problems("content/other/2022/report.md", *OWN) + accept
    assert sorted(str(finding.accepted) for finding in check_sample(tmp_path, sample)) == ["None", "对方抄了本机关的"]


def other(name: str, more: str = "") -> str:
    return f"--- content/other/agency.yaml\nname: {name}\n{more}--- content/other/2022/report.md\n…\n"


def named(tmp_path: Path, own: str, title: str = "", preamble: str = "", agencies: str = "") -> list[Finding]:
    head = f"---\ntitle: {title}\n---\n" if title else ""
    return check_sample(tmp_path, f"--- agency.yaml\nname: {own}\n--- 2022/report.md\n{head}{preamble}\n\n…\n{agencies}")


TAKEN_IN = LINEAGE.format("{change: merged, date: 2022-03-01, from: [other, sample], basis: 编办发〔2022〕3号}")
RENAMED = LINEAGE.format("{change: renamed, date: 2022-03-01, former_name: 样本县财政局, basis: 编办发〔2022〕3号}")


def test_another_agency_of_the_site_in_the_title_is_told(tmp_path: Path) -> None:
    title = "示例县教育局2022年政府信息公开工作年度报告"
    finding = only(named(tmp_path, "示例县财政局", title, agencies=other("示例县教育局")))
    assert (finding.code, finding.severity, finding.at, finding.place.line) == (
        "G413",
        "warning",
        Address("sample", 2022, "report", "title"),
        2,
    )
    assert finding.message == (
        "标题写的是“示例县教育局”，这却是“示例县财政局”的报告。",
        "the title speaks of “示例县教育局” in the report of “示例县财政局”.",
    )
    assert finding.mend == ("改成“示例县财政局”，再通读一遍。", "write “示例县财政局” and read the text once more.")
    assert (finding.expected, finding.actual, finding.related) == ("示例县财政局", "示例县教育局", (Address("other", 2022),))


@pytest.mark.parametrize(
    "preamble", ["如有疑问，请与示例县教育局办公室联系。", "现公布示例县教育局2022年政府信息公开工作年度报告。", "请与教育局联系。"]
)
def test_another_agency_of_the_site_in_the_preamble_is_pointed_at(tmp_path: Path, preamble: str) -> None:
    finding = only(named(tmp_path, "示例县财政局", preamble=preamble, agencies=other("示例县教育局", "short_name: 教育局\n")))
    assert finding.code == "G413"
    assert finding.message.zh == f"开头写的是“{marked(tmp_path, finding)}”，这却是“示例县财政局”的报告。"
    assert finding.message.en == f"the preamble speaks of “{marked(tmp_path, finding)}” in the report of “示例县财政局”."
    assert "教育局" in marked(tmp_path, finding)


@pytest.mark.parametrize(
    ("own", "called"),
    [
        ("示例县财政局", "样本市财政局"),
        ("甲县财政局", "乙市财政局"),  # two characters are a place
        ("甲县财政局", "财源市财政局"),  # only the places must differ, not what follows them
        ("财源市财政局", "甲县财政局"),
    ],
)
def test_the_same_kind_of_body_of_another_place_in_the_title_is_told(tmp_path: Path, own: str, called: str) -> None:
    finding = only(named(tmp_path, own, f"{called}2022年政府信息公开工作年度报告"))
    assert (finding.code, finding.actual, finding.related) == ("G413", called, ())


@pytest.mark.parametrize(
    ("own", "title", "preamble", "agencies"),
    [
        ("示例县财政局", "示例县教育局2022年政府信息公开工作年度报告", "", ""),  # perhaps its former name
        ("示例县财政局", "示例市财政局2022年政府信息公开工作年度报告", "", ""),  # the county became a city
        ("示例县财政局", "县财政局2022年政府信息公开工作年度报告", "", ""),  # its own name, shortened
        ("示例县财政局", "", "请与样本市财政局联系。", ""),
        ("甲县财政局", "乙县财政局2022年政府信息公开工作年度报告", "", ""),  # 甲 and 乙 alone are no place
        ("示例县财政局", "样本县教育局2022年政府信息公开工作年度报告", "", ""),  # 局 alone is no kind of body
        ("示例县财政局", "", "请与示例县人民政府办公室联系。", other("示例县人民政府办公室", "kind: office\n")),
        ("示例县财政局", "", "请与示例县人民政府联系。", other("示例县人民政府", "kind: government\n")),
        ("示例县人民政府", "示例县教育局2022年政府信息公开工作年度报告", "", other("示例县教育局", "parent: sample\n")),
        ("示例县财政局\nparent: other", "示例县人民政府2022年政府信息公开工作年度报告", "", other("示例县人民政府")),
        ("示例县财政局", "示例县教育局办公室2022年政府信息公开工作年度报告", "", other("示例县教育局")),
        (f"示例县财政局\n{TAKEN_IN}", "示例县教育局2022年政府信息公开工作年度报告", "", other("示例县教育局")),
        ("示例县财政局", "示例县教育局2022年政府信息公开工作年度报告", "", other("示例县教育局", TAKEN_IN)),
        (f"示例县财政局\n{RENAMED}", "样本县财政局2022年政府信息公开工作年度报告", "", ""),
    ],
)
def test_kin_offices_and_names_that_may_be_its_own_are_not(tmp_path: Path, own: str, title: str, preamble: str, agencies: str) -> None:
    found = named(tmp_path, own, title, preamble, agencies)
    assert [each.code for each in found if each.code != "G310"] == [], "G310: both report the year of the change"


def test_a_name_that_two_agencies_bear_is_nobodys(tmp_path: Path) -> None:
    two = other("示例县教育局") + other("示例县教育局").replace("content/other", "content/third")
    assert named(tmp_path, "示例县财政局", "示例县教育局2022年政府信息公开工作年度报告", agencies=two) == []


def test_another_agencys_name_may_stand_for_a_reason(tmp_path: Path) -> None:
    accept = "--- 2022/figures.yaml\n…\naccept:\n  - {rule: other-agency-named, at: title, reason: 由教育局编写}\n"
    finding = only(named(tmp_path, "示例县财政局", "示例县教育局2022年政府信息公开工作年度报告", agencies=other("示例县教育局") + accept))
    assert finding.accepted == "由教育局编写"
