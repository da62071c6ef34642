"""What can be said about content: places, addresses, findings, rules. Floor 0: knows nothing of the domain."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

LANGUAGES = ("zh", "en")


class Text(NamedTuple):
    """One sentence in the two languages people read it in."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in `language` ("zh" or "en")."""
        return self.en if language == "en" else self.zh


class CannotGoOn(Exception):  # noqa: N818 - the name is the sentence it stands for
    """The tool or its environment failed (exit 2): one sentence for the person at the keyboard, no traceback."""

    def __init__(self, text: Text) -> None:
        """Carry `text` to the one place that prints it."""
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[type["CannotGoOn"], tuple[Text]]:
        """Keep both languages when a worker process hands the failure to its parent."""
        return CannotGoOn, (self.text,)


class Severity(StrEnum):
    """How much a finding weighs: an error stops a build, the others never do."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def text(self) -> Text:
        """The word for it."""
        return Text({"error": "错误", "warning": "警告", "note": "提示"}[self], self.value)


class Place(NamedTuple):
    """A spot in a file: path relative to the site folder, line and column from 1 (0: the whole file), width in characters."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 1


class Address(NamedTuple):
    """What a finding is about, by name: `part` is the file's role ("figures", "report", "agency"), `item` the cell, row, section or field."""

    agency: str = ""
    year: int | None = None
    part: str = ""
    item: str = ""


class Fault(NamedTuple):
    """Something `load` could not take as it stood: `kind` names the rule that words it, `words` are its facts."""

    kind: str
    at: Address
    place: Place
    words: tuple[tuple[str, str], ...] = ()

    def word(self, key: str, default: str = "") -> str:
        """Return the fact `key`, or `default`."""
        return dict(self.words).get(key, default)


class Suspect(NamedTuple):
    """A cell that may hold the error and the value it would need, in plain digits."""

    cell: str
    value: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault found. A rule gives the first block; the runner stamps the second."""

    at: Address
    message: Text
    mend: Text = Text("", "")
    cells: tuple[str, ...] = ()
    expected: str | None = None
    actual: str | None = None
    suspects: tuple[Suspect, ...] = ()
    related: tuple[Address, ...] = ()
    alias: str = ""  # what `accept:` may call it by besides its place
    check: str = ""  # the kind of check that fails, where its cells do not tell

    code: str = ""
    rule: str = ""
    title: Text = Text("", "")
    severity: Severity = Severity.ERROR
    place: Place = Place("")
    suspect_places: tuple[Place, ...] = ()
    accepted: str | None = None

    @property
    def blocks(self) -> bool:
        """True when a build must stop for it."""
        return self.severity is Severity.ERROR and self.accepted is None


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: its function says what it takes (`over`), its docstring is its manual."""

    code: str
    severity: Severity
    over: str
    acceptable: bool
    function: Callable[..., Any]

    @property
    def name(self) -> str:
        """The function's name: the fault, never the remedy."""
        return self.function.__name__

    @property
    def slug(self) -> str:
        """The name as it is written in `accept:` and in outputs."""
        return self.name.replace("_", "-")

    @property
    def title(self) -> Text:
        """The first line of the manual: the fault's name in both languages."""
        zh, _, en = self.manual.split("\n", 1)[0].partition(" / ")
        return Text(zh, en)

    @property
    def manual(self) -> str:
        """The docstring the rule reference and `giar explain` are made from."""
        return self.function.__doc__ or ""

    def __call__(self, *subject: object) -> Iterable[Finding]:
        """Run the check over its subject."""
        findings: Iterable[Finding] = self.function(*subject)
        return findings


def rule(code: str, severity: Severity, over: str, *, acceptable: bool = True) -> Callable[[Callable[..., Any]], Rule]:
    """Make a function a rule. `over` says what it is called with.

    "fault": a Fault · "report": a Report · "agency": an Agency, with the text of all its reports · "relations": an Agency and the Site
    it stands in, figures and metadata only · "site": the Site · "acceptance": the Use of an `accept:` entry.
    """

    def declare(function: Callable[..., Any]) -> Rule:
        return Rule(code, severity, over, acceptable, function)

    return declare
