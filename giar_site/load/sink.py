"""Collects what loading one file finds out: faults, and where each named thing stands."""

import re
from dataclasses import dataclass, field

from giar_site.diagnostics import Address, Fault, Place
from giar_site.load.nodes import Node, Problem
from giar_site.load.text import spelled_out

_IN_PASSAGE = re.compile(r"([a-z_]+):([0-9]+)-([0-9]+)")
Written = tuple[int, str]  # the line (from 1) a passage begins on, and its source


class Places:
    """Where named things stand. Made into a Place only when one is asked for: a sound report never asks."""

    def __init__(self) -> None:
        self.files: dict[tuple[str, int | None, str], tuple[str, dict[str, tuple[int, int, int]], dict[str, Written]]] = {}

    def add(self, sink: "Sink") -> None:
        """Take over what `sink` knows."""
        self.files[sink.agency, sink.year, sink.part] = sink.file, sink.spots, sink.passages

    def merge(self, other: "Places") -> None:
        """Take over what other files know."""
        self.files |= other.files

    def get(self, address: Address) -> Place | None:
        """The place of `address`; None where nothing of that name was written."""
        file, spots, passages = self.files.get(address[:3], ("", {}, {}))
        spot = spots.get(address.item) or _in_passage(passages, address.item)
        return Place(file, *spot) if spot else None


def _in_passage(passages: dict[str, Written], item: str) -> tuple[int, int, int] | None:
    """Line, column and length of characters of a passage, for an item as `model.in_prose` makes it; only the first line's are marked."""
    match = _IN_PASSAGE.fullmatch(item)
    first, source = passages.get(match[1], (0, "")) if match else (0, "")
    if match is None or not first:
        return None
    start, end = (min(int(match[at]), len(source)) for at in (2, 3))
    begin = source.rfind("\n", 0, start) + 1
    stop = source.find("\n", start, end)
    length = (end if stop < 0 else stop) - start
    return first + source.count("\n", 0, start), start - begin + 1, max(length, 1)


MOST_FAULTS = 200
LONGEST_WORD = 2_000
LONGEST_ITEM = 200


@dataclass(slots=True)
class Sink:
    """Faults and places of one file, which belongs to an agency (and, a report's, to a year)."""

    agency: str
    year: int | None
    part: str
    file: str
    faults: list[Fault] = field(default_factory=list)
    spots: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    passages: dict[str, Written] = field(default_factory=dict)
    unlisted: int = 0

    def address(self, item: str) -> Address:
        """The address of a named thing in this file."""
        return Address(self.agency, self.year, self.part, item)

    def place(self, line: int = 0, column: int = 0, length: int = 1) -> Place:
        """A spot in this file."""
        return Place(self.file, line, column, length)

    def put(self, item: str, node: Node) -> None:
        """Remember where `item` stands."""
        self.spots[item] = (node.line, node.column, node.length)

    def spot(self, item: str) -> Place | None:
        """Where `item` stands, if it was written."""
        found = self.spots.get(item)
        return self.place(*found) if found else None

    def fault(self, kind: str, item: str, node: Node | Place | None = None, **words: str) -> None:
        """Record a fault at `node` (None: about the file as a whole)."""
        if len(self.faults) >= MOST_FAULTS:
            self.unlisted += 1
            return
        if node is None:
            place = self.place()
        elif isinstance(node, Place):
            place = node._replace(file=_printable(node.file, LONGEST_WORD))
        else:
            place = self.place(node.line, node.column, node.length)
        facts = tuple((key, _printable(word, LONGEST_WORD)) for key, word in words.items())
        self.faults.append(Fault(kind, self.address(_printable(item, LONGEST_ITEM)), place, facts))

    def problems(self, problems: list[Problem]) -> None:
        """Record what was wrong with the file as YAML."""
        for problem in problems:
            place = self.place(problem.line, problem.column, problem.length)
            self.fault(problem.kind, problem.words.get("key", ""), place, **problem.words)

    def listed(self) -> tuple[Fault, ...]:
        """The faults; of a file with very many the first ones and a last one that says how many more there are."""
        if not self.unlisted:
            return tuple(self.faults)
        name = self.file.rpartition("/")[2]
        words = (("zh", f"问题太多，另有 {self.unlisted} 处没有列出"), ("en", f"too many faults, {self.unlisted} more are not listed"))
        return (*self.faults, Fault("unsafe_file", self.address(name), self.place(), words))


def _printable(text: str, longest: int) -> str:
    """`text` cut to a length one can print, with what deceives (and bytes of a file name that are no UTF-8) spelled out."""
    return spelled_out(text if len(text) <= longest else text[:longest] + "…")
