"""What surrounds a report on a web page or a printed page, and is no part of it: breadcrumbs, switches, page numbers, the footer of a site.

A line of it that stays in the prose costs less than a sentence that is lost. So a line in the midst of prose goes only where it is nothing but
furniture; more goes only above the report, below it, between the lines of a table, and where a web page itself sets it apart.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from giar_site import forms
from giar_site.importers.document import Block, Paragraph
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.furniture_words import holds_statement, only_furniture
from giar_site.importers.recognise.remembered import remembered
from giar_site.importers.recognise.report_title import title_in
from giar_site.importers.recognise.sections import Part

_SITE = re.compile("版权所有|网站标识码|ICP备|公网安备|公安网备|公安备案")
_LABELLED = re.compile(r"门户网站提醒您|^\s*扫一扫|^\s*(?:主办|承办|协办|建设|维护|运维|技术支持)(?:单位|部门)?[:：]")
_CONTACT = re.compile(r"^\s*(?:联系)?(?:地址|电话|传真|邮编|邮政编码|邮箱|电子邮箱)[:：]\S{1,40}$")
_PAGE = re.compile(
    r"[-–—－·]\s*[0-9０-９]{1,3}\s*[-–—－·]|第\s*[0-9０-９]{1,3}\s*页(\s*[,，/共]*\s*[0-9０-９]{1,3}\s*页?)?|[0-9]{1,3}\s*/\s*[0-9]{1,3}\s*页?"
)
_METADATA = ("来源", "发布", "索引号", "文号")  # what such a line says is taken from it where the title is read
_LONGEST_SCRAP = 30
_LONGEST_ADDITION = 8  # （续表） and blanks
_GOES_ON = re.compile("[(（]?续表?[)）]?$")


def is_page_number(text: str) -> bool:
    """Whether a line is written as the number of a page: `- 3 -`, `第 3 页 共 8 页`."""
    return bool(_PAGE.fullmatch(text.strip()))


@remembered
def is_furniture(text: str) -> bool:
    """Whether a line above or below a report, or between the lines of a table, is no part of it."""
    return is_page_number(text) or only_furniture(text) or _is_marked(text)


def without_furniture(parts: Sequence[Part]) -> tuple[list[Part], list[str]]:
    """`parts` without what surrounds the report, and the lines of that."""
    numbers = {
        squeezed(block.text) for part in parts for block in part.blocks if isinstance(block, Paragraph) and is_page_number(block.text)
    }
    tables = {section.key for form in forms.editions() for section in form.sections if section.table}
    furniture: list[str] = []
    kept: list[Part] = []
    for part in parts:
        blocks, footer = without_footer(part.blocks) if part is parts[-1] and part.key else (part.blocks, ())
        outside = part.key in tables or not part.key

        def goes(block: Paragraph, *, outside: bool = outside) -> bool:
            if outside:
                return is_furniture(block.text) or _is_beside(block)
            return only_furniture(block.text) or (len(numbers) > 1 and is_page_number(block.text))

        sure = [
            at
            for at, block in enumerate(blocks)
            if isinstance(block, Paragraph) and (_is_title_again(block, part) or _goes(blocks, at, block, goes))
        ]
        furniture += [block.marker + block.text for block in (*(blocks[at] for at in sure), *footer) if isinstance(block, Paragraph)]
        kept.append(replace(part, blocks=tuple(block for at, block in enumerate(blocks) if at not in sure)))
    return kept, furniture


def _is_title_again(block: Paragraph, part: Part) -> bool:
    """Whether a line is the head of a new page: the section's title once more."""
    if part.title is None or abs(len(block.text) - len(part.title.text)) > _LONGEST_ADDITION:
        return False
    return _GOES_ON.sub("", squeezed(block.text)) == squeezed(part.title.text)


def _goes(blocks: Sequence[Block], at: int, block: Paragraph, goes: Callable[[Paragraph], bool]) -> bool:
    if block.level:
        return False
    if (is_own_page_number(block) or (block.spot.page and is_page_number(block.text))) and _on_another_page(blocks, at):
        return True
    return goes(block) and not any(word in block.text for word in _METADATA)


def without_footer(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Paragraph, ...]]:
    """The blocks of the last section, and the footer of the site below it: the lines that can be nothing else, and scraps below the marks of a site."""
    footer: list[Paragraph] = []
    kept: list[Block] = []
    below = False
    end = _end_of_text(blocks)
    for at, block in enumerate(blocks):
        sure = isinstance(block, Paragraph) and (
            is_furniture(block.text) if at >= end else _is_marked(block.text) or only_furniture(block.text)
        )
        if isinstance(block, Paragraph) and (sure or at >= end or (below and _is_scrap(block.text))):
            below = below or bool(_SITE.search(block.text))
            footer.append(block)
        else:
            below = False
            kept.append(block)
    return tuple(kept), tuple(footer)


def _end_of_text(blocks: Sequence[Block]) -> int:
    """Where the last block ends that is neither furniture nor set apart by the page itself."""
    at = len(blocks)
    while at:
        block = blocks[at - 1]
        if not isinstance(block, Paragraph) or not (is_furniture(block.text) or _is_beside(block)):
            break
        at -= 1
    return at


def is_own_page_number(block: Paragraph) -> bool:
    """Whether a line holds nothing but the number of the page it stands on."""
    return block.spot.page > 0 and squeezed(block.text) == str(block.spot.page)


def _on_another_page(blocks: Sequence[Block], at: int) -> bool:
    """Whether a new page or the end follows, or a page ended just before."""
    page = blocks[at].spot.page
    neighbours = [blocks[each].spot.page for each in (at - 1, at + 1) if 0 <= each < len(blocks)]
    return len(neighbours) < 2 or any(each != page for each in neighbours)


def _is_beside(block: Paragraph) -> bool:
    """Whether the page itself sets a line apart that makes no statement, titles and attachments excepted."""
    return block.beside and not (block.text.startswith("附件") or title_in(block.text) or holds_statement(block.text))


def _is_marked(text: str) -> bool:
    """Whether a line bears the marks of a site, or the labels of its makers, and makes no statement."""
    if len(text) > 4 * _LONGEST_SCRAP or any(mark in text for mark in "。；！？，,"):
        return False
    return bool(_SITE.search(text)) or (bool(_LABELLED.search(text)) and not holds_statement(text))


def _is_scrap(text: str) -> bool:
    return bool(_CONTACT.match(text)) or (len(text) <= _LONGEST_SCRAP and not holds_statement(text))
