"""The links and pictures of a narrative: own files get their published place, and each is recorded with where it stands."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it.token import Token

from giar_site.diagnostics import Place
from giar_site.load.links import own_file
from giar_site.load.markdown import RefusedLink
from giar_site.load.sink import Sink
from giar_site.model import PREAMBLE, Link, LinkKind

_ADDRESS_OF = {"link_open": "href", "image": "src"}


class Adopted(NamedTuple):
    """The own files that a narrative shows or links, and its links and pictures, each with its place in the file."""

    files: frozenset[str]
    links: tuple[tuple[Link, Place], ...]


def adopt_links(tokens: Iterable[Token], year: str, lines: list[str], first_line: int, sink: Sink) -> Adopted:
    """Point links to own files at their published place, mark links that leave the site, and list what there is."""
    files, links = [], []
    for token, address, place, written in _addresses(tokens, lines, first_line, sink):
        attribute = _ADDRESS_OF[token.type]
        name = own_file(address)
        if name:
            files.append(name)
            token.attrs[attribute] = f"{year}/{address.removeprefix('./')}"
        elif token.type == "image":
            sink.fault("unsafe_link", f"line-{place.line}", place, address=written, image="yes")
            token.attrs[attribute] = ""
        elif address.startswith(("http:", "https:")):
            token.attrs["rel"] = "noopener"
        kind = LinkKind.PICTURE if token.type == "image" else _kind(address, name)
        if kind is not None:
            words = f"{token.content} {token.attrs.get('title', '')}".strip() if kind is LinkKind.PICTURE else ""
            links.append((Link(kind, address, "", 0, 0, words), place))
    return Adopted(frozenset(files), tuple(links))


def _kind(address: str, own: str) -> LinkKind | None:
    """Where the address of a link leads; None for mail, telephone, a place in the page and the report's `own` files."""
    if address.lower().startswith(("http:", "https:")):
        return LinkKind.WEB
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    return LinkKind.PAGE if path and not own and ":" not in path else None


def _addresses(tokens: Iterable[Token], lines: list[str], first_line: int, sink: Sink) -> Iterator[tuple[Token, str, Place, str]]:
    """Each link and picture with its address, its place and the spelling there. In a paragraph they come in the order they are written."""
    for block in tokens:
        first, end = block.map or (0, 1)
        column = 0
        for token in block.children or ():
            if token.type in _ADDRESS_OF:
                address = str(token.attrs.get(_ADDRESS_OF[token.type], ""))
                place, written = find_address(lines, RefusedLink(address, first, end), first_line, sink, column)
                if place.length > 1:
                    first, column = place.line - 1 - first_line, place.column - 1 + place.length
                yield token, address, place, written


def find_address(lines: list[str], link: RefusedLink, first_line: int, sink: Sink, column: int = 0) -> tuple[Place, str]:
    """Where an address stands in its paragraph, after so many characters of its first line, and its spelling there.

    Markdown hands it over with Chinese percent-encoded. What was written in other characters (`&#106;`) is placed at the beginning.
    """
    for written in dict.fromkeys((link.address, unquote(link.address))):
        for number in range(link.first, min(link.end, len(lines))):
            at = lines[number].find(written, column if number == link.first else 0)
            if at >= 0:
                return sink.place(number + 1 + first_line, at + 1, len(written)), written
    return sink.place(link.first + 1 + first_line, 1), unquote(link.address)


def in_passages(links: Iterable[tuple[Link, Place]], sink: Sink) -> tuple[Link, ...]:
    """The links with the passage each stands in and its characters there. `sink` knows where the passages begin."""
    found = []
    passages = [(key, first, _line_starts(source)) for key, (first, source) in sink.passages.items()] if links else []
    for link, place in links:
        for key, first, starts in passages:
            if first <= place.line < first + len(starts):
                start = starts[place.line - first] + place.column - 1
                found.append(link._replace(section="" if key == PREAMBLE else key, start=start, end=start + place.length))
    return tuple(found)


def _line_starts(text: str) -> list[int]:
    return list(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))
