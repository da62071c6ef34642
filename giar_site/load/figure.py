"""One scalar → one figure. The kind of the cell types it, never YAML; what is odd is read only where one reading is possible."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from giar_site.forms import Kind
from giar_site.model import Figure, Reading

_COUNT = re.compile(r"0|[1-9][0-9]{0,11}")
_CHANGE = re.compile(r"0|-?[1-9][0-9]{0,11}")
_MONEY = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")
_PLAIN = {Kind.COUNT: _COUNT, Kind.CHANGE: _CHANGE, Kind.MONEY: _MONEY}

_BLANK = {"", "~", "null", "Null", "NULL", "/", "／", "-", "－", "—", "——", "–", "无", "空", "\\"}
_REMARK = re.compile(r"(?P<number>[0-9.+-]+)[(（][^()（）0-9]{1,20}[)）]")
_COUNTED = re.compile(r"(?P<number>[0-9]+) ?[件个条项宗份起次户]")
_SIGNED = re.compile(r"(?P<sign>[+＋]|增加?|新增|减少?|下降) ?(?P<number>[1-9][0-9]{0,11}) ?[件个条项]?")
_AMOUNT = re.compile(r"(?P<number>[0-9.]+) ?(?P<unit>元|万元|亿元)")
_IN_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_LOOSE_NUMBER = re.compile(r"\(\?P<number>\[[^\]]*\]\+\)")  # which reading narrows to a plain figure
_BLANK_SPELLING = r"\s*(?:" + "|".join(blank.replace("\\", r"\\") for blank in sorted(_BLANK)) + r")\s*"
_LONGEST = 40


def read_figure(text: str, kind: Kind, unit: str = "") -> Figure:
    """Read `text` as a figure of `kind` in the form's `unit` ("": the form gives none).

    Equal texts share one record. Never raises: an unreadable text gives a figure without value and, where it is
    clear what was meant, a `hint` in plain digits. Of a text too long to be a figure only the beginning is kept.
    """
    if len(text) > _LONGEST:
        return Figure(None, text[:_LONGEST] + "…", Reading.UNREADABLE)
    return _read_figure(text, kind, unit)


@lru_cache(maxsize=4096)
def _read_figure(text: str, kind: Kind, unit: str) -> Figure:
    if _PLAIN[kind].fullmatch(text):
        return Figure(Decimal(text), text, Reading.PLAIN)
    if text.strip() in _BLANK:
        return Figure(None, text, Reading.BLANK)
    odd = _read_odd(text, kind, unit)
    if odd is not None:
        return odd
    return Figure(None, text, Reading.UNREADABLE, hint=_hint(text, kind))


def _read_odd(text: str, kind: Kind, unit: str) -> Figure | None:
    if kind is Kind.CHANGE and (match := _SIGNED.fullmatch(text)):
        number = Decimal(match["number"])
        down = match["sign"][0] in "减下"
        return Figure(-number if down else number, text, Reading.CONVERTED)
    if kind is Kind.MONEY and (match := _AMOUNT.fullmatch(text)) and _MONEY.fullmatch(match["number"]):
        number = Decimal(match["number"])
        if unit:
            scaled = number * _IN_YUAN[match["unit"]] / _IN_YUAN[unit]
            return Figure(Decimal(f"{scaled:f}"), text, Reading.CONVERTED, match["unit"])
        return Figure(number, text, Reading.CONVERTED, match["unit"])
    for pattern in (_REMARK, *((_COUNTED,) if kind is Kind.COUNT else ())):
        if (match := pattern.fullmatch(text)) and _PLAIN[kind].fullmatch(match["number"]):
            return Figure(Decimal(match["number"]), text, Reading.CONVERTED)
    return None


def _hint(text: str, kind: Kind) -> str:
    """What was probably meant, as a plain figure; "" when that is not clear."""
    if any(unicodedata.category(char) == "No" for char in text) and any(char.isdecimal() for char in text):
        return ""  # 31¹ and 31① are 31 with a mark, which NFKC would make 311
    folded = "".join(_digit(char) for char in unicodedata.normalize("NFKC", text))
    folded = re.sub(r"[\s,，_'\u200b-\u200d\u2060]", "", folded)
    if kind is not Kind.CHANGE:
        folded = folded.removeprefix("+")
    sign, digits = ("-", folded[1:]) if folded.startswith(("-", "−", "－")) else ("", folded)
    if re.fullmatch(r"[0-9]{1,12}", digits):
        digits = digits.lstrip("0") or "0"
    elif kind is Kind.COUNT and re.fullmatch(r"[0-9]{1,12}\.0+", digits):
        digits = digits.split(".")[0]
    hint = ("" if digits == "0" else sign) + digits
    return hint if _PLAIN[kind].fullmatch(hint) else ""


def _digit(char: str) -> str:
    if char in "OoОо〇":
        return "0"
    if char in "lIⅠ":
        return "1"
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def plain_spelling(kind: Kind) -> str:
    """The regular expression, to be matched whole, of a plain figure of `kind`."""
    return _PLAIN[kind].pattern


def odd_spellings(kind: Kind) -> tuple[str, ...]:
    """Regular expressions, each to be matched whole, of the texts that are read as a figure of `kind` though they are no plain one.

    A blank is among them: it may have been published. Written without named groups, so that every dialect understands them.
    """
    plain = _PLAIN[kind].pattern
    odd = [_REMARK]
    odd += [_COUNTED] if kind is Kind.COUNT else []
    odd += [_SIGNED] if kind is Kind.CHANGE else []
    odd += [_AMOUNT] if kind is Kind.MONEY else []
    spelled = (_LOOSE_NUMBER.sub(f"(?:{plain})", each.pattern).replace("?P<sign>", "?:") for each in odd)
    return (*(each.replace("?P<unit>", "?:").replace("?P<number>", "?:") for each in spelled), _BLANK_SPELLING)


def plain_digits(value: Decimal) -> str:
    """`value` as plain decimal digits, keeping the author's own decimals (never an exponent)."""
    return f"{value:f}"
