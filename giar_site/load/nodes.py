"""What a YAML text consists of, with places: scalars as written, mappings, sequences."""

from typing import NamedTuple

_LONGEST_SHOWN = 80
_MOST_SHOWN = 12


class Scalar(NamedTuple):
    """A scalar's text as written; `plain` when it stands without quotes. Line and column from 1."""

    text: str
    plain: bool
    line: int
    column: int
    length: int


class Mapping(NamedTuple):
    """Pairs by key text, in the order written, each key once."""

    pairs: dict[str, tuple[Scalar, "Node"]]
    line: int
    column: int
    length: int = 1


class Sequence(NamedTuple):
    """Items in the order written."""

    items: list["Node"]
    line: int
    column: int
    length: int = 1


Node = Scalar | Mapping | Sequence


class Problem(NamedTuple):
    """What is wrong with the text as YAML: `kind` is the fault's name."""

    kind: str
    line: int
    column: int
    length: int
    words: dict[str, str]


def shown(node: Node) -> str:
    """A node as a person would write it on one line, for messages."""
    if isinstance(node, Scalar):
        return node.text if len(node.text) <= _LONGEST_SHOWN else node.text[:_LONGEST_SHOWN] + "…"
    if isinstance(node, Mapping):
        return "{…}"
    items = [shown(item) if isinstance(item, Scalar) else "…" for item in node.items[:_MOST_SHOWN]]
    return "[" + ", ".join(items + ["…"] * (len(node.items) > _MOST_SHOWN)) + "]"
