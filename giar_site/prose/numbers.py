"""The numbers in a text: value, what their precision or wording implies, unit and place.

Dates, ordinals, document numbers, telephones, addresses and whatever stands in 《》 or “” are no numbers of anything that was counted
and are left out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

_DIGIT: Final = "0-9０-９"
_HAN: Final = "零〇一二两三四五六七八九十百千万亿"
_AMOUNT: Final = rf"[{_DIGIT}]{{1,3}}(?:[,，][{_DIGIT}]{{3}})+(?![{_DIGIT}])(?:[.．][{_DIGIT}]+)?|[{_DIGIT}]+(?:[.．][{_DIGIT}]+)?"
COUNTED: Final = frozenset(
    ("件", "件次", "起", "条", "份", "篇", "家", "宗", "项", "个", "次", "人", "人次", "部", "例", "封", "场", "场次", "期", "类", "名", "批", "张", "则", "例次", "批次", "版次", "只", "处", "幅")
)  # fmt: skip
MONEY: Final = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10_000)}
_UNIT: Final = "|".join([*sorted((*COUNTED, *MONEY, "个工作日", "个月", "个百分点", *"年月日天时号倍成届位户%％"), key=len, reverse=True)])
_NUMBER: Final = re.compile(
    rf"""(?P<before>接近|大约|超过|不足|不到|至少|最多|近|约|超|逾)?(?:
          (?P<arabic>{_AMOUNT})[ ]*(?P<times>[百千万亿]{{0,2}})(?P<more>余|多)?(?:[ ]*[-—~～至到][ ]*(?P<upper>{_AMOUNT})(?P<upper_times>[百千万亿]{{0,2}}))?
        | (?P<han>[{_HAN}]+)(?P<more_han>余|多)?(?=(?:个|件|起|条|份|篇|家|宗|项|次|人|部|例|封|场)))
        [ ]*(?P<unit>{_UNIT})?(?P<after>以上|以下|以内|左右|上下)?""",
    re.VERBOSE,
)
_HIDDEN: Final = re.compile(r"《[^《》\n]*》|“[^“”\n]*”|https?://[^\s，。）]*|[0-9]{3,4}[-—－][0-9]{7,8}")
_NO_UNIT: Final = frozenset(("年", "月", "日", "天", "时", "号", "届", "个工作日", "个月"))
_BEFORE_NO_NUMBER: Final = frozenset("第〔[A/._@-—同每任逐某进统唯单")
_CANDIDATE: Final = re.compile(rf"[{_DIGIT}]|[{_HAN}](?:余|多)?[件起条份篇家宗项次人部例封场]")
_TIMES: Final = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_HAN_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_WIDE: Final = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_LONGEST: Final = 10  # digits; a longer run is an account, a telephone or a code
MOST: Final = Decimal(10) ** 18
_NEAR: Final = Decimal("0.9")


class Number(NamedTuple):
    """A number text[start:end] with its unit ("" where none is written; 万元 stands for every amount of money).

    It says that the thing counted lies from `low` to before `high`, and `value` is what is written. `exact`: written to the last one.
    `hedged`: by a word (近, 余, 以上) or as a range, then also `ranged`. A percentage has the unit "%" and counts in percent; `step` is the value of its last digit.
    """

    start: int
    end: int
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    exact: bool
    step: Decimal
    hedged: bool
    ranged: bool = False

    def covers(self, value: Decimal) -> bool:
        """True when a figure of `value` is rightly written so."""
        return value == self.value if self.exact else self.low <= value < self.high


def numbers_in(text: str) -> Iterator[Number]:
    """The numbers of `text` in order."""
    if not _CANDIDATE.search(text):
        return
    hidden = [match.span() for match in _HIDDEN.finditer(text)]
    for match in _NUMBER.finditer(text):
        if any(start <= match.start() < end for start, end in hidden) or not _counts(text, match):
            continue
        number = _read(match)
        if number is not None:
            yield number


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether the match is a count or amount at all."""
    if match["unit"] in _NO_UNIT:
        return False
    start, end = match.start(), match.end()
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before in _BEFORE_NO_NUMBER or (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()):
        return False
    if match["han"]:
        return after != "事" and not text.startswith(("会议", "全会"), end) and not (len(match["han"]) == 1 and before in _HAN)
    digits = match["arabic"]
    if len(digits) > _LONGEST or (not match["unit"] and (after in "〕)）、.．:：号楼路届热平" or text[max(0, start - 2) : start] == "邮编")):
        return False
    return not (before in "(（" and after in ")）")


def _read(match: re.Match[str]) -> Number | None:
    written = match["arabic"]
    if written:
        value, step = _amount(written, match["times"])
    else:
        value = han_value(match["han"])
        step = Decimal(1)
    if value > MOST:
        return None
    unit = match["unit"] or ""
    scale = Decimal(1)
    if unit in MONEY:
        unit, scale = "万元", MONEY[unit]
    elif unit == "％":
        unit = "%"
    exact = step == 1 and not match["times"] and unit not in {"%", "万元"}
    low, high = (value, value + 1) if exact else (value - step / 2, value + step / 2)
    hedged = any(match[name] for name in ("upper", "more", "more_han", "before", "after"))
    end = match.end()
    if match["upper"]:
        low, high, exact = value, _amount(match["upper"], match["upper_times"])[0] + step, False
    elif match["more"] or match["more_han"]:
        low, high, exact = value, value + _last_place(value), False
    elif match["before"] or match["after"]:
        low, high, exact = *_hedged(value, match["before"] or match["after"], low, high), False
    start = match.start("arabic") if written else match.start("han")
    return Number(start, end, value * scale, low * scale, high * scale, unit, exact, step * scale, hedged, bool(match["upper"]))


def _amount(written: str, times: str) -> tuple[Decimal, Decimal]:
    """The value of Arabic digits, and of the last of them."""
    plain = written.translate(_WIDE).replace(",", "")
    step = Decimal(1).scaleb(-len(plain.partition(".")[2]))
    factor = 1
    for each in times or "":
        factor *= _TIMES[each]
    return Decimal(plain) * factor, step * factor


def _last_place(value: Decimal) -> Decimal:
    """How far 余 reaches: 120余 is less than 130, 1.2万余 less than 1.3万."""
    place = Decimal(1)
    while value and value % (place * 10) == 0 and place < value:
        place *= 10
    return place


def _hedged(value: Decimal, word: str, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """What 近, 约, 超过 … make of a value: a tenth about it, or everything on one side up to its double."""
    if word in {"近", "接近"}:
        return value * _NEAR, value + 1
    if word in {"不足", "不到", "以下", "以内", "最多"}:
        return Decimal(0), value + (word in {"以下", "以内", "最多"})
    if word in {"超过", "超", "逾", "以上", "至少"}:
        return value, value * 2
    return min(low, value * _NEAR), max(high, value * (2 - _NEAR))


def han_value(written: str) -> Decimal:
    """The value of Chinese numerals: 二十三, 一百零五, 一万二千, 〇, 二〇二〇."""
    if not any(char in _TIMES or char == "十" for char in written):
        return Decimal("".join(str(_HAN_DIGITS[char]) for char in written))
    total = section = digit = 0
    for char in written:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in "万亿":
            total = (total + section + digit) * _TIMES[char] if char == "亿" else total + (section + digit) * _TIMES[char]
            section = digit = 0
        else:
            section += (digit or 1) * (10 if char == "十" else _TIMES[char])
            digit = 0
    return Decimal(total + section + digit)
