"""XML of an office file, parsed with limits: any DTD refused, no entity resolved, depth and number of elements capped.

The standard library's parser is expat, which never fetches anything; what it lacks are the refusals. Without a DTD there are no entities
but the five of XML itself, hence no expansion and no file read; the refusal comes from the parser, so that no encoding hides the DTD.
"""

from typing import NoReturn
from xml.etree import ElementTree as ET

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused

DEEPEST = 200  # tables within tables within text boxes stay below 60
MOST_ELEMENTS = 600_000  # 30 times a long report; 600,000 take 150 MB
LARGEST_XML = 32 << 20  # bytes


def parse_xml(data: bytes, part: str) -> ET.Element:
    """Return the root of the XML `data`; `part` names it in the reason. Raises Refused."""
    if len(data) > LARGEST_XML:
        raise Refused(Text(f"其中的 {part} 过大", f"its part {part} is too large"))
    if data.count(b"<") > MOST_ELEMENTS:  # so many there may be only where so many brackets are, in any encoding
        _parsed(data, _Looker(part), part)
    try:
        root = _parsed(data, _Builder(part), part)
    except Refused:
        _parsed(data, _Looker(part), part)  # which may have more to say of it than that it is damaged
        raise
    _check_depth(root, part)
    return root


def check_xml(data: bytes, part: str) -> None:
    """Refuse what parse_xml refuses, but build nothing: for libraries that parse by themselves."""
    if len(data) > LARGEST_XML:
        raise Refused(Text(f"其中的 {part} 过大", f"its part {part} is too large"))
    _parsed(data, _Looker(part), part)


def _parsed(data: bytes, target: "_Looker | _Builder", part: str) -> ET.Element:
    parser = ET.XMLParser(target=target)  # noqa: S314 - `target` refuses any DTD, which all known attacks on it need
    try:
        parser.feed(data)
        root: ET.Element = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:  # the latter two: an encoding that nobody knows
        raise Refused(
            Text(
                f"其中的 {part} 不是完好的 XML（{error}），文件可能已损坏",
                f"its part {part} is no sound XML ({error}); the file may be damaged",
            )
        ) from None
    return root


def _too_deep(part: str) -> Text:
    return Text(f"其中的 {part} 嵌套超过 {DEEPEST} 层", f"its part {part} is nested deeper than {DEEPEST} levels")


class _Looker:
    """Counts what the parser meets and refuses what no office program writes."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._depth = 0
        self._elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> object:  # noqa: ARG002 - the parser's signature
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST:
            raise Refused(_too_deep(self._part))
        if self._elements > MOST_ELEMENTS:
            raise Refused(
                Text(f"其中的 {self._part} 超过 {MOST_ELEMENTS} 个元素", f"its part {self._part} has more than {MOST_ELEMENTS} elements")
            )
        return None

    def end(self, tag: str) -> object:  # noqa: ARG002 - the parser's signature
        self._depth -= 1
        return None

    def data(self, data: str) -> None:
        """Take no text."""

    def doctype(self, *_: str | None) -> NoReturn:
        raise Refused(
            Text(
                f"其中的 {self._part} 带有 DTD（文档类型定义）。办公软件不会写入 DTD，它可被用来读取本机文件或耗尽内存",
                f"its part {self._part} carries a DTD; no office program writes one, and it can be used to read local files or exhaust memory",
            )
        )

    def close(self) -> object:
        return None


class _Builder:
    """Builds the tree with the C functions alone, which is three times as quick as to look at each element on the way; refuses a DTD."""

    def __init__(self, part: str) -> None:
        tree = ET.TreeBuilder()
        self.start, self.end, self.data, self.close = tree.start, tree.end, tree.data, tree.close
        self.doctype = _Looker(part).doctype


def _check_depth(root: ET.Element, part: str) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise Refused(_too_deep(part))
        level = [child for element in level for child in element]
