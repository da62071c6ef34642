"""G117."""

from collections.abc import Iterator

from giar_site.diagnostics import Fault, Finding, Severity, Text, rule
from giar_site.rules.wording import clipped


@rule("G117", Severity.WARNING, over="fault", acceptable=False)
def html_in_narrative(fault: Fault) -> Iterator[Finding]:
    """文字里有 HTML 标签 / HTML in the narrative

    What it checks
        report.md 的文字里不应有 HTML 标签。

        The prose of report.md should hold no HTML tags.

    Why
        标签不起作用，会原样显示给读者；多半是从网页复制时带来的。

        A tag has no effect and is shown to the reader as it stands; mostly it came along when copying from a page.

    Wrong
        --- report.md
        全年公开信息<b>120</b>条。

        …

    Right
        --- report.md
        全年公开信息**120**条。

        …

    How to mend it
        删去标签；加粗写 **文字**，换段空一行。

        Delete the tags; write **words** for bold and leave an empty line between paragraphs.

    Source
        giar 的安全约定：机关的文字里不执行任何 HTML。
    """
    tag = clipped(fault.word("tag"))
    yield Finding(
        at=fault.at,
        place=fault.place,
        message=Text(f"文字里有 HTML 标签“{tag}”，会原样显示给读者。", f"the HTML tag “{tag}” will be shown to the reader as it stands."),
        mend=Text(
            "删去标签；加粗写 **文字**，换段空一行。", "delete the tag; write **words** for bold, leave an empty line between paragraphs."
        ),
        actual=tag,
    )
