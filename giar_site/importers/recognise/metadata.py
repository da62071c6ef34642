"""Title, agency, year, dates, numbers and contact: from the lines above the report, its preamble and what the format says of itself."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from giar_site.importers.document import Paragraph
from giar_site.importers.recognise.folding import squeezed
from giar_site.model import Contact

_TITLE = re.compile(
    r"(?P<agency>[^《》“”,，。:：;；]{0,40}?)(?P<year>20[0-9]{2}|二[〇○零O0]二[〇○零一二三四五六七八九])\s*年?\s*度?\s*(?:关于)?政府信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)"
)
_FIELDS = {
    "published": ("发布时间", "发布日期", "公开日期", "公布日期", "公开时间", "发文日期", "成文日期", "生成日期", "印发日期"),
    "source": ("信息来源", "文章来源", "稿件来源", "来源"),
    "document_number": ("发文字号", "文号", "文件编号"),
    "index_number": ("索引号", "索引编号", "信息索引号"),
    "": (
        "字体",
        "字号",
        "浏览次数",
        "阅读次数",
        "点击数",
        "访问量",
        "作者",
        "责任编辑",
        "发布机构",
        "发文机关",
        "主题分类",
        "公开方式",
        "有效性",
        "名称",
        "标题",
        "体裁分类",
        "公开形式",
        "公开范围",
    ),
}
_FIELD_OF = {word: key for key, words in _FIELDS.items() for word in words}
_FIELD = re.compile("(?P<word>" + "|".join(sorted(_FIELD_OF, key=len, reverse=True)) + r")\s*[:：]\s*")
_CONTACT = {
    "address": ("办公及通讯地址", "办公和通讯地址", "通讯地址", "办公地址", "联系地址", "地址"),
    "postcode": ("邮政编码", "邮编"),
    "telephone": ("联系电话", "咨询电话", "办公电话", "电话"),
    "email": ("电子邮箱", "电子邮件", "电子信箱", "邮箱", "E-mail", "e-mail", "Email"),
}
_CONTACT_OF = {word: key for key, words in _CONTACT.items() for word in words}
_CONTACT_WORD = re.compile("(?:" + "|".join(sorted(_CONTACT_OF, key=len, reverse=True)) + r")(?:[:：]|为)\s*")
_CONTACT_END = re.compile(r"[)）。;；,，、\s]|$")
_OFFICE = re.compile(r"[请可]?与\s*(?P<office>[^，。,；;（(]{2,40}?)\s*联系")
_ATTACHMENT = re.compile(r"附件\s*[0-9一二三四五六七八九十]{0,2}\s*[:：.、]\s*(?P<title>\S.*)")
_PERIOD = re.compile(r"(?P<year>20[0-9]{2})\s*年\s*1\s*月\s*1\s*日")
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")


class Title(NamedTuple):
    """A title and what it says."""

    text: str
    agency: str
    year: int


class Heading(NamedTuple):
    """What the lines above the first section hold. `furniture` are their parts and lines that are no content; `rest` is preamble.

    `taken` are the lines that title and fields were taken from.
    """

    title: Title | None
    fields: dict[str, str]
    furniture: tuple[str, ...]
    rest: tuple[Paragraph, ...]
    taken: tuple[Paragraph, ...]


def title_in(text: str) -> Title | None:
    """The title of a report that `text` is as a whole."""
    match = _TITLE.fullmatch(squeezed(text))
    return _title(match, text) if match else None


def titles_in(text: str) -> Iterable[Title]:
    """The titles of reports that `text` mentions in 《》."""
    for quoted in re.findall(r"《([^《》]{8,60})》", text):
        title = title_in(quoted)
        if title:
            yield title


def _title(match: "re.Match[str]", text: str) -> Title:
    return Title(" ".join(text.split()), match["agency"].removesuffix("关于"), int(match["year"].translate(_DIGITS)))


def heading_of(lines: Sequence[Paragraph]) -> Heading:
    """Take apart the lines above the first section. A title may stand on two lines."""
    title: Title | None = None
    fields: dict[str, str] = {}
    furniture: list[str] = []
    rest: list[Paragraph] = []
    taken: list[Paragraph] = []
    waiting = list(lines)
    while waiting:
        line = waiting.pop(0)
        if not title and (title := title_in(line.text)):
            taken.append(line)
            continue
        if not title and waiting and (title := title_in(line.text + waiting[0].text)):
            taken += [line, waiting.pop(0)]
            continue
        if (again := title_in(line.text)) and title and squeezed(again.text) == squeezed(title.text):
            furniture.append(line.text)
            continue
        known = fields_in(line.text)
        if known is None:
            rest.append(line)
            continue
        taken.append(line)
        for key, value in known:
            if key and key not in fields:
                fields[key] = value
            else:
                furniture.append(value)
    return Heading(title, fields, tuple(furniture), tuple(rest), tuple(taken))


def fields_in(line: str) -> list[tuple[str, str]] | None:
    """The fields of a line such as `发布时间:2021-01-28 来源:政府办 字体:[大 中 小]`; those of no interest under "". None: no such line."""
    starts = list(_FIELD.finditer(line))
    if not starts or line[: starts[0].start()].strip(" [【(（|") or "。" in line:
        return None
    ends = [*(match.start() for match in starts[1:]), len(line)]
    return [
        (key, value if key else match["word"] + ":" + value)
        for match, end in zip(starts, ends, strict=True)
        for key in [_FIELD_OF[match["word"]]]
        if (value := line[match.end() : end].strip(" |｜"))
    ]


def contact_in(text: str) -> Contact:
    """The contact that a preamble names, each value word for word."""
    found: dict[str, str] = {}
    starts = list(_CONTACT_WORD.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)]
    for match, end in zip(starts, ends, strict=False):
        value = text[match.end() : end]
        stop = _CONTACT_END.search(value)
        value = value[: stop.start() if stop else None].strip()
        if value and len(value) <= 80:
            found.setdefault(_CONTACT_OF[re.sub(r"[:：为\s]", "", match.group())], value)
    office = _OFFICE.search(text) if found else None
    return Contact(**({"office": office["office"]} if office else {}), **found)


def attachment_in(line: str) -> str:
    """The title of the attachment that a line below the report names; "" for none."""
    match = _ATTACHMENT.fullmatch(line.strip())
    return match["title"].strip() if match and len(line) <= 120 and "。" not in line else ""


def period_year(text: str) -> int:
    """The year whose 1 January begins the period that a preamble names; 0 for none."""
    match = _PERIOD.search(text)
    return int(match["year"]) if match else 0
