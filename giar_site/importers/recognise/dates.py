"""Days as reports write them → days as giar writes them."""

import re
import unicodedata

_DATE = re.compile(
    r"(?P<year>[0-9]{4})\s*[年./-]\s*(?P<month>[0-9]{1,2})\s*[月./-]\s*(?P<day>[0-9]{1,2})\s*日?(?:[ T]*(?P<hour>[0-9]{1,2}):(?P<rest>[0-9]{2}(?::[0-9]{2})?)(?:\.0+)?)?"
)
_CHINESE = re.compile(
    r"(?P<year>[〇○零O0一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,3})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")


def plain_date(text: str) -> str:
    """A date as giar writes it (`2021-01-29 15:01`) where `text` is one, else `text`."""
    plain = unicodedata.normalize("NFKC", text[:80]).strip()
    if match := _CHINESE.fullmatch(plain):
        return f"{match['year'].translate(_DIGITS)}-{_number(match['month']):02}-{_number(match['day']):02}"
    match = _DATE.fullmatch(plain)
    if not match:
        return text
    day = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    return f"{day} {int(match['hour']):02}:{match['rest']}" if match["hour"] else day


def is_date(text: str) -> bool:
    """Whether `text` is a date as giar writes it."""
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?", text))


def _number(text: str) -> int:
    """一 to 三十一."""
    tens, ten, ones = text.rpartition("十")
    return (int(tens.translate(_DIGITS) or 1) * 10 if ten else 0) + int(ones.translate(_DIGITS) or 0)
