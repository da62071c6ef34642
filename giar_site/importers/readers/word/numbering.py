"""Automatic numbers: what Word shows before a paragraph of a list without holding it in the text."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from giar_site.importers.noting import Noting
from giar_site.importers.readers.word.counting import counted
from giar_site.importers.readers.word.styles import ListPlace, Styles
from giar_site.importers.readers.word.xml_names import attribute, child, children, number, switched_on, value

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9


class _Level(NamedTuple):
    start: int
    form: str
    pattern: str  # "（%1）"
    restarts: bool  # with each item of a higher level
    arabic: bool  # numbers of higher levels in Arabic digits, too (isLgl)


class Numbering:
    """Counts the items of each list in the order they are asked for."""

    def __init__(self, root: Element | None, styles: Styles, noting: Noting) -> None:
        """Read the numbering part; None: the file has none."""
        self._noting = noting
        self._styles = styles
        abstract = () if root is None else children(root, "abstractNum")
        self._abstract = {attribute(entry, "abstractNumId"): entry for entry in abstract}
        self._lists = {} if root is None else {attribute(entry, "numId"): entry for entry in children(root, "num")}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}  # by abstract list, which several lists may share
        self._begun: dict[tuple[str, int], int] = {}
        self._started: set[tuple[str, int]] = set()

    def marker(self, place: ListPlace) -> str:
        """Return the number or bullet of the next item at `place`, "" for none."""
        entry = self._lists.get(place.list)
        if entry is None or not 0 <= place.level < _LEVELS:
            return ""
        levels = self._levels.setdefault(place.list, self._levels_of(entry))
        level = levels.get(place.level)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._abstract_id(entry), {})
        self._count(entry, place, levels, counts)
        if level.form == "bullet":
            return "".join("•" if "\ue000" <= sign <= "\uf8ff" else sign for sign in level.pattern).strip()
        return _PLACEHOLDER.sub(lambda found: self._written(int(found[1]) - 1, level, levels, counts), level.pattern).strip()

    def begun_by(self, place: ListPlace) -> int:
        """Return the number of the list that begins or goes on at `place`, asked in order; 0 for none.

        A list goes on where its numbers do, also under another numId: LibreOffice gives the first item one of its own, which starts anew.
        """
        entry = self._lists.get(place.list)
        if entry is None:
            return 0
        key = self._abstract_id(entry), place.level
        if key not in self._begun or _overrides_start(entry, place.level):
            self._begun[key] = number(place.list)
        return self._begun[key]

    def _count(self, entry: Element, place: ListPlace, levels: dict[int, _Level], counts: dict[int, int]) -> None:
        for higher in range(place.level):
            if higher in levels:
                counts.setdefault(higher, levels[higher].start)
        if (place.list, place.level) not in self._started and _overrides_start(entry, place.level):
            counts.pop(place.level, None)
        self._started.add((place.list, place.level))
        counts[place.level] = counts[place.level] + 1 if place.level in counts else levels[place.level].start
        for deeper in range(place.level + 1, _LEVELS):
            if deeper not in levels or levels[deeper].restarts:
                counts.pop(deeper, None)

    def _written(self, index: int, level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        if index not in levels:
            return ""
        form = "decimal" if level.arabic else levels[index].form
        count = counts.get(index, levels[index].start)
        written = counted(count, form)
        if written is None:
            self._noting.add(
                f"自动编号的样式 {form} 不认识，按数字读取", f"the style {form} of automatic numbers is not known; read as digits"
            )
        return str(count) if written is None else written

    def _abstract_id(self, entry: Element) -> str:
        return value(entry, "abstractNumId")

    def _levels_of(self, entry: Element, *, linked: bool = False) -> dict[int, _Level]:
        abstract = self._abstract.get(self._abstract_id(entry))
        if abstract is None:
            return {}
        link = self._lists.get(self._styles.list_of_style(value(abstract, "numStyleLink")))
        if link is not None and not linked:
            return self._levels_of(link, linked=True)
        levels = {number(attribute(level, "ilvl"), -1): _level(level) for level in children(abstract, "lvl")}
        for override in children(entry, "lvlOverride"):
            index = number(attribute(override, "ilvl"), -1)
            own = child(override, "lvl")
            if own is not None:
                levels[index] = _level(own)
            start = value(override, "startOverride")
            if start and index in levels:
                levels[index] = levels[index]._replace(start=number(start))
        return levels


def _level(element: Element) -> _Level:
    return _Level(
        start=max(0, number(value(element, "start"))),
        form=value(element, "numFmt", default="decimal"),
        pattern=value(element, "lvlText"),
        restarts=value(element, "lvlRestart") != "0",
        arabic=switched_on(child(element, "isLgl")),
    )


def _overrides_start(entry: Element, level: int) -> bool:
    return any(
        number(attribute(override, "ilvl"), -1) == level and child(override, "startOverride") is not None
        for override in children(entry, "lvlOverride")
    )
