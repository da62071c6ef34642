"""The unit of money that a source names: in a column head, a row label, or beside the table. The figures below it are meant in that unit."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Grid
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.items import Item

KNOWN = ("元", "万元", "亿元")
_LONGEST = 60
_UNIT = re.compile(r"(?:单位[:是为]?|[(\[【〔、,/])(?:人民币)?([\u4e00-\u9fff]{0,3}元|万|亿)(?=[)\]】〕、,/]|$)")
_ALONE = re.compile(r"[(【〔]\s*(?:人民币)?\s*(?:[\u4e00-\u9fff]{0,3}元|万|亿)\s*[)】〕]")
_CAPTION = re.compile(r"[(【〔]?(?:计量|金额)?单位")
_TRADITIONAL = str.maketrans("萬億單位幣", "万亿单位币")


@lru_cache(maxsize=1024)
def unit_in(text: str) -> str:
    """The unit of money that a label names: `（单位：元）`, `(万元)`; "" where it names none, "元/万元" where it names two."""
    if len(text) > 2 * _LONGEST:
        return ""
    plain = _plain(squeezed(text))
    found = dict.fromkeys(unit if unit.endswith("元") else unit + "元" for unit in _UNIT.findall(plain))
    return "/".join(found)


def unit_of(item: Item | None) -> str:
    """The unit of money in the label that `item` is."""
    return unit_in("".join(piece.text for piece in item.pieces)) if item else ""


class Beside(NamedTuple):
    """Units of money beside a table, joined by `/`. `said`: wherever 单位 is said, also in a label; `captions`: of these what stands alone."""

    said: str = ""
    captions: str = ""


NO_UNIT = Beside()


def unit_beside(blocks: Sequence[Block], title: str) -> Beside:
    """The units beside a table: `单位：元` in a line or cell of its own or in its title, `（元）` in a line of its own or behind its title."""
    texts = [title]
    for block in blocks:
        texts += [cell.text for cell in block.cells] if isinstance(block, Grid) else [block.text]
    short = [text for text in texts if "位" in text and len(text) <= _LONGEST and "单位" in squeezed(text).translate(_TRADITIONAL)]
    lines = (block.text for block in blocks if not isinstance(block, Grid))
    bare = [line for line in (_end_of(title), *lines) if len(line) <= _LONGEST and _ALONE.fullmatch(_plain(line).strip())]
    captions = [text for text in short if _CAPTION.match(_plain(squeezed(text)))]
    return Beside(_units_in((*short, *bare)), _units_in((*captions, *bare)))


def _units_in(texts: Iterable[str]) -> str:
    return "/".join(dict.fromkeys(unit for text in texts if (unit := unit_in(text))))


def _end_of(title: str) -> str:
    """What stands in brackets behind a title."""
    plain = _plain(title[-_LONGEST:])
    return plain[max(map(plain.rfind, "(【〔")) :] if plain.endswith((")", "】", "〕")) else ""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_TRADITIONAL)


class Unit(NamedTuple):
    """A unit of money. `near`: its head or label names it, so that it is surely the figure's, unless another one, `against` it, stands beside."""

    name: str
    near: bool = True
    against: str = ""

    @property
    def why(self) -> Text:
        """Why a figure is given a unit that it does not have itself."""
        if self.against:
            return Text(
                f"栏名或行名写明单位是{self.name}，表外却写{self.against}，按{self.name}读，请对照原文",
                f"its head or label names the unit, {self.name}, but beside the table it is {self.against}; {self.name} is taken, compare the source",
            )
        if self.near:
            return Text(
                f"栏名或行名写明单位是{self.name}，连单位一起记",
                f"its head or label names the unit, {self.name}; it is kept with the figure",
            )
        return Text(
            f"表外写明单位是{self.name}，连单位一起记", f"the unit, {self.name}, is named beside the table; it is kept with the figure"
        )


def said_unit(head: str, row: str, beside: Beside) -> Unit:
    """The unit that counts of those in the head, in the row's label and beside the table: the nearest one; head and label may differ."""
    near = "/".join(dict.fromkeys(filter(None, (head, row))))
    if not near:
        return Unit(beside.said, near=False)
    return Unit(near, against="/".join(unit for unit in beside.captions.split("/") if unit not in near.split("/")))


def in_unknown_unit(unit: str) -> Text:
    """Why a figure with that unit cannot be read."""
    return Text(
        f"原文写的单位是“{unit}”，不知道按哪个单位读；请改成元、万元或亿元的数",
        f"the source gives the unit as “{unit}”, which cannot be read; write the figure in 元, 万元 or 亿元",
    )
