"""What is no report is refused, with what was looked for and what was found of it."""

import pytest

from giar_site.importers.document import Document, Grid, GridCell, Paragraph, Refused, Spot
from giar_site.importers.readers import markdown, text
from giar_site.importers.recognise.report import recognise

NEWS = "市政府召开常务会议\n发布时间：2023-05-06 来源：政府办\n5月5日，市长主持召开常务会议，研究政务公开等工作。会议听取了3件事项的汇报。\n扫一扫在手机打开当前页\n"
BUDGET = "2023年部门预算公开表\n单位：万元\n| 项目 | 预算数 | 决算数 |\n| --- | --- | --- |\n| 一般公共预算 | 1200.5 | 1180.2 |\n| 其他 | 12 | 8 |\n| 总计 | 1212.5 | 1188.2 |\n"
FOIA = "Annual FOIA Report 2023\nI. Basic information\nV. FOIA requests\nReceived | Processed | Pending\n120 | 118 | 2\nVI. Administrative appeals\nUpheld | Reversed | Other | Total\n1 | 0 | 0 | 1\n"
WORK_REPORT = "政府工作报告\n一、2022年工作回顾\n过去一年，全市生产总值增长5.2%。\n二、2023年工作安排\n坚持稳中求进。\n三、加强政府自身建设\n主动公开政府信息3925条。\n"
LISTED_COMPANY = "某某股份有限公司2023年年度报告\n一、重要提示\n二、公司简介和主要财务指标\n营业收入 | 1,234,567 | 1,100,000\n净利润 | 98,765 | 87,654\n三、管理层讨论与分析\n四、公司治理\n五、其他事项\n总计 | 10 | 20\n"
STATISTICS = (
    "行政处罚统计表\n| 部门 | 行政许可 | 行政处罚 | 行政强制 |\n| --- | --- | --- | --- |\n| 公安局 | 5 | 6 | 7 |\n| 城管局 | 1 | 2 | 3 |\n"
)
GUIDE = "政府信息公开指南\n一、主动公开\n二、依申请公开\n申请人可以是公民、法人或者其他组织。\n三、监督方式\n联系电话：0595-22355663\n"
REGULATION = "中华人民共和国政府信息公开条例\n第二十条 行政机关应当主动公开下列政府信息：\n（一）行政法规、规章和规范性文件；\n（五）行政许可的依据；\n（六）行政处罚、行政强制的依据；\n（八）行政事业性收费项目；\n（九）政府集中采购项目；\n第四十九条 县级以上人民政府部门应当在每年1月31日前公布年度报告。\n"
TITLES_ONLY = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n"
SUMMARY_2016 = "某某市2016年政府信息公开工作年度报告\n一、概述\n2016年，全市主动公开信息3000条。\n二、主动公开情况\n公开规范性文件12件。\n三、依申请公开情况\n受理申请5件。\n四、复议、诉讼情况\n行政复议1件。\n"
NUMBERS = "\n".join(str(number) for number in range(300))
NOTICE = "关于报送2023年政府信息公开工作年度报告的通知\n各镇人民政府：\n请于1月20日前报送年度报告，格式见附件。\n附件：年度报告格式.docx\n"
SAMPLES = {
    "a news page": NEWS,
    "another country's form": FOIA,
    "a work report without tables": WORK_REPORT,
    "the annual report of a listed company": LISTED_COMPANY,
    "a guide to disclosure": GUIDE,
    "the regulation itself": REGULATION,
    "a report's titles without its tables": TITLES_ONLY,
    "a report from before the form": SUMMARY_2016,
    "numbers only": NUMBERS,
    "a notice that asks for the report": NOTICE,
    "one word": "无",
    "a poem": "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n",
    "lines of bars": "|||\n" * 40,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_text_that_is_no_report_is_refused(name: str) -> None:
    with pytest.raises(Refused) as refused:
        recognise(text.read(SAMPLES[name].encode()))
    assert "一、总体情况" in refused.value.reason.zh
    assert "section titles" in refused.value.reason.en


@pytest.mark.parametrize("sample", [BUDGET, STATISTICS], ids=["a budget", "statistics of administrative acts"])
def test_a_table_that_is_not_of_the_form_is_no_report(sample: str) -> None:
    with pytest.raises(Refused):
        recognise(markdown.read(sample.encode()))


def test_an_empty_document_is_no_report() -> None:
    with pytest.raises(Refused, match="none was found"):
        recognise(Document("text", ()))


def test_a_table_without_section_titles_is_no_report() -> None:
    cells = tuple(GridCell(word, 0, at, Spot()) for at, word in enumerate(("自然人", "商业企业", "科研机构", "总计")))
    with pytest.raises(Refused):
        recognise(Document("html", (Grid(cells, Spot()),)))


def test_what_was_found_of_a_report_is_said() -> None:
    blocks = tuple(Paragraph(line, Spot()) for line in TITLES_ONLY.splitlines())
    with pytest.raises(Refused) as refused:
        recognise(Document("text", blocks))
    assert "只认出标题：一、总体情况、" in refused.value.reason.zh


def test_a_report_without_titles_is_refused_with_what_to_write_where() -> None:
    with pytest.raises(Refused) as refused:
        recognise(text.read(NEWS.encode()))
    assert refused.value.reason.zh.endswith(
        "请在原文里补上缺的标题，每个标题单独一行，写在它那一部分内容或表格的上面，再导入："
        "一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；"
        "五、存在的主要问题及改进情况；六、其他需要报告的事项"
    )


def test_only_the_titles_that_are_missing_are_asked_for() -> None:
    with pytest.raises(Refused) as refused:
        recognise(text.read(TITLES_ONLY.replace("三、收到和处理政府信息公开申请情况\n", "").encode()))
    assert refused.value.reason.zh.endswith("再导入：三、收到和处理政府信息公开申请情况")


def test_where_all_titles_are_there_the_tables_are_what_is_missing() -> None:
    with pytest.raises(Refused, match="tables may be pictures") as refused:
        recognise(text.read(TITLES_ONLY.encode()))
    assert "三张表可能是图片" in refused.value.reason.zh
