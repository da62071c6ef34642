"""G122."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule


@rule("G122", Severity.WARNING, over="fault", acceptable=False)
def unexpected_file(fault: Fault) -> Iterator[Finding]:
    """多出的文件 / Unexpected file

    What it checks
        年度文件夹里只放 figures.yaml、report.md 和 files/，机关文件夹里只放 agency.yaml 和年度文件夹；files/ 里的每个文件都要登记或被文字引用。

        A year's folder holds figures.yaml, report.md and files/; an agency's folder holds agency.yaml and its years; each file in files/ is listed or linked.

    Why
        这样的文件不会公布：它可能是草稿，也可能是名称写错的报告或附件，不能悄悄不见，也不能悄悄公开。

        Such a file is not published: it may be a draft, or a report or attachment under a wrong name, to be neither lost nor published without a word.

    Wrong
        --- 附件1.csv
        项目,件数

    Right
        --- report.md
        ---
        attachments:
          - {title: 附件1, file: 附件1.csv}
        ---
        …
        --- files/附件1.csv
        项目,件数

    How to mend it
        附件移进 files/ 并在 report.md 里登记，年度文件夹用四位年份命名；用不着的删去。

        Move attachments into files/ and list them in report.md, name a year's folder with its four digits, delete what is not needed.

    Source
        giar 的文件约定。
    """
    name = fault.word("name")
    if fault.word("unlisted"):
        here = Text("report.md 里没有登记这个附件，文字也没有引用它", "report.md neither lists this attachment nor links to it")
        mend = Text(
            "要公布，就在 report.md 开头的 attachments: 里写一行；不公布，请移走。",
            "to publish it, list it under attachments: in report.md; else take it away.",
        )
    elif not fault.at.agency:
        here = Text("content/ 里只放机关文件夹", "content/ holds folders of agencies only")
        mend = Text("移进机关的文件夹，或删去。", "move it into an agency's folder, or delete it.")
    elif fault.word("year"):
        here = Text("机关文件夹里只放 agency.yaml 和年度文件夹", "an agency's folder holds agency.yaml and years only")
        mend = Text(
            "年度文件夹用四位年份命名，例如 2026；别的移走或删去。",
            "name a year's folder with its four digits, such as 2026; move or delete anything else.",
        )
    else:
        here = Text("年度文件夹里只放 figures.yaml、report.md 和 files/", "a year's folder holds figures.yaml, report.md and files/ only")
        mend = Text("附件移进 files/；用不着的删去。", "move an attachment into files/, delete what is not needed.")
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"“{name}”不会公布：{here.zh}。", f"“{name}” is not published: {here.en}."),
        mend=mend,
        actual=name,
    )
