"""G113 to G117: the sections of report.md, its links and its tags."""

from pathlib import Path

import pytest
from checking import check_sample, only


def test_a_missing_section_is_asked_for_by_its_title(tmp_path: Path) -> None:
    prose = "".join(f"## {title}\n\n{TOLD}\n\n" for title in TITLES if not title.startswith("五"))
    finding = only(check_sample(tmp_path, f"--- report.md\n{prose}"))
    assert finding.code == "G113"
    assert "补上一行“## 五、存在的主要问题及改进情况”" in finding.mend.zh
    assert finding.place.line == 0


TOLD = "本机关依法做好主动公开和依申请公开工作，加强政府信息管理和平台建设，开展监督考核，没有收取信息处理费。"
TITLES = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


@pytest.mark.parametrize("line", ["一、总体情况", "### 一、总体情况", "**一、总体情况**", "##一、总体情况"])
def test_a_line_that_looks_like_the_title_is_pointed_at(tmp_path: Path, line: str) -> None:
    sample = "--- report.md\n开头。\n\n" + line + "\n\n" + "".join(f"## {title}\n\n{TOLD}\n\n" for title in TITLES[1:])
    finding = only(check_sample(tmp_path, sample))
    assert finding.code == "G113"
    assert finding.place.line == 3
    assert finding.actual == line.removeprefix("### ")
    assert "改成“## 一、总体情况”" in finding.mend.zh


def test_of_two_lines_the_one_more_like_the_title_is_pointed_at(tmp_path: Path) -> None:
    prose = f"## {TITLES[0]}\n\n### （一）主动公开政府信息情况\n\n内容。\n\n{TITLES[1]}\n\n"
    found = check_sample(tmp_path, "--- report.md\n" + prose + "".join(f"## {title}\n\n内容。\n\n" for title in TITLES[2:]))
    finding = only([each for each in found if each.code == "G113"])
    assert (finding.place.line, finding.actual) == (7, TITLES[1])


def test_a_misnamed_heading_is_one_fault_and_asks_which_was_meant(tmp_path: Path) -> None:
    prose = "".join(f"## {title}\n\n{TOLD}\n\n" for title in TITLES).replace(
        "## 五、存在的主要问题及改进情况", "## 五、存在的主要问题及改进状况"
    )
    finding = only(check_sample(tmp_path, f"--- report.md\n{prose}"))
    assert (finding.code, finding.expected) == ("G114", "五、存在的主要问题及改进情况")
    assert "是不是“五、存在的主要问题及改进情况”？" in finding.message.zh


def test_a_section_under_two_of_its_names_is_repeated(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- report.md\n…\n## 五、存在的主要问题和改进情况\n\n内容。\n"))
    assert finding.code == "G115"
    assert "“五、存在的主要问题和改进情况”这一部分（五、存在的主要问题及改进情况）前面已经写过" in finding.message.zh


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///D:/年报.docx", "/etc/passwd", "data:text/html,x", "vbscript:x", "https://a@b/"]
)
def test_a_link_that_cannot_be_used_is_quoted_where_it_stands(tmp_path: Path, address: str) -> None:
    finding = only(check_sample(tmp_path, f"--- report.md\n开头。\n\n详见[这里]({address})。\n\n…\n"))
    assert finding.code == "G116"
    assert finding.actual == address
    assert finding.place[1:] == (3, 8, len(address))


@pytest.mark.parametrize("address", ["https://example.cn/a.png", "图片.png", "files/../图.png"])
def test_a_picture_must_be_the_reports_own(tmp_path: Path, address: str) -> None:
    finding = only(check_sample(tmp_path, f"--- report.md\n![图]({address})\n\n…\n"))
    assert finding.code == "G116"
    assert "在本报告的 files/ 里" in finding.message.zh
    assert finding.place[1:3] == (1, 6)


def test_an_address_that_markdown_rewrote_is_still_reported(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- report.md\n[a](file:///D:/\\(年\\).docx)\n\n…\n"))
    assert finding.actual == "file:///D:/(年).docx"


@pytest.mark.parametrize("tag", ["<b>", "</table>", "<script>", "<!--", '<img src="x">'])
def test_a_tag_is_shown_and_warned_of(tmp_path: Path, tag: str) -> None:
    finding = only(check_sample(tmp_path, f"--- report.md\n全年{tag}公开。\n\n…\n"))
    assert (finding.code, finding.severity, finding.actual) == ("G117", "warning", tag)
