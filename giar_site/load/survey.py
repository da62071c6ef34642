"""What stands in content/: the agencies by slug, and entries that cannot be one."""

from typing import NamedTuple

from giar_site.diagnostics import CannotGoOn, Fault, Text
from giar_site.load.files import Folder, Refused
from giar_site.load.sink import Sink
from giar_site.load.slugs import RESERVED, SLUG
from giar_site.private import hushed


class Survey(NamedTuple):
    """Slugs of the agencies in order, and faults of the content folder itself."""

    slugs: tuple[str, ...]
    faults: tuple[Fault, ...]


def survey(top: Folder) -> Survey:
    """List the agencies of the site in `top`. A site without content/ has none, and a fault that says so."""
    sink = Sink("", None, "site", "content")
    if not top.kind("content"):
        sink.fault("missing_file", "content", None, name="content/")
        return Survey((), sink.listed())
    slugs: list[str] = []
    try:
        with top.folder("content") as content:
            for name in content.names():
                if content.kind(name) == "file":
                    sink.fault("unexpected_file", name, sink.place()._replace(file=f"content/{name}"), name=name)
                elif hushed(name) != name:  # not read at all: the folder's name would be the address of every page of the agency
                    zh = "文件夹名里有身份证号、手机号或银行卡号，会成为公开的网址，请改名"
                    en = "its name holds somebody's identity, mobile or card number and would be a public address; rename it"
                    sink.fault("unsafe_file", name, sink.place()._replace(file=f"content/{name}"), zh=zh, en=en)
                elif SLUG.fullmatch(name) and name not in RESERVED:
                    slugs.append(name)
                else:
                    zh = "机关文件夹名只能用小写英文字母、数字和减号，例如 caizheng-ju，且不能是 " + " ".join(sorted(RESERVED))
                    en = (
                        "an agency folder is named with lower-case letters, digits and hyphens, such as caizheng-ju, and is none of "
                        + " ".join(sorted(RESERVED))
                    )
                    sink.fault("unsafe_file", name, sink.place()._replace(file=f"content/{name}"), zh=zh, en=en)
    except Refused as refused:
        if top.kind("content") == "folder":
            raise CannotGoOn(Text(f"content/ {refused.text.zh}。", f"content/ {refused.text.en}.")) from refused
        sink.fault("unsafe_file", "content", None, zh=refused.text.zh, en=refused.text.en)
    return Survey(tuple(slugs), sink.listed())
