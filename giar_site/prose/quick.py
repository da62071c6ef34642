"""Searches of many words over long texts."""

import re
from typing import Final

# What may begin an alternative: after a name, a bar, a bracket or a part that may be missing. A superset is enough.
_MAY_BEGIN: Final = re.compile(r"(?:\(\?P<\w+>|\||\(\?:|\)|\?|\})\s*(?:\(\?:)*\s*([一-鿿]|\[[^\]^]+\])")
_DIGITS: Final = re.compile(r"[0-9]|\\d")
_HAN: Final = re.compile(r"[一-鿿A-Z]")


def quick_search(pattern: str) -> re.Pattern[str]:
    """The verbose `pattern` of words, tried only where a character stands that can begin one: most of a text need not be tried word by word.

    Words begin with a Han character, a digit or a set of them.
    """
    first = {char for begin in _MAY_BEGIN.findall(pattern) for char in _HAN.findall(begin)}
    digits = "0-9" if _DIGITS.search(pattern) else ""
    return re.compile(f"(?=[{digits}{''.join(sorted(first))}])(?:{pattern})", re.VERBOSE)
