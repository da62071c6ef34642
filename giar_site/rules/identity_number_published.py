"""G611."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency
from giar_site.private import Kind
from giar_site.rules.published_numbers import told


@rule("G611", Severity.ERROR, over="agency")
def identity_number_published(agency: Agency) -> Iterator[Finding]:
    """公布了身份证号 / Identity number published

    What it checks
        报告的文字、标题、联系方式、附件名称和表格里不能有公民身份号码；加了空格、用了全角数字或汉字数字的也算。

        No text, title, contact, attachment name or table of a report may hold an identity number, however its digits are disguised.

    Why
        公开身份证号会损害个人权益，也违反个人信息保护的规定；检查通报里点名最多的就是这一类。

        It harms the person and breaks the law on personal information; inspection notices name exactly this.

    Wrong
        --- report.md
        申请人张某（身份证号 11010519491231002X）申请公开一件信息。

        …

    Right
        --- report.md
        申请人张某（身份证号 110***********002X）申请公开一件信息。

        …

    How to mend it
        删去号码，或者照提示遮盖中间各位。本人书面同意公布的，在 figures.yaml 的 accept: 中写明：at 写遮盖后的号码，reason 写同意的依据；同一个号码写一条就够，遮盖后相同的另一个号码照提示另写一条。

        Delete the number or mask it as the message shows. If the person agreed in writing, say so in `accept:` of figures.yaml with the masked number as `at`; one entry covers one number, however often it stands, and another of the same mask is named in its own message.

    Source
        《政府信息公开条例》第十五条；《个人信息保护法》第二十五条、第二十八条；GB 11643-1999。
    """
    yield from told(agency, Kind.IDENTITY, Text("公民身份号码", "an identity number"))
