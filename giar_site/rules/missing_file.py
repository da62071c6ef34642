"""G121."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule


@rule("G121", Severity.ERROR, over="fault", acceptable=False)
def missing_file(fault: Fault) -> Iterator[Finding]:
    """缺少文件 / Missing file

    What it checks
        机关文件夹要有 agency.yaml，年度文件夹要有 figures.yaml 和 report.md，报告提到的附件和图片要在 files/ 里。

        An agency has agency.yaml, a year has figures.yaml and report.md, and what a report attaches or shows is in its files/.

    Why
        缺了文件，报告就不完整；读者点开附件会落空。

        Without the file the report is not whole, and a reader who opens the attachment finds nothing.

    Wrong
        --- report.md
        ---
        attachments:
          - {title: 统计表, file: 统计表.csv}
        ---
        …

    Right
        --- report.md
        ---
        attachments:
          - {title: 统计表, file: 统计表.csv}
        ---
        …
        --- files/统计表.csv
        项目,件数

    How to mend it
        把文件放到提示的位置；figures.yaml、report.md、agency.yaml 由 giar new 机关 年度 生成。

        Put the file where the message says; `giar new AGENCY YEAR` writes figures.yaml, report.md and agency.yaml.

    Source
        giar 的文件约定。
    """
    name = fault.word("name")
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"没有“{name}”。", f"“{name}” is not there."),
        mend=_mend(name, fault.at.agency or "AGENCY", fault.at.year),
        expected=name,
    )


def _mend(name: str, agency: str, year: int | None) -> Text:
    if name.startswith("files/"):
        return Text(
            "把文件放进年度文件夹的 files/，名称要一字不差；只有名称、没有文件的附件不写 file。",
            "put it into files/ under exactly this name; leave `file` out where only the name was published.",
        )
    command = f"giar new {agency} {year or 'YEAR'}"
    return Text(f"用 {command} 生成它。", f"{command} writes it.")
