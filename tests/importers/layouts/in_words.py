"""Mutations of what stands in the cells: digits, labels."""

import random

import opencc

from tests.importers.layouts.layouts import Source
from tests.importers.layouts.printed import Cell, Role

Expected = dict[str, str | None]
_OTHER_CHARACTERS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
_LABELS = (Role.HEAD, Role.LABEL, Role.GROUP)


def cells(source: Source, *roles: Role) -> list[Cell]:
    return [cell for sheet in source.sheets for cell in sheet.of(*roles)]


def some(found: list[Cell], chance: random.Random, most: int = 3) -> list[Cell]:
    return chance.sample(found, min(len(found), chance.randint(1, most)))


def split_labels(source: Source, expected: Expected, chance: random.Random) -> None:
    """Labels broken over two lines."""
    for cell in some([each for each in cells(source, *_LABELS) if len(each.text) > 2], chance, 8):
        at = chance.randrange(1, len(cell.text))
        cell.text = cell.text[:at] + "\n" + cell.text[at:]


def vertical_labels(source: Source, expected: Expected, chance: random.Random) -> None:
    """Labels of groups written one character a line."""
    for cell in cells(source, Role.GROUP):
        cell.text = "\n".join(cell.text)


def traditional(source: Source, expected: Expected, chance: random.Random) -> None:
    """Everything in traditional characters."""
    converter = opencc.OpenCC(chance.choice(["s2t", "s2tw", "s2hk"]))
    for cell in cells(source, *_LABELS, Role.TITLE, Role.CORNER):
        cell.text = converter.convert(cell.text)


def _typo(text: str, chance: random.Random) -> str:
    first = 2 if text[1:2] in "、." else 0  # the number before a label is no part of its wording
    at = chance.randrange(first, len(text))
    other = chance.choice(_OTHER_CHARACTERS)
    return chance.choice(
        [
            text[:at] + other + text[at + 1 :],
            text[:at] + text[at + 1 :] if len(text) > first + 2 else text[:at] + other + text[at + 1 :],
            text[:at] + other + text[at:],
            text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
        ]
    )


def one_typo(source: Source, expected: Expected, chance: random.Random) -> None:
    """One to three labels with one character wrong."""
    for cell in some(cells(source, *_LABELS), chance):
        cell.text = _typo(cell.text, chance)


def two_typos(source: Source, expected: Expected, chance: random.Random) -> None:
    """One or two labels with two characters wrong."""
    for cell in some(cells(source, *_LABELS), chance, 2):
        cell.text = _typo(_typo(cell.text, chance), chance)


_RENAMED = {
    "总计": "合计",
    "（七）总计": "合计",
    "商业企业": "企业",
    "科研机构": "科研院所",
    "自然人": "公民",
    "法人或其他组织": "法人和其他组织",
    "行政规范性文件": "规范性文件",
    "本年制发件数": "制发件数",
    "现行有效件数": "有效件数",
    "结果维持": "维持",
    "未经复议直接起诉": "直接起诉",
    "四、结转下年度继续办理": "四、结转下年继续办理",
    "一、本年新收政府信息公开申请数量": "一、本年新收申请数量",
}


def renamed_labels(source: Source, expected: Expected, chance: random.Random) -> None:
    """A label in other words that mean the same."""
    for cell in some([each for each in cells(source, Role.HEAD, Role.LABEL) if each.text in _RENAMED], chance, 2):
        cell.text = _RENAMED[cell.text]


def full_width(source: Source, expected: Expected, chance: random.Random) -> None:
    """Digits in full width."""
    for cell in some(cells(source, Role.FIGURE), chance, 60):
        cell.text = "".join(chr(ord(char) + 0xFEE0) if char in "0123456789.+" else char for char in cell.text)


def signs_for_nothing(source: Source, expected: Expected, chance: random.Random) -> None:
    """`/`, `-`, `—` for a figure."""
    for cell in some(cells(source, Role.FIGURE), chance, 60):
        cell.text = expected[cell.id] = chance.choice("/-—－／")


def blanks(source: Source, expected: Expected, chance: random.Random) -> None:
    """Figures left out: some cells of a few rows empty."""
    for cell in some(cells(source, Role.FIGURE), chance, 3):
        cell.text, expected[cell.id] = "", None


def only_totals(source: Source, expected: Expected, chance: random.Random) -> None:
    """Of some rows only the total is filled."""
    sheet = source.sheets[1]
    for row in chance.sample(range(sheet.head, sheet.height), 3):
        for cell in sheet.of(Role.FIGURE):
            if cell.row == row and not cell.id.endswith("@total"):
                cell.text, expected[cell.id] = "", None


def thousands(source: Source, expected: Expected, chance: random.Random) -> None:
    """`1,234` for 1234."""
    for cell in cells(source, Role.FIGURE):
        if cell.text.isdigit() and len(cell.text) > 3:
            cell.text = f"{int(cell.text):{chance.choice(',')}}".replace(",", chance.choice(",，"))


def spaces(source: Source, expected: Expected, chance: random.Random) -> None:
    """Blanks round and within figures."""
    for cell in some(cells(source, Role.FIGURE), chance, 60):
        blank = chance.choice([" ", "\u3000", "\u00a0"])
        cell.text = blank + (blank.join(cell.text) if chance.random() < 0.3 else cell.text) + blank


def units(source: Source, expected: Expected, chance: random.Random) -> None:
    """`5件` for 5."""
    for cell in some([each for each in cells(source, Role.FIGURE) if each.text.isdigit() and "amount" not in each.id], chance, 40):
        cell.text += chance.choice("件个项")


def broken_digits(source: Source, expected: Expected, chance: random.Random) -> None:
    """A number broken over two lines."""
    for cell in some([each for each in cells(source, Role.FIGURE) if each.text.isdigit() and len(each.text) > 1], chance, 2):
        at = chance.randrange(1, len(cell.text))
        cell.text = cell.text[:at] + "\n" + cell.text[at:]
