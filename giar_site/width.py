"""Terminal columns: Chinese characters take two, marks none, and nothing that could command the terminal passes."""

import unicodedata
from functools import lru_cache


def visible(text: str) -> str:
    """`text` with control, bidirectional and other unprintable characters spelled out as <U+202E>."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\u3000" else " " if char == "\t" else f"<U+{ord(char):04X}>" for char in text)


def width(text: str) -> int:
    """How many terminal columns `text` takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(8192)  # a page of Chinese has a few hundred different characters
def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
