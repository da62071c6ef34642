"""The title of a report: what it says, and whose name it gives. A name is never put together from a title and the words of a page round it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.recognise.folding import squeezed

_NAME = "(?P<agency>[^《》“”,，。:：;；]{0,40}?)"
_YEAR = r"(?P<year>20[0-9]{2}|二[〇○零O0]二[〇○零一二三四五六七八九])\s*年?\s*度?\s*"
_MATTER = "政府信息(?:与政务)?公开(?:工作)?"
_REPORT = "(?:工作)?(?:情况)?的?(?:年度)?(?:报告|年报)"
_SUBJECT = f"{_MATTER}(?:年度)?{_REPORT}"
_TITLES = tuple(
    map(
        re.compile,
        (
            f"{_NAME}{_YEAR}(?:关于)?{_SUBJECT}",
            f"{_NAME}(?:关于)?{_MATTER}{_YEAR}{_REPORT}",
            rf"{_NAME}(?:关于)?{_SUBJECT}[(（]{_YEAR}[)）]",
        ),
    )
)
_NAMED_BEHIND = (  # what stands there must name a body
    re.compile(f"(?:关于)?{_YEAR}{_NAME}(?:关于)?{_SUBJECT}"),
    re.compile(rf"{_YEAR}(?:关于)?{_SUBJECT}[(（]{_NAME}[)）]"),
)
_BETWEEN = "-－–—_|｜/·•"  # a name and the rest of its title
_OWN_WORDS = re.compile("[我本全各]")  # 本局 is no name
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_COLUMNS = (  # of government sites
    "(?:网站)?首页|政务公开|(?:政府)?信息公开(?:工作)?(?:年报|年度报告|指南|制度|目录|专栏|平台)?|公开(?:年报|指南|制度|目录|专栏|平台)|"
    "(?:法定)?主动公开(?:内容)?|依申请公开|(?:工作)?(?:年报|年度报告)|(?:您的|当前|所在)+位置|正文|新闻(?:中心|动态)|互动交流|政民互动|通知公告|部门动态|"
    "政策(?:文件|法规|解读)|机构(?:职能|概况)|领导(?:信息|之窗)|专题专栏"
)
_SIGNS = r"[\s>»›＞|｜/·:：、-]*"
_WAY = re.compile(f"{_SIGNS}(?:(?:{_COLUMNS}){_SIGNS})+")
_SITE_BEFORE = re.compile(r".*[-－–—_|｜】]\s*")
_SITE = re.compile("网|站|平台|门户|公开|首页|[_|｜】]")  # 中国-东盟某园区 is a name
_REGION = re.compile("[省市县区旗州盟乡镇]|街道|苏木|地区|开发区")
_BODY = re.compile(
    "(?:[局厅委办部处室院所中心站队会馆社校团署库行关]|政府|政协|人大|大学|公司|机关|[省市县区旗州盟乡镇村]|街道|苏木|管理所|分局|支队|大队)(?:[(（][^()（）]{1,20}[)）])?"
)

APART = Text(
    "标题前面连着网页的栏目名，已经分开，请核对",
    "the names of columns of the web page stood before it; they were taken away, please check",
)
UNPARTED = Text(
    "标题前面像是连着网页的栏目名，分不开，请核对", "what precedes it may be the names of columns of the web page; please check"
)
BEFORE = Text("标题前面连着别的文字，已经分开，请核对", "other words stood before the title; they were taken away, please check")
TWO_LINES = Text("由两行合成，请核对", "put together from two lines; please check")


class Title(NamedTuple):
    """A title and what it says. `reason`: why it is not quite as it stands; `apart`: what stood before it and is no part of it."""

    text: str
    agency: str
    year: int
    reason: Text | None = None
    apart: str = ""


def title_in(text: str) -> Title | None:
    """The title of a report that `text` is as a whole, or with the names of columns of a site before it."""
    if "公开" not in (bare := squeezed(text)):
        return None
    match = next(filter(None, (pattern.fullmatch(bare) for pattern in _TITLES)), None) or _named_behind(bare)
    if not match:
        return None
    agency = match["agency"].removesuffix("关于").rstrip(_BETWEEN)
    return _parted(Title(" ".join(text.split()), agency, int(match["year"].translate(_DIGITS))))


def _named_behind(bare: str) -> re.Match[str] | None:
    """2022年某县财政局政府信息公开工作年度报告: what stands behind the year names a body."""
    matches = filter(None, (pattern.fullmatch(bare) for pattern in _NAMED_BEHIND))
    return next((match for match in matches if _names_a_body(match["agency"]) and not _OWN_WORDS.match(match["agency"])), None)


def titles_in(text: str) -> Iterable[Title]:
    """The titles of reports that `text` mentions in 《》."""
    for quoted in re.findall(r"《([^《》]{8,60})》", text):
        title = title_in(quoted)
        if title:
            yield title


def title_on_two_lines(line: str, following: str, *, listed: bool = False) -> Title | None:
    """The title that a line is together with the one below it. `listed`: the line is an item of a list."""
    together = title_in(line + following)
    if not together or is_way(line):
        return None
    named = _names_a_body(line) and not listed
    alone = title_in(following)
    if alone is None or (named and not alone.agency):
        return together
    if alone.agency and (listed or not named or _REGION.search(alone.agency)):
        return None  # the line below says it all
    return together if together.reason else together._replace(reason=TWO_LINES)


def is_way(text: str) -> bool:
    """Whether a line holds nothing but the names of columns of a site."""
    return bool(_WAY.fullmatch(text))


def _parted(title: Title) -> Title:
    return _without_way(_without_site(title))


def _without_site(title: Title) -> Title:
    """`title` without the name of a site or a mark before it: `某县人民政府门户网站-`, `【年报】`."""
    before = _SITE_BEFORE.match(title.agency)
    at = _SITE_BEFORE.match(title.text)
    if not before or not at or not _names_a_body(title.agency[before.end() :]):
        return _without_another_body(title)
    if not _SITE.search(before.group()) and not _names_a_body(before.group().rstrip(_BETWEEN)):
        return title
    return title._replace(text=title.text[at.end() :], agency=title.agency[before.end() :], reason=BEFORE, apart=at.group().strip())


def _without_another_body(title: Title) -> Title:
    """`title` without a body before its own one, from which only a blank parts it: the site's `某县人民政府 某县财政局`."""
    for gap in reversed(list(re.finditer(r"\s+", title.text))):
        before, name = title.text[: gap.start()], squeezed(title.text[gap.end() :])
        body = title.agency.removeprefix(squeezed(before))
        if body != title.agency and name.startswith(body) and _names_a_body(before) and _names_a_body(body) and _REGION.search(body):
            return title._replace(text=title.text[gap.end() :], agency=body, reason=BEFORE, apart=before)
    return title


def _without_way(title: Title) -> Title:
    before = _WAY.match(title.agency)
    if not before:
        return title
    name = title.agency[before.end() :]
    at = _WAY.match(title.text)
    if at and len(name) > 2 and _REGION.search(name) and _names_a_body(name):
        return title._replace(text=title.text[at.end() :], agency=name, reason=APART, apart=at.group().strip())
    return title._replace(reason=UNPARTED) if name else title._replace(agency="", reason=APART)


def _names_a_body(text: str) -> bool:
    bare = squeezed(text).removesuffix("关于")
    found = list(_BODY.finditer(bare))
    return bool(found) and found[-1].end() == len(bare) and len(bare) > 1
