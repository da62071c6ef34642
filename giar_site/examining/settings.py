"""site.yaml: what a government site must say of itself (国办发〔2017〕47号, 政府网站发展指引) and whether it does."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from giar_site.diagnostics import Text
from giar_site.examining.examined import Examined, State, of_site
from giar_site.settings import Owner, Settings

_ONE_DIGIT: Final = re.compile(r"(\d)\1*")


class Needed(NamedTuple):
    """A setting of `owner`: `key` as in site.yaml, its name, how it is read, what it looks like, and who gives it out."""

    key: str
    name: Text
    value: Callable[[Owner], str]
    shape: "re.Pattern[str] | None"
    example: str
    source: Text


NEEDED: Final = (
    Needed(
        "site_id_code",
        Text("网站标识码", "site id code"),
        lambda owner: owner.site_id_code,
        re.compile(r"[0-9]{10}"),
        '"1100000001"',
        Text("由全国政府网站信息报送系统编定，可问本级政府办公室", "the general office of your government knows it"),
    ),
    Needed(
        "icp",
        Text("ICP 备案号", "ICP record number"),
        lambda owner: owner.icp,
        re.compile(r"[\u4e00-\u9fff]ICP[备证]\d{6,10}号(?:-\d{1,3})?"),
        "京ICP备12345678号-1",
        Text("在工业和信息化部备案系统取得", "the ministry of industry and information technology gives it out"),
    ),
    Needed(
        "police_record",
        Text("公安备案号", "police record number"),
        lambda owner: owner.police_record,
        re.compile(r"[\u4e00-\u9fff]公(?:网安备|安网备|安备)\s?\d{14}号"),
        "京公网安备11000002000001号",
        Text("在全国互联网安全管理服务平台取得", "the police's platform for internet security gives it out"),
    ),
    Needed(
        "organizer",
        Text("主办单位", "organizer"),
        lambda owner: owner.organizer,
        None,
        "某某县人民政府办公室",
        Text("写网站主办单位的全称", "write its full name"),
    ),
)


def needed(setting: Needed, owner: Owner) -> Examined:
    """Whether site.yaml says `setting`, and whether it can be right."""
    value, mend = setting.value(owner).strip(), _mend(setting)
    digits = "".join(filter(str.isdigit, value))
    if not value or (setting.shape and _ONE_DIGIT.fullmatch(digits)):
        said = Text(
            f"site.yaml 没有写{setting.name.zh}，每页页脚都要有。", f"site.yaml has no {setting.name.en}, which belongs on every page."
        )
        return of_site(setting.key, State.FAULT, said, mend)
    if setting.shape and not setting.shape.fullmatch(value):
        said = Text(f"{setting.name.zh}和通常的写法不一样。", f"the {setting.name.en} is not in the usual form.")
        return of_site(setting.key, State.ADVICE, said, mend)
    return of_site(setting.key, State.OK, Text(f"{setting.name.zh}已填写。", f"the {setting.name.en} is there."))


def _mend(setting: Needed) -> Text:
    return Text(
        f"在 site.yaml 的 owner 下写 {setting.key}: {setting.example} 这样的一行；{setting.source.zh}。",
        f"write a line such as {setting.key}: {setting.example} under owner in site.yaml; {setting.source.en}.",
    )


def contact(owner: Owner) -> Examined:
    """Whether readers are told whom to ask."""
    if owner.contact.telephone or owner.contact.email:
        return of_site("contact", State.OK, Text("联系方式已填写。", "whom to ask is there."))
    return of_site(
        "contact",
        State.FAULT,
        Text("site.yaml 没有写联系电话或电子邮箱。", "site.yaml has neither telephone nor e-mail of whom to ask."),
        Text(
            "在 site.yaml 的 owner 下的 contact 里写 telephone 或 email。", "write telephone or email in contact under owner in site.yaml."
        ),
    )


def address(settings: Settings) -> Examined:
    """Whether the site knows its own address, and a safe one."""
    if settings.url.startswith("https://"):
        return of_site("url", State.OK, Text("网址已填写。", "the address is there."))
    said = (
        Text("网址是 http:// 开头的，传输途中可以被改动。", "the address begins with http://: pages can be altered on their way.")
        if settings.url
        else Text(
            "site.yaml 没有写网址 url：网站地图和 404 页里只能用相对地址。",
            "site.yaml has no url: the site map and 404.html have relative addresses only.",
        )
    )
    mend = Text("请在 site.yaml 写 url: https://… 这样的完整网址。", "write the whole address in site.yaml, url: https://…")
    return of_site("url", State.ADVICE, said, mend)


def targets(settings: Settings) -> list[Examined]:
    """Whether site.yaml says where to deploy to; nothing where this giar knows no such setting."""
    held = getattr(settings, "deploy", None)
    if held is None:
        return []
    if held:
        return [of_site("deploy", State.OK, Text("上线的目标已填写。", "there is a target to deploy to."))]
    said = Text(
        "site.yaml 没有写上线的目标 deploy，giar deploy 用不了。", "site.yaml has no deploy target, so giar deploy has nowhere to go."
    )
    mend = Text(
        "不用 giar deploy 的，可以不管；要用就在 site.yaml 写 deploy。", "write deploy in site.yaml, unless you carry packages by hand."
    )
    return [of_site("deploy", State.ADVICE, said, mend)]


def settings_of(settings: Settings) -> list[Examined]:
    """All of it."""
    return [*(needed(each, settings.owner) for each in NEEDED), contact(settings.owner), address(settings), *targets(settings)]
