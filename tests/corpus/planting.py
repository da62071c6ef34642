"""Planting a fault into a valid site: a planter is named like the rule that must find it, and marks where.

Planters compute the place by themselves, from the lines they change; they do not ask giar.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple, TypeVar

from tests.corpus.bodies import Body
from tests.corpus.figures import Number, form_of
from tests.corpus.sites import Site
from tests.corpus.tables import Line, joined, plain_lines, written

Choice = TypeVar("Choice")


class Unfit(Exception):  # noqa: N818 - no failure: another site is drawn
    """This site holds nothing that the fault could be planted in."""


class Mark(NamedTuple):
    """Where the fault must be found: file, its lines (none: any; 0: no line), whose report, and the item if known."""

    file: str
    lines: tuple[int, ...] = (0, 1)
    agency: str = ""
    year: int | None = None
    item: str = ""


class Spot(NamedTuple):
    """A report to spoil."""

    body: Body
    year: int

    @property
    def folder(self) -> str:
        """Its folder below the site's."""
        return f"content/{self.body.slug}/{self.year}"

    @property
    def tables(self) -> str:
        """Its figures.yaml."""
        return f"{self.folder}/figures.yaml"

    @property
    def prose(self) -> str:
        """Its report.md."""
        return f"{self.folder}/report.md"

    def mark(self, file: str, *lines: int, item: str = "") -> Mark:
        """A mark in a file of this report; without lines at the file as a whole."""
        return Mark(file, lines or (0, 1), self.body.slug, self.year, item)

    def mark_anywhere(self, file: str) -> Mark:
        """A mark in a file of this report, whatever the line."""
        return Mark(file, (), self.body.slug, self.year)


@dataclass
class Draft:
    """A valid site to be spoiled: its texts (bytes of what is none), symbolic links to make, whether it was published, and how it read `before`."""

    rng: Random
    site: Site
    texts: dict[str, str | bytes] = field(init=False)
    links: dict[str, str] = field(init=False, default_factory=dict)
    published: bool = field(init=False, default=False)
    before: dict[str, str | bytes] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with what is valid."""
        self.texts = dict(self.site.texts)

    def spot(self, fits: Callable[[Body, int], bool] = lambda _body, _year: True) -> Spot:
        """Any report that `fits`. Raises Unfit."""
        return Spot(*self.any([each for each in self.site.reports() if fits(*each)]))

    def any(self, choices: Sequence[Choice]) -> Choice:
        """Any of `choices`. Raises Unfit when there are none."""
        if not choices:
            raise Unfit
        return self.rng.choice(choices)

    def last_year(self, spot: Spot) -> Spot:
        """The report of the year before. Raises Unfit when there is none."""
        before = spot._replace(year=spot.year - 1)
        if before.year not in self.site.years:
            raise Unfit
        return before

    def replace(self, file: str, old: str, new: str) -> int:
        """Replace the first `old` in a file; returns its line. Raises Unfit when it is not there."""
        at = next((at for at, line in enumerate(self.lines(file), 1) if old in line), 0)
        if not at:
            raise Unfit
        return self.put(file, at, self.lines(file)[at - 1].replace(old, new, 1), instead=1)

    def rewrite(self, spot: Spot, section: str, *paragraphs: str) -> int:
        """Put `paragraphs` in place of all below the heading that begins with `section` ("一"); returns the heading's line."""
        lines = self.lines(spot.prose)
        at = self.line_with(spot.prose, f"## {section}")
        end = next((after for after in range(at, len(lines)) if lines[after].startswith("## ")), len(lines))
        return self.put(spot.prose, at, lines[at - 1], "", *(each for text in paragraphs for each in (text, "")), instead=end - at + 1)

    def lines(self, file: str) -> list[str]:
        """The lines of a text."""
        text = self.texts[file]
        assert isinstance(text, str)
        return text.split("\n")

    def put(self, file: str, at: int, *new: str, instead: int = 0) -> int:
        """Put lines before line `at` (from 1), or in place of as many as `instead`; returns `at`."""
        lines = self.lines(file)
        lines[at - 1 : at - 1 + instead] = new
        self.texts[file] = "\n".join(lines)
        return at

    def end(self, file: str, *new: str) -> int:
        """Put lines at the end of a file; returns the line of the first."""
        return self.put(file, len(self.lines(file)), *new)

    def line_with(self, file: str, beginning: str) -> int:
        """The line (from 1) that begins so."""
        return next(at for at, line in enumerate(self.lines(file), 1) if line.startswith(beginning))

    def paragraph(self, spot: Spot, section: str = "") -> int:
        """The line of a paragraph of prose, anywhere below the preamble or below the heading that contains `section`."""
        heading, found = "", []
        for at, line in enumerate(self.lines(spot.prose), 1):
            if line.startswith("## "):
                heading = line
            elif heading and section in heading and line and not line.startswith("#"):
                found.append(at)
        return self.any(found)

    def add_to(self, spot: Spot, words: str, section: str = "") -> int:
        """Put `words` at the end of a paragraph; returns its line."""
        at = self.paragraph(spot, section)
        return self.put(spot.prose, at, self.lines(spot.prose)[at - 1] + words, instead=1)

    def field(self, spot: Spot, line: str) -> int:
        """Put a line into the front matter of a report; returns its number."""
        return self.put(spot.prose, self.lines(spot.prose)[1:].index("---") + 2, line)

    def rows(self, spot: Spot) -> list[Line]:
        """The tables of a report as plain lines."""
        return plain_lines(form_of(spot.year), self.site.figures[spot.body.slug][spot.year])

    def save(self, spot: Spot, lines: list[Line]) -> None:
        """Write the tables of a report."""
        self.texts[spot.tables] = joined(lines)

    def row(self, spot: Spot, prefix: str = "", fits: Callable[[str], bool] = lambda _row: True) -> str:
        """The id of any row that begins with `prefix` and `fits`."""
        return self.any([line.row for line in self.rows(spot) if line.row and line.row.startswith(prefix) and fits(line.row)])

    def set_cells(self, spot: Spot, cells: dict[str, str | Number]) -> dict[str, int]:
        """Write the tables with other figures in these cells; returns the line of each row."""
        form = form_of(spot.year)
        figures = self.site.figures[spot.body.slug][spot.year]
        texts = {cell.id: cells.get(cell.id, figures[cell.id]) for cell in form.cells}
        numbers = {row.id: [texts[cell.id] for cell in row.cells] for row in form.rows}
        lines = [
            line._replace(text=f"{line.text.partition(':')[0]}: [{', '.join(map(_shown, numbers[line.row]))}]") if line.row else line
            for line in self.rows(spot)
        ]
        self.save(spot, lines)
        return {line.row: at for at, line in enumerate(lines, 1)}

    def figure(self, spot: Spot, cell: str) -> Number:
        """The valid figure of a cell."""
        return self.site.figures[spot.body.slug][spot.year][cell]


def _shown(number: str | Number) -> str:
    return number if isinstance(number, str) else written([number])[0]


@dataclass(frozen=True)
class Planter:
    """How to plant one fault; `also` are rules that necessarily speak up with it, `sites` how many are spoiled, `limits` which sites fit."""

    plant: Callable[[Draft], Mark | list[Mark]]
    also: frozenset[str]
    sites: int
    limits: dict[str, object]

    @property
    def name(self) -> str:
        """The name of the rule."""
        return self.plant.__name__


PLANTERS: dict[str, Planter] = {}


def plants(
    *also: str, sites: int = 20, **limits: object
) -> Callable[[Callable[[Draft], Mark | list[Mark]]], Callable[[Draft], Mark | list[Mark]]]:
    """Register a function as the planter of the rule of its name. `limits` override the parameters of the sites it is given."""

    def register(function: Callable[[Draft], Mark | list[Mark]]) -> Callable[[Draft], Mark | list[Mark]]:
        PLANTERS[function.__name__] = Planter(function, frozenset(also), sites, limits)
        return function

    return register
