"""G115."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped


@rule("G115", Severity.ERROR, over="fault", acceptable=False)
def repeated_section(fault: Fault) -> Iterator[Finding]:
    """同一部分写了两次 / Repeated section

    What it checks
        六个部分各写一次。

        Each of the six sections stands once.

    Why
        同一标题出现两次，多半是复制时重了，或标题的序号写错，读者不知道该看哪一处。

        A title that stands twice was mostly pasted twice or misnumbered, and no reader knows which one counts.

    Wrong
        --- report.md
        …
        ## 六、其他需要报告的事项

        收取信息处理费 0 元。

        ## 六、其他需要报告的事项

        无。

    Right
        --- report.md
        …
        ## 六、其他需要报告的事项

        收取信息处理费 0 元。

    How to mend it
        把两处内容并成一处，或改正其中一个标题。

        Join the two, or correct one of the titles.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号。
    """
    heading, title = clipped(fault.word("heading")), fault.word("title")
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"“{heading}”这一部分（{title}）前面已经写过。", f"“{heading}” is the section “{title}”, which stands above already."),
        mend=Text("把两处内容并成一处，或改正其中一个标题。", "join the two, or correct one of the titles."),
    )
