"""Lists that Word numbers itself: each list of the narrative counts anew."""

from typing import TYPE_CHECKING

from giar_site.export.narrative import Item
from giar_site.export.word.elements import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

_DEEPEST = 9  # levels a list of Word has
_STEP = 640  # twentieths of a point a level is set in: two characters


class Lists:
    """The lists of one document; begin a passage with `passage`, since each counts its own lists."""

    def __init__(self, document: "Document") -> None:
        self._numbering = document.part.numbering_part.element
        for child in list(self._numbering):
            self._numbering.remove(child)  # those of the library's template, which nothing here uses
        for kind in (False, True):
            self._numbering.append(_definition(ordered=kind))
        self._made: dict[int, int] = {}
        self._count = 0

    def passage(self) -> None:
        """Forget the lists of the passage before."""
        self._made = {}

    def number(self, paragraph: "Paragraph", item: Item) -> None:
        """Make `paragraph` the beginning of `item`."""
        if item.number not in self._made:
            self._count += 1
            self._made[item.number] = self._count
            level = min(item.depth, _DEEPEST - 1)
            restart = element("lvlOverride", element("startOverride", val=item.first), ilvl=level)
            self._numbering.append(element("num", element("abstractNumId", val=int(item.ordered)), restart, numId=self._count))
        level = element("ilvl", val=min(item.depth, _DEEPEST - 1))
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library has no words for lists
        properties._insert_numPr(element("numPr", level, element("numId", val=self._made[item.number])))  # noqa: SLF001 - as above


def _definition(*, ordered: bool) -> "BaseOxmlElement":
    levels = []
    for level in range(_DEEPEST):
        text, form = (f"%{level + 1}.", "decimal") if ordered else ("•", "bullet")
        indent = element("pPr", element("ind", left=_STEP * (level + 2), hanging=_STEP // 2))
        parts = [element("start", val=1), element("numFmt", val=form), element("lvlText", val=text), element("lvlJc", val="left"), indent]
        levels.append(element("lvl", *parts, ilvl=level))
    return element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=int(ordered))
