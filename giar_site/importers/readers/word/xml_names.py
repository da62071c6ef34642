"""Elements and attributes by their local names: the transitional and the strict form of the format differ in namespaces only."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def name(element: Element) -> str:
    """Return the tag without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element | None, key: str, default: str = "") -> str:
    """Return the attribute of that local name, or `default`."""
    if element is not None:
        for full, value in element.attrib.items():
            if full.rpartition("}")[2] == key:
                return value
    return default


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along the local names of `path`."""
    for step in path:
        if element is None:
            return None
        for below in element:
            if below.tag.rpartition("}")[2] == step:  # without a call of `name`: this is where reading a Word file takes its time
                element = below
                break
        else:
            return None
    return element


def children(element: Element, wanted: str) -> Iterator[Element]:
    """Yield the children of that local name."""
    return (below for below in element if name(below) == wanted)


def value(element: Element | None, *path: str, default: str = "") -> str:
    """Return the `val` of the element along `path`; `default` where it or its value is missing."""
    return attribute(child(element, *path), "val", default)


def number(text: str, default: int = 0) -> int:
    """Return `text` as an integer of plain digits, or `default`."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 20 else default


def switched_on(element: Element | None) -> bool:
    """Whether an on/off property is there and on."""
    return element is not None and attribute(element, "val", "true").lower() not in {"0", "false", "off", "none"}
