"""A site on a server: only what its manifest names can be asked for."""

import http.client
from email.message import Message
from typing import IO, BinaryIO, Final, Self, cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.sealing import NAME
from giar_site.verifying.place import Gone

_TIMEOUT: Final = 30  # seconds without an answer
_GONE: Final = {404, 410}


class Web:
    """The site at `address`, with or without its index.html."""

    def __init__(self, address: str) -> None:
        """Take the address; nothing is asked yet."""
        self.name = address
        base = address.removesuffix(NAME).removesuffix("index.html")
        self._base = base if base.endswith("/") else base + "/"
        self._opener: OpenerDirector = build_opener(_SameOrigin)

    def paths(self) -> None:
        """Nobody can list a server."""

    def close(self) -> None:
        """Nothing is held open."""

    def open(self, path: str) -> BinaryIO:
        """The answer to a request for `path`. Raises CannotGoOn where the server does not answer."""
        address = urljoin(self._base, quote(path))
        try:
            answer = self._opener.open(Request(address, headers={"Accept-Encoding": "identity"}), timeout=_TIMEOUT)  # noqa: S310 - http(s) only, by place_of
        except HTTPError as error:
            error.close()
            if error.code in _GONE:
                raise Gone(path) from None
            raise _cannot(address, Text(f"服务器答复 {error.code}", f"the server answers {error.code}")) from None
        except (URLError, http.client.HTTPException, OSError, ValueError):
            raise _cannot(address, Text("服务器没有应答，或者地址不对", "the server does not answer, or the address is wrong")) from None
        return cast("BinaryIO", _Answer(answer))


class _Answer:
    """An answer that was cut short is an OSError, as of any other file."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._source.close()

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except http.client.HTTPException as error:
            raise OSError(0, str(error)) from error


class _SameOrigin(HTTPRedirectHandler):
    """Follows a redirect only within the site's own server: the copy to verify is there and nowhere else."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's own signature
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise _cannot(req.full_url, Text("服务器把请求转到了别的网站", "the server sends the request to another site"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _cannot(address: str, why: Text) -> CannotGoOn:
    return CannotGoOn(Text(f"不能读取 {address}：{why.zh}。", f"Cannot read {address}: {why.en}."))
