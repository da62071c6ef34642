"""G613."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency
from giar_site.private import Kind
from giar_site.rules.published_numbers import told


@rule("G613", Severity.ERROR, over="agency")
def bank_card_published(agency: Agency) -> Iterator[Finding]:
    """公布了银行卡号 / Bank card published

    What it checks
        报告的文字、标题、联系方式、附件名称和表格里不能有银行卡号（位数、开头和校验位都符合的）；加了空格的也算。

        No text, title, contact, attachment name or table of a report may hold a bank card's number: one whose length, beginning and check digit fit.

    Why
        银行卡号属于敏感个人信息，公开后会给持卡人造成损失。

        It is sensitive personal information and can cost its holder money.

    Wrong
        --- report.md
        退费至申请人银行卡 6222 0212 3456 7890 128。

        …

    Right
        --- report.md
        退费至申请人银行卡 622************0128。

        …

    How to mend it
        删去号码，或者照提示遮盖中间各位。本人书面同意公布的，在 figures.yaml 的 accept: 中写明：at 写遮盖后的号码，reason 写同意的依据；同一个号码写一条就够，遮盖后相同的另一个号码照提示另写一条。

        Delete the number or mask it as the message shows. If the holder agreed in writing, say so in `accept:` of figures.yaml with the masked number as `at`; one entry covers one number, however often it stands, and another of the same mask is named in its own message.

    Source
        《政府信息公开条例》第十五条；《个人信息保护法》第二十五条、第二十八条；ISO/IEC 7812-1。
    """
    yield from told(agency, Kind.CARD, Text("银行卡号", "a bank card's number"))
