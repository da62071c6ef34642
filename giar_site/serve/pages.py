"""The files of the site, each page as `markup` shows it."""

import mimetypes
import os
import stat
from http import HTTPStatus
from pathlib import Path

from giar_site.serve.answers import Answer
from giar_site.serve.building import Preview
from giar_site.serve.guard import Refused, site_path
from giar_site.serve.markup import NO_PAGE_YET, Place, own_page, panel, shown

TYPES = mimetypes.MimeTypes()  # the table that Python brings, not the system's: a file shows the same everywhere
TEXTS = ("application/javascript", "application/json", "application/xml")
NOTHING_HERE = ("没有这个页面", "<h1>没有这个页面</h1>\n<p>地址写错了，或者页面还没有生成。</p>\n")


class Pages(Answer):
    """Every path but the preview's own."""

    def initialize(self, preview: Preview, port: int) -> None:
        """Keep what is on show and the port it is shown on."""
        self.preview, self.port = preview, port

    def get(self) -> None:
        """Answer with a page, a file, or what stands in for a missing one."""
        try:
            names = site_path(self.request.path)
        except Refused as refused:
            self.send_error(refused.status)
            return
        if names[-1] and (folder := self._own(names)) and os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises for a name too long
            self.redirect(f"{self.request.path}/")
            return
        names[-1] = names[-1] or "index.html"
        content = _content(self._own(names))
        if content is None:
            self._missing()
        elif names[-1].endswith(".html"):
            self._page(content, self.preview.fault)
        else:
            self.set_header("Content-Type", _type(names[-1]))
            self.finish(content)

    head = get

    def _missing(self) -> None:
        fault = self.preview.fault
        if fault is not None and not self.preview.has_site:
            self.set_status(HTTPStatus.INTERNAL_SERVER_ERROR)
            self._page(own_page(NO_PAGE_YET[0], panel(fault, NO_PAGE_YET)), None)
        else:
            self.set_status(HTTPStatus.NOT_FOUND)
            self._page(_content(self._own(["404.html"])) or own_page(*NOTHING_HERE), fault)

    def _page(self, page: bytes, fault: str | None) -> None:
        host = self.request.host.removesuffix(f":{self.port}")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(shown(page, Place(host, self.port, self.preview.edition), fault))

    def _own(self, names: list[str]) -> Path | None:
        """Return where `names` lie in the site; None where a link stands in the way."""
        path = Path(os.path.realpath(self.preview.output), *names)
        return path if os.path.realpath(path) == str(path) else None


def _content(path: Path | None) -> bytes | None:
    """Read a plain file; None for anything else."""
    if path is None:
        return None
    try:
        # O_NONBLOCK: opening a FIFO would wait for ever.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            return file.read() if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except OSError:
        return None


def _type(name: str) -> str:
    kind = TYPES.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in TEXTS else kind
