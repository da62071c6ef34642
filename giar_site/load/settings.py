"""site.yaml → Settings. The operator's own file: trusted, but a slip in it is still a finding with its place."""

from collections.abc import Iterator
from typing import NamedTuple

from giar_site.diagnostics import CannotGoOn, Fault, Text
from giar_site.load.contact import read_contact
from giar_site.load.deadline import read_deadline
from giar_site.load.deploy import read_targets
from giar_site.load.documents import read_text
from giar_site.load.fields import Fields
from giar_site.load.files import Folder
from giar_site.load.nodes import Mapping
from giar_site.load.records import records
from giar_site.load.sink import Places, Sink
from giar_site.load.slugs import SLUG
from giar_site.load.yaml_nodes import parse
from giar_site.model import KINDS, Owner, Settings
from giar_site.settings import Deadline, Expected, Withdrawal

YEAR = Text("年度要写成 2021 这样的四位数字", "a year has four digits, such as 2021")
YEARS = Text("年度要写成 [2019, 2020, 2021] 这样的列表", "the years are a list such as [2019, 2020, 2021]")
HOSTS = Text(
    "网站要写成 [www.example.cn, *.example.com] 这样的列表，只写域名，*. 开头的要加引号",
    'the hosts are a list such as [www.example.cn, "*.example.com"], without https:// and path',
)
_A_YEAR = r"(?:19|20)[0-9]{2}"
_A_HOST = r"(?:\*\.)?[\w-]+(?:\.[\w-]+)+"
MOST_EXPECTED = 3_000


class LoadedSettings(NamedTuple):
    """The settings, what was wrong with them, and where their parts stand."""

    settings: Settings
    faults: tuple[Fault, ...]
    places: Places


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
    settings = _settings(fields, sink, readable=document.readable)
    fields.finish()
    places = Places()
    places.add(sink)
    return LoadedSettings(settings, sink.listed(), places)


def _settings(fields: Fields, sink: Sink, *, readable: bool) -> Settings:
    return Settings(
        title=fields.text("title", required=readable) or "政府信息公开工作年度报告",
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
        years=tuple(sorted({int(year) for year in fields.words("years", _A_YEAR, YEARS.zh, YEARS.en)})),
        domain=fields.text("domain"),
        withdrawn=tuple(records(fields, "withdrawn", Withdrawal, sink)),
        deadlines=_deadlines(fields.mapping("deadlines")),
        expected=tuple(_expected(fields, sink)),
        hosts=tuple(_ascii(host) for host in fields.words("hosts", _A_HOST, HOSTS.zh, HOSTS.en)),
        deploy=tuple(read_targets(fields.mapping("deploy"), sink)),
    )


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


def _deadlines(fields: Fields) -> tuple[Deadline, ...]:
    written = [Deadline(kind, read_deadline(fields, kind)) for kind in KINDS]
    fields.finish()
    return tuple(each for each in written if each.day)


def _expected(fields: Fields, sink: Sink) -> Iterator[Expected]:
    for at, (node, each) in enumerate(fields.mappings("expected", MOST_EXPECTED), 1):
        faults = len(sink.faults)
        zh, en = (
            "要写 content/ 里机关文件夹的名称，例如 caizheng-ju",
            "write the name of an agency's folder in content/, such as caizheng-ju",
        )
        slug, name = each.pattern("slug", SLUG.pattern, zh, en), each.text("name")
        if not (slug or name) and isinstance(node, Mapping) and len(sink.faults) == faults:
            sink.fault("missing_field", f"expected.{at}.name", node, key="name")
        first, last = (int(each.pattern(key, _A_YEAR, YEAR.zh, YEAR.en) or 0) or None for key in ("from", "until"))
        if first and last and last < first:
            zh, en = "until 不能早于 from", "until must not come before from"
            sink.fault("invalid_field", f"expected.{at}.until", node, value=str(last), zh=zh, en=en)
        each.finish()
        sink.put(f"expected.{at}", node)
        if slug or name:
            yield Expected(at, slug, name, first, last)


def _ascii(host: str) -> str:
    """A host as addresses carry it: a Chinese domain in its encoded form, so that it meets the one in a link."""
    try:
        return host.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return host.lower()
