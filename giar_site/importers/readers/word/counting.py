"""How Word writes the number of a list item (ECMA-376, ST_NumberFormat): 3 → 三, iii, ③."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def counted(number: int, form: str) -> str | None:
    """Write `number` (from 0) in the `form` of Word; None for a form that is not known."""
    write = _FORMS.get(form)
    return None if write is None else write(number)


def _positional(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _spoken(number: int, digits: str = "零一二三四五六七八九", units: str = "十百千", *, whole_ten: bool = False) -> str:
    """一百零一; below 20 without the leading 一 unless `whole_ten`. From 10,000 on by digits, which no list reaches."""
    if not 0 < number < 10_000:
        return "".join(digits[int(digit)] for digit in str(number))
    words, figures = "", str(number)
    for place, digit in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if digit != "0":
            words += digits[int(digit)] + (units[place - 1] if place else "")
        elif not words.endswith(digits[0]):
            words += digits[0]
    words = words.rstrip(digits[0])
    return words[1:] if number < 20 and number >= 10 and not whole_ten else words


def _chinese(number: int) -> str:
    return _spoken(number) if number < 100 else _positional(number)


def _legal(number: int) -> str:
    return _spoken(number, _LEGAL_DIGITS, "拾佰仟", whole_ten=True)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    words = ""
    for size, letters in _ROMAN:
        words += letters * (number // size)
        number %= size
    return words


def _from_row(first: str, count: int) -> Callable[[int], str]:
    """Characters that stand one after another in Unicode; beyond them plain digits."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else str(number)


def _from_cycle(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalEnclosedCircle": _from_row("①", 20),
    "decimalEnclosedCircleChinese": _from_row("①", 20),
    "decimalEnclosedParen": _from_row("⑴", 20),
    "decimalEnclosedFullstop": _from_row("⒈", 20),
    "ideographEnclosedCircle": _from_row("㊀", 10),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _spoken,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _spoken,
    "japaneseCounting": _spoken,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": _positional,
    "chineseLegalSimplified": _legal,
    "japaneseLegal": _legal,
    "ideographLegalTraditional": lambda number: _spoken(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", whole_ten=True),
    "ideographTraditional": _from_cycle(_STEMS),
    "ideographZodiac": _from_cycle(_BRANCHES),
    "none": lambda _: "",
}
