"""Rules of a page's own <style> that hide an element by what it stands in, such as `td .x`: enough for a doubt, not for leaving it out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from giar_site.importers.readers.page.style_rules import Declarations, Rule, rule_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MOST: Final = 200  # rules that hide
_LONGEST: Final = 500  # characters of a selector
_NEXT_TO: Final = re.compile(r"[^\s>+~]+\s*[+~]\s*")
_WITHIN: Final = re.compile(r"[\s>]+")
_NOWHERE: Final[frozenset[str]] = frozenset()


class _Distant(NamedTuple):
    last: Rule
    own: frozenset[str]
    around: frozenset[str]  # names of elements that it must stand in, in whatever order


class DistantRules:
    """Those of the `rules` that hide something, as `hides` tells of what they state and the tag they are about."""

    def __init__(self, rules: Iterable[tuple[str, Declarations]], hides: Callable[[Declarations, str], bool]) -> None:
        """Keep the rules that are about something simple within something simple."""
        self._by_name: dict[str, list[_Distant]] = defaultdict(list)
        self._told: dict[tuple[frozenset[str], frozenset[str]], bool] = {}
        self._around: dict[int, frozenset[str]] = {}
        found = [rule for selector, stated in rules if (rule := _distant(selector, stated)) and hides(stated, rule.last.tag)]
        for rule in found[:_MOST]:
            self._by_name[next(iter(rule.last.ids | rule.last.classes), rule.last.tag)].append(rule)

    def hide(self, node: "LexborNode") -> bool:
        """Whether one of them is about `node`."""
        if not self._by_name:
            return False
        own = _names(node)
        named = {name.lstrip(".#") for name in own}
        if self._by_name.keys().isdisjoint(named):
            return False
        asked = own, self._names_around(node)
        told = self._told.get(asked)
        if told is None:
            rules = (rule for name in named for rule in self._by_name.get(name, ()))
            told = self._told[asked] = any(rule.own <= own and rule.around <= asked[1] for rule in rules)
        return told

    def _names_around(self, node: "LexborNode") -> frozenset[str]:
        above: list[LexborNode] = []
        parent = node.parent
        while parent is not None and parent.mem_id not in self._around:
            above.append(parent)
            parent = parent.parent
        names = self._around[parent.mem_id] if parent is not None else _NOWHERE
        for each in reversed(above):
            names = self._around[each.mem_id] = names | _names(each)
        return names


def _distant(selector: str, stated: Declarations) -> _Distant | None:
    if len(selector) > _LONGEST:
        return None
    parts = _WITHIN.split(_NEXT_TO.sub("", selector.strip()))
    rules = [rule_of(part, stated, 0) for part in parts]
    if rules[-1] is None or not all(rules):
        return None
    return _Distant(rules[-1], _needs(rules[-1]), frozenset(name for rule in rules[:-1] if rule for name in _needs(rule)))


def _needs(rule: Rule) -> frozenset[str]:
    """The names an element must have for a simple rule to be about it: `td`, `#id`, `.class`."""
    tag = {rule.tag} if rule.tag else set()
    return frozenset(tag | {f"#{name}" for name in rule.ids} | {f".{name}" for name in rule.classes})


def _names(node: "LexborNode") -> frozenset[str]:
    attributes = node.attributes
    classes = {f".{name}" for name in (attributes.get("class") or "").split()}
    return frozenset({node.tag or "", f"#{attributes.get('id') or ''}"} | classes)
