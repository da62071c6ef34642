"""The text gate: bytes become text here or nowhere, and characters that deceive are found with their position."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from giar_site.load.files import Refused

# C0 and C1 controls but tab and line feed, line separators that editors do not count, the twelve bidirectional
# controls, interlinear and tag characters, the replacement character, surrogates and noncharacters.
_DECEIVING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffd\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e007f" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)) + "\ufeff]"
)


class Deceiving(NamedTuple):
    """A character that may not stand in a text: line and column from 1."""

    line: int
    column: int
    codepoint: str


def decode(data: bytes) -> str:
    """UTF-8 bytes (a byte order mark is dropped, CR LF becomes LF) as text. Raises Refused."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(*_encoding(data, line)) from error
    return text.replace("\r\n", "\n")


def _encoding(data: bytes, line: int) -> tuple[str, str]:
    for encoding, name in (("utf-16", "UTF-16"), ("gb18030", "GBK/GB18030")):
        if encoding == "utf-16" and data[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
            continue
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return (
            f"第 {line} 行起不是 UTF-8 编码，看来是 {name}；请用编辑器“另存为”，编码选 UTF-8",
            f"not UTF-8 from line {line}, it looks like {name}; save it again as UTF-8",
        )
    return f"第 {line} 行起不是 UTF-8 文本", f"not UTF-8 text from line {line}"


def deceiving_characters(text: str) -> Iterator[Deceiving]:
    """Every character of `text` that must not be published, in order."""
    if _plainly_harmless(text):
        return
    line, start, seen = 1, 0, 0
    for match in _DECEIVING.finditer(text):
        at = match.start()
        if breaks := text.count("\n", seen, at):
            line += breaks
            start = text.rindex("\n", seen, at) + 1
        seen = at
        yield Deceiving(line, at - start + 1, f"U+{ord(match.group()):04X}")


def _plainly_harmless(text: str) -> bool:
    """A look ten times quicker than the search, which is right whenever it says yes: most texts hold printable characters only."""
    rest = text.replace("\n", "").replace("\t", "").replace("\u3000", "")
    return rest.isprintable() and "\ufffc" not in rest and "\ufffd" not in rest


def spelled_out(text: str) -> str:
    """`text` for a message: every deceiving character as <U+202E>, which no terminal obeys."""
    return _DECEIVING.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)
