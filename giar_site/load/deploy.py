"""`deploy:` in site.yaml → targets. What is secret has no place there, and is not repeated in the finding that says so."""

import re
from collections.abc import Iterator
from typing import Final

from giar_site.load.fields import Fields
from giar_site.load.sink import Sink
from giar_site.settings import TARGET_TYPES, Target

_NAME: Final = r"[a-z0-9][a-z0-9_-]{0,63}"
_PLACE: Final = r"[^\x00-\x1f\x7f]+"
_FROM_TOP: Final = r"/(?!\.{1,2}(?:/|$))[^/\x00-\x1f\x7f]+(?:/(?!\.{1,2}(?:/|$))[^/\x00-\x1f\x7f]+)*"
_SECRETS: Final = frozenset(
    "password passwd pass pwd passphrase key private_key secret secret_key access_key token credentials 密码 口令 密钥".split()  # noqa: SIM905 - a list to read
)


def read_targets(fields: Fields, sink: Sink) -> Iterator[Target]:
    """The targets that are written as they must be; every other one is a fault."""
    for name in fields.keys:
        one = fields.mapping(name)
        faults = len(sink.faults) + sink.unlisted
        _refuse_secrets(one, name, sink)
        target = _target(one, name)
        if not re.fullmatch(_NAME, name):
            zh, en = "目标的名称用小写字母、数字、- 和 _", "a target's name has small letters, digits, - and _"
            sink.fault("invalid_field", f"deploy.{name}", sink.spot(f"deploy.{name}"), value=name, zh=zh, en=en)
        one.finish()
        if len(sink.faults) + sink.unlisted == faults and one.usable:
            yield target
    fields.finish()


def _target(one: Fields, name: str) -> Target:
    kind = one.choice("type", TARGET_TYPES, "", required=True)
    if kind == "rsync":
        zh, en = "服务器上的文件夹要从 / 写起，不带 . 和 ..", "a folder of the host is written from / on, without . and .."
        place = one.pattern("path", _FROM_TOP, zh, en)
    else:
        place = one.pattern("path", _PLACE, "要写文件夹的路径", "the path of a folder is expected")
    if not place:
        one.text("path", required=True)
    return Target(
        name=name,
        type=kind,
        path=place.rstrip("/"),
        host=_host(one, needed=kind == "rsync"),
        user=one.pattern("user", r"[A-Za-z0-9_][\w.-]*", "用户名用字母、数字、. - _", "a user's name has letters, digits, . - _"),
        port=one.pattern("port", r"[1-9][0-9]{0,4}", "端口是一个数字，例如 22", "a port is a number, such as 22"),
        known_hosts=one.pattern(
            "known_hosts", r"[^\x00-\x1f\x7f\"'%]+", "要写文件的路径，不带引号和 %", "the path of a file is expected, without quotes and %"
        ),
        keep=int(one.pattern("keep", r"[1-9][0-9]{0,2}", "保留几个版本，写 1 到 999", "how many releases stay: 1 to 999") or 5),
        url=one.pattern("url", r"https?://[^\s\"'<>]+", "网址要以 http:// 或 https:// 开头", "an address begins with http:// or https://"),
    )


def _host(one: Fields, *, needed: bool) -> str:
    zh, en = (
        "服务器写域名或 IP 地址，用户名和端口另写 user、port",
        "a host is a name or an IP address; user and port have keys of their own",
    )
    return one.pattern("host", r"[A-Za-z0-9][A-Za-z0-9._-]*|[0-9A-Fa-f:.]+", zh, en) or (one.text("host", required=True) if needed else "")


def _refuse_secrets(one: Fields, name: str, sink: Sink) -> None:
    """Without a line, since the outputs quote the line a finding stands in."""
    for key in one.keys:
        if key.lower() in _SECRETS:
            one.text(key)
            sink.fault(
                "invalid_field",
                f"deploy.{name}.{key}",
                value="******",
                zh="site.yaml 里不写密码和密钥：请删去这一项，登录用 ssh-agent（ssh-add）或环境变量",
                en="no password or key stands in site.yaml: delete it; ssh-agent (ssh-add) or the environment holds them",
            )
