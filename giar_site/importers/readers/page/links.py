"""Which lines of a page hold nothing but links: so look its ways to other pages, which are no part of its text."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import unquote

from giar_site.importers.readers.page.shown import attribute

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ATTACHED = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|rtf|zip|rar|7z|ofd)(?:$|[?#])", re.IGNORECASE)
_MARK = re.compile(r"[\[(（〔【]?[0-9]{1,3}[\])）〕】]?")
_NOTE = re.compile(r"_?(?:ftn|fn|foot|note|edn|endn|en\d|ref|cite|sdfoot|sdend|脚注|尾注|注)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s>»›＞|｜/·,，、【】\[\]-]*")


def is_attached(address: str) -> bool:
    """Whether a link leads to a document rather than to a page."""
    return bool(_ATTACHED.search(address))


def is_footnote_mark(node: "LexborNode", tag: str) -> bool:
    """Whether an element is a link to a place of the same page or to a note of any, and shows nothing but a number.

    `52<a href="#fn1">1</a>` is no 521. A site may write the address of its own page before the `#`, so there the name must be that of a note.
    """
    if tag != "a":
        return False
    page, sign, place = attribute(node, "href").strip().partition("#")
    return bool(sign and (not page or _NOTE.match(unquote(place))) and _MARK.fullmatch(node.text().strip()))


class Links:
    """Looks at one line after another: `are_all` tells whether all words of the line so far are those of links to pages."""

    def __init__(self) -> None:
        """Begin a line."""
        self._inside = 0
        self._linked = False
        self._free = False

    @property
    def are_all(self) -> bool:
        """True where there are links and no words outside of them but signs between."""
        return self._linked and not self._free

    def end_line(self) -> None:
        """Begin the next line; a link may go on in it."""
        self._linked = self._free = False

    def text(self, text: str) -> None:
        """Take in words, inside or outside of a link."""
        if self._inside:
            self._linked = self._linked or bool(text.strip())
        else:
            self._free = self._free or not _BETWEEN.fullmatch(text)

    @contextmanager
    def within(self, node: "LexborNode", tag: str) -> Iterator[None]:
        """Read what stands in `node`, which is a link to a page or something else."""
        named = not {"name", "id"}.isdisjoint(node.attributes) and "href" not in node.attributes  # a place to lead to, which leads nowhere
        link = tag == "a" and not named and not is_attached(attribute(node, "href"))
        self._inside += link
        yield
        self._inside -= link
