"""What a format cannot say, and so was left out or flattened: told in full, since a file does not show what it lacks."""

from collections.abc import Iterator
from typing import NamedTuple

from giar_site.diagnostics import Text
from giar_site.export.draft import Draft
from giar_site.export.narrative import Block, Span, blocks_of
from giar_site.export.word.prose import leads_out
from giar_site.model import Reading

_HIGHEST = 3  # level of a heading within a section: those above are the sections' and the report's


class _Count(NamedTuple):
    """How often something occurs that was flattened, and what became of it."""

    times: int
    zh: str
    en: str


def flattened(draft: Draft, form: str) -> tuple[Text, ...]:
    """Sentences on what the file of `draft` in the format `form` (docx, xlsx, txt) does not hold."""
    blocks = [block for passage in (draft.preamble, *draft.sections) for block in blocks_of(passage.source)]
    counts = [*_of_all(draft), *(_of_text(blocks) if form == "txt" else _of_word(blocks) if form == "docx" else ())]
    return tuple(Text(f"{each.zh}（{each.times} 处）。", f"{each.en} ({each.times}).") for each in counts if each.times)


def _of_all(draft: Draft) -> Iterator[_Count]:
    readings = [figure.reading for figure in draft.figures]
    yield _Count(
        readings.count(Reading.DERIVED),
        "原来没有写的总计按各项之和填入",
        "totals that were left out are filled in as the sum of their parts",
    )
    yield _Count(readings.count(Reading.MISSING), "figures.yaml 里缺的行留空", "rows missing from figures.yaml are left blank")
    cut = sum(figure.reading is Reading.UNREADABLE and figure.text.endswith("…") for figure in draft.figures)
    yield _Count(cut, "太长的表格文字只留开头", "texts too long for a figure are cut")
    files = sum(bool(file) for _, file, _ in draft.attachments())
    yield _Count(files, "附件只列名称，文件仍在 files/ 里", "attachments are listed by name; the files stay in files/")
    yield _Count(
        draft.notes_of_the_site, "更正记录和 accept 说明留在网站里，没有写入", "entries of corrections: and accept: stay with the site"
    )


def _of_text(blocks: list[Block]) -> Iterator[_Count]:
    spans = [span for block in blocks for span in block.all_spans()]
    yield _Count(_runs(spans, "bold"), "加粗变为普通文字", "bold becomes plain")
    yield _Count(_runs(spans, "italic"), "斜体变为普通文字", "italics become plain")
    yield _Count(sum(span.code for span in spans), "代码字体变为普通文字", "code becomes plain")
    yield _Count(_runs(spans, "link"), "链接只留文字，没有网址", "of links the words are kept, not the addresses")
    yield _Count(sum(bool(span.picture) for span in spans), "图片只留说明文字", "pictures are kept as their descriptions")
    yield _Count(sum(block.heading > 0 for block in blocks), "小标题不再标为标题", "sub-headings are lines like others")
    yield _Count(sum(block.item is not None for block in blocks), "列表项写成行首的记号", "items of lists become lines with a mark")
    yield _Count(sum(block.quoted for block in blocks), "引用变为普通段落", "quotations become paragraphs")
    yield _Count(
        sum(block.kind == "table" for block in blocks), "正文里的表格写成竖线分隔的行", "tables in the prose become lines of cells"
    )
    yield _Count(sum(block.kind == "rule" for block in blocks), "分隔线没有写入", "rules are left out")
    yield _Count(sum(span.ends_line for span in spans), "段内换行变为另起一行", "line breaks within a paragraph begin a line of their own")


def _of_word(blocks: list[Block]) -> Iterator[_Count]:
    spans = [span for block in blocks for span in block.all_spans()]
    own = [span for span in spans if span.link and not leads_out(span.link)]
    yield _Count(_runs(own, "link"), "指向本网站的链接只留文字", "of links within the site the words are kept")
    yield _Count(sum(bool(span.picture) for span in spans), "图片只留说明文字", "pictures are kept as their descriptions")
    yield _Count(
        sum(map(_is_nested, blocks)),
        "引用里的列表，列表里的引用、代码、表格和小标题，不再套在里面",
        "lists in quotations, and quotations, code, tables and sub-headings in lists, no longer stand within these",
    )
    yield _Count(
        sum(0 < block.heading < _HIGHEST for block in blocks), "正文里的一、二级标题变为三级", "headings above the third level become such"
    )
    inside = [span for block in blocks for row in block.rows for cell in row for span in cell]
    styled = sum(span.bold or span.italic or bool(span.link) for span in inside)
    yield _Count(styled, "正文表格里的加粗、斜体和链接变为普通文字", "bold, italics and links within tables of the prose become plain")


def _is_nested(block: Block) -> bool:
    """Whether a block stands within others in a way that a paragraph of Word cannot."""
    plain = block.kind == "text" and not block.heading
    return block.within > 0 if not plain else block.quoted and (block.within > 1 or block.item is not None)


def _runs(spans: list[Span], name: str) -> int:
    """How many runs of neighbouring spans have the property `name`, each value of it by itself."""
    values = [getattr(span, name) for span in spans]
    return sum(bool(value) and value != before for before, value in zip([None, *values], values, strict=False))
