"""G416."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Passage, Report
from giar_site.prose import told_in
from giar_site.rules.wording import clipped


@rule("G416", Severity.WARNING, over="report")
def empty_section(report: Report) -> Iterator[Finding]:
    """这一部分没有内容 / Empty section

    What it checks
        总体情况、存在的主要问题及改进情况应当有实际内容，不能空着，也不能只写“无”。

        The overview and the section on problems must say something; they may neither be empty nor read just “none”.

    Why
        条例规定年度报告要写明工作情况、存在的主要问题和改进情况；只写一个“无”等于没有报告。

        The regulation wants the report to tell of the work, its problems and their improvement; a mere “none” reports nothing.

    Wrong
        --- report.md
        ## 五、存在的主要问题及改进情况

        无。

        …

    Right
        --- report.md
        ## 五、存在的主要问题及改进情况

        信息更新还不够及时，下一步将建立每周巡查制度。

        …

    How to mend it
        写明这一年的实际情况；问题写一两条，改进写做了什么、打算怎么做。

        Tell what the year was like; name a problem or two, and what was done or will be done about them.

    Source
        《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号。
    """
    least = {section.key: section.least for section in report.figures.form.sections}
    for passage in report.sections:
        said = told_in(report, passage.key)
        if said.says_nothing(least[passage.key]) if said else least[passage.key]:
            yield _finding(report, passage, clipped(said.text.strip()) if said else "")


def _finding(report: Report, passage: Passage, words: str) -> Finding:
    written = Text(f"只写了“{words}”", f"says only “{words}”") if words else Text("没有内容", "is empty")
    return Finding(
        at=Address(report.agency, report.year, "report", passage.key),
        message=Text(f"“{clipped(passage.heading)}”{written.zh}。", f"the section “{clipped(passage.heading)}” {written.en}."),
        mend=Text("写明这一年的实际情况。", "tell what the year was really like."),
        actual=words,
    )
