"""The five published reports as they were found, read without any help from giar or from content/.

Each text in data/reports/ lays its tables out differently: rows of cells between pipes (with or without the
surplus pipes of merged cells), one cell a line with a pipe at its end or on a line of its own, one cell a line
between blank lines. A pipe and a line break both end a cell in all five, so one reading serves them all.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parent / "data" / "reports"

YEARS: Final = {
    "ankang-government-office": 2022,
    "dali-county": 2020,
    "licheng-district": 2020,
    "shunqing-government-office": 2020,
    "yimin-sumu": 2020,
}
"""Slug of each report's agency and its reporting year."""

# In the order of the form; the wording of three and four differs from report to report.
_SECTION: Final = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、(?:行政机关)?收到和处理政府信息公开申请情况",
    "四、(?:政府信息公开|因政府信息公开工作被申请)行政复议、(?:提起)?行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
_TABLE_SECTIONS: Final = (1, 2, 3)  # positions in _SECTION whose body is a table and nothing else

# What a published cell of figures looks like: 6, +155, -14, 增13, 8(计划), 40984.52万元, 0元.
_FIGURE: Final = re.compile(r"[+-]?\d+(?:\.\d+)?(?:万元|元|\(计划\))?|增\d+")
_NUMBERED_LABEL: Final = re.compile(r"\d\.\D+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the web page that is no part of the report.

    `data` says what the line tells: the key in the front matter, or `site:` and the key in site.yaml, both
    dotted, and the words of the line that stand there.
    """

    line: str
    data: dict[str, str] = field(default_factory=dict)


FURNITURE: Final = {
    "ankang-government-office": (),
    "dali-county": (),
    "licheng-district": (
        Furniture("- 首页 > 政务公开 > 政府信息公开 > 政府信息公开年报 > 区政府信息公开年度报告"),
        Furniture("扫一扫在手机上查看当前页面"),
    ),
    "shunqing-government-office": (
        Furniture(
            "南充市顺庆区人民政府办公室2020年政府信息公开工作年度报告",
            {"title": "南充市顺庆区人民政府办公室2020年政府信息公开工作年度报告"},
        ),
        Furniture("发布时间:2021-01-29 15:01", {"published": "2021-01-29 15:01"}),
        Furniture("扫一扫在手机打开当前页"),
        Furniture(
            "版权所有:南充市顺庆区人民政府 \N{NO-BREAK SPACE} 主办单位:南充市顺庆区人民政府办公室",
            {
                "site:owner.copyright": "南充市顺庆区人民政府",
                "site:owner.organizer": "南充市顺庆区人民政府办公室",
            },
        ),
        Furniture("网站标识码:5113020061", {"site:owner.site_id_code": "5113020061"}),
        Furniture("ICP备案:蜀ICP备09019945号-1", {"site:owner.icp": "蜀ICP备09019945号-1"}),
        Furniture("联系我们 | 网站地图 | 网站声明"),
        Furniture("版权所有:南充市顺庆区人民政府", {"site:owner.copyright": "南充市顺庆区人民政府"}),
        Furniture(
            "主办单位:南充市顺庆区人民政府办公室",
            {"site:owner.organizer": "南充市顺庆区人民政府办公室"},
        ),
        Furniture("ICP备案:蜀ICP备09019945号-1", {"site:owner.icp": "蜀ICP备09019945号-1"}),
        Furniture("网站标识码:5113020061", {"site:owner.site_id_code": "5113020061"}),
        Furniture(
            "川公安网备51130202000194号",
            {"site:owner.police_record": "川公安网备51130202000194号"},
        ),
        Furniture("X"),
        Furniture("市政府门户网站提醒您:"),
    ),
    "yimin-sumu": (
        Furniture(
            "伊敏苏木2020年政府信息公开工作年度报告",
            {"title": "伊敏苏木2020年政府信息公开工作年度报告"},
        ),
        Furniture("发布时间:2021-01-28", {"published": "2021-01-28"}),
        Furniture("来源:伊敏苏木 字体:[大 中 小]", {"source": "伊敏苏木"}),
        Furniture(
            "附件:伊敏苏木政务公开工作统计表.docx",
            {"attachments.0.title": "伊敏苏木政务公开工作统计表.docx"},
        ),
    ),
}
"""Every line outside the tables that content/ leaves out of the prose, in the order of the page."""


def figures(slug: str) -> list[str]:
    """Every figure of the three printed tables, as published, in the order of the form: 198 (form 2019) or 200."""
    return [figure for _, row in rows(slug) for figure in row]


def rows(slug: str) -> list[tuple[str, list[str]]]:
    """Each printed row of figures under the last label before it; the one row of table four is one row of 15."""
    found: list[tuple[str, list[str]]] = []
    label, row = "", list[str]()
    for cell in _cells(slug):
        if _FIGURE.fullmatch(cell):
            if not row:
                found.append((label, row))
            row.append(cell)
        elif re.search(r"\d", cell) and not _NUMBERED_LABEL.fullmatch(cell):
            msg = f"{slug}: {cell!r} is neither a label nor a figure"
            raise ValueError(msg)
        else:
            label, row = cell, []
    return found


def headings(slug: str) -> list[str]:
    """Return the six section headings as published."""
    lines = _lines(slug)
    return [lines[at] for at in _section_lines(lines)]


def paragraphs(slug: str) -> list[str]:
    """Every line of the report's prose, sub-headings such as `(一)存在问题` among them, without the six headings."""
    titles = headings(slug)
    return [line for line in text_lines(slug) if line not in titles]


def text_lines(slug: str) -> list[str]:
    """Every line of the report's prose with its headings: the page without tables and furniture."""
    left_out = [item.line for item in FURNITURE[slug]]
    return [line for line in page_lines(slug) if line not in left_out]


def page_lines(slug: str) -> list[str]:
    """Every line of the published page outside the bodies of the three tables, blank lines left away."""
    lines = _lines(slug)
    starts = _section_lines(lines)
    tables = {at for n in _TABLE_SECTIONS for at in range(starts[n] + 1, starts[n + 1])}
    return [line for at, line in enumerate(lines) if at not in tables]


def _cells(slug: str) -> list[str]:
    lines = _lines(slug)
    starts = _section_lines(lines)
    parts = [part for n in _TABLE_SECTIONS for part in lines[starts[n] + 1 : starts[n + 1]]]
    return [cell.strip() for part in parts for cell in part.split("|") if cell.strip()]


def _section_lines(lines: list[str]) -> list[int]:
    """Where the six headings stand; each must stand there once, and in order."""
    found: list[int] = []
    for title in _SECTION:
        [at] = [at for at, line in enumerate(lines) if re.fullmatch(title, line)]
        found.append(at)
    if found != sorted(found):
        msg = f"headings out of order: {found}"
        raise ValueError(msg)
    return found


def _lines(slug: str) -> list[str]:
    text = (_DATA / f"{slug}-{YEARS[slug]}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.split("\n") if line.strip()]
