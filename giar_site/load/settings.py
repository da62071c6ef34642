"""site.yaml → Settings. The operator's own file: trusted, but a slip in it is still a finding with its place."""

from typing import NamedTuple

from giar_site.diagnostics import CannotGoOn, Fault, Text
from giar_site.load.contact import read_contact
from giar_site.load.documents import read_text
from giar_site.load.fields import Fields
from giar_site.load.files import Folder
from giar_site.load.records import records
from giar_site.load.sink import Sink
from giar_site.load.yaml_nodes import parse
from giar_site.locked import Withdrawal
from giar_site.model import Owner, Settings

YEARS = Text("年度要写成 [2019, 2020, 2021] 这样的列表", "the years are a list such as [2019, 2020, 2021]")


class LoadedSettings(NamedTuple):
    """The settings and what was wrong with them."""

    settings: Settings
    faults: tuple[Fault, ...]


def load_settings(folder: Folder) -> LoadedSettings:
    """Read site.yaml. Raises CannotGoOn when it is not there."""
    if folder.kind("site.yaml") != "file":
        raise CannotGoOn(
            Text(
                "这里没有 site.yaml：请在网站文件夹里运行，或用 --site 指明它的位置；新建网站用 giar init。",
                "no site.yaml here: run giar in the site's folder, name it with --site, or make a new site with giar init.",
            )
        )
    sink = Sink("", None, "site", "site.yaml")
    text = read_text(folder, "site.yaml", sink) or ""
    document = parse(text)
    sink.problems(document.problems)
    fields = Fields(document.root, sink, text.split("\n"))
    settings = Settings(
        title=fields.text("title", required=document.readable) or "政府信息公开工作年度报告",
        url=fields.pattern(
            "url", r"https?://[^\s\"'<>]+", "网址要以 http:// 或 https:// 开头", "an address begins with http:// or https://"
        ),
        language=fields.pattern(
            "language", r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "语言要写成 zh-CN 这样的代码", "a language code such as zh-CN"
        )
        or "zh-CN",
        owner=_owner(fields.mapping("owner")),
        theme=fields.pattern("theme", r"[a-z0-9][a-z0-9_-]*", "主题是 themes/ 下的文件夹名", "a theme is the name of a folder in themes/")
        or "default",
        years=tuple(sorted({int(year) for year in fields.words("years", r"(?:19|20)[0-9]{2}", YEARS.zh, YEARS.en)})),
        domain=fields.text("domain"),
        withdrawn=tuple(records(fields, "withdrawn", Withdrawal, sink)),
    )
    fields.finish()
    return LoadedSettings(settings, sink.listed())


def _owner(fields: Fields) -> Owner:
    owner = Owner(
        organizer=fields.text("organizer"),
        undertaker=fields.text("undertaker"),
        copyright=fields.text("copyright"),
        site_id_code=fields.pattern("site_id_code", r"[0-9]{10}", "网站标识码是 10 位数字", "the site id code has ten digits"),
        icp=fields.text("icp"),
        police_record=fields.text("police_record"),
        contact=read_contact(fields.mapping("contact")),
    )
    fields.finish()
    return owner
