"""Whose figures and of what time a clause speaks: only those of the whole report and of its year stand in its tables."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from giar_site.model import Report
from giar_site.prose.quick import quick_search


class Whose(StrEnum):
    """Whom a number is about."""

    OWN = "own"  # nobody else is named, or the agency itself
    AREA = "area"  # the whole county, all levels: the report's own where a government writes it
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
    """Who wrote the report, as far as its title says: `name` ("" where it has none), of which year."""

    name: str
    year: int

    @property
    def government(self) -> bool:
        """True when the title names a government or an area, so that the whole area's figures are the report's own."""
        return self.name.endswith(("政府", "省", "市", "县", "区", "州", "旗", "镇", "乡", "街道", "苏木"))

    def is_named(self, office: str) -> bool:
        """True when `office`, as a clause writes it, is the author: 区数据局 is 某区数据局."""
        wanted = _plain_name(office)
        for start in range(len(wanted) - 2):
            tail = wanted[start:]
            if tail in self.name and (len(tail) > 3 or not tail.endswith("办公室")):
                return self.name.endswith(tail)
        return False


_TITLE: Final = re.compile(r"(.+?)[0-9]{4}年")
_TIME: Final = quick_search(
    r"""
      (?P<now>今年以来|今年|本年度?|全年)
    | (?P<beside>(?:较|比|与|同)(?:去年|上一?年|20[0-9]{2}年)[^，,。；;]*)
    | (?P<other>截[至止](?:20[0-9]{2}年)?(?!12月)[0-9]{1,2}月|去年|往年|同期|上一?年(?!度?[^，,。；;]{0,8}(?:结转|转结|转入|遗留))|[上下]半年|前?[一二三四]季度|(?<![0-9])[0-9]{1,2}月份?(?:至|到|-|—|(?![0-9底末]))
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
_NAME_BEFORE: Final = re.compile(r"[一-鿿]+$")
_LONGEST_NAME: Final = 10


def _plain_name(name: str) -> str:
    return name.replace("人民政府", "政府")


@lru_cache(maxsize=64)
def _name_in(title: str) -> str:
    match = _TITLE.match(title)
    return _plain_name(match[1]) if match else ""


def author_of(report: Report) -> Author:
    """Who wrote `report`."""
    return Author(_name_in(report.metadata.title), report.year)


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
    return any(match.lastgroup == "part" and not author.is_named(_full_name(text, match)) for match in _WHOSE.finditer(text))


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
        return Whose.OWN if author.is_named(_full_name(text, last)) else Whose.PART
    return Whose.OWN if last.lastgroup == "own" else Whose.AREA
