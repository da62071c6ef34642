"""G420."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Report
from giar_site.prose import told
from giar_site.rules.wording import MOST_SLIPS, clipped

# Two characters that every blank begins with: looked for first, which is many times faster than the whole pattern.
_SIGN: Final = re.compile(r"[Xx×Ｘｘ_＿（(待此Ll【\[{](?:(?<=[【\[{]).|[Xx×Ｘｘ年月日_＿此请填待示样模范）) 　处补o])")
_LEFTOVER: Final = re.compile(
    r"(?<![A-Za-z0-9Ｘｘ×])(?:[Xx]{2,}|[Ｘｘ]{2,}|×{2,}|[X×Ｘ](?=[年月日]))"
    r"(?:年度?|月|日|[省市县区旗州乡镇](?:人民政府)?|街道|局|委|办|厅|单位|部门|机关|件|条|次|个|期|份|场|篇|起|部|项|家|名|批|宗|例|册|万?元|[%％])"
    r"|_{3,}|＿{2,}"
    r"|【\s*】|\[\s+\]|[【\[](?:(?:请|此处|填|待)[^】\]\n]{0,40})[】\]]"
    r"|[（(](?:此处|请填|请在|请写|请补|待填|待补|填写|示例|样本|模板|范本|模版)[^（）()\n]{0,40}[）)]"
    r"|[（(]\s*[）)](?=[年月日件条次个份万元])"
    r"|此处(?:填写|插入|补充|省略)|待(?:填写|补充)(?=[。；，\n]|$)"
    r"|\{{1,2}\s*[a-z_]+\s*\}{1,2}"
    r"|(?i:lorem\s+ipsum)"
)


_LONGEST_QUOTE: Final = 200


@rule("G420", Severity.WARNING, over="report")
def template_leftover(report: Report) -> Iterator[Finding]:
    """模板文字没有改 / Template left over

    What it checks
        正文和标题里不应有模板留下的空位：XX局、××年、＿＿、【请填写】、（此处……）、{agency}。引号和书名号里的不算。

        The prose and the title should hold no blanks of a template, such as XX局, ××年, ＿＿, 【请填写】, （此处…） or {agency}; those inside
        quotation marks or titles do not count.

    Why
        空位没有填，报告就不完整，也说明是套用的模板。

        A blank that was not filled in leaves the report incomplete and shows that a template was used.

    Wrong
        --- report.md
        ## 五、存在的主要问题及改进情况

        XX局信息公开的及时性还不够，下一步将建立每周巡查制度。

        …

    Right
        --- report.md
        ## 五、存在的主要问题及改进情况

        我局信息公开的及时性还不够，下一步将建立每周巡查制度。

        …

    How to mend it
        填上实际的名称或数字，删去提示的话。

        Fill in the real name or number and delete the hint.

    Source
        《党政机关公文处理工作条例》第十九条：内容真实、表述准确。
    """
    for match in _leftovers(report.metadata.title):
        yield _finding(Address(report.agency, report.year, "report", "title"), match[0])
    for passage in told(report):
        for match in islice(_leftovers(passage.text), MOST_SLIPS):
            yield _finding(passage.at(*match.span()), match[0])


def _leftovers(text: str) -> Iterator[re.Match[str]]:
    if _SIGN.search(text):
        for match in _LEFTOVER.finditer(text):
            if not any(_inside(text, match.start(), marks) for marks in ("“”", "《》")):
                yield match


def _inside(text: str, at: int, marks: str) -> bool:
    """True between two of the marks on one line: there a name may be hidden on purpose."""
    opened = text.rfind(marks[0], max(0, at - _LONGEST_QUOTE), at)
    closed = text.find(marks[1], at, at + _LONGEST_QUOTE)
    return opened >= 0 <= closed and not {marks[1], "\n"} & set(text[opened:at]) and "\n" not in text[at:closed]


def _finding(at: Address, left: str) -> Finding:
    return Finding(
        at=at,
        message=Text(f"“{clipped(left)}”像是模板里没有填的空位。", f"“{clipped(left)}” looks like a blank of a template."),
        mend=Text("填上实际的内容，删去提示的话。", "fill in what is meant and delete the hint."),
        actual=clipped(left),
    )
