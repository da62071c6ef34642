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
from giar_site.importing.untouched import is_nameless
from giar_site.load import RESERVED, SLUG, Folder, load_agency, survey
from giar_site.model import Agency

_LONGEST = 60


class Asked(NamedTuple):
    """What the person at the keyboard said of the file; "" and 0 where nothing."""

    agency: str = ""
    name: str = ""
    year: int = 0


class Target(NamedTuple):
    """The folder `agency` and `year` of a report; `name` is the agency's, `new` tells that it has no folder yet.

    `like`: the folder of an agency with much the same name, of a new one. `started`: its folder is there, but nobody has named it.
    """

    agency: str
    name: str
    year: int
    new: bool
    like: str = ""
    started: bool = False

    @property
    def folder(self) -> str:
        """The report's folder, relative to the site's."""
        return f"content/{self.agency}/{self.year}"


class Agencies:
    """The agencies that the site has, by slug and by any of their names; `started` are those that nobody has named yet."""

    def __init__(self, site: Path) -> None:
        """Read the names of the agencies in the site folder."""
        self.names: dict[str, str] = {}
        self.started: set[str] = set()
        self._now: dict[str, list[str]] = {}
        self._formerly: dict[str, list[str]] = {}
        for slug, agency in _known(site):
            if is_nameless(site / "content" / slug / "agency.yaml"):
                self.started.add(slug)
                continue
            self.names[slug] = agency.name
            for name in filter(None, dict.fromkeys((folded(agency.name), folded(agency.short_name)))):
                self._now.setdefault(name, []).append(slug)
            for name in {folded(entry.former_name) for entry in agency.lineage if entry.former_name}:
                self._formerly.setdefault(name, []).append(slug)

    def slugs_of(self, name: str) -> list[str]:
        """The slugs of the agencies called `name` by full or short name; else of those once called so."""
        return self._now.get(folded(name)) or self._formerly.get(folded(name), []) if name else []

    def like(self, name: str) -> str:
        """The slug of an agency whose name is `name` with something more or less at its end, such as 大荔县 and 大荔县人民政府; "" for none."""
        bare = folded(name)
        near = [slug for slug, other in self.names.items() if bare and (folded(other).startswith(bare) or bare.startswith(folded(other)))]
        return near[0] if len(near) == 1 else ""


def _known(site: Path) -> Iterator[tuple[str, Agency]]:
    if not (site / "content").is_dir():
        return
    with Folder.top(site) as top:
        slugs = survey(top).slugs
        if not slugs:
            return
        with top.folder("content") as content:
            yield from ((slug, load_agency(content, slug).agency) for slug in slugs)


def target_of(report: Recognised, asked: Asked, agencies: Agencies) -> Target:
    """Where `report` goes. Raises Refused where the source does not tell, with what to say on the command line."""
    name = asked.name or report.name
    slug = asked.agency or _slug_said(report, name, agencies) or _slug_known(name, agencies)
    name = agencies.names.get(slug, "") or name
    if not name:
        raise Refused(Text("原文没有写明机关名称：请加 --name 机关全称", "the source names no agency: add --name NAME"))
    new = slug not in agencies.names
    slug = _usable(slug or slug_for(name))
    return Target(slug, name, _year(report, asked), new, agencies.like(name) if new else "", slug in agencies.started)


def _usable(slug: str) -> str:
    if SLUG.fullmatch(slug) and slug not in RESERVED:
        return slug
    raise Refused(
        Text(
            f"机关代号 {slug} 不能用：只能用小写英文字母、数字和减号",
            f"{slug} cannot be an agency's folder: lower-case letters, digits, hyphens",
        )
    )


def _slug_said(report: Recognised, name: str, agencies: Agencies) -> str:
    """The folder that the source itself gives, if it is not another agency's than the one it names."""
    slug = report.values.text("slug")
    called = agencies.slugs_of(name)
    if slug and called and slug not in called:
        both = "、".join(called)
        raise Refused(
            Text(
                f"原文里的机关代号是 {slug}，而“{name}”在本网站是 {both}：请加 --agency 代号",
                f"the source gives the folder {slug}, but {name} is {both} here: add --agency SLUG",
            )
        )
    if slug and name and not called and slug in agencies.names:
        theirs = agencies.names[slug]
        raise Refused(
            Text(
                f"原文里的机关代号是 {slug}，在本网站是“{theirs}”，而原文的机关名称是“{name}”：请加 --agency 代号",
                f"the source gives the folder {slug}, which is {theirs} here, but names {name}: add --agency SLUG",
            )
        )
    return slug


def _slug_known(name: str, agencies: Agencies) -> str:
    called = agencies.slugs_of(name)
    if len(called) > 1:
        both = "、".join(called)
        raise Refused(Text(f"“{name}”可以是几个机关（{both}）：请加 --agency 代号", f"{name} may be any of {both}: add --agency SLUG"))
    return called[0] if called else ""


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
