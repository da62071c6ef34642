"""Where an imported report goes: which agency's folder, which year, and what stands there already."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Refused
from giar_site.importers.recognise.folding import folded
from giar_site.importers.recognise.report import Recognised
from giar_site.load import RESERVED, SLUG, Folder, load_agency, survey

_LONGEST = 60


class Asked(NamedTuple):
    """What the person at the keyboard said of the file; "" and 0 where nothing."""

    agency: str = ""
    name: str = ""
    year: int = 0


class Target(NamedTuple):
    """The folder `agency` and `year` of a report; `name` is the agency's, `new` tells that it has no folder yet."""

    agency: str
    name: str
    year: int
    new: bool

    @property
    def folder(self) -> str:
        """The report's folder, relative to the site's."""
        return f"content/{self.agency}/{self.year}"


class Agencies:
    """The agencies that the site has, by slug and by any of their names."""

    def __init__(self, site: Path) -> None:
        """Read the names of the agencies in the site folder."""
        self.names: dict[str, str] = {}
        self._slugs: dict[str, str] = {}
        for slug, names in _known(site):
            self.names[slug] = names[0]
            for name in names:
                self._slugs.setdefault(folded(name), slug)

    def slug_of(self, name: str) -> str:
        """The slug of the agency called `name`; "" for none."""
        return self._slugs.get(folded(name), "")


def _known(site: Path) -> Iterator[tuple[str, list[str]]]:
    if not (site / "content").is_dir():
        return
    with Folder.top(site) as top:
        slugs = survey(top).slugs
        if not slugs:
            return
        with top.folder("content") as content:
            for slug in slugs:
                agency = load_agency(content, slug).agency
                former = [entry.former_name for entry in agency.lineage if entry.former_name]
                yield slug, [name for name in (agency.name, agency.short_name, *former) if name]


def target_of(report: Recognised, asked: Asked, agencies: Agencies) -> Target:
    """Where `report` goes. Raises Refused where the source does not tell, with what to say on the command line."""
    name = asked.name or report.name
    slug = asked.agency or agencies.slug_of(name)
    if asked.agency and (not SLUG.fullmatch(slug) or slug in RESERVED):
        raise Refused(
            Text(
                f"机关代号 {slug} 不能用：只能用小写英文字母、数字和减号",
                f"{slug} cannot be an agency's folder: lower-case letters, digits, hyphens",
            )
        )
    name = agencies.names.get(slug, "") or name
    if not name:
        raise Refused(Text("原文没有写明机关名称：请加 --name 机关全称", "the source names no agency: add --name NAME"))
    return Target(slug or slug_for(name), name, _year(report, asked), new=not slug or slug not in agencies.names)


def _year(report: Recognised, asked: Asked) -> int:
    year = asked.year or report.year.year
    others = report.year.others
    if not asked.year and others:
        both = "、".join(map(str, (year, *others)))
        raise Refused(
            Text(f"原文里的年度不一致（{both}）：请加 --year 年度", f"the source names different years ({both}): add --year YEAR")
        )
    if not year:
        raise Refused(
            Text("原文没有写明是哪一年度的报告：请加 --year 年度", "the source does not say which year it reports on: add --year YEAR")
        )
    if forms.for_year(year) is None:
        first = forms.editions()[0].first_year
        raise Refused(
            Text(f"{year} 年没有全国统一格式（从 {first} 年度起才有）", f"no national form governs {year} (the first governs {first})")
        )
    return year


def slug_for(name: str) -> str:
    """A slug for the agency called `name`: its pinyin. Raises Refused where the library for it is missing."""
    try:
        from pypinyin import lazy_pinyin  # noqa: PLC0415 - optional, and slow to load
    except ImportError:
        zh = f"不知道“{name}”用哪个文件夹：请加 --agency 代号（小写字母和减号），或安装 pip install 'giar[office]' 由拼音生成"
        en = f"no folder is known for {name}: add --agency SLUG, or pip install 'giar[office]' to have one made from its pinyin"
        raise Refused(Text(zh, en)) from None
    syllables = [syllable for syllable in lazy_pinyin(name, errors="ignore") if syllable.isascii() and syllable.isalnum()]
    slug = re.sub(r"-+", "-", "-".join(syllables).lower())
    while len(slug) > _LONGEST:
        slug = slug.rpartition("-")[0]
    return f"{slug}-ju" if slug in RESERVED or not SLUG.fullmatch(slug) else slug
