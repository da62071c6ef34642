"""Bytes of a text file → its characters: by BOM, as UTF-8, as UTF-16 without BOM, as GB18030. What could be two things is refused, never guessed."""

import codecs
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from giar_site.diagnostics import Text
from giar_site.importers.document import Notice, Refused, Spot

MARKS: Final = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LAYOUT: Final = "\t\n\r\f\v"
_LOST: Final = "\ufffd"
_UNREADABLE: Final = {"Cc", "Cn", "Co", "Cs"}
_COMMON_ENOUGH: Final = 0.5  # Chinese of any kind has over 0.6 of its characters in level 1 of GB 2312, bytes read wrongly below 0.4
_FREQUENT: Final = frozenset("的一是在不了有和人中大为上个国以要政府信息公开工作年度报告本收到申请数量规章行许可处罚强制件")
_FREQUENT_ENOUGH: Final = 0.08  # reports have over 0.2, Korean or Russian read as Chinese below 0.04
_SAVE_AS_UTF8: Final = Text("请用记事本打开，另存为 UTF-8 后再导入", "open it in an editor, save it as UTF-8 and import it again")


def decoded(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The characters of `data` without a BOM, and what is wrong with them. Raises Refused with the reason."""
    text = _characters(data)
    _refuse_controls(text)
    at = text.find(_LOST)
    if at < 0:
        return text, ()
    line = line_of(text, at)
    return text, (
        Notice(
            Text(
                f"原文件中已有 {text.count(_LOST)} 个字符损坏（显示为 {_LOST}），首处在第 {line} 行；它们在以前的转换中丢失，请对照原件补上",
                f"{text.count(_LOST)} characters of the file were lost in an earlier conversion (shown as {_LOST}), "
                f"the first in line {line}; put them in from the original",
            ),
            Spot(line=line),
        ),
    )


def line_of(text: str, at: int) -> int:
    """The line of the character `at`, from 1, as an editor counts."""
    before = text[:at]
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")


def _characters(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _as_marked(data[len(mark) :], encoding)
    if b"\0" in data:
        return _as_utf16(data)
    utf8, broken = _tried(data, "utf-8")
    if utf8 is not None and (utf8.isascii() or _holds_han(utf8)):
        return utf8
    chinese, _ = _tried(data, "gb18030")
    if chinese is not None and not _reads_as_chinese(chinese):
        chinese = None
    if utf8 is None and chinese is not None:
        return chinese
    if utf8 is not None and chinese is None:
        return utf8
    raise Refused(_ambiguous() if utf8 is not None else _undecodable(data, broken))


def _as_marked(data: bytes, encoding: str) -> str:
    text, broken = _tried(data, encoding)
    if text is None:
        name = encoding.upper()
        raise Refused(
            Text(
                f"文件开头标明是 {name}，但第 {broken + 1} 个字节起不是 {name}；文件已损坏",
                f"its first bytes say {name}, but byte {broken + 1} is no {name}; the file is damaged",
            )
        )
    return text


def _as_utf16(data: bytes) -> str:
    """A NUL byte is half of a digit or line break in UTF-16, and nothing in any other text."""
    both = [text for encoding in ("utf-16-le", "utf-16-be") if (text := _tried(data, encoding)[0])]
    readings = [text for text in both if (text.isascii() and "\0" not in text) or _reads_as_chinese(text)]
    if len(readings) != 1:
        raise Refused(
            Text(
                f"含有 NUL 字节（第 {data.index(0) + 1} 个字节），又不是 UTF-16 文本；可能不是文本文件，或已损坏",
                f"it holds NUL bytes (byte {data.index(0) + 1}) and is no UTF-16; it is no text file, or damaged",
            )
        )
    return readings[0]


def _tried(data: bytes, encoding: str) -> tuple[str | None, int]:
    """The text, or None and the byte at which it is none."""
    try:
        return data.decode(encoding), 0
    except UnicodeDecodeError as fault:
        return None, fault.start


def _reads_as_chinese(text: str) -> bool:
    """Whether nothing in `text` is a control, unassigned or of private use, and its characters are those of Chinese as it is written."""
    if any(unicodedata.category(character) in _UNREADABLE for character in set(text) - set(_LAYOUT)):
        return False
    return _share_of_common(text) >= _COMMON_ENOUGH and _share_of_frequent(text) >= _FREQUENT_ENOUGH


def _holds_han(text: str) -> bool:
    return any("\u3400" <= character <= "\u9fff" for character in text)


def _share_of_common(text: str) -> float:
    """Of the characters beyond ASCII, how many are of the common ones. Each is counted once: a page of one wrong character is no proof."""
    found = Counter(character for character in text if not character.isascii())
    return sum(character in _common() for character in found) / max(1, len(found))


def _share_of_frequent(text: str) -> float:
    """Of the characters beyond ASCII, how many no Chinese text of the field does without. Korean and Cyrillic bytes read as common characters, too."""
    beyond = [character for character in text if not character.isascii()]
    return sum(character in _FREQUENT for character in beyond) / max(1, len(beyond))


@cache
def _common() -> frozenset[str]:
    """Level 1 of GB 2312 (the 3,755 most used characters), and its punctuation and full-width forms."""
    rows = [*range(0xA1, 0xA4), *range(0xB0, 0xD8)]
    return frozenset(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF)) - {""}


def _refuse_controls(text: str) -> None:
    wrong = sorted(
        {character for character in set(text) - set(_LAYOUT) if unicodedata.category(character) in {"Cc", "Cs"} or _is_none(character)}
    )
    if not wrong:
        return
    line = min(line_of(text, text.index(character)) for character in wrong)
    codes = "、".join(f"U+{ord(character):04X}" for character in wrong[:5])
    raise Refused(
        Text(
            f"含有文本中不应有的控制字符（{codes}），首处在第 {line} 行；可能不是文本文件，或编码认错。{_SAVE_AS_UTF8.zh}",
            f"it holds control characters that no text has ({codes.replace('、', ', ')}), first in line {line}; "
            f"it is no text file, or its encoding is another one. {_SAVE_AS_UTF8.en}",
        )
    )


def _is_none(character: str) -> bool:
    """The code points that Unicode has set aside for never being a character."""
    return ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"


def _ambiguous() -> Text:
    return Text(
        f"编码无法确定：既可读作 UTF-8，也可读作 GB18030，而内容不同。{_SAVE_AS_UTF8.zh}",
        f"its encoding is uncertain: it can be read as UTF-8 and as GB18030, with different words. {_SAVE_AS_UTF8.en}",
    )


def _undecodable(data: bytes, broken: int) -> Text:
    line = 1 + data.count(b"\n", 0, broken)
    return Text(
        f"编码无法识别：不是 UTF-8（第 {line} 行有一处不是），也读不成 GB18030 的中文；可能是别的编码，或文件损坏。{_SAVE_AS_UTF8.zh}",
        f"its encoding is unknown: no UTF-8 (it fails in line {line}) and no Chinese in GB18030; it is in another encoding, or damaged. {_SAVE_AS_UTF8.en}",
    )
