"""From what a number grew or fell to another: in 由4件增至5件 the first is last year's, and only the second is this year's."""

import re
from typing import Final

from giar_site.prose.numbers import Number

_YEAR: Final = r"(?:20[0-9]{2}年度?|[上去前往]一?年度?|本年度?|今年|年初|年底|年末|同期|原来|原先|此前|全年|当年|的)*"
_BECAME: Final = re.compile(
    rf"[^，,。；;、0-9]{{0,4}}(?:增|升|涨|扩|提|减|降|跌|缩|回|变|攀|下|上)[加长升高大多降少低减跌落缩成滑]{{0,2}}(?:到|至|为)了?{_YEAR}"
)
_UNTIL: Final = re.compile(rf"(?:到|至){_YEAR}")
_FROM: Final = re.compile(rf"(?:由|从){_YEAR}$")
_OF_A_YEAR: Final = re.compile(rf"{_YEAR}$")
_FROM_HERE: Final = re.compile(r"[由从][^，,。；;]*$")
_FAR: Final = 20
_WISHED: Final = re.compile(r"目标|力争|计划|预计|争取|有望|拟|将")


def became(text: str, first: Number, second: Number) -> bool:
    """True when `text` says that `first` became `second`."""
    between = text[first.end : second.start]
    if first.unit not in {second.unit, ""}:
        return False
    if _BECAME.fullmatch(between):
        return True
    return bool(_UNTIL.fullmatch(between) and _FROM_HERE.search(text, max(0, first.start - _FAR), first.start))


def begins_a_change(left: str) -> bool:
    """True when the number after `left` is one of before: 由上年的42件."""
    return bool(_FROM.search(left[-_FAR:]))


def without_the_first(left: str) -> str:
    """What stands before a change, without the words that belong to its first number: of 行政复议由上年的, 行政复议."""
    far, near = left[:-_FAR], left[-_FAR:]
    return far + (_FROM if _FROM.search(near) else _OF_A_YEAR).sub("", near)


def is_wished(left: str, right: str) -> bool:
    """True when the change has not come about yet."""
    return bool(_WISHED.search(left) or _WISHED.search(right))
