"""What every answer of the preview has in common, and the answers that are no part of the site."""

from http import HTTPStatus
from pathlib import Path

from tornado import web

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Answer(web.RequestHandler):
    """Never cached, never read by another origin."""

    def set_default_headers(self) -> None:
        """Set what every answer carries."""
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def compute_etag(self) -> None:
        """Give no tag: a cached answer could be stale."""

    def write_error(self, status_code: int, **_: object) -> None:
        """Say the status and nothing about the program."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {HTTPStatus(status_code).phrase}\n")


class Refusal(Answer):
    """The answer to a request that the guard did not let in."""

    def initialize(self, status: int) -> None:
        """Keep the status to answer with."""
        self.status = status

    def prepare(self) -> None:
        """Answer before any method is looked up."""
        self.send_error(self.status)


class Stylesheet(Answer):
    """The preview's own stylesheet."""

    def get(self) -> None:
        """Answer with the rules of the panel."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(Path(__file__).with_name("preview.css").read_bytes())

    head = get
