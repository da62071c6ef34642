"""Who may ask and for what: a web page open beside the preview must not read it, nor anybody on the network."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

HTTP_PORT = 80
WILDCARDS = ("0.0.0.0", "::")  # noqa: S104 - recognised here, bound only with trusted_host
FORBIDDEN, METHOD_NOT_ALLOWED, BAD_REQUEST, NOT_FOUND = 403, 405, 400, 404
FIRST_PRINTABLE, DELETE = 0x20, 0x7F


class Refused(Exception):  # noqa: N818 - the name is the sentence it stands for
    """A request that gets no answer but an HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def is_loopback(host: str) -> bool:
    """Whether `host` can only be reached from this computer."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def bracketed(host: str) -> str:
    """Write `host` as it stands in a URL."""
    return f"[{host}]" if ":" in host else host


@dataclass(frozen=True, slots=True)
class Guard:
    """Admits requests that name this server and come from its own pages; the name foils DNS rebinding.

    On a wildcard address every IP address names it: rebinding needs a domain name.
    """

    host: str
    port: int

    def check(self, method: str, headers: Mapping[str, str]) -> None:
        """Raise Refused unless `method` only reads and the headers name this server."""
        if not self.admits_host(headers.get("Host", "")):
            raise Refused(FORBIDDEN)
        for name in ("Origin", "Sec-Websocket-Origin"):
            if name in headers and not self.admits_origin(headers[name]):
                raise Refused(FORBIDDEN)
        if method not in ("GET", "HEAD"):
            raise Refused(METHOD_NOT_ALLOWED)

    def admits_origin(self, origin: str) -> bool:
        """Whether `origin` is a page of this preview."""
        return origin.startswith("http://") and self.admits_host(origin.removeprefix("http://"))

    def admits_host(self, name: str) -> bool:
        """Whether `name` (host:port as sent) is this server; the spelling is the one browsers use."""
        host, colon, port = name.rpartition(":")
        if not colon or name.endswith("]"):
            host, port = name, str(HTTP_PORT)  # browsers leave out the port that every server has
        return port == str(self.port) and self._is_here(host)

    def _is_here(self, host: str) -> bool:
        if host in ("localhost", "127.0.0.1", "[::1]", bracketed(self.host)):
            return True
        if self.host not in WILDCARDS:
            return False
        try:
            return bracketed(str(ipaddress.ip_address(host.strip("[]")))) == host
        except ValueError:
            return False


def site_path(target: str) -> list[str]:
    """Return the names in the path of a request, the last one empty for a folder; raise Refused for whatever no page is called."""
    if not target.startswith("/") or not target.isascii():
        raise Refused(BAD_REQUEST)
    names = [_decoded(part) for part in target[1:].split("/")]
    if "" in names[:-1] or any(name.startswith(".") or ":" in name for name in names):
        raise Refused(NOT_FOUND)
    return names


def _decoded(part: str) -> str:
    try:
        name = unquote_to_bytes(part).decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(BAD_REQUEST) from None
    if name in (".", "..") or any(ord(char) < FIRST_PRINTABLE or ord(char) == DELETE or char in "/\\" for char in name):
        raise Refused(BAD_REQUEST)
    return name
