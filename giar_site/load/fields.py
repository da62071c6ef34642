"""Named fields of a mapping (agency.yaml, site.yaml, front matter): each read once, as text, what is left over is a fault."""

import datetime as dt
import re
from collections.abc import Callable, Collection

from giar_site.diagnostics import Place
from giar_site.load.nodes import Mapping, Node, Scalar, Sequence, shown
from giar_site.load.sink import Sink

MOST_ENTRIES = 200
_BLANKS = {"", "~", "null"}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?")


class Fields:
    """The fields of one mapping; `prefix` is its own item name in addresses."""

    def __init__(self, node: Node | None, sink: Sink, lines: list[str], prefix: str = "") -> None:
        """Take `node` (None: nothing was written); `lines` are the file's, to see what a `#` cut off."""
        self._node = node
        self._pairs = dict(node.pairs) if isinstance(node, Mapping) else {}
        self._sink = sink
        self._lines = lines
        self._prefix = prefix
        self._known: list[str] = []
        self.usable = node is None or isinstance(node, Mapping) or shown(node) in _BLANKS
        if node is not None and not self.usable:
            self._invalid(prefix or sink.part, node, "这里要写成“名称: 内容”一行一项", "write this as `name: content`, one per line")

    @property
    def keys(self) -> tuple[str, ...]:
        """What is written here, in its order."""
        return tuple(self._pairs)

    def text(self, key: str, *, required: bool = False) -> str:
        """The text of `key`; "" when it was not written."""
        node = self._take(key)
        if isinstance(node, Scalar):
            text = "" if node.plain and node.text in _BLANKS else node.text.strip()
            if text:
                self._look_for_hash(key, node)
                return text
        elif node is not None:
            self._invalid(self._item(key), node, "这里要写一段文字", "a text is expected here")
            return ""
        if required and self.usable:
            self._sink.fault("missing_field", self._item(key), node or self._node, key=key)
        return ""

    def choice(self, key: str, choices: Collection[str], default: str, *, required: bool = False) -> str:
        """The text of `key`, one of `choices`."""
        node = self._pairs.get(key, (None, None))[1]
        text = self.text(key, required=required)
        if text and text not in choices:
            words = " / ".join(choices)
            self._invalid(self._item(key), node, f"只能是 {words} 之一", f"must be one of {words}")
            return default
        return text or default

    def pattern(self, key: str, pattern: str, zh: str, en: str) -> str:
        """The text of `key` when it matches `pattern` whole; else a fault that says what it should look like."""
        node = self._pairs.get(key, (None, None))[1]
        text = self.text(key)
        if text and not re.fullmatch(pattern, text):
            self._invalid(self._item(key), node, zh, en)
            return ""
        return text

    def known(self, key: str, exists: Callable[[str], bool], zh: str, en: str) -> str:
        """The text of `key` when there is such a thing; else a fault."""
        node = self._pairs.get(key, (None, None))[1]
        text = self.text(key)
        if text and not exists(text):
            self._invalid(self._item(key), node, zh, en)
            return ""
        return text

    def yes(self, key: str) -> bool:
        """True when `key` says so; false when it was not written."""
        return self.choice(key, ("true", "false"), "false") == "true"

    def date(self, key: str, *, required: bool = False) -> str:
        """A date `YYYY-MM-DD`, with a time `HH:MM` where one was published."""
        node = self._pairs.get(key, (None, None))[1]
        text = self.text(key, required=required)
        if text and not _DATE.fullmatch(text):
            zh = "日期要写成 2026-01-31 或 2026-01-31 15:01，数字、减号和引号都用半角"
            self._invalid(self._item(key), node, zh, "a date is written 2026-01-31 or 2026-01-31 15:01, in ASCII characters")
        elif text and not _exists(text):
            self._invalid(self._item(key), node, "没有这一天或这个时刻", "there is no such day or time")
        else:
            return text
        return ""

    def mapping(self, key: str) -> "Fields":
        """The fields below `key`."""
        return Fields(self._take(key), self._sink, self._lines, self._item(key))

    def mappings(self, key: str, most: int = MOST_ENTRIES) -> list[tuple[Node, "Fields"]]:
        """The list of mappings below `key`, each with its node."""
        node = self._take(key)
        if node is None or (isinstance(node, Scalar) and node.text in _BLANKS):
            return []
        if not isinstance(node, Sequence):
            self._invalid(self._item(key), node, "这里要写成列表，每项以“- ”开头", "a list is expected here, each item beginning with `- `")
            return []
        if len(node.items) > most:
            self._invalid(self._item(key), node, f"最多写 {most} 项", f"at most {most} entries")
        return [(item, Fields(item, self._sink, self._lines, f"{self._item(key)}.{at}")) for at, item in enumerate(node.items[:most], 1)]

    def words(self, key: str, pattern: str, zh: str, en: str) -> list[str]:
        """The list of words below `key` that match `pattern` whole; a fault that says what it should look like for every other."""
        node = self._take(key)
        items = node.items if isinstance(node, Sequence) else [] if node is None else [node]
        found = []
        for item in items:
            if isinstance(item, Scalar) and isinstance(node, Sequence) and re.fullmatch(pattern, item.text):
                found.append(item.text)
            elif not (isinstance(item, Scalar) and item.plain and item.text in _BLANKS):
                self._invalid(self._item(key), item, zh, en)
        return found

    def line_with(self, text: str) -> Place | None:
        """Where `text` first stands in the file."""
        return next((self._sink.place(at, line.index(text) + 1, len(text)) for at, line in enumerate(self._lines, 1) if text in line), None)

    def finish(self) -> None:
        """Record every field that nobody asked for."""
        for key, (name, _) in self._pairs.items():
            if key not in self._known:
                self._sink.fault("unknown_field", self._item(key), name, key=key, known=" ".join(self._known))

    def _item(self, key: str) -> str:
        return f"{self._prefix}.{key}" if self._prefix else key

    def _take(self, key: str) -> Node | None:
        self._known.append(key)
        name, node = self._pairs.get(key, (None, None))
        if name is not None and node is not None:
            self._sink.put(self._item(key), node if isinstance(node, Scalar) else name)
        return node

    def _invalid(self, item: str, node: Node | None, zh: str, en: str) -> None:
        value = shown(node) if node is not None else ""
        self._sink.fault("invalid_field", item, node, value=value, zh=zh, en=en)

    def _look_for_hash(self, key: str, node: Scalar) -> None:
        """A ` #` begins a comment in YAML: `见 #1号` would lose its end. A comment has a space after the hash."""
        if not node.plain or node.line > len(self._lines):
            return
        rest = self._lines[node.line - 1][node.column - 1 + node.length :].lstrip()
        if rest.startswith("#") and rest[1:2].strip():
            self._sink.fault("text_cut_by_hash", self._item(key), node, key=key, kept=node.text, lost=rest)


def _exists(text: str) -> bool:
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
