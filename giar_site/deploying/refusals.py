"""What ssh and rsync say when they fail → what happened, and what to do."""

import re
from collections.abc import Sequence
from typing import Final

from giar_site.diagnostics import Text

_SAYINGS: Final[Sequence[tuple[str, Text]]] = (
    (
        "REMOTE HOST IDENTIFICATION HAS CHANGED|Offending .* key in",
        Text(
            "服务器的公钥和以前记下的不同，可能换了服务器，也可能有人冒充。请先向管服务器的人核实，不要直接继续",
            "the host's key is another one than was recorded: it was replaced, or somebody impersonates it. Ask whoever runs it first",
        ),
    ),
    (
        "Host key verification failed|No .* host key is known",
        Text(
            "还不认识这台服务器的公钥。请向管服务器的人问到公钥指纹，用 ssh 登录一次，核对无误后回答 yes；或把公钥写进 known_hosts: 所指的文件",
            "the host's key is not known yet: ask whoever runs it for the fingerprint and log in by ssh once, or put the key into the file of known_hosts:",
        ),
    ),
    (
        r"Permission denied \([a-z,-]*\)|Too many authentication failures",
        Text(
            "服务器没有接受登录密钥。请用 ssh-add -l 看看密钥是否已加载，并请管服务器的人登记公钥",
            "the host refused the key: see ssh-add -l whether it is loaded, and have the public key entered there",
        ),
    ),
    ("Could not resolve hostname", Text("找不到这个域名，请核对 host:", "the name cannot be resolved; check host:")),
    (
        "Connection refused|timed out|No route to host|Network is unreachable",
        Text(
            "连不上服务器。请核对 host: 和 port:，并确认网络、防火墙已放行",
            "it cannot be reached; check host: and port:, network and firewall",
        ),
    ),
    (
        "No space left on device|Disk quota exceeded",
        Text("服务器的磁盘已满。请腾出空间后再试", "the host's disk is full; make room and try again"),
    ),
    ("Read-only file system", Text("服务器上的文件系统是只读的", "the file system there is read-only")),
    (r"Permission denied|Operation not permitted", Text("在服务器上没有写入的权限", "no permission to write there")),
    (
        "rsync: (?:command )?not found|rsync: No such file|sh: .*not found",
        Text("服务器上缺少需要的程序，请管服务器的人安装 rsync", "the host lacks a program; have rsync installed there"),
    ),
    (
        "connection unexpectedly closed|Connection (?:closed|reset)|Broken pipe|closed by remote host|lost connection|timeout in data",
        Text("连接中断了。请再运行一次，已经送到的不会重送", "the connection was cut; run it again, what has arrived is not sent again"),
    ),
)
_LONGEST: Final = 200


def told(errors: str) -> Text:
    """The reason in words; what we have no words for is quoted, its last line."""
    for pattern, text in _SAYINGS:
        if re.search(pattern, errors):
            return text
    lines = [line for line in errors.splitlines() if line.strip()] or ["?"]
    last = "".join(letter for letter in lines[-1] if letter.isprintable())[:_LONGEST]
    return Text(last, last)
