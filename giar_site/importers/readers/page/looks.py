"""How an element looks, as far as the page itself says so: hidden, struck through, raised. Styles of other files are not known."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from giar_site.importers.readers.page.style_rules import StyleRules, declarations

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_STRUCK = frozenset({"s", "del", "strike"})
_SCRIPTS = {"sup": "super", "sub": "sub"}
_OWN = frozenset(
    {"display", "visibility", "opacity", "text-decoration", "text-decoration-line", "font-size", "font", "vertical-align"}
    | {"background", "background-color", "color", "position", "top", "bottom"}
)
_NO_SIZE = re.compile(r"0+(?:\.0+)?(?:px|pt|r?em|%)?(?:[\s/].*)?")
_NOTHING = re.compile(r"0*\.?0*%?")
_WHITE = re.compile(r"white|#f{3}|#f{6}|transparent|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)|rgba\(.*,\s*0?\.?0*\s*\)")


class Look(NamedTuple):
    """`gone`: takes no room. `unseen`: takes room, and nobody sees it. `struck`: through. `tiny`: of no size; None where nothing is said.

    `script`: "super" or "sub". `moved`: up or down from its line. `colour`, `ground`: of the letters and what is behind them, "" where nothing is said.
    """

    gone: bool = False
    unseen: bool = False
    struck: bool = False
    tiny: bool | None = None
    script: str = ""
    moved: bool = False
    colour: str = ""
    ground: str = ""


PLAIN = Look()


class Looks:
    """The looks of the elements of one page."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        """Take the texts of the page's <style> elements."""
        self._rules = StyleRules(sheets)
        self._known: dict[int, Look] = {}

    def of(self, node: "LexborNode") -> Look:
        """How `node` looks by its own style and by rules about it."""
        look = self._known.get(node.mem_id)
        if look is None:
            look = self._known[node.mem_id] = self._look(node)
        return look

    def _look(self, node: "LexborNode") -> Look:
        attributes, tag = node.attributes, node.tag or ""
        if not attributes and not self._rules and tag not in _STRUCK and tag not in _SCRIPTS:
            return PLAIN
        classes = (attributes.get("class") or "").split()
        stated = dict(self._rules.stated(tag, attributes.get("id") or "", classes)) if self._rules else {}
        stated |= declarations(attributes.get("style") or "", _OWN)
        if ground := attributes.get("bgcolor"):
            stated.setdefault("background", ground.lower())
        if tag == "font" and (colour := attributes.get("color")):
            stated.setdefault("color", colour.lower())
        if not stated and "hidden" not in attributes and not classes and "id" not in attributes:
            return Look(struck=tag in _STRUCK, script=_SCRIPTS.get(tag, ""))
        line = stated.get("text-decoration", "") + stated.get("text-decoration-line", "")
        size = stated.get("font-size") or stated.get("font", "")
        script = stated.get("vertical-align", "")
        return Look(
            gone="hidden" in attributes or stated.get("display") == "none",
            unseen=stated.get("visibility") in {"hidden", "collapse"} or bool(_NOTHING.fullmatch(stated.get("opacity", "1"))),
            struck="line-through" in line or (tag in _STRUCK and not line),
            # a name may have a size in a file that is not known: then the size around it says nothing
            tiny=bool(_NO_SIZE.fullmatch(size)) if size else False if classes or "id" in attributes else None,
            script=script if script in _SCRIPTS.values() else _SCRIPTS.get(tag, ""),
            moved=stated.get("position") == "relative" and any(_is_length(stated.get(side, "")) for side in ("top", "bottom")),
            colour=stated.get("color", ""),
            ground=stated.get("background-color") or stated.get("background", ""),
        )

    def is_pale(self, node: "LexborNode") -> bool:
        """Whether its letters have the colour of what is behind them: white on white, as far as the page tells."""
        colour = self.of(node).colour
        if not colour:
            return False
        behind = self._ground(node)
        return colour == behind or bool(_WHITE.fullmatch(colour) and (not behind or _WHITE.fullmatch(behind)))

    def _ground(self, node: "LexborNode | None") -> str:
        while node is not None:
            ground = self.of(node).ground.split() if node.tag and node.tag[0] not in "-#" else ()
            if ground and ground[0] not in {"none", "transparent", "inherit", "initial", "unset"}:
                return ground[0]
            node = node.parent
        return ""


def _is_length(text: str) -> bool:
    """Whether it is one, other than none at all."""
    return text not in {"", "auto"} and not _NO_SIZE.fullmatch(text)
