"""The records everything after `load` works on: frozen, no I/O, small enough to hold ten thousand reports."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from giar_site import forms
from giar_site.diagnostics import Address, Fault
from giar_site.locked import Locked
from giar_site.reorganisation import Reorganisation
from giar_site.settings import Contact, Owner, Settings
from giar_site.statements import Prose, Statement

# what stands in settings.py and statements.py is one family with the records below, and found here too
__all__ = ["Contact", "Owner", "Prose", "Settings", "Statement"]


class Reading(StrEnum):
    """How a figure came to its value."""

    PLAIN = "plain"  # written as a plain figure
    CONVERTED = "converted"  # a published oddity, read from its text
    BLANK = "blank"  # written, but empty
    DERIVED = "derived"  # a total the agency left out
    UNREADABLE = "unreadable"  # written, but no number
    MISSING = "missing"  # its row or list was not there


class Figure(NamedTuple):
    """One figure: `value` (None: no number), `text` as written, `unit` as published where the form gives none, `hint` a likely reading."""

    value: Decimal | None
    text: str
    reading: Reading
    unit: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """The tables of one report: `values` in the printed order of the edition's cells, `rows` the ids of rows really written."""

    edition: int
    values: tuple[Figure, ...]
    odd: tuple[int, ...] = field(init=False)  # positions of those that are not simply plain

    def __post_init__(self) -> None:
        """Find the odd ones once: every rule and page asks for them, and most reports have none."""
        odd = tuple(index for index, figure in enumerate(self.values) if figure.reading is not Reading.PLAIN)
        object.__setattr__(self, "odd", odd)

    @property
    def form(self) -> forms.Form:
        """The edition the figures are laid out by."""
        return forms.edition(self.edition)

    def __getitem__(self, cell: str) -> Figure:
        """The figure of the cell with this id; KeyError when the edition has no such cell."""
        return self.values[self.form.by_id[cell].index]

    @property
    def derived(self) -> frozenset[int]:
        """Positions of the totals the agency left out."""
        return frozenset(index for index in self.odd if self.values[index].reading is Reading.DERIVED)

    def irregular(self) -> Iterator[tuple[forms.Cell, Figure]]:
        """Cells whose figure is not simply a plain number."""
        for index in self.odd:
            yield self.form.cells[index], self.values[index]


class Passage(NamedTuple):
    """A part of the narrative: `key` of its section ("" for the preamble), heading as written, Markdown source, checked HTML.

    `digest` stays when the source is dropped: it changes when the words do, not with white space.
    """

    key: str
    heading: str
    source: str
    html: str
    digest: str = ""


def in_prose(agency: str, year: int, section: str, start: int, end: int) -> Address:
    """The address of the characters `start` to `end` of the source of the passage `section` ("": the preamble)."""
    return Address(agency, year, "report", f"{section or PREAMBLE}:{start}-{end}")


class LinkKind(StrEnum):
    """Where an address in the narrative leads."""

    WEB = "web"  # http and https
    PAGE = "page"  # a page of this site
    PICTURE = "picture"  # not a link but a picture shown


class Link(NamedTuple):
    """A link or picture of the narrative: characters `start` to `end` of the source of passage `section`; `words`: a picture's text and title.

    `address` is as a browser is given it.
    """

    kind: LinkKind
    address: str
    section: str
    start: int
    end: int
    words: str = ""


class Attachment(NamedTuple):
    """A file of the report; `file` is its name in the report's files/ folder, "" when only the name was published.

    Not `listed` is what the narrative shows or links by itself; of the others `number` counts the entries of front matter, from 1.
    """

    title: str
    file: str = ""
    size: int = 0
    sha256: str = ""
    note: str = ""
    listed: bool = True
    number: int = 0


class Acceptance(NamedTuple):
    """An `accept:` entry: the finding of `rule` at cell or row `at` stands as published, for a printed reason; "" where not limited."""

    rule: str
    at: str
    reason: str
    until: str = ""  # the last day it holds, YYYY-MM-DD
    actual: str = ""  # the value it was written for


class Correction(NamedTuple):
    """A `corrections:` entry: what was changed after publication."""

    date: str
    at: str
    was: str
    now: str
    reason: str


class Metadata(NamedTuple):
    """The front matter of report.md; empty strings where nothing was written."""

    title: str = ""
    published: str = ""
    document_number: str = ""
    index_number: str = ""
    source: str = ""
    contact: Contact = Contact()
    attachments: tuple[Attachment, ...] = ()


class Traces(NamedTuple):
    """What is kept of a narrative to compare it with others when its text has been let go, as `prose.traces` makes it.

    `sentences`: packed fingerprints; `names`: what other agency the report may call itself by, each with its item in an address.
    """

    sentences: bytes = b""
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One agency's report of one year; `unread`: which of "figures" and "report" could not be read, so that nothing is known of them."""

    agency: str
    year: int
    figures: Figures
    metadata: Metadata
    preamble: Passage
    sections: tuple[Passage, ...]
    acceptances: tuple[Acceptance, ...] = ()
    corrections: tuple[Correction, ...] = ()
    links: tuple[Link, ...] = ()
    faults: tuple[Fault, ...] = ()
    traces: Traces = Traces()
    prose: Prose = Prose()
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Agency:
    """An agency and its reports, oldest first. `scope`: "own" or "rollup" (the report sums its children's).

    `deadline`: its own, as in settings ("": that of its kind). `children_complete`: the agencies that name it as parent are all it sums.
    """

    slug: str
    name: str
    short_name: str = ""
    kind: str = "department"
    level: str = ""
    scope: str = "own"
    parent: str = ""
    contact: Contact = Contact()
    reports: tuple[Report, ...] = ()
    faults: tuple[Fault, ...] = ()
    children_complete: bool = False
    deadline: str = ""
    lineage: tuple[Reorganisation, ...] = ()

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name


class Withheld(NamedTuple):
    """A report with errors that a partial build leaves as it last stood (`kept`: its figures then) or as not yet published (None)."""

    agency: str
    year: int
    kept: Figures | None = None


@dataclass(frozen=True, eq=False)
class Site:
    """Everything that is published together. Reports in `withheld` stand in no agency's `reports`.

    `today` (YYYY-MM-DD, "": not known) is for what runs out on a day; nothing on a page may follow from it. `locked`: the versions of each
    report (agency, year) that have been published, oldest first.
    """

    settings: Settings
    agencies: tuple[Agency, ...]
    withheld: tuple[Withheld, ...] = ()
    today: str = ""
    locked: Mapping[tuple[str, int], tuple[Locked, ...]] = field(default_factory=dict)

    @cached_property  # asked for by every page
    def years(self) -> tuple[int, ...]:
        """The years the site covers, newest first."""
        found = {report.year for agency in self.agencies for report in agency.reports} | {withheld.year for withheld in self.withheld}
        return tuple(sorted(found | set(self.settings.years), reverse=True))


PREAMBLE = "preamble"  # what the passage before the first section is called in addresses
KINDS = ("government", "office", "department", "township", "subdistrict", "institution")
LEVELS = ("national", "province", "city", "county", "district", "township")
