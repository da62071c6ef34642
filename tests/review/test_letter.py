"""The 校核意见: what it says, and how it looks as text and as a page."""

import re
from pathlib import Path

import pytest
from samples import write_site

from giar_site.check import check_site
from giar_site.diagnostics import Text
from giar_site.model import Contact, Owner
from giar_site.review import Letter, as_html, as_text, letter_of
from giar_site.review.asked import asked_of_the_agency
from giar_site.review.text import COLUMNS
from giar_site.review.wrapping import wrapped
from giar_site.width import width

OWNER = Owner(organizer="某某市政务公开办", contact=Contact("公开科", "某路1号", "100000", "010-12345678", "a@example.gov.cn"))
WRONG = """\
form: 2021
applications:
  received: [1, 0, 0, 0, 0, 0, 3]
  …
disclosure:
  fees: [3万元]
  …
review_and_litigation:
  review: [1, 0, 0, 0, 2]
  direct_suits: [0, 0, 0, 0, ~]
  …
accept:
  - {rule: block-total-mismatch, at: review_and_litigation.review@total, reason: 公布时即如此}
"""


def letter(folder: Path, sample: str, language: str = "zh", owner: Owner = OWNER) -> Letter:
    """The letter on the one report of `sample`."""
    checked = check_site(write_site(folder, sample))
    [each] = checked.agencies
    return letter_of(each.agency, each.agency.reports[0], each.findings, owner, language)


def test_problems_stand_by_weight_and_are_numbered_through(tmp_path: Path) -> None:
    said = letter(tmp_path, WRONG)
    assert said.title == "关于某某市某某局2022年政府信息公开工作年度报告的校核意见"
    assert said.addressee == "某某市某某局："
    assert [(group.heading, [item.rule[:4] for item in group.items]) for group in said.groups] == [
        ("一、必须改正（4 处）", ["G201", "G203", "G203", "G109"]),
        ("二、建议核实（1 处）", ["G111"]),
        ("三、已说明（1 处）", ["G204"]),
    ]
    assert [item.number for group in said.groups for item in group.items] == [1, 2, 3, 4, 5, 6]
    assert said.verdict == "请改正第一部分各项，核实其余各项，改后再次报送。"


def test_an_item_says_where_both_values_and_what_to_do(tmp_path: Path) -> None:
    item = letter(tmp_path, WRONG).groups[0].items[0]
    assert item.where == "三、收到和处理政府信息公开申请情况，“一、本年新收政府信息公开申请数量 / 申请人情况·总计”"
    assert item.file == "figures.yaml 第3行"
    assert item.values == "报告所写：3；核对得出：1"
    assert item.mend != ""
    accepted = letter(tmp_path / "again", WRONG).groups[2].items[0]
    assert accepted.mend == "说明：公布时即如此"


def test_english_is_english_but_for_the_forms_own_words(tmp_path: Path) -> None:
    said = letter(tmp_path, WRONG, "en")
    assert [group.heading for group in said.groups] == ["To be corrected (4)", "To be verified (1)", "Explained (1)"]
    assert said.groups[0].items[0].file == "figures.yaml, line 3"
    assert said.groups[0].items[0].values == "written: 3; by our check: 1"
    assert said.contact == "Contact: 某某市政务公开办, 公开科, tel. 010-12345678, a@example.gov.cn, 某路1号, 100000"
    assert said.date == "Date: ____ - __ - __"


def test_the_equations_are_counted_as_they_come_out(tmp_path: Path) -> None:
    zh = "表内勾稽关系 42 条：37 条成立，3 条不成立，1 条不成立但已说明理由，1 条因有空白或读不出的数无法判断。"
    assert letter(tmp_path / "zh", WRONG).checked[1] == zh
    en = "Equations within the tables: 42; holding 37, failing 3, failing but explained 1, not to be judged for a blank or unreadable figure 1."
    assert letter(tmp_path / "en", WRONG, "en").checked[1] == en


def test_a_total_that_was_left_out_is_no_equation_that_holds(tmp_path: Path) -> None:
    said = letter(tmp_path, "review_and_litigation:\n  review: [1, 0, 0, 0]\n  …\n")
    assert "表内勾稽关系 41 条：41 条成立，0 条不成立；另有 1 项合计没有填写，由各项相加得出。" in said.checked


def test_nothing_wrong_is_said_so(tmp_path: Path) -> None:
    said = letter(tmp_path, "…\n")
    assert said.groups == ()
    assert said.verdict == "没有发现需要改正或核实的问题。"
    assert said.closing == ""
    assert said.checked[-1] == "必须改正 0 处，建议核实 0 处，提示 0 处。"


def test_only_warnings_ask_for_no_correction(tmp_path: Path) -> None:
    said = letter(tmp_path, "disclosure:\n  fees: [3万元]\n  …\n")
    assert said.verdict == "没有必须改正的问题，请核实上面各项。"
    assert said.groups[0].heading == "一、建议核实（1 处）"


def test_a_problem_in_the_prose_names_its_section(tmp_path: Path) -> None:
    said = letter(tmp_path, "--- report.md\n## 总体情况\n\n内容。\n")
    missing = [item for item in said.groups[0].items if item.rule.startswith("G113")]
    assert missing
    assert all(item.file.startswith("report.md") for item in missing)
    assert missing[0].where == "二、主动公开政府信息情况"


def test_what_has_no_row_or_section_is_told_by_its_part(tmp_path: Path) -> None:
    sample = "--- report.md\n---\npublished: 2022-05-01\n---\n…\n--- agency.yaml\nname: 局\nfoo: 1\n--- figures.yaml\nfoo: 1\n…\n"
    said = letter(tmp_path, sample)
    where = {item.rule[:4]: item.where for group in said.groups for item in group.items}
    assert where == {"G120": "机关信息", "G106": "表格", "G601": "报告文字"}
    english = letter(tmp_path / "en", sample, "en")
    assert {item.where for group in english.groups for item in group.items} == {"particulars of the agency", "tables", "text of the report"}


def test_the_letter_asks_for_nothing_in_files_that_the_agency_may_never_see(tmp_path: Path) -> None:
    sample = "--- 2021/figures.yaml\napplications:\n  received: [1, 0, 0, 0, 0, 0, 1]\n  carried_out: [1, 0, 0, 0, 0, 0, 1]\n  …\n--- 2022/figures.yaml\n…\n"
    checked = check_site(write_site(tmp_path, sample))
    [each] = checked.agencies
    said = letter_of(each.agency, each.agency.reports[1], each.findings, OWNER, "zh")
    [item] = [item for group in said.groups for item in group.items]
    assert item.mend == "对照台账，看是今年的上年结转有误，还是去年的结转有误；确实如此公布的，请书面说明理由。"
    assert said.closing == (
        "确实就是这样公布的，请书面说明理由；公布以后改动过的，请一并说明改了什么、为什么改。理由和更正会印在公开的报告页上。"
    )
    for told in (as_text(said), as_html(said)):
        assert "figures.yaml 第" in told
        assert "accept" not in told
        assert "corrections" not in told


@pytest.mark.parametrize(
    ("mend", "asked"),
    [
        (Text("改成 3；或者改成 4。", "write 3; or 4."), Text("改成 3；或者改成 4。", "write 3; or 4.")),
        (
            Text("核对日期；确实迟了的，在 accept: 中写明理由。", "check the date; where it was late, say why in accept:."),
            Text("核对日期；确实迟了的，请书面说明理由。", "check the date; where it was late, please explain in writing."),
        ),
        (
            Text("补上该年度的报告；别的写 accept:。", "add that year's report, or explain in accept: why there is none."),
            Text(
                "补上该年度的报告；确实如此公布的，请书面说明理由。",
                "add that year's report; where it really was published so, please explain in writing.",
            ),
        ),
        (
            Text("恢复公布时的数，或在 corrections: 里写更正。", "put the figures back, or write corrections:."),
            Text("恢复公布时的数。", "put the figures back."),
        ),
        (Text("核对网址；在 site.yaml 的 hosts: 里写上。", "check it; add it to hosts: in site.yaml."), Text("核对网址。", "check it.")),
        (Text("补上一行“name: …”。", "add the line `name: …`."), Text("", "")),
        (
            Text("以 http:// 开头；放进 files/。", "begin with http://; put it into files/."),
            Text("以 http:// 开头。", "begin with http://."),
        ),
    ],
)
def test_what_an_agency_is_asked_leaves_out_what_only_concerns_files(mend: Text, asked: Text) -> None:
    assert asked_of_the_agency(mend) == asked


def test_without_an_owner_the_contact_is_left_to_the_hand(tmp_path: Path) -> None:
    assert letter(tmp_path, "…\n", owner=Owner()).contact == "联系人：＿＿＿＿＿＿＿＿　　电话：＿＿＿＿＿＿＿＿"
    assert "Telephone: ___" in letter(tmp_path / "en", "…\n", "en", Owner()).contact
    assert letter(tmp_path / "under", "…\n", owner=Owner(undertaker="承办")).contact == "联系：承办"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_text_fits_a_terminal_and_says_everything(tmp_path: Path, language: str) -> None:
    said = letter(tmp_path, WRONG, language)
    text = as_text(said)
    assert max(width(line) for line in text.split("\n")) <= COLUMNS
    joined = re.sub(r"\s", "", text)
    for group in said.groups:
        for item in group.items:
            for part in (item.found, item.where, item.file, item.values, item.mend, item.rule):
                assert re.sub(r"\s", "", part) in joined
    assert text.endswith(said.date + "\n")


def test_nothing_that_commands_a_terminal_is_printed(tmp_path: Path) -> None:
    said = letter(tmp_path, '--- agency.yaml\nname: "某\\u202e局\\u001b[2J"\n')
    assert not set(as_text(said)) & set("\u202e\x1b")


def test_no_private_number_is_sent_around(tmp_path: Path) -> None:
    number = "13812345678"
    said = letter(
        tmp_path,
        WRONG.replace("公布时即如此", f"问张三，手机{number}")
        + f"--- agency.yaml\nname: 某局 手机{number}\n--- report.md\n---\ntitle: 手机{number}\n---\n联系人手机{number}。\n\n…\n",
    )
    assert number not in as_text(said)
    assert number not in as_html(said)
    assert "138****5678" in said.title


def test_the_page_is_one_file_without_script_and_escapes_what_agencies_wrote(tmp_path: Path) -> None:
    said = letter(tmp_path, WRONG + "--- agency.yaml\nname: <script>alert(1)</script>\n")
    page = as_html(said)
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert not re.search(r"(?:src|href)=|url\(|@import", page)
    assert [int(start) for start in re.findall(r'<ol start="(\d+)">', page)] == [1, 5, 6]
    assert '<html lang="en">' in as_html(letter(tmp_path / "en", WRONG, "en"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ["> "]),
        ("中文字", ["> 中文", "  字"]),
        ("中文。字", ["> 中", "  文。", "  字"]),
        ("中（文字", ["> 中", "  （文", "  字"]),
        ("ab cd ef", ["> ab", "  cd", "  ef"]),
        ("abcdefghij", ["> abcdefghij"]),
    ],
)
def test_lines_break_as_chinese_does(text: str, lines: list[str]) -> None:
    assert [line.rstrip() for line in wrapped(text, 6, "> ", "  ")] == [line.rstrip() for line in lines]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_private_number_of_whom_to_ask_is_masked(tmp_path: Path, language: str) -> None:
    owner = Owner(organizer="公开办13987654321", contact=Contact("科13987654321", "路13987654321", "1", "13987654321", "13987654321@a.cn"))
    said = letter(tmp_path, "…\n", language, owner).contact
    assert "13987654321" not in said
    assert said.count("139****4321") == 5
