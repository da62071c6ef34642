"""G119."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped


@rule("G119", Severity.ERROR, over="fault", acceptable=False)
def invalid_field(fault: Fault) -> Iterator[Finding]:
    """这一项写法不对 / Invalid field

    What it checks
        日期、类别、格式版本、网址等项目的写法要合乎规定。

        Dates, kinds, editions, addresses and the like must be written in their fixed way.

    Why
        写法不对，程序读不出它的意思，页面上就会缺少或显示错误的信息。

        What is written otherwise cannot be understood, and the page would say something wrong or nothing.

    Wrong
        --- agency.yaml
        name: 某某市财政局
        kind: 局

    Right
        --- agency.yaml
        name: 某某市财政局
        kind: department

    How to mend it
        照提示的写法改正。

        Write it as the message says.

    Source
        giar 的文件约定。
    """
    item, value = fault.at.item, clipped(fault.word("value"))
    zh, en = fault.word("zh"), fault.word("en")
    read = Text(f"写的是“{value}”", f"is “{value}”") if value else Text("不能空着", "must not be empty")
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"“{item}”{read.zh}：{zh}。", f"“{item}” {read.en}: {en}."),
        mend=Text("照上面说的写法改正。", "write it as said above."),
        actual=value or None,
    )
