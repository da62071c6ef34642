"""A number of a spreadsheet and its number format → the text a person reads in the cell, and whether that hides something.

Number formats: ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final, NamedTuple

GENERAL: Final = "General"
BUILT_IN: Final = {
    **dict.fromkeys((1, 3, 37, 38), "0"),
    **dict.fromkeys((2, 4, 39, 40), "0.00"),
    **dict.fromkeys((5, 6, 41, 42), "0"),
    **dict.fromkeys((7, 8, 43, 44), "0.00"),
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((11, 48), "0.00E+00"),
    **dict.fromkeys((12, 13), "# ?/?"),
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47), "hh:mm:ss"),
}
_PIECE: Final = re.compile(
    r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|(\[[^\]]*\])|_.|\*.|(General|[0#?][0#?,.]*(?:E[+-]0+)?%?|.)', re.IGNORECASE | re.DOTALL
)
_SECTIONS: Final = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)', re.DOTALL)
_PLACEHOLDERS: Final = re.compile(r"([0#?][0#?,]*)?(?:\.([0#?]*))?(,*)(%?)")
_MOST_DIGITS: Final = 30
_LAST_DAY: Final = 2_958_466  # serial number of the first day of the year 10000


class Seen(NamedTuple):
    """`text`: of the cell. `shown`: what the program shows instead where the format hides part of the value, else ""; `date`: it is a day or time."""

    text: str
    shown: str = ""
    date: bool = False


def seen(raw: str, code: str, *, since_1904: bool) -> Seen:
    """Word the number `raw` under the format `code`. Digits are never rounded away beyond the 15 that a spreadsheet keeps."""
    number = _number(raw)
    if number is None:
        return Seen(raw)
    parts = [match[1] for match in _SECTIONS.finditer(code or GENERAL)]
    section = _section(parts, number)
    literals, body = _parts_of(section)
    if re.search(r"[dmyhs]", re.sub("general", "", body, flags=re.IGNORECASE), re.IGNORECASE) or re.search(
        r"\[[hms]+\]", section, re.IGNORECASE
    ):
        return _date(number, since_1904=since_1904) or Seen(plain(number))
    before, after = literals
    found = _framed_number(number, body, section, before, after)
    if any(char.isdigit() for char in before + after):  # 0"1" shows 31 as 311, which nobody has counted
        return Seen(plain(number), found.shown or found.text)
    return found


def _framed_number(number: Decimal, body: str, section: str, before: str, after: str) -> Seen:
    if body.lower() in {"general", "@"}:
        return Seen(_framed(before, plain(number), after))
    if not body:
        return Seen(plain(number), (before + after) or "(空白)")
    placeholders = _PLACEHOLDERS.fullmatch(body)
    if not placeholders or "[dbnum" in section.lower():
        return Seen(plain(number), body)
    return _by_placeholders(number, placeholders, before, after)


def plain(number: Decimal) -> str:
    """The digits of a number without exponent and without zeros that say nothing: 56, 40984.52, -14."""
    if not number:
        return "0"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(raw: str) -> Decimal | None:
    try:
        number = Decimal(raw.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS or len(raw) > 2 * _MOST_DIGITS:
        return None
    return Decimal(f"{number:.15g}")


def _section(parts: list[str], number: Decimal) -> str:
    """Formats have up to four sections: positive; negative; zero; text."""
    filled = parts[: max(1, len(parts) - 1)] if parts[-1] == "" and len(parts) > 1 else parts
    if number < 0 and len(filled) > 1:
        return filled[1]
    if number == 0 and len(filled) > 2:
        return filled[2]
    return filled[0]


def _parts_of(section: str) -> tuple[tuple[str, str], str]:
    """The words before and after the placeholders, and the placeholders."""
    words, body = ["", ""], ""
    for match in _PIECE.finditer(section):
        literal = match[1] or match[2] or match[3] or ""
        sign = match[5] or ""
        if sign and (re.match(r"General|[0#?.,%@EdmyhsAP/]", sign, re.IGNORECASE)):
            body += sign
        else:
            words[1 if body else 0] += literal + sign
    return (words[0], words[1]), body


def _framed(before: str, digits: str, after: str) -> str:
    """Signs and brackets of the format say what the minus already says; other words, such as a unit, are read with the number."""
    negative = digits.startswith("-")
    drop = "-() " if negative else "() "
    return before.strip(drop) + digits + after.strip(drop)


def _by_placeholders(number: Decimal, placeholders: re.Match[str], before: str, after: str) -> Seen:
    _, decimals, scaling, percent = placeholders.groups()
    whole = placeholders[1] or ""
    value = number * 100 if percent else number
    text = _framed(before, plain(value) + percent, after)
    if scaling or whole.endswith(","):
        return Seen(text, placeholders[0])
    rounded = value.quantize(Decimal(1).scaleb(-len(decimals or "")), ROUND_HALF_UP)
    return Seen(text, "" if rounded == value else _framed(before, f"{rounded:f}{percent}", after))


def _date(number: Decimal, *, since_1904: bool) -> Seen | None:
    """ISO text of a serial day number. Day 60 of the 1900 calendar is a 29 February that never was; days before it are one off."""
    if not 0 <= number < _LAST_DAY:
        return None
    seconds = round(float(number % 1) * 86_400)
    if number < 1:
        return Seen(f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}", date=True)
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 31 if number < 60 else 30)  # noqa: DTZ001 - a spreadsheet knows no zones
    try:
        moment = first + timedelta(days=int(number), seconds=seconds)
    except OverflowError:
        return None
    return Seen(f"{moment:%Y-%m-%d}" + (f" {moment:%H:%M}" if seconds else ""), date=True)
