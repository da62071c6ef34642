"""What surrounds a report on a web page or a printed page, and is no part of it: breadcrumbs, switches, page numbers, the footer of a site."""

import re
from collections.abc import Sequence

from giar_site.importers.document import Block, Paragraph
from giar_site.importers.recognise.folding import squeezed

_ALWAYS = re.compile(
    r"扫一扫|版权所有|网站标识码|ICP备|公网安备|公安网备|公安备案|网站地图|打印(本页|此页|文章)|关闭(窗口|本页|此页)|浏览次数|阅读次数|点击(数|量|率)|"
    r"分享(到|至)|责任编辑|当前位置|您(现在)?的?(当前)?位置|上一篇|下一篇|无障碍(浏览|阅读)|字体[:：]|视力保护色|门户网站提醒您|^[-–·\s]*首页\s*[>»＞]|主办单位[:：]|承办单位[:：]|技术支持[:：]"
)
_PAGE = re.compile(
    r"[-–—－·]\s*[0-9０-９]{1,3}\s*[-–—－·]|第\s*[0-9０-９]{1,3}\s*页(\s*[,，/共]*\s*[0-9０-９]{1,3}\s*页?)?|[0-9]{1,3}\s*/\s*[0-9]{1,3}\s*页?"
)
_LONGEST = 60
_SENTENCE = "。；！？"


def is_furniture(text: str) -> bool:
    """Whether a line is no part of any report, wherever it stands."""
    return bool(_PAGE.fullmatch(text.strip())) or (len(text) <= 2 * _LONGEST and "。" not in text and bool(_ALWAYS.search(text)))


def without_footer(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Paragraph, ...]]:
    """The blocks of the last section, and the footer of the site below it: from its first sure line on all that is no sentence."""
    at = next((at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and is_furniture(block.text)), len(blocks))
    footer: list[Paragraph] = []
    kept = list(blocks[:at])
    for block in blocks[at:]:
        if isinstance(block, Paragraph) and (is_furniture(block.text) or _is_scrap(block.text)):
            footer.append(block)
        else:
            kept.append(block)
    return tuple(kept), tuple(footer)


def is_own_page_number(block: Paragraph) -> bool:
    """Whether a line holds nothing but the number of the page it stands on."""
    return block.spot.page > 0 and squeezed(block.text) == str(block.spot.page)


def _is_scrap(text: str) -> bool:
    return len(text) <= _LONGEST and not any(mark in text for mark in _SENTENCE)
