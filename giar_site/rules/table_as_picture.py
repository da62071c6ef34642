"""G606."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Attachment, Link, LinkKind, Report, in_prose
from giar_site.rules.wording import clipped

_TABLE = re.compile("(?:统计|情况|附|报|一览|明细|汇总|数据|登记)表(?![明示现达彰])|表格|table", re.IGNORECASE)
_CHART = re.compile("饼图|柱|折线|趋势|曲线|示意|流程|图解|一图|二维码|照片|截图|漫画|海报|chart", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:png|jpe?g)", re.IGNORECASE)


@rule("G606", Severity.WARNING, over="report")
def table_as_picture(report: Report) -> Iterator[Finding]:
    """表格做成了图片 / Table as a picture

    What it checks
        二、三、四部分（三张表）里不要放图片，别处的图片也不要是统计表、情况表、附表之类的表格。

        The sections of the three tables hold no pictures, and pictures elsewhere are no tables, by their words or file names.

    Why
        图片里的数字不能检索、复制、朗读，也没有人能核对；三张表由 figures.yaml 自动排出，不需要图片。

        Numbers in a picture cannot be searched, copied, read aloud or checked; the three tables are set from figures.yaml.

    Wrong
        --- report.md
        ## 三、收到和处理政府信息公开申请情况

        ![申请情况表](files/table.png)

        …
        --- files/table.png (PNG)

    Right
        --- report.md
        ## 三、收到和处理政府信息公开申请情况

        内容。

        …

    How to mend it
        数字写进 figures.yaml，去掉图片；别的表格在正文里用 Markdown 表格写，或附上 csv、xlsx 文件。

        Write the numbers into figures.yaml and take the picture out; other tables are written in Markdown or attached as csv or xlsx.

    Source
        《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号）；《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）。
    """
    tables = {section.key: section.title for section in report.figures.form.sections if section.table}
    for link in report.links:
        if link.kind is LinkKind.PICTURE:
            words = f"{link.words} {unquote(link.address)}"
            if _TABLE.search(words):
                yield _shown(report, link, Text("看名称是一张表格", "is a table, by its name"))
            elif link.section in tables and not _CHART.search(words):
                title = tables[link.section]
                yield _shown(
                    report,
                    link,
                    Text(f"在“{title}”里，这里的表由 figures.yaml 排出", f"stands in “{title}”, whose table is set from figures.yaml"),
                )
    for attachment in report.metadata.attachments:
        if attachment.listed and _PICTURE.search(attachment.file) and _TABLE.search(f"{attachment.title} {attachment.file}"):
            yield _attached(report, attachment)


def _shown(report: Report, link: Link, why: Text) -> Finding:
    name = clipped(unquote(link.address))
    return _finding(in_prose(report.agency, report.year, link.section, link.start, link.end), name, why)


def _attached(report: Report, attachment: Attachment) -> Finding:
    at = Address(report.agency, report.year, "report", f"attachments.{attachment.number}")
    return _finding(
        at, clipped(attachment.file), Text(f"是附件“{clipped(attachment.title)}”", f"is the attachment “{clipped(attachment.title)}”")
    )


def _finding(at: Address, name: str, why: Text) -> Finding:
    return Finding(
        at=at,
        message=Text(
            f"图片“{name}”{why.zh}；图片里的数字不能检索、朗读，也无法核对。",
            f"picture “{name}” {why.en}; numbers in a picture cannot be searched, read aloud or checked.",
        ),
        mend=Text(
            "数字写进 figures.yaml 或 Markdown 表格，去掉图片；也可以附上 csv、xlsx 文件。",
            "write the numbers into figures.yaml or a Markdown table and take the picture out, or attach a csv or xlsx file.",
        ),
        actual=name,
    )
