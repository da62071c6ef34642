"""Title, agency, year, dates, numbers and contact: from the lines above the report, its preamble and what the format says of itself."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Paragraph
from giar_site.importers.recognise.cleaner_title import without_glued
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.report_title import Title, is_way, title_in, title_on_two_lines
from giar_site.importers.recognise.values import CONTACT, PUBLISHER, WRITTEN, FoundValue, found_value

_FIELDS = {
    "published": ("发布时间", "发布日期", "公开日期", "公布日期", "公开时间", "时间", "日期"),
    WRITTEN: ("发文日期", "成文日期", "生成日期", "印发日期"),
    "source": ("信息来源", "文章来源", "稿件来源", "来源"),
    "document_number": ("发文字号", "文号", "文件编号"),
    "index_number": ("索引号", "索引编号", "信息索引号"),
    "name": ("机关名称", "单位名称"),
    PUBLISHER: ("发布机构", "发文机关", "公开主体", "信息公开单位"),
    "": (
        "字体",
        "字号",
        "更新时间",
        "更新日期",
        "浏览次数",
        "浏览量",
        "浏览",
        "阅读次数",
        "阅读量",
        "阅读",
        "点击数",
        "点击量",
        "点击率",
        "点击次数",
        "点击",
        "访问量",
        "访问次数",
        "人气",
        "编辑",
        "审核",
        "录入",
        "发布人",
        "作者",
        "责任编辑",
        "主题分类",
        "公开方式",
        "有效性",
        "名称",
        "标题",
        "体裁分类",
        "公开形式",
        "公开范围",
        "主题词",
        "关键词",
        "组配分类",
        "服务对象",
        "生命周期",
        "公开时限",
        "体裁",
        "信息分类",
        "所属主题",
        "信息名称",
        "内容概述",
        "效力状态",
        "生效日期",
        "废止日期",
        "失效日期",
    ),
}
FIELD_OF = {word: key for key, words in _FIELDS.items() for word in words}
_SPACED = (r"\s*".join(word) for word in sorted(FIELD_OF, key=len, reverse=True))  # 文　　号
_FIELD = re.compile(f"(?P<word>{'|'.join(_SPACED)})" + r"\s*[:：]\s*")
_CONTACT = {
    "office": (),  # a preamble names it without a label
    "address": ("办公及通讯地址", "办公和通讯地址", "通讯地址", "办公地址", "联系地址", "地址"),
    "postcode": ("邮政编码", "邮编"),
    "telephone": ("联系电话", "咨询电话", "办公电话", "电话"),
    "email": ("电子邮箱", "电子邮件", "电子信箱", "邮箱", "E-mail", "e-mail", "Email"),
}
CONTACT_OF = {word: key for key, words in _CONTACT.items() for word in words}
_CONTACT_WORD = re.compile("(?:" + "|".join(sorted(CONTACT_OF, key=len, reverse=True)) + r")(?:[:：]|为)\s*")
CONTACT_LABELS = {"联系科室": "office", "地址": "address", "邮编": "postcode", "电话": "telephone", "电子邮箱": "email"}
_CONTACT_LINE = re.compile(f"(?P<label>{'|'.join(CONTACT_LABELS)})[:：](?P<value>.*\\S)")
_CONTACT_END = re.compile(r"[)）。;；,，、\s]|$")
_OFFICE = re.compile(r"[请可]?与\s*(?P<office>[^，。,；;（(]{2,40}?)\s*联系")
_ATTACHMENT = re.compile(r"附件\s*[0-9一二三四五六七八九十]{0,2}\s*[:：.、]\s*(?P<title>\S.*)")
_PERIOD = re.compile(r"(?P<year>20[0-9]{2})\s*年\s*1\s*月\s*1\s*日")
TITLE = Text("标题", "the title")
BELOW_TITLE = Text("标题附近的一行", "a line beside the title")
IN_PREAMBLE = Text("前言里的联系方式", "the contact in the preamble")


class Heading(NamedTuple):
    """What the lines above the first section hold. `furniture` are their parts and lines that are no content; `rest` is preamble.

    `taken` are the lines that title and fields were taken from.
    """

    title: Title | None
    values: tuple[FoundValue, ...]
    furniture: tuple[str, ...]
    rest: tuple[Block, ...]
    taken: tuple[Paragraph, ...]


def heading_of(blocks: Sequence[Block], named: str = "") -> Heading:
    """Take apart the lines above the first section. A title may stand on two lines. `named`: what the file's properties call the text."""
    title: Title | None = None
    values: list[FoundValue] = []
    rest: list[Block] = []
    taken: list[Paragraph] = []
    waiting, furniture = without_glued(blocks)
    lines = [block.text for block in waiting if isinstance(block, Paragraph)]
    named = named if any(_as_named(line, named) for line in lines) else _likely_title(lines)
    while waiting:
        line = waiting.pop(0)
        if not isinstance(line, Paragraph):
            rest.append(line)
            continue
        if not title:
            title, lines_of_title = _title_at(line, waiting[0] if waiting else None, named)
            if title:
                taken += lines_of_title
                del waiting[: len(lines_of_title) - 1]
                continue
        if _is_said_again(line.text, title) if title else is_way(line.text):
            furniture.append(line.marker + line.text)
            continue
        known = _contact_line(line.text) if title and not rest else None
        known = known or fields_in(line.text)
        if known is None:
            rest.append(line)
            continue
        taken.append(line)
        for key, value in known:
            if key and key not in {each.key for each in values}:
                values.append(found_value(key, value, BELOW_TITLE, line.spot))
            else:
                furniture.append(value)
    apart = (title.apart,) if title and title.apart else ()
    return Heading(title, tuple(values), (*apart, *furniture), tuple(rest), tuple(taken))


def _title_at(line: Paragraph, following: Block | None, named: str) -> tuple[Title | None, list[Paragraph]]:
    """The title that a line is, or is together with the one that follows, and its lines."""
    if title := title_in(line.text) or _as_named(line.text, named):
        return title, [line]
    if isinstance(following, Paragraph) and (title := title_on_two_lines(line.text, following.text, listed=bool(line.marker))):
        return title, [line, following]
    return None, []


def _is_said_again(text: str, title: Title) -> bool:
    again = title_in(text)
    return again is not None and squeezed(again.text) == squeezed(title.text)


def _contact_line(text: str) -> list[tuple[str, str]] | None:
    """The one field of a contact in a line right below the title, as `giar export` writes it."""
    match = _CONTACT_LINE.fullmatch(text.strip())
    return [(CONTACT + CONTACT_LABELS[match["label"]], match["value"])] if match else None


def _as_named(text: str, named: str) -> Title | None:
    """The title that the file's properties give, in other words than those of the form."""
    if not named or squeezed(text) != squeezed(named):
        return None
    return Title(" ".join(text.split()), "", year_in(text))


def _likely_title(lines: Sequence[str]) -> str:
    """The first line, where it can be nothing but a title in words of its own."""
    if not lines or any(map(title_in, (*lines, *map("".join, pairwise(lines))))):
        return ""
    text = lines[0].strip()
    return text if year_in(text) and len(text) <= 60 and "公开" in text and text.endswith(("报告", "年报")) else ""


def year_in(text: str) -> int:
    """The only year that a text names, 0 for none or several."""
    years = re.findall(r"(?<![0-9])(20[0-9]{2})\s*年", text)
    return int(years[0]) if len(years) == 1 else 0


def fields_in(line: str) -> list[tuple[str, str]] | None:
    """The fields of a line such as `发布时间:2021-01-28 来源:政府办 字体:[大 中 小]`; those of no interest under "". None: no such line."""
    starts = list(_FIELD.finditer(line))
    if not starts or line[: starts[0].start()].strip(" [【(（|") or "。" in line:
        return None
    ends = [*(match.start() for match in starts[1:]), len(line)]
    return [
        (key, value if key else word + ":" + value)
        for match, end in zip(starts, ends, strict=True)
        for word in [squeezed(match["word"])]
        for key in [FIELD_OF[word]]
        if (value := line[match.end() : end].strip(" |｜"))
    ]


def contact_in(text: str) -> list[FoundValue]:
    """The contact that a preamble names, each value word for word."""
    found: dict[str, str] = {}
    starts = list(_CONTACT_WORD.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)]
    for match, end in zip(starts, ends, strict=False):
        value = text[match.end() : end]
        stop = _CONTACT_END.search(value)
        value = value[: stop.start() if stop else None].strip()
        if value and len(value) <= 80:
            found.setdefault(CONTACT_OF[re.sub(r"[:：为\s]", "", match.group())], value)
    office = _OFFICE.search(text) if found else None
    named = {"office": office["office"]} if office else {}
    return [found_value(CONTACT + key, value, IN_PREAMBLE) for key, value in {**named, **found}.items()]


def attachment_in(line: str) -> str:
    """The title of the attachment that a line below the report names; "" for none."""
    match = _ATTACHMENT.fullmatch(line.strip())
    return match["title"].strip() if match and len(line) <= 120 and "。" not in line else ""


def period_year(text: str) -> int:
    """The year whose 1 January begins the period that a preamble names; 0 for none."""
    match = _PERIOD.search(text)
    return int(match["year"]) if match else 0
