"""The rules of a page's own <style> that name elements simply: `.class`, `#id`, `tag.class`. `others`: what a rule needs more for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from giar_site.importers.readers.page.away import ASKED

MOST_RULES = 2_000  # that are simple; a page with a thousand elements of its own kind each would take seconds
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_KEPT = frozenset(
    {"display", "visibility", "opacity", "text-decoration", "text-decoration-line", "font-size", "font", "vertical-align"}
    | {"background", "background-color", "bottom"}
    | ASKED
)

Declarations = Mapping[str, str]


class Rule(NamedTuple):
    """Which elements, and what of their looks it states. `weight`: of several rules the heaviest counts, then the last."""

    tag: str
    ids: frozenset[str]
    classes: frozenset[str]
    stated: Declarations
    weight: tuple[int, int, int, int]


@lru_cache(maxsize=4096)  # a page gives the same style to a thousand cells
def declarations(text: str, kept: frozenset[str] = _KEPT) -> Declarations:
    """`display:none; color:red` by property, in small letters."""
    pairs = (part.partition(":") for part in text.lower().split(";"))
    return {key: value.replace("!important", "").strip() for name, _, value in pairs if (key := name.strip()) in kept}


class StyleRules:
    """The simple rules of all <style> elements."""

    def __init__(self, sheets: Iterable[str]) -> None:
        """Read the texts of the <style> elements."""
        self._by_name: dict[str, list[Rule]] = defaultdict(list)
        self._known: dict[tuple[str, str, tuple[str, ...]], Declarations] = {}
        self.others: list[tuple[str, Declarations]] = []
        last: dict[tuple[str, frozenset[tuple[str, str]]], Rule] = {}  # of rules that say the same the last one counts
        for order, (selector, stated) in enumerate(_stated(sheets)):
            if len(last) + len(self.others) >= MOST_RULES:
                break
            if rule := rule_of(selector, stated, order):
                last[selector, frozenset(stated.items())] = rule
            else:
                self.others.append((selector, stated))
        for rule in last.values():
            self._by_name[next(iter(rule.ids | rule.classes), rule.tag)].append(rule)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._by_name)

    def stated(self, tag: str, id_: str, classes: Sequence[str]) -> Declarations:
        """What the rules state of an element."""
        asked = tag, id_, tuple(classes)
        if asked not in self._known:
            self._known[asked] = self._stated(tag, id_, {*classes})
        return self._known[asked]

    def _stated(self, tag: str, id_: str, names: set[str]) -> Declarations:
        found = [
            rule
            for name in {tag, id_, *names}
            for rule in self._by_name.get(name, ())
            if rule.tag in {"", tag} and rule.ids <= {id_} and rule.classes <= names
        ]
        together: dict[str, str] = {}
        for rule in sorted(found, key=lambda rule: rule.weight):
            together |= rule.stated
        return together


def _stated(sheets: Iterable[str]) -> Iterator[tuple[str, Declarations]]:
    """Selectors with what is stated of them, rules within @media and the like left out: they hold on some screens or on paper."""
    for sheet in sheets:
        depth, start, selectors = 0, 0, ""
        text = _COMMENT.sub(" ", sheet)
        for brace in re.finditer("[{}]", text):
            if brace[0] == "{":
                if depth == 0:
                    selectors = text[start : brace.start()].rpartition(";")[2]
                    start = brace.end()
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    if "@" not in selectors and (found := declarations(text[start : brace.start()])):
                        yield from ((selector.strip(), found) for selector in selectors.split(","))
                    start = brace.end()


def rule_of(selector: str, stated: Declarations, order: int) -> Rule | None:
    """The rule about what `selector` names simply, None if it needs more."""
    match = _SIMPLE.fullmatch(selector)
    if not match or not selector:
        return None
    names = re.findall(r"([.#])([\w-]+)", match[2])
    ids = frozenset(name for sign, name in names if sign == "#")
    classes = frozenset(name for sign, name in names if sign == ".")
    return Rule((match[1] or "").lower(), ids, classes, stated, (len(ids), len(classes), bool(match[1]), order))
