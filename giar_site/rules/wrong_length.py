"""G108."""

import re
from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped

_THOUSANDS = re.compile(r"\b[1-9][0-9]{0,2}, [0-9]{3}\b")


@rule("G108", Severity.ERROR, over="fault", acceptable=False)
def wrong_length(fault: Fault) -> Iterator[Finding]:
    """一行的数目不对 / Wrong length

    What it checks
        每一行数的个数应与表格的栏数相同；只有行末的总计可以不写。

        A row must hold as many figures as the table has columns; only a total at its end may be left out.

    Why
        少一个或多一个数，后面的数就会错到别的栏里去，所以整行都不读取。

        With one figure too few or too many the others would slip into wrong columns, so the row is not read at all.

    Wrong
        review_and_litigation:
          review: [0, 0, 0]
          …

    Right
        review_and_litigation:
          review: [0, 0, 0, 0, 0]
          …

    How to mend it
        照提示列出的栏目依次填写，没有的写 0；逗号用半角，数里不要写千分位逗号。

        Fill in the columns in the order given, with 0 where there is nothing; ASCII commas, and no thousands separators.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号。
    """
    row, got, want, written = (fault.word(word) for word in ("row", "got", "want", "written"))
    columns = fault.word("columns").split()
    nested = written == "{…}"
    message = (
        Text(
            f"“{row}”这一行应当直接写 {want} 个数，这里却又分了下一层。",
            f"the row “{row}” must hold {want} figures, not names with a colon.",
        )
        if nested
        else Text(
            f"“{row}”这一行应有 {want} 个数，读到 {got} 个：{clipped(written)}。",
            f"the row “{row}” needs {want} figures, {got} were read: {clipped(written)}.",
        )
    )
    glued = fault.word("glued")
    if glued:
        message = Text(
            f"“{row}”这一行里的“{clipped(glued)}”像是两个数，中间少了半角逗号“,”。",
            f"“{clipped(glued)}” in the row “{row}” looks like two figures without the ASCII comma between them.",
        )
    hint = Text("", "") if glued else _hint(written, more=int(got) > int(want))
    if fault.word("ambiguous"):
        hint = Text(
            "最后一个数正好是前面各数之和，分不清是不是总计：请把总计也写上。",
            "the last figure is just the sum of those before it, so it may be the total: write the total, too. ",
        )
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=message,
        mend=Text(
            f"{hint.zh}依次写：{'、'.join(columns)}；没有的写 0。",
            f"{hint.en}write in this order: {', '.join(columns)}; 0 where there is nothing.",
        ),
        expected=want,
        actual=None if nested else got,
    )


def _hint(written: str, *, more: bool) -> Text:
    if any(bracket in written for bracket in "【】") or written.count("[") != written.count("]"):
        return Text("方括号要用半角的，前后各一个：[ ]。", "use one pair of ASCII brackets: [ ]. ")
    if any(comma in written for comma in "，、；"):
        return Text("数与数之间的逗号要用半角“,”。", "separate the figures by ASCII commas. ")
    if more and _THOUSANDS.search(written):
        return Text("数里不要写千分位逗号，1,000 写成 1000。", "write 1000, not 1,000. ")
    return Text("", "")
