"""The addresses the preview listens on, and what to say where it cannot."""

import errno
import socket

from giar_site.causes import cause
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.serve.guard import is_loopback

LAST_PORT = 65535
TRIES = 200
QUEUE = 128  # connections that wait while the first build runs
NO_ADDRESS = Text("没有这个地址或端口", "there is no such address or port")
NOT_HERE = Text(
    "预览只在本机打开：{host} 可从网络访问，会让别人看到尚未公布的内容；确有需要时请加 --i-know。",
    "The preview opens on this computer only: {host} is reachable from the network and would show others what is not published; "
    "add --i-know where you must.",
)
EXPOSED = Text(
    "注意：预览在 {host} 上可从网络访问，能连上的人都能看到尚未公布的内容。",
    "Warning: the preview on {host} is reachable from the network; whoever reaches it sees what is not published yet.",
)


def listen(host: str, port: int) -> list[socket.socket]:
    """Open the sockets of `host` ("localhost": both IPv4 and IPv6); raise CannotGoOn where that fails."""
    first, *others = ("127.0.0.1", "::1") if host == "localhost" else (host,)
    try:
        sockets = [_bound(first, port)]
    except (OSError, UnicodeError, OverflowError) as fault:  # UnicodeError: a name that no name server could be asked for
        raise _cannot_listen(host, port, fault) from None
    for address in others:
        try:
            sockets.append(_bound(address, sockets[0].getsockname()[1]))
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                close(sockets)
                raise _cannot_listen(host, port, fault) from None
            # A computer without IPv6 has no second address, and no browser that would try it.
    return sockets


def close(sockets: list[socket.socket]) -> None:
    """Give the addresses back."""
    for opened in sockets:
        opened.close()


def warning(host: str, *, trusted: bool) -> Text | None:
    """Return the sentence to say before listening on `host`, None for this computer; raise CannotGoOn for a host not `trusted`."""
    if is_loopback(host):
        return None
    if not trusted:
        raise CannotGoOn(Text(*(sentence.format(host=host) for sentence in NOT_HERE)))
    return Text(*(sentence.format(host=host) for sentence in EXPOSED))


def _cannot_listen(host: str, port: int, fault: Exception) -> CannotGoOn:
    if not isinstance(fault, OSError) or fault.errno != errno.EADDRINUSE:
        reason = cause(fault) if isinstance(fault, OSError) and not isinstance(fault, socket.gaierror) else NO_ADDRESS
        return CannotGoOn(
            Text(f"无法在 {host}:{port} 打开预览：{reason.zh}。", f"The preview cannot listen on {host}:{port}: {reason.en}.")
        )
    free = _next_free(host, port)
    hint = Text(f"可改用 --port {free}", f"try --port {free}") if free else Text("请换一个端口", "choose another one")
    return CannotGoOn(Text(f"端口 {port} 已被占用，{hint.zh}。", f"Port {port} is taken; {hint.en}."))


def _next_free(host: str, port: int) -> int | None:
    for candidate in range(port + 1, min(port + TRIES, LAST_PORT) + 1):
        try:
            for address in ("127.0.0.1", "::1") if host == "localhost" else (host,):
                _bound(address, candidate).close()
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                continue
        return candidate
    return None


def _bound(address: str, port: int) -> socket.socket:
    opened = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    try:
        opened.settimeout(0)  # the event loop never waits for one socket
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else the port stays taken for a minute after Ctrl-C
        if opened.family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        opened.bind((address, port))
        opened.listen(QUEUE)
    except BaseException:
        opened.close()
        raise
    return opened
