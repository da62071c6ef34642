"""YAML text → nodes with places, scalars as written. Reads the parser's events and stops at the first sign of an attack.

Nothing is constructed by YAML's own guesses, so `012`, `no` and `12:30` stay the text that was written. Aliases,
anchors, tags, deep nesting and floods of nodes are refused inside the event loop: the loaders of libyaml would crash on them.
"""

from typing import Any, NamedTuple, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from giar_site.load.nodes import Mapping, Node, Problem, Scalar, Sequence, shown
from giar_site.load.text import Deceiving, deceiving_characters
from giar_site.load.yaml_words import certain_sign, syntax_words

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 16
MOST_NODES = 20_000
TOO_DEEP = (f"嵌套超过 {DEEPEST} 层", f"nested deeper than {DEEPEST}")


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
    problem: list[Problem] = []
    try:
        root = _build(text, repeats)
        if "\\" in text and root is not None:
            problem = _escaped(root, text)
    except _Forbidden as verdict:
        root, problem = None, [verdict.problem]
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:  # libyaml lets bad escapes out as ValueError
        root, problem = None, [_too_deep(error) or _syntax_problem(text, error)]
    return Document(root, [*map(_repeat_problem, repeats), *problem])


class _Open:
    """A mapping or sequence being read; `key` is the mapping's key that waits for its value."""

    __slots__ = ("key", "node")

    def __init__(self, node: Mapping | Sequence) -> None:
        self.node = node
        self.key: Scalar | None = None


def _build(text: str, repeats: list[_Repeat]) -> Node | None:
    """Build the nodes from the parser's events. The loop is hot (400 events a report): it goes by the events' exact types."""
    next_event: Any = LOADER(text).get_event  # untyped in the library; each kind of event has its own attributes
    root: Node | None = None
    stack: list[_Open] = []
    nodes = documents = 0
    while (event := next_event()) is not None:
        kind = type(event)
        node: Node
        if kind is ScalarEvent:
            node = _scalar(event)
        elif kind is MappingStartEvent:
            node = Mapping({}, *_place(event))
        elif kind is SequenceStartEvent:
            node = Sequence([], *_place(event))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            stack.pop()
            continue
        else:
            documents += kind is DocumentStartEvent
            _refuse_stream(event, documents)
            continue
        nodes += 1
        if event.anchor or event.tag or nodes > MOST_NODES or len(stack) >= DEEPEST:
            _refuse_node(event, nodes)
        if stack:
            _put(stack[-1], node, event, repeats)
        else:
            root = node
        if not isinstance(node, Scalar):
            stack.append(_Open(node))
    return root


def _put(parent: _Open, node: Node, event: Event, repeats: list[_Repeat]) -> None:
    holder = parent.node
    if isinstance(holder, Sequence):
        holder.items.append(node)
    elif parent.key is not None:
        key, parent.key = parent.key, None
        first = holder.pairs.setdefault(key.text, (key, node))
        if first[0] is not key:
            repeats.append(_Repeat(first, (key, node)))
    elif isinstance(node, Scalar):
        parent.key = node
    else:
        raise _Forbidden(event, "键必须是一个词，不能是列表或映射", "a key must be a plain word, not a list or mapping")


def _refuse_stream(event: Event, documents: int) -> None:
    if isinstance(event, AliasEvent):
        raise _Forbidden(event, "用了 YAML 别名（*）", "a YAML alias (*)")
    if documents > 1:
        raise _Forbidden(event, "一个文件里有多份 YAML（多余的 ---）", "more than one YAML document (a stray ---)")


def _refuse_node(event: NodeEvent, nodes: int) -> NoReturn:
    if event.anchor:
        raise _Forbidden(event, "用了 YAML 锚点（&）", "a YAML anchor (&)")
    if tag := getattr(event, "tag", None):
        raise _Forbidden(event, f"用了 YAML 标签（{tag}）", f"a YAML tag ({tag})")
    if nodes > MOST_NODES:
        raise _Forbidden(event, f"内容超过 {MOST_NODES} 项", f"more than {MOST_NODES} nodes")
    raise _Forbidden(event, *TOO_DEEP)


def _scalar(event: ScalarEvent) -> Scalar:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Scalar(event.value, not event.style, 1, 1, 1)
    length = end.column - start.column if end.line == start.line else 1
    return Scalar(event.value, not event.style, start.line + 1, start.column + 1, length or 1)


def _escaped(root: Node, text: str) -> list[Problem]:
    r"""Deceiving characters that an escape (`"\u202e"`) put into a scalar; those in the file's own text its reader has found."""
    found: list[Problem] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [each for pair in node.pairs.values() for each in pair]
        elif isinstance(node, Sequence):
            waiting += node.items
        elif not node.plain and (first := next(deceiving_characters(node.text), None)):
            before, character = _around(node.text, first)
            if character not in text:
                found.append(Problem("unsafe_text", node.line, node.column, 1, {"codepoint": first.codepoint, "before": before}))
    return sorted(found, key=lambda problem: (problem.line, problem.column))


def _around(text: str, found: Deceiving) -> tuple[str, str]:
    """Up to eight characters before the one found, and itself."""
    line = text.split("\n")[found.line - 1]
    at = found.column - 1
    return line[max(at - 8, 0) : at], line[at]


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _repeat_problem(repeat: _Repeat) -> Problem:
    (first, first_node), (key, node) = repeat
    words = {"key": key.text, "first_line": str(first.line), "value": shown(node), "first_value": shown(first_node)}
    return Problem("duplicate_key", key.line, key.column, key.length, words)


def _too_deep(error: Exception) -> Problem | None:
    """The nesting that the library itself stopped at: since PyYAML 6.0.4 its scanner does, which reads ahead of the events."""
    if "maximum nesting depth" not in str(getattr(error, "problem", "")) + str(getattr(error, "context", "")):
        return None
    zh, en = TOO_DEEP
    return Problem("forbidden_yaml", *_error_place(error), 1, {"zh": zh, "en": en})


def _error_place(error: Exception) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax_problem(text: str, error: Exception) -> Problem:
    line, column = _error_place(error)
    sign = certain_sign(text, line)
    if sign:
        written = text.split("\n")[sign.line - 1].split("#", maxsplit=1)[0].rstrip()
        indent = len(written) - len(written.lstrip())
        words = {"zh": sign.zh, "en": sign.en, "certain": "yes"}
        return Problem("invalid_yaml", sign.line, indent + 1, len(written) - indent or 1, words)
    zh, en = syntax_words(error)
    return Problem("invalid_yaml", line, column, 1, {"zh": zh, "en": en})
