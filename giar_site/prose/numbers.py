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
_AMOUNT: Final = rf"[{_DIGIT}]{{1,3}}(?:[,，][{_DIGIT}]{{3}}){{1,5}}(?![{_DIGIT}])(?:[.．][{_DIGIT}]+)?|[{_DIGIT}]+(?:[.．][{_DIGIT}]+)?"
COUNTED: Final = frozenset(
    ("件", "件次", "起", "条", "份", "篇", "家", "宗", "项", "个", "次", "人", "人次", "部", "例", "封", "场", "场次", "期", "类", "名", "批", "张", "则", "例次", "批次", "版次", "只", "处", "幅")
)  # fmt: skip
MONEY: Final = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10_000)}
_UNIT: Final = "|".join(
    [*sorted((*COUNTED, *MONEY, "个工作日", "个月", "小时", "个百分点", *"年月日天时号倍成届位户%％"), key=len, reverse=True)]
)
_TAIL: Final = rf"[ ]*(?P<unit>{_UNIT})?(?P<after>以上|以下|以内|左右|上下)?"
# Each begins with a set of characters, which is what makes a search over a long text quick.
_ARABIC: Final = re.compile(
    rf"""(?P<digits>{_AMOUNT})[ ]*(?P<times>[百千万亿]{{0,2}})(?P<more>余|多)?
        (?:[ ]*[-—~～至到][ ]*(?P<upper>{_AMOUNT})(?P<upper_times>[百千万亿]{{0,2}}))?{_TAIL}""",
    re.VERBOSE,
)
_CHINESE: Final = re.compile(rf"(?P<digits>[{_HAN}]{{1,12}})(?P<more>余|多)?(?=[个件起条份篇家宗项次人部例封场]){_TAIL}", re.VERBOSE)
_BEFORE: Final = re.compile(r"(?:接近|大约|超过|不足|不到|至少|最多|近|约|超|逾)$")
_HIDDEN: Final = re.compile(r"《[^《》\n]*》|“[^“”\n]*”|https?://[^\s，。）]*|[0-9]{3,4}[-—－][0-9]{7,8}")
_NO_UNIT: Final = frozenset(("年", "月", "日", "天", "时", "号", "届", "个工作日", "个月", "小时"))
_BEFORE_NO_NUMBER: Final = frozenset("第〔[A/._@-—同每任逐某进统唯单续")
_AFTER_NO_NUMBER: Final = frozenset("〕)）、.．:：号楼路届热平")
_TIMES: Final = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_HAN_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_WIDE: Final = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_POSTCODE: Final = re.compile(r"邮(?:政)?编码?[:：为]?$")
_HOTLINE: Final = re.compile(r"1[02][0-9]{3}")
_LONGEST: Final = 10  # digits; a longer run is an account, a telephone or a code
MOST: Final = Decimal(10) ** 18
_NEAR: Final = Decimal("0.9")
_ONE: Final = Decimal(1)
_SCALED: Final = frozenset((*MONEY, "%", "％"))
_MAY_HEDGE: Final = frozenset("近约过足到少多超逾")  # what the words of _BEFORE end with


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
    shown = _HIDDEN.sub(lambda match: "■" * len(match.group()), text)
    matches = [match for match in _ARABIC.finditer(shown) if _is_count(shown, match)]
    chinese = [match for match in _CHINESE.finditer(shown) if _is_chinese_count(shown, match)]
    for match in sorted((*matches, *chinese), key=re.Match.start) if chinese else matches:
        number = _read(shown, match)
        if number is not None:
            yield number


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Whether Arabic digits are a count or an amount at all."""
    if match["unit"] in _NO_UNIT:
        return False
    start, end = match.span()
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before in _BEFORE_NO_NUMBER or (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()):
        return False
    if len(match["digits"]) > _LONGEST or (not match["unit"] and _HOTLINE.fullmatch(match["digits"])):
        return False
    if not match["unit"] and (after in _AFTER_NO_NUMBER or _POSTCODE.search(text, max(0, start - 5), start)):
        return False
    return not (before in "(（" and after in ")）")


def _is_chinese_count(text: str, match: re.Match[str]) -> bool:
    """Whether Chinese numerals before a unit count something: not 一次会议, 每件, 第三条."""
    start, end = match.span()
    before = text[start - 1] if start else "\n"
    return (
        before not in _BEFORE_NO_NUMBER
        and not before.isdigit()
        and match["unit"] not in _NO_UNIT
        and not text.startswith(("事", "性", "会议", "全会", "合计", "共计"), end)
    )


def _read(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    digits, unit = match["digits"], match["unit"] or ""
    bare = digits.isascii() and digits.isdigit() and len(digits) + len(unit) == end - start and unit not in _SCALED
    if bare and (not start or text[start - 1] not in _MAY_HEDGE):  # as most are
        value = Decimal(digits)
        return Number(start, end, value, value, value + 1, unit, exact=True, step=_ONE, hedged=False)
    arabic = match.re is _ARABIC
    value, step = _amount(match["digits"], match["times"]) if arabic else (han_value(match["digits"]), Decimal(1))
    if value > MOST:
        return None
    scale = Decimal(1)
    if unit in MONEY:
        unit, scale = "万元", MONEY[unit]
    elif unit == "％":
        unit = "%"
    exact = step == 1 and not (arabic and match["times"]) and unit not in {"%", "万元"}
    low, high = (value, value + 1) if exact else (value - step / 2, value + step / 2)
    upper = arabic and match["upper"]
    before = _BEFORE.search(text, max(0, start - 2), start)
    hedge = before.group() if before else match["after"]
    if upper:
        low, high = value, max(value, _amount(upper, match["upper_times"])[0]) + step
    elif match["more"]:
        low, high = value, value + _last_place(value)
    elif hedge:
        low, high = _hedged(value, hedge, low, high)
    hedged = bool(upper or match["more"] or hedge)
    return Number(start, end, value * scale, low * scale, high * scale, unit, exact and not hedged, step * scale, hedged, bool(upper))


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
