"""Paragraphs of giar's own Word files → the Markdown that they were written from: lists, quotations, code, bold, links."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from giar_site.importers.document import Block, Grid, Paragraph, Shape
from giar_site.importers.recognise.faces import inline


class _List(NamedTuple):
    """An open list: which one, the sign of its items, and how far their text is set in."""

    number: int
    sign: str
    width: int


class _Writer:
    """Writes one block after another; `lists` are those that the last one stood in, outermost first."""

    def __init__(self, table: Callable[[Grid], str]) -> None:
        self._table = table
        self.written: list[str] = []
        self.lists: list[_List] = []
        self._after_item = False

    def take(self, block: Block) -> None:
        if isinstance(block, Grid):
            self._put(self._table(block), 0)
            return
        shape = block.shape or Shape()
        if block.level:
            words = " ".join(inline(block.text, shape.runs).split("\\\n"))
            self._put("#" * min(6, max(3, block.level + 1)) + " " + words, 0)
        elif shape.role == "rule":
            self._put("---", 0)
        elif shape.role == "code":
            self._put(_fenced(block.text), 0)
        elif shape.list and (sign := _sign(block.marker)):
            self._item(block, shape, sign)
        else:
            text = inline(block.marker + block.text, shape.runs if not block.marker else ())
            self._put(_set_in(text, "> ") if shape.quoted else text, 0 if shape.quoted else shape.depth, quoted=shape.quoted)

    def _item(self, block: Paragraph, shape: Shape, sign: str) -> None:
        depth = min(shape.depth, len(self.lists))
        before = self.lists[depth] if depth < len(self.lists) else None
        if before and before.number == shape.list:
            sign = sign[:-1] + before.sign[-1]
        elif before and _kind(before.sign) == _kind(sign):
            sign = _other(before.sign, sign)
        outer = self.lists[:depth]
        margin = " " * sum(each.width for each in outer)
        width = len(sign) + 1
        text = _set_in(inline(block.text, shape.runs), " " * (len(margin) + width))[len(margin) + width :]
        item = f"{margin}{sign} {text}"
        if self._after_item and self.lists:
            self.written[-1] += "\n" + item
        else:
            self.written.append(item)
        self.lists = [*outer, _List(shape.list, sign, width)]
        self._after_item = True

    def _put(self, text: str, depth: int, *, quoted: bool = False) -> None:
        """Write what begins no item: it goes on in the innermost of `depth` open lists, or ends them."""
        self.lists = self.lists[:depth]
        margin = " " * sum(each.width for each in self.lists)
        if quoted and self.written and self.written[-1].startswith("> ") and not margin:
            self.written[-1] += "\n>\n" + text
        else:
            self.written.append(_set_in(text, margin))
        self._after_item = False


def shaped(blocks: Sequence[Block], table: Callable[[Grid], str]) -> str:
    """The Markdown of `blocks`; `table` writes a grid."""
    writer = _Writer(table)
    for block in blocks:
        writer.take(block)
    return "\n\n".join(writer.written)


def _sign(marker: str) -> str:
    """How Markdown begins such an item; "" where it cannot count so."""
    if marker == "•":
        return "-"
    return marker if marker[-1:] == "." and marker[:-1].isascii() and marker[:-1].isdigit() and len(marker) <= 10 else ""


def _kind(sign: str) -> bool:
    return sign[0].isdigit()


def _other(before: str, sign: str) -> str:
    """`sign` so that Markdown does not take the item for one of the list before."""
    return sign[:-1] + {"-": "*", "*": "-", ".": ")", ")": "."}[before[-1]]


def _set_in(text: str, margin: str) -> str:
    return "\n".join(margin + line if line else margin.rstrip() for line in text.split("\n"))


def _fenced(code: str) -> str:
    fence = "```"
    while fence in code:
        fence += "`"
    return f"{fence}\n{code}\n{fence}"
