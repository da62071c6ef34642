"""A page as the preview shows it: its own script and stylesheet, and above a stale page the findings that hold the new one back."""

import html
import re
from typing import NamedTuple

from giar_site.serve.policy import widened

STYLESHEET = "/giar-preview.css"
SCRIPT = "/livereload.js"

_ATTRIBUTES = rb"""(?:[^>"']|"[^"]*"|'[^']*')*"""
# What stands in a comment or in raw text is no markup: such stretches are taken whole.
_TAGS = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style|title|textarea)(?=[\s/>]).*?(?:</\1\s*>|\Z)"
    rb"|<meta(?=[\s/>])" + _ATTRIBUTES + rb">|</head\s*>|<body(?=[\s/>])" + _ATTRIBUTES + rb">|<body>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(rb"""([^\s"'=<>/]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")

PANEL = """<section class="giar-preview-fault" role="alert" lang="zh-CN">
<h2>{heading}</h2>
<p>{advice}</p>
<pre tabindex="0">{report}</pre>
</section>
"""
STALE = ("预览没有更新：刚才的修改有问题", "下面仍是上次成功的页面；改好并保存后，页面会自动更新。")
NO_PAGE_YET = ("还没有可以预览的页面", "请先改正以下问题；改好并保存后，页面会自动出现。")
OWN_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
{body}</body>
</html>
"""


class Place(NamedTuple):
    """Where a page is shown: the host and port it was asked from, and the edition it was served from."""

    host: str
    port: int
    edition: str

    @property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """What a page's policy has to allow here. A policy cannot spell an IPv6 address, so there any WebSocket must do."""
        socket = "ws:" if self.host.startswith("[") else f"ws://{self.host}:{self.port}"
        return {"script-src": ("'self'",), "style-src": ("'self'",), "connect-src": ("'self'", socket)}

    @property
    def head(self) -> bytes:
        """The tags to add. `snipver` comes back when the page connects and tells whether it missed a build meanwhile."""
        query = html.escape(f"host={self.host}&port={self.port}&snipver={self.edition}&mindelay=500&maxdelay=2000")
        return f'<link rel="stylesheet" href="{STYLESHEET}">\n<script src="{SCRIPT}?{query}" defer></script>\n'.encode()


def shown(page: bytes, place: Place, fault: str | None) -> bytes:
    """Return `page` as the preview shows it; with a `fault`, under a panel holding it."""
    tags = list(_TAGS.finditer(page))
    head_end = next((tag for tag in tags if tag[0][:6].lower() == b"</head"), None)
    body = next((tag for tag in tags if tag[0][:5].lower() == b"<body"), None)
    edits = [(tag.start(), tag.end(), _opened(tag[0], place)) for tag in tags if tag[0][:5].lower() == b"<meta"]
    at = head_end.start() if head_end else body.start() if body else len(page)
    edits.append((at, at, place.head))
    if fault is not None:
        at = body.end() if body else head_end.end() if head_end else len(page)
        edits.append((at, at, panel(fault, STALE).encode()))
    return _edited(page, edits)


def panel(report: str, words: tuple[str, str]) -> str:
    """Return the findings as an alert under a heading and an advice."""
    return PANEL.format(heading=words[0], advice=words[1], report=html.escape(report))


def own_page(title: str, body: str) -> bytes:
    """Return a page that is not part of the site."""
    return OWN_PAGE.format(title=html.escape(title), body=body).encode()


def _opened(meta: bytes, place: Place) -> bytes:
    """Return a <meta>, its policy opened where it holds one."""
    found = {attribute[1].lower(): attribute for attribute in reversed(list(_ATTRIBUTE.finditer(meta)))}
    kind, content = found.get(b"http-equiv"), found.get(b"content")
    if kind is None or content is None or kind[2].strip(b"\"'").lower() != b"content-security-policy":
        return meta
    policy = html.unescape(content[2].strip(b'"' if content[2].startswith(b'"') else b"'").decode("utf-8", "replace"))
    value = html.escape(widened(policy, place.sources), quote=False).replace('"', "&quot;")
    return meta[: content.start(2)] + f'"{value}"'.encode() + meta[content.end(2) :]


def _edited(page: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    parts, at = [], 0
    for start, end, text in sorted(edits, key=lambda edit: edit[:2]):
        parts += [page[at:start], text]
        at = end
    return b"".join([*parts, page[at:]])
