"""Text that takes part in a page and is nowhere to be seen: moved off the screen, clipped to nothing, in a box of no size."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from giar_site.importers.readers.page.shown import BLOCKS

ASKED: Final = frozenset(
    {"display", "position", "float", "left", "top", "margin-left", "text-indent", "clip", "clip-path", "transform"}
    | {"width", "height", "max-width", "max-height", "min-width", "min-height", "overflow", "overflow-x", "overflow-y"}
)
# Names that style sheets in use everywhere hide by: Bootstrap, WordPress, HTML5 Boilerplate, Tailwind. The sheet itself is seldom at hand.
HIDING_NAMES: Final = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "d-none", "hidden", "invisible"})
_FAR: Final = re.compile(r"-(?:\d{3,}(?:\.\d+)?(?:px|pt)|\d{2,}(?:\.\d+)?r?em|\d{3,}(?:\.\d+)?(?:%|vw))")
_CLIPPED: Final = re.compile(r"rect\(\s*([\d.]+)(?:px)?(?:[\s,]+\1(?:px)?){3}\s*\)")
_CLIP_PATHS: Final = re.compile(
    r"inset\(\s*(?:[5-9]\d|100)%\s*\)|(?:circle|ellipse)\(\s*0(?:px|%)?[\s)].*|polygon\(\s*0(?:\s+0)(?:\s*,\s*0\s+0)*\s*\)"
)
_SHRUNK: Final = re.compile(r"scale(?:[xy]|3d)?\(\s*0*\.?0*\s*[,)]")
_MOVED: Final = re.compile(rf"translate(?:[xy]|3d)?\(\s*{_FAR.pattern}")
_NO_LENGTH: Final = re.compile(r"(?:0*\.?0*|[01]px)(?:px|pt|r?em|%)?")  # one pixel: what is cut to it is no letter
_TABLE_PARTS: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})  # which grow with their content


class Away(NamedTuple):
    """`sure`: nobody sees the text. `perhaps`: it depends on what the page does not say, such as whether a box of its own is made for it."""

    sure: bool = False
    perhaps: bool = False


HERE: Final = Away()


def away(stated: Mapping[str, str], tag: str) -> Away:
    """Whether an element of which `stated` is stated is out of sight."""
    if stated.keys().isdisjoint(ASKED):
        return HERE
    placed = stated.get("position") in {"absolute", "fixed"}
    display = stated.get("display", "block" if tag in BLOCKS else "")
    boxed = placed or stated.get("float", "none") != "none" or display not in {"", "inline", "contents"}
    moved = stated.get("position", "static") != "static" and any(_FAR.match(stated.get(side, "")) for side in ("left", "top"))
    if moved or _CLIP_PATHS.fullmatch(stated.get("clip-path", "")):
        return Away(sure=True)
    if _CLIPPED.fullmatch(stated.get("clip", "")):
        return Away(sure=placed, perhaps=True)
    transform = stated.get("transform", "")
    if _FAR.match(stated.get("text-indent", "")) or _SHRUNK.search(transform) or _MOVED.search(transform):
        return Away(sure=boxed, perhaps=True)
    if _is_cut(stated):
        grows = tag in _TABLE_PARTS or display.startswith("table") or not stated.keys().isdisjoint({"min-width", "min-height"})
        return Away(sure=boxed and not grows, perhaps=True)
    return Away(perhaps=bool(_FAR.match(stated.get("margin-left", ""))))


def _is_cut(stated: Mapping[str, str]) -> bool:
    cut = any(stated.get(overflow, "").split(" ")[0] in {"hidden", "clip"} for overflow in ("overflow", "overflow-x", "overflow-y"))
    return cut and any(_NO_LENGTH.fullmatch(stated.get(side, "-")) for side in ("width", "height", "max-width", "max-height"))
