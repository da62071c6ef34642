"""Pages that take long to parse, nested deeply or with tags of endless attributes: seen by counting, before anything is parsed."""

import re

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused

MOST_OPEN = 5_000  # elements begun and not ended; to parse 50,000 within each other takes a minute
MOST_ATTRIBUTES = 1_000  # of one element, each of which is compared with those before it
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")  # a picture written into a page is such a tag, but holds few =
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?=[\s/>])(?:[^<>]*/>)?", re.DOTALL)
_NEVER_WITHIN_EACH_OTHER = re.compile(  # begun anew, the last one ends; or they have no end
    "p|li|d[dt]|option|optgroup|t[rdh]|thead|tbody|tfoot|colgroup|caption|html|head|body|"
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
)


def refuse_slow_page(page: str) -> None:
    """Raise Refused where more elements stand open than any page has, or one has more attributes. An element that nobody ended counts up to the end of the page."""
    if max((tag[0].count("=") for tag in _LONG_TAG.finditer(page)), default=0) > MOST_ATTRIBUTES:
        raise Refused(
            Text(f"网页里有元素的属性超过 {MOST_ATTRIBUTES} 个", f"an element of the page has more than {MOST_ATTRIBUTES} attributes")
        )
    left: dict[str, int] = {}
    for match in _TAG.finditer(page):
        name = (match[2] or "").lower()
        if name and not _NEVER_WITHIN_EACH_OTHER.fullmatch(name) and not match[0].endswith("/>"):
            left[name] = max(0, left.get(name, 0) + (-1 if match[1] else 1))
    count = sum(left.values())
    if count > MOST_OPEN:
        raise Refused(
            Text(
                f"网页里有 {count} 个元素没有结束（最多 {MOST_OPEN}），嵌套过深，不像一份年度报告",
                f"{count} of its elements are not ended (at most {MOST_OPEN}): it is nested deeper than any annual report",
            )
        )
