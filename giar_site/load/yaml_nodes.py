"""YAML text → nodes with places, scalars as written. Reads the parser's events and stops at the first sign of an attack.

Nothing is constructed by YAML's own guesses, so `012`, `no` and `12:30` stay the text that was written. Aliases,
anchors, tags, deep nesting and floods of nodes are refused inside the event loop: the loaders of libyaml would crash on them.
"""

from collections.abc import Iterator
from typing import NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from giar_site.load.yaml_words import syntax_words

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 16
MOST_NODES = 20_000


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


class Document(NamedTuple):
    """The root node (None: nothing usable) and what was wrong."""

    root: Node | None
    problems: list[Problem]

    @property
    def readable(self) -> bool:
        """True when what is not in the document was really not written."""
        return self.root is not None or not self.problems


class _Repeat(NamedTuple):
    """A key written again; its values are worded when the document is read to its end, for now they may be empty."""

    first: tuple[Scalar, Node]
    again: tuple[Scalar, Node]


class _Forbidden(Exception):  # noqa: N818
    def __init__(self, event: Event, zh: str, en: str) -> None:
        super().__init__(en)
        self.problem = Problem("forbidden_yaml", *_place(event), 1, {"zh": zh, "en": en})


def parse(text: str, first_line: int = 0) -> Document:
    """Read `text` as one YAML document that begins after `first_line` lines of its file. Never raises for bad content."""
    text = "\n" * first_line + text
    repeats: list[_Repeat] = []
    try:
        root, problem = _build(_guarded(text), repeats), []
    except _Forbidden as verdict:
        root, problem = None, [verdict.problem]
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:  # libyaml lets bad escapes out as ValueError
        root, problem = None, [_syntax_problem(text, error)]
    return Document(root, [*map(_repeat_problem, repeats), *problem])


def _guarded(text: str) -> Iterator[Event]:
    depth = nodes = documents = 0
    for event in yaml.parse(text, LOADER):
        if isinstance(event, AliasEvent):
            raise _Forbidden(event, "用了 YAML 别名（*）", "a YAML alias (*)")
        if isinstance(event, NodeEvent):
            nodes += 1
            if event.anchor:
                raise _Forbidden(event, "用了 YAML 锚点（&）", "a YAML anchor (&)")
            if tag := getattr(event, "tag", None):
                raise _Forbidden(event, f"用了 YAML 标签（{tag}）", f"a YAML tag ({tag})")
            if nodes > MOST_NODES:
                raise _Forbidden(event, f"内容超过 {MOST_NODES} 项", f"more than {MOST_NODES} nodes")
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise _Forbidden(event, f"嵌套超过 {DEEPEST} 层", f"nested deeper than {DEEPEST}")
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            depth -= 1
        elif isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Forbidden(event, "一个文件里有多份 YAML（多余的 ---）", "more than one YAML document (a stray ---)")
        yield event


def _build(events: Iterator[Event], repeats: list[_Repeat]) -> Node | None:
    root: Node | None = None
    open_nodes: list[Mapping | Sequence] = []
    keys: list[Scalar | None] = []
    for event in events:
        node: Node
        if isinstance(event, ScalarEvent):
            node = _scalar(event)
        elif isinstance(event, CollectionStartEvent):
            node = Mapping({}, *_place(event)) if isinstance(event, MappingStartEvent) else Sequence([], *_place(event))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            open_nodes.pop()
            keys.pop()
            continue
        else:
            continue
        if not open_nodes:
            root = node
        elif isinstance(parent := open_nodes[-1], Sequence):
            parent.items.append(node)
        elif (key := keys[-1]) is not None:
            keys[-1] = None
            first = parent.pairs.setdefault(key.text, (key, node))
            if first[0] is not key:
                repeats.append(_Repeat(first, (key, node)))
        elif isinstance(node, Scalar):
            keys[-1] = node
        else:
            raise _Forbidden(event, "键必须是一个词，不能是列表或映射", "a key must be a plain word, not a list or mapping")
        if not isinstance(node, Scalar):
            open_nodes.append(node)
            keys.append(None)
    return root


def _scalar(event: ScalarEvent) -> Scalar:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if start and end and end.line == start.line else 1
    return Scalar(event.value, not event.style, *_place(event), max(length, 1))


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _repeat_problem(repeat: _Repeat) -> Problem:
    (first, first_node), (key, node) = repeat
    words = {"key": key.text, "first_line": str(first.line), "value": shown(node), "first_value": shown(first_node)}
    return Problem("duplicate_key", key.line, key.column, key.length, words)


def shown(node: Node) -> str:
    """A node as a person would write it on one line, for messages."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return "[" + ", ".join(shown(item) for item in node.items) + "]"
    return "{…}"


def _syntax_problem(text: str, error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    zh, en = syntax_words(error, text)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem("invalid_yaml", line, column, 1, {"zh": zh, "en": en})
