"""A built site on disk, and the same site served under a sub-path by a server that remembers every request."""

import contextlib
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

PREFIX = "/a/b/"  # no page may depend on standing at the root of its host
REPORT = re.compile(r"(?!years/)[^/]+/\d{4}\.html")


class Answer(NamedTuple):
    """One request as the server saw it: path as sent, HTTP status."""

    path: str
    status: int


@dataclass(frozen=True)
class Site:
    """A folder of pages and the address it is served at, ending in a slash."""

    folder: Path
    url: str
    answers: list[Answer] = field(default_factory=list)

    def pages(self) -> list[str]:
        """Every HTML page, as its path from the site's root."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def reports(self) -> list[str]:
        """The report pages, `<agency>/<year>.html`."""
        return [page for page in self.pages() if REPORT.fullmatch(page)]

    def text(self, page: str) -> str:
        """Return the source of `page`."""
        return (self.folder / page).read_text(encoding="utf-8")


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """Serve `folder` on the loopback interface under PREFIX until the block ends."""
    answers: list[Answer] = []

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, directory=str(folder), **kwargs)  # type: ignore[arg-type]

        def translate_path(self, path: str) -> str:
            # A link to a folder works on this server, but not in a site unpacked from a zip: refuse it here too.
            if not path.startswith(PREFIX) or path.partition("?")[0].endswith("/"):
                return str(folder / "no such file")
            return super().translate_path("/" + path.removeprefix(PREFIX))

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002 - the base class's signature
            answers.append(Answer(self.path, int(code)))

        def log_message(self, *args: object) -> None:
            """Say nothing: `answers` is the log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_port}{PREFIX}", answers)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
