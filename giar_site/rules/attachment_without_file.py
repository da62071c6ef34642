"""G603."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Report
from giar_site.rules.wording import clipped


@rule("G603", Severity.WARNING, over="report")
def attachment_without_file(report: Report) -> Iterator[Finding]:
    """附件只有名称 / Attachment without file

    What it checks
        report.md 的 attachments: 里列出的附件，都要有文件（file）。

        Every attachment listed in report.md must have a `file`.

    Why
        读者看到附件的名称却打不开，等于没有公布。

        Readers see the name of something that they cannot open.

    Wrong
        --- report.md
        ---
        attachments:
          - {title: 政务公开工作统计表.docx}
        ---
        …

    Right
        --- report.md
        ---
        attachments:
          - {title: 政务公开工作统计表, file: 统计表.csv}
        ---
        …
        --- files/统计表.csv
        项目,件数

    How to mend it
        把文件放进年度文件夹的 files/，写上 file；原来公布时就只有名称的，在 accept: 中写明理由。

        Put the file into files/ and name it in `file`; where only the name was ever published, say so in `accept:`.

    Source
        《政府信息公开条例》（国务院令第711号）第二十四条：政府信息公开平台应当具备信息检索、查阅、下载等功能。
    """
    for attachment in report.metadata.attachments:
        if attachment.listed and not attachment.file:
            title = clipped(attachment.title)
            yield Finding(
                at=Address(report.agency, report.year, "report", f"attachments.{attachment.number}"),
                message=Text(
                    f"附件“{title}”只有名称，没有文件，读者打不开。", f"attachment “{title}” is a name without a file; nobody can open it."
                ),
                mend=Text(
                    "把文件放进 files/，在这一项写上 file: 文件名；找不到文件的，在 accept: 中写明理由。",
                    "put the file into files/ and add `file:` here; where there is none, say why in accept:.",
                ),
                actual=attachment.title,
            )
