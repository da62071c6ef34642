"""How an element looks, as far as the page itself says so: hidden, struck through, raised. Styles of other files are not known."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from giar_site.importers.readers.page.away import ASKED, HIDING_NAMES, away
from giar_site.importers.readers.page.distant_rules import DistantRules
from giar_site.importers.readers.page.sizes import UNKNOWN, size_stated
from giar_site.importers.readers.page.style_rules import Declarations, StyleRules, declarations

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_STRUCK = frozenset({"s", "del", "strike"})
_SCRIPTS = {"sup": "super", "sub": "sub"}
_TAGS_WITH_LOOKS = _STRUCK | _SCRIPTS.keys() | {"small"}
_ATTRIBUTES = ("style", "class", "id", "bgcolor", "color", "size")
_WITH_LOOKS = frozenset({"hidden", *_ATTRIBUTES})
_OWN = frozenset(
    {"display", "visibility", "opacity", "text-decoration", "text-decoration-line", "font-size", "font", "vertical-align"}
    | {"background", "background-color", "color", "bottom"}
    | ASKED
)
_NO_SIZE = re.compile(r"0+(?:\.0+)?(?:px|pt|r?em|%)?(?:[\s/].*)?")
_NOTHING = re.compile(r"0*\.?0*%?")
_WHITE = re.compile(r"white|#f{3}|#f{6}|transparent|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)|rgba\(.*,\s*0?\.?0*\s*\)")


class Look(NamedTuple):
    """`gone`: takes no room. `unseen`: takes room, and nobody sees it. `struck`: through. `tiny`: of no size; None where nothing is said.

    `perhaps`: unseen, for all that is known. `size`: what is stated of it.
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
    perhaps: bool = False
    size: str = ""


PLAIN = Look()


class Looks:
    """The looks of the elements of one page."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        """Take the texts of the page's <style> elements."""
        self._rules = StyleRules(sheets)
        self.distant = DistantRules(self._rules.others, _hides)
        self._known: dict[int, Look] = {}  # by element, which is asked several times
        self._alike: dict[tuple[str | bool | None, ...], Look] = {}  # by what it states, which a page says of a thousand cells

    def of(self, node: "LexborNode") -> Look:
        """How `node` looks by its own style and by rules about it."""
        look = self._known.get(node.mem_id)
        if look is None:
            look = self._known[node.mem_id] = self._of(node.attributes, node.tag or "")
        return look

    def _of(self, attributes: Mapping[str, str | None], tag: str) -> Look:
        if not self._rules and tag not in _TAGS_WITH_LOOKS and _WITH_LOOKS.isdisjoint(attributes):
            return PLAIN
        asked = (tag, "hidden" in attributes, *map(attributes.get, _ATTRIBUTES))
        look = self._alike.get(asked)
        if look is None:
            look = self._alike[asked] = self._look(tag, attributes)
        return look

    def _look(self, tag: str, attributes: Mapping[str, str | None]) -> Look:
        classes = (attributes.get("class") or "").split()
        stated = dict(self._rules.stated(tag, attributes.get("id") or "", classes)) if self._rules else {}
        stated |= declarations(attributes.get("style") or "", _OWN)
        if ground := attributes.get("bgcolor"):
            stated.setdefault("background", ground.lower())
        if tag == "font" and (colour := attributes.get("color")):
            stated.setdefault("color", colour.lower())
        line = stated.get("text-decoration", "") + stated.get("text-decoration-line", "")
        size = stated.get("font-size") or stated.get("font", "")
        named = (
            bool(classes) or "id" in attributes
        )  # a name may have a size in a file that is not known: then the size around it says nothing
        script = stated.get("vertical-align", "")
        out = away(stated, tag)
        return Look(
            gone="hidden" in attributes or stated.get("display") == "none",
            unseen=stated.get("visibility") in {"hidden", "collapse"} or bool(_NOTHING.fullmatch(stated.get("opacity", "1"))) or out.sure,
            struck="line-through" in line or (tag in _STRUCK and not line),
            tiny=bool(_NO_SIZE.fullmatch(size)) if size else False if named else None,
            script=script if script in _SCRIPTS.values() else _SCRIPTS.get(tag, ""),
            moved=stated.get("position") == "relative" and any(_is_length(stated.get(side, "")) for side in ("top", "bottom")),
            colour=stated.get("color", ""),
            ground=stated.get("background-color") or stated.get("background", ""),
            perhaps=out.perhaps or not HIDING_NAMES.isdisjoint(classes),
            size=size_stated(stated.get("font-size", ""), stated.get("font", ""), tag, attributes.get("size") or "")
            or (UNKNOWN if named else ""),
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


def _hides(stated: Declarations, tag: str) -> bool:
    """Whether what is stated of an element with that tag, if it is stated, hides it or strikes it through."""
    line = stated.get("text-decoration", "") + stated.get("text-decoration-line", "")
    return (
        stated.get("display") == "none"
        or stated.get("visibility") in {"hidden", "collapse"}
        or bool(_NOTHING.fullmatch(stated.get("opacity", "1")))
        or "line-through" in line
        or bool(_NO_SIZE.fullmatch(stated.get("font-size") or stated.get("font", "")))
        or any(away(stated, tag))
    )
