"""G102."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule


@rule("G102", Severity.ERROR, over="fault", acceptable=False)
def invalid_yaml(fault: Fault) -> Iterator[Finding]:
    """文件写法有误 / Invalid YAML

    What it checks
        figures.yaml、agency.yaml、site.yaml 和 report.md 开头的信息要合乎 YAML 的写法：半角冒号后空一格，缩进用空格并对齐，括号和引号配对。

        figures.yaml, agency.yaml, site.yaml and the front matter of report.md must be YAML: ASCII colon and space, spaces that line up, brackets and quotes in pairs.

    Why
        写法有误，后面的内容就读不出来，其余的检查也无法进行。

        Where the notation breaks, nothing after it can be read and no other check can run.

    Wrong
        review_and_litigation:
          review: [0, 0, 0, 0, 0
          …

    Right
        review_and_litigation:
          review: [0, 0, 0, 0, 0]
          …

    How to mend it
        到提示的那一行和它的上一行，核对冒号、缩进、括号和引号。

        On the line named and the one above it, check colon, indentation, brackets and quotes.

    Source
        YAML 1.2.2。
    """
    certain = bool(fault.word("certain"))
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"{fault.word('zh')}。", f"{fault.word('en')}.")
        if certain
        else Text(f"这里读不下去了：{fault.word('zh')}。", f"cannot be read from here on: {fault.word('en')}."),
        mend=Text("改好这一行再检查一次，其余的问题才看得到。", "mend this line and check again; other findings show only after that.")
        if certain
        else Text(
            "核对这一行和上一行的冒号、缩进、括号和引号；改好后再检查一次，其余的问题才看得到。",
            "check colon, indentation, brackets and quotes on this line and the one above; other findings show only after that.",
        ),
    )
