"""G419 to G422: doubled words, blanks of a template, numbers out of order, and parts announced."""

from pathlib import Path

import pytest
from checking import check_sample, only
from narrating import TOLD, marked, told

from giar_site.rules.words_said_once import WORDS_SAID_ONCE


def after(words: str) -> str:
    """The problems of a sound report and something more."""
    return TOLD["problems"] + words


@pytest.mark.parametrize(
    ("words", "twice"),
    [
        ("群众的的满意度", "的的"),
        ("解决了了。", "了了"),
        ("问题是是宣传不够", "是是"),
        ("我局我局加强培训", "我局我局"),
        ("进一步进一步提高", "进一步进一步"),
        ("有关情况已经已经公布", "已经已经"),
        ("政府信息信息公开", "信息信息"),
        ("政府信息公开公开工作", "公开公开"),
        ("政府信息公开政府信息公开工作", "政府信息公开政府信息公开"),
        ("完成。。", "。。"),
        ("及时，，准确", "，，"),
        ("甲、、乙", "、、"),
        ("甲；；乙", "；；"),
        ("甲：：乙", "：："),
        ("完成，。", "，。"),
        ("完成。，再", "。，"),
        ("完成、。", "、。"),
        ("完成；。", "；。"),
        ("完成：。", "：。"),
        ("完成。、", "。、"),
        ("完成。；", "。；"),
    ],
)
def test_what_stands_there_twice_is_pointed_at(tmp_path: Path, words: str, twice: str) -> None:
    finding = only(told(tmp_path, problems=after(words)))
    once = twice[len(twice) // 2 :]
    assert (finding.code, finding.severity, marked(tmp_path, finding)) == ("G419", "warning", twice)
    assert finding.message == (f"“{twice}”重复了。", f"“{twice}” stands there twice.")
    assert finding.mend == (f"改成“{once}”。", f"write “{once}”.")
    assert (finding.expected, finding.actual) == (once, twice)


@pytest.mark.parametrize(
    "words",
    [
        "为了了解情况，看得清清楚楚，的的确确，是是非非，不甚了了。",
        "谢谢，人人参与，一一答复，逐步推进，家家户户都知道。",
        "在政府信息公开公开栏张贴，主动公开公开属性为公开的文件，依申请公开公开指南。",
        "信息信息化水平提高，市政府政府信息公开工作，市政府办公室办公室主任。",
        "等等……还有。。。",
        "于是是否公开由集体决定。",
        "大家研究研究、讨论讨论、学习学习、商量商量、了解了解、考虑考虑，一项一项办，逐步逐步推进。",
        "人民政府政府信息公开，依法行政行政执法，惠民政策政策解读，2022年度年度报告，收到申请申请人材料，安全生产生产安全事故。",
        "一次性通过通过率，提高全面全面性。",
        "涉及及时公开、参与与监督、合并并入、以及及时答复。",
    ],
)
def test_what_is_rightly_said_twice_is_not(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, problems=after(words)) == []


@pytest.mark.parametrize("word", WORDS_SAID_ONCE)
def test_each_word_that_is_said_once_is_found_twice(tmp_path: Path, word: str) -> None:
    assert only(told(tmp_path, problems=after(f"情况{word}{word}。"))).actual == 2 * word


def test_no_word_is_listed_twice() -> None:
    assert len(WORDS_SAID_ONCE) == len(set(WORDS_SAID_ONCE))


def test_a_doubled_word_may_stand_for_a_reason(tmp_path: Path) -> None:
    assert only(told(tmp_path, problems=after("的的"), accept="doubled-word, problems")).accepted == "原报告如此"


@pytest.mark.parametrize(
    ("words", "blank"),
    [
        ("与XX局联合检查", "XX局"),
        ("与××局联合检查", "××局"),
        ("在ＸＸ县开展", "ＸＸ县"),
        ("XXXX年继续", "XXXX年"),
        ("xx年度", "xx年度"),
        ("X月X日召开", "X月"),
        ("简报XX期", "XX期"),
        *(
            (f"完成XX{unit}", f"XX{unit}")
            for unit in ("件", "份", "场", "篇", "起", "部", "项", "家", "名", "批", "宗", "例", "册", "万元")
        ),
        ("收到____件", "____"),
        ("收到＿＿件", "＿＿"),
        ("【请填写】", "【请填写】"),
        ("【 】", "【 】"),
        ("[此处写情况]", "[此处写情况]"),
        ("（此处填写工作情况）", "（此处填写工作情况）"),
        ("(示例)", "(示例)"),
        ("收到（ ）件", "（ ）"),
        ("问题：此处省略", "此处省略"),
        ("具体情况待补充。", "待补充"),
        ("{agency}开展", "{agency}"),
        ("{{ name }}", "{{ name }}"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
    ],
)
def test_a_blank_of_a_template_is_pointed_at(tmp_path: Path, words: str, blank: str) -> None:
    finding, *more = told(tmp_path, problems=after(words))
    assert [each.actual for each in more] == (["X日"] if "X日" in words else [])
    assert (finding.code, finding.severity, marked(tmp_path, finding)) == ("G420", "warning", blank)
    assert finding.message == (f"“{blank}”像是模板里没有填的空位。", f"“{blank}” looks like a blank of a template.")
    assert finding.mend == ("填上实际的内容，删去提示的话。", "fill in what is meant and delete the hint.")
    assert finding.actual == blank


@pytest.mark.parametrize(
    "words",
    [
        "使用统一的答复文书模板，公布办事示例，推广“XX通”应用。",
        "公布“××局行政处罚案”，印发《XX局公开办法》。",
        "购买XXL号工作服，编号为AXX1，乘坐X2路。",
        "见[附件](https://www.example.gov.cn/)（此件公开发布）。",
        "（一）待办事项补充说明。",
    ],
)
def test_what_is_no_blank_is_not(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, problems=after(words)) == []


@pytest.mark.parametrize("words", ["“甲”XX局“乙”", "《甲》XX局《乙》", "“甲XX局", "XX局”乙", "“甲\n\nXX局\n\n乙”", "“甲\n\nXX局”"])
def test_only_between_two_marks_of_one_line_is_it_quoted(tmp_path: Path, words: str) -> None:
    assert only(told(tmp_path, problems=after(words))).code == "G420"


def test_a_blank_in_the_title_is_shown(tmp_path: Path) -> None:
    finding = only(told(tmp_path, title="XX局政府信息公开工作年度报告"))
    assert (finding.code, finding.at.item, finding.place.line, finding.actual) == ("G420", "title", 2, "XX局")


def test_a_blank_may_stand_for_a_reason(tmp_path: Path) -> None:
    assert only(told(tmp_path, problems=after("XX局"), accept="template-leftover, problems")).accepted == "原报告如此"


def test_a_number_twice_is_pointed_at_and_the_first_named(tmp_path: Path) -> None:
    finding = only(told(tmp_path, problems=after("\n\n（一）甲。\n\n（二）乙。\n\n（二）丙。\n\n（三）丁。")))
    assert (finding.code, finding.severity, marked(tmp_path, finding), finding.place.line) == ("G421", "warning", "（二）", 11)
    assert finding.message == ("有两个“（二）”。", "there are two “（二）”.")
    assert finding.mend == (
        "改正这里或后面的序号，或补上漏掉的一段。",
        "correct the number here and below, or add the paragraph that was lost.",
    )
    assert (finding.actual, finding.at.item, finding.related[0]) == ("（二）", "problems:35-38", finding.at._replace(item="problems:28-31"))


def test_a_number_left_out_is_told_with_the_one_before(tmp_path: Path) -> None:
    finding = only(told(tmp_path, problems=after("一是甲；二是乙；**四是丁**。")))
    assert marked(tmp_path, finding) == "四是"
    assert finding.message == ("“二是”后面是“四是”。", "“二是” is followed by “四是”.")


def test_numbers_are_counted_in_each_section_by_itself_and_in_the_preamble(tmp_path: Path) -> None:
    assert told(tmp_path / "a", overview=TOLD["overview"] + "\n\n（一）甲。", problems=after("\n\n（三）乙。")) == []
    assert only(told(tmp_path / "b", "（一）甲。\n\n（三）乙。")).at.item == "preamble:7-10"


def test_below_a_table_the_forms_own_numbers_may_stand_out_of_order(tmp_path: Path) -> None:
    sample = "--- report.md\n## 二、主动公开政府信息情况\n\n（一）规章。\n\n（五）许可。\n\n…\n"
    assert check_sample(tmp_path, sample) == []


def test_a_slip_may_stand_for_a_reason(tmp_path: Path) -> None:
    assert only(told(tmp_path, problems=after("一是甲；三是丙。"), accept="wrong-numbering, problems")).accepted == "原报告如此"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("G419", "群众的的满意度。"),
        ("G420", "与XX局联合检查。"),
        ("G421", "（九）甲。"),
        ("G418", "信息处理费125元。"),
        ("G411", "统计期限为1月1日至3月1日的本报告。"),
    ],
)
def test_twenty_of_a_kind_in_a_passage_are_enough(tmp_path: Path, code: str, words: str) -> None:
    assert [finding.code for finding in told(tmp_path, problems=after(words * 30))] == [code] * 20


LISTED = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项"
ALL = LISTED.replace("申请情况、", "申请情况、政府信息公开行政复议、行政诉讼情况、")


def test_five_announced_of_six_are_told_with_what_is_not_listed(tmp_path: Path) -> None:
    finding = only(told(tmp_path, f"本报告由{LISTED}等五部分组成。"))
    assert (finding.code, finding.severity, marked(tmp_path, finding)) == ("G422", "warning", "五部分")
    assert finding.message == (
        "开头说报告有“五部分”，格式规定的是 6 个部分，没有列出“四、政府信息公开行政复议、行政诉讼情况”。",
        "the preamble speaks of “五部分”, the form has 6 parts; “四、政府信息公开行政复议、行政诉讼情况” is not listed.",
    )
    assert finding.mend == ("改正数目，补上漏列的部分。", "correct the number and add what was left out.")
    assert (finding.expected, finding.actual) == ("6", "五部分")


@pytest.mark.parametrize(
    ("preamble", "words"),
    [
        ("本报告由七个部分组成。", "七个部分"),
        ("年度报告共分5部分。", "5部分"),
        (f"本报告包括{LISTED}共五个部分。", "五个部分"),
        (f"本报告分五部分，包括业务概述、{LISTED}。", "五部分"),
        (f"本报告包括{LISTED}、附件，共七大部分。", "七大部分"),
    ],
)
def test_a_wrong_number_is_found_and_an_unknown_list_left_alone(tmp_path: Path, preamble: str, words: str) -> None:
    finding = only(told(tmp_path, preamble))
    assert marked(tmp_path, finding) == words
    known = "包括" + LISTED + "共" in preamble
    assert finding.message.zh == f"开头说报告有“{words}”，格式规定的是 6 个部分" + (
        "，没有列出“四、政府信息公开行政复议、行政诉讼情况”。" if known else "。"
    )
    assert finding.message.en == f"the preamble speaks of “{words}”, the form has 6 parts" + (
        "; “四、政府信息公开行政复议、行政诉讼情况” is not listed." if known else "."
    )


def test_six_announced_and_five_listed_are_found(tmp_path: Path) -> None:
    assert "没有列出“四、" in only(told(tmp_path, f"本报告由{LISTED}六部分组成。")).message.zh


def test_two_parts_by_name_are_a_list(tmp_path: Path) -> None:
    finding = only(told(tmp_path, "本报告由总体情况、其他需要报告的事项等六部分组成。"))
    assert finding.message.zh.endswith(
        "没有列出“二、主动公开政府信息情况”、“三、收到和处理政府信息公开申请情况”、"
        "“四、政府信息公开行政复议、行政诉讼情况”、“五、存在的主要问题及改进情况”。"
    )


@pytest.mark.parametrize(
    "preamble",
    [
        "本报告由六部分组成。",
        f"本报告由“业务概述”、“{LISTED}”六部分组成。",
        f"本报告由“{LISTED}”、“附件”六部分组成。",
        f"本报告由业务概述，{LISTED}六部分组成。",
        f"本报告由业务概述,{LISTED}六部分组成。",
        f"本报告由{ALL}六个部分组成。",
        "报告由“" + "”“".join(ALL.replace("复议、行政", "复议+行政").split("、")).replace("+", "、") + "”六个部分组成。",
        f"本报告由业务概述、{LISTED}六部分组成。",
        f"本报告由{LISTED}、附件六部分组成。",
        "本报告由总体情况，以及本年统计的其他需要报告的事项等六部分组成。",
        "本报告是工作的一部分，第二部分为表格。",
        "条例由六章组成，其中三部分涉及公开。",
        "本报告的十十部分组成。",
    ],
)
def test_six_or_what_is_no_announcement_is_not(tmp_path: Path, preamble: str) -> None:
    assert told(tmp_path, preamble) == []


def test_a_mismatch_may_stand_for_a_reason(tmp_path: Path) -> None:
    finding = only(told(tmp_path, "本报告由五部分组成。", accept="announced-parts-mismatch, preamble"))
    assert finding.accepted == "原报告如此"
