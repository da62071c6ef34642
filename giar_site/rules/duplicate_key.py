"""G105."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule


@rule("G105", Severity.ERROR, over="fault", acceptable=False)
def duplicate_key(fault: Fault) -> Iterator[Finding]:
    """同一行写了两次 / Duplicate key

    What it checks
        同一层里每个名称只能出现一次。

        A name may stand only once on one level.

    Why
        两次写的数不一样时，没有人知道该用哪一个；很多软件会悄悄用后一个。

        Nobody can tell which of the two counts; much software silently takes the last.

    Wrong
        applications:
          received: [0, 0, 0, 0, 0, 0, 0]
          received: [1, 0, 0, 0, 0, 0, 1]
          …

    Right
        applications:
          received: [0, 0, 0, 0, 0, 0, 0]
          …

    How to mend it
        留下正确的一行，删去另一行。

        Keep the right line and delete the other.

    Source
        YAML 1.2.2，3.2.1.3：映射的键不得重复。
    """
    key, first = fault.word("key"), fault.word("first_line")
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(
            f"“{key}”写了两次：第 {first} 行是 {fault.word('first_value')}，这里是 {fault.word('value')}。",
            f"“{key}” stands twice: {fault.word('first_value')} on line {first}, {fault.word('value')} here.",
        ),
        mend=Text("留下正确的一行，删去另一行。", "keep the right line, delete the other."),
        expected=fault.word("first_value"),
        actual=fault.word("value"),
    )
