"""G113."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped


@rule("G113", Severity.ERROR, over="fault", acceptable=False)
def missing_section(fault: Fault) -> Iterator[Finding]:
    """缺少规定的部分 / Missing section

    What it checks
        report.md 应有格式规定的六个部分，每部分以“## ”加标题开头。

        report.md must have the six sections of the form, each beginning with `## ` and its title.

    Why
        条例第五十条和统一格式规定了年度报告的内容；三张表也按这些标题放进页面。

        The regulation and the form say what a report contains, and the three tables stand below these titles.

    Wrong
        --- report.md
        一、总体情况

        本机关依法做好主动公开和依申请公开工作，加强政府信息管理和平台建设，开展监督考核。

        …

    Right
        --- report.md
        ## 一、总体情况

        本机关依法做好主动公开和依申请公开工作，加强政府信息管理和平台建设，开展监督考核。

        …

    How to mend it
        补上这一部分；标题单独成行，行首写“## ”（两个井号加一个空格）。没有内容的也要写明。

        Add the section; its title stands on a line of its own after `## `. Say so where there is nothing to report.

    Source
        《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号。
    """
    title, bare = fault.word("title"), clipped(fault.word("bare"))
    mend = (
        Text(f"把“{bare}”这一行改成“## {title}”，单独成行。", f"make the line “{bare}” read `## {title}`, on its own.")
        if bare
        else Text(f"补上一行“## {title}”，下面写这一部分的内容。", f"add the line `## {title}` and the section below it.")
    )
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"缺少“{title}”这一部分。", f"the section “{title}” is missing."),
        mend=mend,
        expected=f"## {title}",
        actual=bare or None,
    )
