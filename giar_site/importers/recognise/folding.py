"""Text folded for comparing only: widths, blanks, punctuation and traditional characters aside. What is kept is never folded."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Protocol

from giar_site.importers.raised import without_marks
from giar_site.importers.recognise.remembered import remembered

_LONGEST = 400  # normalising sorts combining marks in quadratic time, and no label is as long
_NUMBERING = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}(?:[、.．:：]|(?=是))|[(（][一二三四五六七八九十]{1,3}[)）]|[0-9０-９]{1,2}[.．、](?![0-9])|[(（][0-9]{1,2}[)）])"
)
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """`text` as it is compared: NFKC, simplified characters, only letters and digits."""
    words, _ = without_marks(text[:_LONGEST])
    plain = unicodedata.normalize("NFKC", words)
    kept = "".join(char for char in plain if char.isalnum())
    return _simplified(kept).casefold()


def unnumbered(text: str) -> str:
    """`text` without its leading 一、 （一） 1."""
    return _NUMBERING.sub("", text.strip(), count=1).strip()


def without_remark(text: str) -> str:
    """`text` without a remark in brackets at its end, nor the mark of a footnote behind it."""
    return re.sub(r"\s*[(（][^()（）]*[)）]\s*$", "", without_marks(text)[0])


@remembered
def squeezed(text: str) -> str:
    """`text` without blanks of any kind."""
    return _INVISIBLE.sub("", "".join(text.split()))


def _simplified(text: str) -> str:
    if text.isascii():
        return text
    converter = _converter()
    return converter.convert(text) if converter else text


@cache
def _converter() -> _Converter | None:
    """OpenCC, where it is installed: without it a label in traditional characters is matched by likeness only, and marked."""
    try:
        import opencc  # noqa: PLC0415 - optional, and slow to load
    except ImportError:
        return None
    converter: _Converter = opencc.OpenCC("t2s")
    return converter
