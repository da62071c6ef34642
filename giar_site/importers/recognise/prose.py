"""Paragraphs → Markdown that says the same, word for word: marks are escaped only where Markdown would take them for its own."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from mdit_py_cjk_friendly import cjk_friendly

from giar_site.importers.document import Block, Grid, Paragraph
from giar_site.importers.recognise.own import Source
from giar_site.importers.recognise.shaped_prose import shaped

_HEADING = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）][^。；;:：]{2,30}[。:：]?")
_SUSPECT = re.compile(r"[\\`*_\[\]<>~|&]|^\s*(?:[-+#=>]|[0-9]{1,9}[.)])|^\s{4}|\s{2,}$|:\w+:|https?:|www\.")
_SPECIAL = re.compile(r"([\\`*_\[\]<>~|&#!])")
_BULLETS = "•·●○■□◆◇▪‣-*"
_NUMBER = re.compile(r"([0-9]{1,9})([.)])")
_LIST = re.compile(r"- |[0-9]{1,9}[.)] ")
_PLAIN = MarkdownIt("commonmark").enable("table").enable("strikethrough").use(cjk_friendly)  # as report.md is read


def markdown(blocks: Sequence[Block], *, headings: bool = True) -> str:
    """`blocks` as Markdown. Lines that are sub-headings of a report become such, where `headings`."""
    if any(isinstance(block, Paragraph) and block.shape for block in blocks):
        return shaped(blocks, _table)
    written: list[str] = []
    top = min((block.level for block in blocks if isinstance(block, Paragraph) and block.level), default=0)
    for block in blocks:
        if isinstance(block, Grid):
            written.append(_table(block))
        elif isinstance(block, Source):
            written.append(block.text)
        elif mark := _mark(block, written[-1] if written else ""):
            item = f"{mark} {escaped(block.text)}"
            if written and _LIST.match(written[-1]):
                written[-1] += "\n" + item
            else:
                written.append(item)
        else:
            text = block.marker + (" " if _NUMBER.fullmatch(block.marker) else "") + block.text
            is_heading = headings and (block.level > 0 or _HEADING.fullmatch(text))
            depth = max(0, block.level - top) if block.level else 0
            written.append("#" * min(6, 3 + depth) + " " + escaped(text) if is_heading else escaped(text))
    return "\n\n".join(written)


def _mark(block: Paragraph, before: str) -> str:
    """The mark of a list that `block` goes on or begins; "" where Markdown would count differently from the source."""
    marker = block.marker.strip()
    if not marker or block.level:
        return ""
    if marker in _BULLETS:
        return "-"
    number = _NUMBER.fullmatch(marker)
    last = _NUMBER.match(before.rpartition("\n")[2])
    if not number or (last and (last[2] != number[2] or int(last[1]) + 1 != int(number[1]))):
        return ""
    return marker


def escaped(text: str) -> str:
    """`text` so that Markdown shows just that."""
    if not _SUSPECT.search(text) or _shows(text, text):
        return text
    marked = _SPECIAL.sub(r"\\\1", text)
    if not _shows(marked, text):
        marked = re.sub(r"^(\s*[0-9]{1,9})([.)])", r"\1\\\2", marked)
        marked = re.sub(r"^(\s*)([-+=])", r"\1\\\2", marked)
    return marked


def _shows(written: str, text: str) -> bool:
    tokens = _PLAIN.parse(written)
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    children = tokens[1].children or []
    return (
        all(child.type in {"text", "text_special"} for child in children) and "".join(child.content for child in children) == text.strip()
    )


def _table(grid: Grid) -> str:
    """A grid that is no table of the form, as a table of Markdown; a cell that spans several is written once."""
    rows = [["" for _ in range(grid.width)] for _ in range(grid.height)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = escaped(" ".join(cell.text.split())).replace("|", r"\|") if cell.text else ""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * grid.width, *lines[1:]])
