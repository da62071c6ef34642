"""The unit of money that a source names: in a column head, a row label, or beside the table. The figures below it are meant in that unit."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Grid
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.items import Item

KNOWN = ("元", "万元", "亿元")
_LONGEST = 60
_UNIT = re.compile(r"(?:单位[:是为]?|[(\[【〔、,/])(?:人民币)?([\u4e00-\u9fff]{0,3}元|万|亿)(?=[)\]】〕、,/]|$)")
_TRADITIONAL = str.maketrans("萬億單位幣", "万亿单位币")


@lru_cache(maxsize=1024)
def unit_in(text: str) -> str:
    """The unit of money that a label names: `（单位：元）`, `(万元)`; "" where it names none, "元/万元" where it names two."""
    if len(text) > 2 * _LONGEST:
        return ""
    plain = unicodedata.normalize("NFKC", squeezed(text)).translate(_TRADITIONAL)
    found = dict.fromkeys(unit if unit.endswith("元") else unit + "元" for unit in _UNIT.findall(plain))
    return "/".join(found)


def unit_of(item: Item | None) -> str:
    """The unit of money in the label that `item` is."""
    return unit_in("".join(piece.text for piece in item.pieces)) if item else ""


def unit_beside(blocks: Iterable[Block], title: str) -> str:
    """The unit that stands beside a table, in a line or cell of its own or in its title: `单位：元`."""
    texts = [title]
    for block in blocks:
        texts += [cell.text for cell in block.cells] if isinstance(block, Grid) else [block.text]
    short = (text for text in texts if "位" in text and len(text) <= _LONGEST and "单位" in squeezed(text).translate(_TRADITIONAL))
    return "/".join(dict.fromkeys(unit for text in short if (unit := unit_in(text))))


class Unit(NamedTuple):
    """A unit of money. `near`: its head or label names it, so that it is surely the figure's."""

    name: str
    near: bool = True

    @property
    def why(self) -> Text:
        """Why a figure is given a unit that it does not have itself."""
        if self.near:
            return Text(
                f"栏名或行名写明单位是{self.name}，连单位一起记",
                f"its head or label names the unit, {self.name}; it is kept with the figure",
            )
        return Text(
            f"表外写明单位是{self.name}，连单位一起记", f"the unit, {self.name}, is named beside the table; it is kept with the figure"
        )


def said_unit(head: str, row: str, beside: str) -> Unit:
    """The unit that counts of those in the head, in the row's label and beside the table: the nearest one; head and label may differ."""
    near = "/".join(dict.fromkeys(filter(None, (head, row))))
    return Unit(near or beside, near=bool(near))


def in_unknown_unit(unit: str) -> Text:
    """Why a figure with that unit cannot be read."""
    return Text(
        f"原文写的单位是“{unit}”，不知道按哪个单位读；请改成元、万元或亿元的数",
        f"the source gives the unit as “{unit}”, which cannot be read; write the figure in 元, 万元 or 亿元",
    )
