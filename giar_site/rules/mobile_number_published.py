"""G612."""

from collections.abc import Iterator

from giar_site.diagnostics import Finding, Severity, Text, rule
from giar_site.model import Agency
from giar_site.private import Kind
from giar_site.rules.published_numbers import told


@rule("G612", Severity.ERROR, over="agency")
def mobile_number_published(agency: Agency) -> Iterator[Finding]:
    """公布了手机号码 / Mobile number published

    What it checks
        报告的文字、标题、联系方式、附件名称和表格里不能有手机号码；加了空格、用了全角数字或汉字数字的也算。固定电话、文号、信用代码和金额不在此列。网址里的数字，只有所在的文件夹或者参数以电话命名（如 /tel/、sjh=），或者单独跟在域名后面的，才算。

        No text, title, contact, attachment name or table of a report may hold a mobile number, however its digits are disguised. Landlines, document numbers, organisations' codes and amounts are not meant. Digits in a web address count only where their own folder or parameter is named for telephones (/tel/, sjh=), or where they stand alone behind the host.

    Why
        手机号码是个人信息；报告公布后无法收回，联系公众应当用办公电话。

        A mobile number is personal, and what was published cannot be taken back; the public is to reach an office.

    Wrong
        --- report.md
        如有疑问，请与张某联系，手机 138 0013 8000。

        …

    Right
        --- report.md
        如有疑问，请与张某联系，手机 13800138000。

        …
        --- figures.yaml
        accept:
          - {rule: mobile-number-published, at: 138****8000, reason: 本人2022年1月4日书面同意公布}

    How to mend it
        改用固定电话，或者照提示遮盖中间四位。本人书面同意公布的，在 figures.yaml 的 accept: 中写明：at 写遮盖后的号码，reason 写同意的依据；同一个号码写一条就够，遮盖后相同的另一个号码照提示另写一条，网页上号码照原样显示。

        Give a landline, or mask the number as the message shows. If the person agreed in writing, say so in `accept:` of figures.yaml with the masked number as `at`; one entry covers one number, however often it stands, and another of the same mask is named in its own message, and the page shows the number as written.

    Source
        《政府信息公开条例》第十五条；《个人信息保护法》第二十五条。
    """
    yield from told(agency, Kind.MOBILE, Text("手机号码", "a mobile number"))
