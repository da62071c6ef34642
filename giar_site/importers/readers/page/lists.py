"""Numbers and bullets of HTML lists, which a page shows without holding them in its text."""

from typing import TYPE_CHECKING

from giar_site.importers.readers.page.shown import attribute, children, list_style, number
from giar_site.importers.readers.word.counting import counted

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}
_COMMA = frozenset(
    {
        "cjk-ideographic",
        "simp-chinese-informal",
        "trad-chinese-informal",
        "simp-chinese-formal",
        "cjk-decimal",
        "cjk-heavenly-stem",
        "cjk-earthly-branch",
    }
)
_BULLETS = frozenset({"disc", "circle", "square"})


def markers(items: "LexborNode") -> dict[int, str]:
    """Return the marker of each item of a ul, ol, menu or dir, by the item's identity."""
    entries = [item for item in children(items) if item.tag == "li"]
    numbered = items.tag == "ol"
    step = -1 if "reversed" in items.attributes else 1
    count = number(attribute(items, "start"), 1 if step > 0 else len(entries))
    found = {}
    for item in entries:
        count = number(attribute(item, "value"), count) if numbered else count
        style = list_style(item) or list_style(items)
        kind = attribute(item, "type") or attribute(items, "type")
        found[item.mem_id] = _marker(count, style, kind, numbered=numbered)
        count += step
    return found


def _marker(count: int, style: str, kind: str, *, numbered: bool) -> str:
    words = style.split()
    if "none" in words:
        return ""
    for word in words:
        if word in _BULLETS:
            return "•"
        if word in _STYLES:
            return f"{_written(count, _STYLES[word])}{'、' if word in _COMMA else '.'}"
    return f"{_written(count, _TYPES.get(kind, 'decimal'))}." if numbered else "•"


def _written(count: int, form: str) -> str:
    return (counted(count, form) if count > 0 else None) or str(count)
