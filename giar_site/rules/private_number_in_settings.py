"""G614."""

from collections.abc import Iterator

from giar_site.diagnostics import Address, Finding, Severity, Text, rule
from giar_site.model import Settings, Site
from giar_site.private import Kind, private_data

_KINDS = {
    Kind.IDENTITY: Text("公民身份号码", "an identity number"),
    Kind.MOBILE: Text("手机号码", "a mobile number"),
    Kind.CARD: Text("银行卡号", "a bank card's number"),
}


@rule("G614", Severity.ERROR, over="site", acceptable=False)
def private_number_in_settings(site: Site) -> Iterator[Finding]:
    """网站设置里有个人号码 / Private number in the settings

    What it checks
        site.yaml 里的网站名称和网址、主办单位、联系方式、撤下报告的理由和应公布机关的名称里，不能有身份证号、手机号和银行卡号；加了空格、换了写法的也算。

        The title, address, owner, contact, reasons of withdrawal and expected agencies in site.yaml may hold no identity, mobile or bank card
        number, however its digits are disguised.

    Why
        这些文字印在网站的每一页或者检查结果上；个人信息公布后无法收回，联系公众应当用办公电话。

        These words stand on every page or among the findings, and what is personal cannot be taken back; the public is to reach an office.

    Wrong
        --- site.yaml
        title: 样本
        owner:
          organizer: 某某市人民政府办公室
          contact: {telephone: 138 0013 8000}
        …

    Right
        --- site.yaml
        title: 样本
        owner:
          organizer: 某某市人民政府办公室
          contact: {telephone: 0817-2261090}
        …

    How to mend it
        改用固定电话，或者照提示遮盖中间几位；撤下报告的理由里只写文件名称和日期。

        Give a landline, or mask the number as the message shows; let a reason of withdrawal name the document and its day only.

    Source
        《政府信息公开条例》第十五条；《个人信息保护法》第二十五条。
    """
    for item, text in _texts(site.settings):
        for number in private_data(text):
            kind = _KINDS[number.kind]
            yield Finding(
                at=Address("", None, "site", item),
                message=Text(
                    f"site.yaml 的 {item} 里公布了{kind.zh} {number.masked}。",
                    f"{item} in site.yaml publishes {kind.en}: {number.masked}.",
                ),
                mend=Text(f"删去号码，或者只写 {number.masked}。", f"delete the number or write {number.masked}."),
                actual=number.masked,
            )


def _texts(settings: Settings) -> Iterator[tuple[str, str]]:
    """What site.yaml says in words, and where."""
    yield from (("title", settings.title), ("domain", settings.domain), ("url", settings.url))
    owner = settings.owner._asdict()
    contact = owner.pop("contact")
    yield from ((f"owner.{key}", text) for key, text in owner.items())
    yield from ((f"owner.contact.{key}", text) for key, text in contact._asdict().items())
    for number, withdrawal in enumerate(settings.withdrawn, 1):
        yield from ((f"withdrawn.{number}", text) for text in withdrawal)
    for expected in settings.expected:
        yield from ((f"expected.{expected.number}", text) for text in (expected.slug, expected.name))
