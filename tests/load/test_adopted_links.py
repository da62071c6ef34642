"""The links and pictures of a narrative, and where each stands in it."""

from pathlib import Path

from samples import write_site

from giar_site.load import Folder, load_agency
from giar_site.model import LinkKind, Report, in_prose

PROSE = """\
--- report.md
---
title: 年报
---

开头[甲](https://a.example/x)，[甲](https://a.example/x)和<https://b.example/>，[&#104;ttp](&#104;ttps://e.example/)。

> 引用
> [乙](../index.html)

| 一 | 二 |
|---|---|
| [x](https://t.example/1) | [y](https://t.example/2) |

- 列 [邮](mailto:a@b.cn) [电](tel:010) [此](#section-overview) [空]() [文](files/b.pdf)
  - [页](2021.html#x)
- ![图 *二*](files/a.png "统计表")

## 一、总体情况

第一行
[中](https://c.example/中文)

…
"""


def load(folder: Path) -> tuple[Report, dict[str, str]]:
    with Folder.top(write_site(folder, PROSE) / "content") as content:
        report = load_agency(content, "sample").agency.reports[0]
    return report, {"": report.preamble.source, **{section.key: section.source for section in report.sections}}


def test_each_is_listed_with_its_kind_its_section_and_its_words(tmp_path: Path) -> None:
    report, _ = load(tmp_path)
    assert [(link.kind, link.address, link.section, link.words) for link in report.links] == [
        (LinkKind.WEB, "https://a.example/x", "", ""),
        (LinkKind.WEB, "https://a.example/x", "", ""),
        (LinkKind.WEB, "https://b.example/", "", ""),
        (LinkKind.WEB, "https://e.example/", "", ""),
        (LinkKind.PAGE, "../index.html", "", ""),
        (LinkKind.WEB, "https://t.example/1", "", ""),
        (LinkKind.WEB, "https://t.example/2", "", ""),
        (LinkKind.PAGE, "2021.html#x", "", ""),
        (LinkKind.PICTURE, "files/a.png", "", "图 *二* 统计表"),
        (LinkKind.WEB, "https://c.example/%E4%B8%AD%E6%96%87", "overview", ""),
    ]


def test_its_characters_are_those_of_the_address_as_written(tmp_path: Path) -> None:
    report, sources = load(tmp_path)
    written = [sources[link.section][link.start : link.end] for link in report.links]
    assert written == [
        "https://a.example/x",
        "https://a.example/x",
        "https://b.example/",
        "开",  # written in other characters, so at the beginning of its paragraph
        "../index.html",
        "https://t.example/1",
        "https://t.example/2",
        "2021.html#x",
        "files/a.png",
        "https://c.example/中文",
    ]
    assert (report.links[0].start, report.links[1].start) == (6, 31)


def test_a_finding_can_point_at_it(tmp_path: Path) -> None:
    site = write_site(tmp_path, PROSE)
    with Folder.top(site / "content") as content:
        loaded = load_agency(content, "sample")
    link = loaded.agency.reports[0].links[-1]
    place = loaded.places.get(in_prose("sample", 2022, link.section, link.start, link.end))
    assert place is not None
    line = (site / "content" / place.file).read_text(encoding="utf-8").split("\n")[place.line - 1]
    assert line[place.column - 1 : place.column - 1 + place.length] == "https://c.example/中文"
