"""Mutations of what stands around tables and between their lines: page breaks, furniture, captions, notes, stray numbers."""

import random
from dataclasses import replace

from giar_site.importers.document import Block, Document, Grid, Paragraph, Spot
from tests.importers.layouts.figures import random_figures
from tests.importers.layouts.in_words import Expected
from tests.importers.layouts.layouts import Source
from tests.importers.layouts.printed import printed

_PAGE_LINES = (
    "- 3 -",
    "第 3 页 共 8 页",
    "—4—",
    "3 / 8",
    "扫一扫在手机打开当前页",
    "打印本页 关闭窗口",
    "·5·",
    "第5页",
    "版权所有：某某市人民政府",
)


def repeated_heads(source: Source, expected: Expected, chance: random.Random) -> None:
    """A page break within each table, its heads repeated."""
    source.cut = "head"
    source.furniture = chance.choice([(), ("- 3 -",)])


def page_break(source: Source, expected: Expected, chance: random.Random) -> None:
    """A page break within each table, without heads."""
    source.cut = "bare"
    source.furniture = chance.choice([(), ("第 3 页 共 8 页",)])


def captions(source: Source, expected: Expected, chance: random.Random) -> None:
    """A caption and a unit above each table, a note below."""
    for sheet in source.sheets:
        source.before[sheet.key] = [
            chance.choice(["表二", "附表1", "统计表如下：", "（一）统计情况"]),
            chance.choice(["单位：件", "单位：件、万元", "（单位：件）"]),
        ]
        source.after[sheet.key] = [chance.choice(["注：本表数据由各部门提供，截至2023年12月31日。", "说明：第3栏为当年数。", "备注：无"])]


def two_reports(source: Source, expected: Expected, chance: random.Random) -> None:
    """Another report behind the first, of another year, of another agency, or with the same title: no figure may be read."""
    year = source.form.first_year + 1
    title = chance.choice([f"某某市某某局{year - 1}年", f"某某市另一局{year}年", f"某某市某某局{year}年"]) + "政府信息公开工作年度报告"
    source.second = Source(source.form, printed(source.form, random_figures(source.form, chance)), {}, {}, title=title)
    expected.update(dict.fromkeys(expected))


def furniture(document: Document, chance: random.Random) -> Document:
    """Page numbers and the like between the lines of the tables, or between the tables."""
    blocks = list(document.blocks)
    for _ in range(chance.randint(1, 4) if len(blocks) > 1 else 0):
        blocks.insert(chance.randrange(1, len(blocks)), Paragraph(chance.choice(_PAGE_LINES), Spot()))
    return replace(document, blocks=tuple(blocks))


def numbered_pages(document: Document, chance: random.Random) -> Document:
    """Pages, each with its bare number on its last line."""
    blocks: list[Block] = []
    page = 1
    length = chance.randint(20, 60)
    for at, block in enumerate(document.blocks, 1):
        blocks.append(_on_page(block, page))
        if at % length == 0:
            blocks.append(Paragraph(str(page), Spot(page=page)))
            page += 1
    return replace(document, blocks=tuple(blocks))


def _on_page(block: Block, page: int) -> Block:
    if isinstance(block, Grid):
        return Grid(block.cells, Spot(page=page))
    return replace(block, spot=Spot(page=page))


def stray_number(document: Document, chance: random.Random) -> Document:
    """A number on a line of its own that belongs to nothing."""
    blocks = document.blocks
    at = chance.randrange(1, len(blocks) + 1)
    line = Paragraph(str(chance.choice([0, 1, 7, 12, 2023])), Spot())
    return replace(document, blocks=(*blocks[:at], line, *blocks[at:]))
