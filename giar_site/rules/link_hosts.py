"""The host a link leads to: whether the site lets links lead there, and what about its name deceives."""

import re
import unicodedata

from giar_site.diagnostics import Text
from giar_site.settings import Settings

_HOST = re.compile(r"https?:/*(?P<host>\[[^]/]*\]|[^/?#:]*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_GOVERNMENT = "gov.cn"


def host_of(address: str) -> str:
    """The host of an http or https address, in lower case; "" when it has none."""
    match = _HOST.match(address)
    return match["host"].lower().rstrip(".") if match else ""


def is_listed(host: str, settings: Settings) -> bool:
    """True for *.gov.cn, the site's own host and the hosts of site.yaml."""
    return any(_covers(each, host) for each in (_GOVERNMENT, f"*.{_GOVERNMENT}", host_of(settings.url), *settings.hosts))


def _covers(listed: str, host: str) -> bool:
    return host.endswith(listed[1:]) if listed.startswith("*.") else bool(host) and host == listed


def suspicion(host: str) -> Text | None:
    """What about a host is unlike any official site's and may deceive readers; None when nothing is."""
    labels = host.split(".")
    if host.startswith("[") or _NUMBER.fullmatch(labels[-1]):
        return Text("是一串数字（IP 地址），看不出是哪个网站", "a number (an IP address) that does not tell whose site it is")
    shown = _decoded(host)
    if any(_mixes_scripts(label) for label in shown.split(".")):
        return Text(
            f"显示为“{shown}”，混用了几种文字里长得一样的字母，常用来冒充别的网站",
            f"shown as “{shown}”, which mixes letters of several scripts that look alike, as impostors do",
        )
    if shown != host:
        return Text(
            f"是编码过的域名，显示为“{shown}”，请看清是不是要去的网站",
            f"an encoded domain, shown as “{shown}”; make sure it is the one meant",
        )
    return None


def _decoded(host: str) -> str:
    """The host as a browser shows it."""
    return ".".join(_decoded_label(label) for label in host.split("."))


def _decoded_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        shown = label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    return shown if shown.isprintable() else label  # what turns text round must not reach a message


def _mixes_scripts(label: str) -> bool:
    """True for letters of more than one script; Chinese ones may stand beside Latin ones, as they do everywhere."""
    scripts = {unicodedata.name(char, "?").partition(" ")[0] for char in label if char.isalpha()}
    return len(scripts - {"CJK"}) > 1
