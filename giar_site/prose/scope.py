"""Whose figures and of what time a clause speaks: only those of the whole report and of its year stand in its tables."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from giar_site.model import Agency, Report
from giar_site.prose.quick import quick_search
from giar_site.prose.traces import own_names


class Whose(StrEnum):
    """Whom a number is about."""

    OWN = "own"  # nobody else is named, or the agency itself
    AREA = "area"  # the whole county, all levels: the report's own where a government writes it
    EITHER = "either"  # the whole or its own house: what a roll-up means by 县政府 or 我办
    PART = "part"  # an office, a lower level, another body


class When(StrEnum):
    """What time a number is about."""

    YEAR = "year"
    OTHER = "other"


class Scope(NamedTuple):
    """Whose figures, and of what time."""

    whose: Whose = Whose.OWN
    when: When = When.YEAR


class Author(NamedTuple):
    """Who wrote the report: `names` it may be called by (none: not known), of which `year`.

    `area`: the figures of the whole area are the report's own. `sums`: they are known to be those of all bodies below it, too.
    """

    names: tuple[str, ...]
    year: int
    area: bool = False
    sums: bool = False

    def whose(self, office: str) -> Whose:
        """Whose a number of `office` is, as a clause writes its name: 区数据局 is 某区数据局."""
        wanted = _plain_name(office)
        if not any(_is_tail(wanted, name) for name in self.names):
            return Whose.PART
        return Whose.EITHER if self.sums and not wanted.endswith(self.names) else Whose.OWN

    def owns(self, whose: Whose) -> bool:
        """True when the figures of `whose` are certainly those in the tables."""
        return whose is Whose.OWN or (whose is Whose.AREA and self.area)


def _is_tail(wanted: str, name: str) -> bool:
    """True when `wanted` ends as `name` does. 县财政局 is no 某市财政局, nor are 各县财政局 any one."""
    for start in range(len(wanted) - 2):
        tail = wanted[start:]
        if tail in name and (len(tail) > 3 or not tail.endswith("办公室")):
            before = wanted[start - 1] if start else ""
            of_another = before == "各" or (before in _LEVELS and before != name[: -len(tail)][-1:])
            return name.endswith(tail) and not of_another
    return False


_TITLE: Final = re.compile(r"(.+?)[0-9]{4}年")
_TIME: Final = quick_search(
    r"""
      (?P<now>今年以来|今年|本年度?|全年)
    | (?P<beside>(?:较|比|与|同)(?:去年|上一?年|20[0-9]{2}年)[^，,。；;]*)
    | (?P<other>截[至止]到?(?:20[0-9]{2}年|[今本]年)?(?!12月(?:31|[^0-9]))[0-9]{1,2}月|(?:至|到|-|—)(?:20[0-9]{2}年)?12月(?!31日)[0-9]{1,2}日|去年|往年|同期|上一?年(?!度?[^，,。；;]{0,8}(?:结转|转结|转入|遗留))|[上下]半年|前?[一二三四]季度|(?<![0-9])[0-9]{1,2}月份?(?:至|到|-|—|(?![0-9底末]))
        |[两二三四五六七八九十]年(?!级|度|来第)|每|[月日年]均|平均|人均|历年|累计|以来|连续|20[0-9]{2}年?(?:至|到|-|—|－|~|～)20[0-9]{2})
    | (?P<year>(?<!转)(?<!转至)(?<!转到)(?<!转入)20[0-9]{2}(?=年))
    """
)
_OFFICES: Final = r"""局(?!长|部)|委员会|办公室|政府办(?:公室)?|镇办|厅(?!长)|中心|街道|乡镇|部门|(?<!原)单位|本级|支队|大队|管委会|开发区|高新区
        |系统|名义|(?<!行政)(?<!复议)(?<!国家)机关|政府(?!信息|网|门户|公报|采购|集中|规章|办)|[镇乡市县区](?=共?(?:收到|受理|办理|答复|接到))"""
_WHOSE: Final = quick_search(
    rf"""
      (?P<own>(?:我|本)(?:省|市|县|区|州|旗|镇|乡|局|厅|办|委|会|院|机关|单位|部门|行政机关|街道|苏木|中心|处)(?:人民)?(?:政府)?(?:办公室)?(?:机关)?|全[局厅委办](?![^，,。；;]{{0,8}}系统))
    | (?P<area>(?:全[省市县区州旗国镇乡]|各级)(?:各级|各部门|行政机关|政府|部门|单位|、|及|和|各|人民){{0,6}}(?![^，,。；;]{{0,8}}系统))
    | (?P<part>{_OFFICES})
    """
)
_AREAS: Final = ("省", "市", "县", "区", "州", "旗", "镇", "乡", "街道", "苏木")
_LEVELS: Final = frozenset("省市县区州旗镇乡")
_OF_AN_AREA: Final = frozenset(("township", "subdistrict"))  # kinds whose own report is that of the whole area
_NAME_BEFORE: Final = re.compile(r"[一-鿿]+$")
_LONGEST_NAME: Final = 10


def _plain_name(name: str) -> str:
    return name.replace("人民政府", "政府")


@lru_cache(maxsize=64)
def _name_in(title: str) -> str:
    match = _TITLE.match(title)
    return _plain_name(match[1]) if match else ""


def author_of(report: Report, agency: Agency | None = None) -> Author:
    """Who wrote `report`: `agency`, by any name it has or had, and what its title says; without either nothing is known."""
    title = _name_in(report.metadata.title)
    if agency is None:
        return Author((title,) if title else (), report.year, title.endswith(("政府", *_AREAS)))
    names = {title, *map(_plain_name, own_names(agency))} - {""}
    # 财政局 alone would be every area's
    telling = sorted(name for name in names if not any(other != name and other.endswith(name) for other in names))
    sums = agency.scope == "rollup"
    return Author(tuple(telling), report.year, sums or agency.kind in _OF_AN_AREA, sums)


def scope_after(text: str, before: Scope, author: Author) -> tuple[Scope, Scope]:
    """The scope of a number that follows `text`, and what of it holds on for later numbers of the sentence."""
    when = lasting = before.when
    counted_now = False
    for match in _TIME.finditer(text):
        kind = match.lastgroup
        if kind == "beside":
            when = When.OTHER
        elif kind == "now" or (kind == "year" and match.group() == str(author.year)):
            when = lasting = When.YEAR
            counted_now = True
        elif not (counted_now and match.group() == "累计"):
            when = lasting = When.OTHER
    whose = _whose(text, before.whose, author)
    return Scope(whose, when), Scope(whose, lasting)


def names_others(text: str, author: Author) -> bool:
    """True when `text` names an office other than the author, so that a number in it may be of either."""
    return any(match.lastgroup == "part" and author.whose(_full_name(text, match)) is Whose.PART for match in _WHOSE.finditer(text))


def _full_name(text: str, match: re.Match[str]) -> str:
    """The name that ends with the match."""
    name = _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.end())
    return name.group() if name else match.group()


def _whose(text: str, before: Whose, author: Author) -> Whose:
    """Whom the last name in `text` means; `before` where it names nobody."""
    last = None
    for match in _WHOSE.finditer(text):
        last = match
    if last is None:
        return before
    if last.lastgroup == "part":
        return author.whose(_full_name(text, last))
    if last.lastgroup == "own":
        return Whose.EITHER if author.sums and not last.group().endswith(_AREAS) else Whose.OWN
    return Whose.AREA
