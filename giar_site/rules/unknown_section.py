"""G114."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped


@rule("G114", Severity.ERROR, over="fault", acceptable=False)
def unknown_section(fault: Fault) -> Iterator[Finding]:
    """标题不是规定的部分 / Unknown section

    What it checks
        report.md 里以“# ”或“## ”开头的标题，只能是六个部分的标题（或通行的别称）。

        A heading with one or two # in report.md must be the title, or a known variant, of one of the six sections.

    Why
        六个部分是统一格式规定的；标题认不出来，下面的文字和表格就不知道该放在哪里。

        The form knows six sections; what stands below an unknown title has no place.

    Wrong
        --- report.md
        …
        ## 附：名词解释

        内容。

    Right
        --- report.md
        …
        ### 附：名词解释

        内容。

    How to mend it
        改成规定的标题；部分里面的小标题用三个井号“### ”。

        Use the official title; a heading inside a section takes three: `### `.

    Source
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号。
    """
    heading, near = clipped(fault.word("heading")), fault.word("near")
    asked = Text(f"，是不是“{near}”？", f"; is it “{near}”?") if near else Text("。", ".")
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"标题“{heading}”不是规定的六个部分之一{asked.zh}", f"“{heading}” is none of the six sections{asked.en}"),
        mend=Text(
            f"用规定的标题：{fault.word('known')}；部分里面的小标题改用“### ”。",
            f"use an official title ({fault.word('known')}); a heading inside a section takes `### `.",
        ),
        expected=near or None,
        actual=heading,
    )
