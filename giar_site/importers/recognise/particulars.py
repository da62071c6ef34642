"""Tables of labels and values (`索引号 | … | 文号 | …`) and lines of that kind below a report → metadata."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Grid, GridCell, Paragraph
from giar_site.importers.recognise.folding import folded, squeezed
from giar_site.importers.recognise.metadata import CONTACT_OF, FIELD_OF, fields_in
from giar_site.importers.recognise.report_title import title_in
from giar_site.importers.recognise.sections import Part
from giar_site.importers.recognise.values import CONTACT, FoundAttachment, FoundValue, found_value

_OWN = {  # labels that only the workbook of giar and forms like it have
    "机关代号": "slug",
    "年度": "year",
    "报告年度": "year",
    "联系科室": CONTACT + "office",
    "联系部门": CONTACT + "office",
    "联系处室": CONTACT + "office",
}
_TITLES = ("标题", "名称", "信息名称")
_ATTACHMENT = re.compile(r"附件(?P<number>[0-9]{0,3})(?P<field>文件名|说明)?")
_FIELD = {None: "title", "文件名": "file", "说明": "note"}


@dataclass(slots=True)
class Particulars:
    """What tables of labels and values say. `taken` are the cells that values were read from, `labels` those beside them."""

    values: list[FoundValue] = field(default_factory=list)
    attachments: dict[int, FoundAttachment] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    taken: list[Paragraph] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    strange: int = 0

    def read(self, grid: Grid) -> "Particulars":
        """Take every pair of `grid`."""
        for row in grid.in_rows():
            self._row([cell for cell in row if squeezed(cell.text) or grid.width > 1], pairs=grid.width == 2)
        return self

    def _row(self, cells: Sequence[GridCell], *, pairs: bool) -> None:
        at = 0
        while at < len(cells):
            cell = cells[at]
            at += 1
            if not squeezed(cell.text):
                continue
            if _label(cell.text) is not None:
                value = cells[at] if at < len(cells) and (pairs or _label(cells[at].text) is None) else None
                at += value is not None
                self.labels.append(cell.text)
                self._pair(_label(cell.text) or "", cell, value)
            elif known := fields_in(cell.text):
                self.taken.append(Paragraph(cell.text, cell.spot))
                for key, text in known:
                    self._value(key, text, text.partition(":")[0], cell)
            else:
                self.strange += 1
                at += pairs  # a label that is not known, with its value

    def _pair(self, key: str, label: GridCell, value: GridCell | None) -> None:
        if value is None or not squeezed(value.text):
            return
        self.taken.append(Paragraph(value.text, value.spot))
        text = " ".join(value.text.split())
        match = _ATTACHMENT.fullmatch(squeezed(label.text).rstrip(":："))
        if match:
            number = int(match["number"] or 1)
            known = self.attachments.get(number, FoundAttachment("", spot=value.spot))
            self.attachments[number] = FoundAttachment(**{**known._asdict(), _FIELD[match["field"]]: text})
            return
        name = squeezed(label.text).rstrip(":：")
        self._value("title" if name in _TITLES and (name == "标题" or title_in(text)) else key, text, name, value)

    def _value(self, key: str, text: str, name: str, cell: GridCell) -> None:
        if key and key not in {each.key for each in self.values}:
            self.values.append(found_value(key, text, Text(f"“{name}”一格", f"the cell of “{name}”"), cell.spot))
        else:
            self.furniture.append(f"{name}:{text}")


@cache
def _keys() -> dict[str, str]:
    own = {folded(word): key for word, key in _OWN.items()}
    return own | {folded(word): CONTACT + key for word, key in CONTACT_OF.items()} | {folded(word): key for word, key in FIELD_OF.items()}


def _label(text: str) -> str | None:
    """The key of the metadata that `text` is the label of ("": of no interest); None where it is no such label."""
    if len(text) > 20:
        return None
    if _ATTACHMENT.fullmatch(squeezed(text).rstrip(":：")):
        return "attachments"
    return _keys().get(folded(text))


def is_particulars(grid: Grid) -> bool:
    """Whether a table consists of labels of metadata and values."""
    if grid.width < 2:
        return False
    found = Particulars().read(grid)
    named = max(len(found.labels), len(found.values))
    return named >= 2 and found.strange < named


def without_particulars(parts: Sequence[Part]) -> tuple[list[Part], Particulars]:
    """`parts` without the tables of labels and values that stand in them, and what these say."""
    found = Particulars()
    kept: list[Part] = []
    for part in parts:
        blocks: list[Block] = []
        for block in part.blocks:
            if isinstance(block, Grid) and is_particulars(block):
                found.read(block)
            else:
                blocks.append(block)
        kept.append(replace(part, blocks=tuple(blocks)))
    return kept, found
