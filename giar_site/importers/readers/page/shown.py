"""What of a web page a reader sees: elements that are hidden or hold no text, and the style that is written in the page itself."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SILENT = frozenset(
    {"head", "script", "style", "meta", "link", "base", "title", "-comment", "!doctype", "-doctype", "param", "source", "track", "rp"}
)
UNSHOWN = frozenset({"noscript", "template", "datalist", "noframes", "noembed", "select", "textarea", "svg", "canvas", "rt"})
PICTURES = frozenset({"img", "image"})
WINDOWS = frozenset({"iframe", "frame", "object", "embed", "video", "audio"})
BESIDE = frozenset({"nav", "header", "footer", "aside"})  # what a page says besides its text: HTML, 4.3
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
        "option",
        "optgroup",
        "caption",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
    ]
)
_LIST_STYLE = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)


def attribute(node: "LexborNode", name: str) -> str:
    """Return the attribute, "" where it is missing or has no value."""
    return node.attributes.get(name) or ""


def list_style(node: "LexborNode") -> str:
    """Return the list style that the element asks for, "" for none."""
    found = _LIST_STYLE.search(attribute(node, "style"))
    return found[1].strip().lower() if found else ""


def number(text: str, default: int) -> int:
    """Return `text` as an integer as HTML reads it, or `default`."""
    found = re.match(r"\s*(-?[0-9]{1,9})", text)
    return int(found[1]) if found else default


def children(node: "LexborNode") -> Iterator["LexborNode"]:
    """Yield the nodes below `node`, text included."""
    below = node.first_child
    while below is not None:
        yield below
        below = below.next


def below(node: "LexborNode", *tags: str) -> Iterator["LexborNode"]:
    """Yield the children that are one of `tags`."""
    return (child for child in children(node) if child.tag in tags)
