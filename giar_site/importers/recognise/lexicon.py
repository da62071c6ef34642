"""The printed labels of a table of the form, by their folded texts."""

import difflib
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from giar_site import forms
from giar_site.importers.recognise.folding import folded, unnumbered, without_remark


class Axis(Enum):
    """What a label stands for. `ROW` and `COLUMN` name figures, `GROUP` several rows, `SPAN` several columns, `OTHER` nothing that is counted."""

    ROW = "row"
    COLUMN = "column"
    GROUP = "group"
    SPAN = "span"
    OTHER = "other"


class Label(NamedTuple):
    """A label of the form. `key`: of a row its id, of a column its key, of a span the row it begins in a one-row table or its label."""

    table: str
    axis: Axis
    key: str


class Match(NamedTuple):
    """What a text may be: labels, and whether it is one to the letter (folded) or only like one."""

    labels: tuple[Label, ...]
    exact: bool
    printed: str = ""

    def on(self, *axes: Axis) -> Label | None:
        """The label on one of `axes`, if any."""
        for label in self.labels:
            if label.axis in axes:
                return label
        return None


_LEAST_LIKE = 0.6
_LEAST_AHEAD = 0.15
_LONGEST_TOGETHER = 200
_LONGEST_LABEL = 60


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The labels of one table of one edition, by their folded texts. `own`: those that no other edition prints."""

    table: forms.Table
    labels: dict[str, tuple[Label, ...]]
    printed: dict[str, str]
    beginnings: frozenset[str]
    own: frozenset[str]

    def begins(self, text: str) -> bool:
        """Whether a label begins with `text`, folded."""
        return folded(text) in self.beginnings

    def find(self, text: str) -> Match | None:
        """The labels that `text` is to the letter, blanks, widths, punctuation and numbering aside."""
        return _found(self, text)

    def like(self, text: str) -> Match | None:
        """The one label that `text` is like, a typing error or two aside; None where there is none or more than one."""
        return _alike(self, text)

    def made_of(self, text: str) -> tuple[Match, ...]:
        """The labels that `text` is made of from its first to its last character: `自然人商业企业`; none where something is left over."""
        return _made_of(self, text)


@lru_cache(maxsize=8192)
def _found(self: Lexicon, text: str) -> Match | None:
    if len(text) > _LONGEST_TOGETHER:
        return None
    for candidate in dict.fromkeys(_wordings(text)):
        if labels := self.labels.get(folded(candidate)):
            return Match(labels, exact=True, printed=self.printed[folded(candidate)])
    return None


@lru_cache(maxsize=8192)
def _alike(self: Lexicon, text: str) -> Match | None:
    wanted = folded(text)
    if len(wanted) < 3 or len(wanted) > _LONGEST_LABEL:
        return None
    rated = sorted(((_likeness(wanted, known), known) for known in self.labels), reverse=True)
    (best, name), (second, other) = rated[0], rated[1]
    if best < _LEAST_LIKE or (best - second < _LEAST_AHEAD and self.labels[other] != self.labels[name]):
        return None
    return Match(self.labels[name], exact=False, printed=self.printed[name])


@lru_cache(maxsize=8192)
def _made_of(self: Lexicon, text: str) -> tuple[Match, ...]:
    if len(text) > _LONGEST_TOGETHER:
        return ()
    whole = folded(text)
    split: dict[int, tuple[Match, ...] | None] = {len(whole): ()}  # by where the rest begins
    for start in range(len(whole) - 1, -1, -1):
        split[start] = None
        for end in range(len(whole), start + 1, -1):
            rest = split[end]
            if rest is not None and (labels := self.labels.get(whole[start:end])):
                split[start] = (Match(labels, exact=True, printed=self.printed[whole[start:end]]), *rest)
                break
    return split[0] or ()


def _wordings(text: str) -> tuple[str, ...]:
    """`text` as it stands, and without its number, without a remark in brackets, without both."""
    return text, unnumbered(text), without_remark(text), unnumbered(without_remark(text))


def _likeness(text: str, known: str) -> float:
    shared = sum(char in known for char in text)  # at least as many as match: a likeness worked out for every label takes long
    if abs(len(text) - len(known)) > 2 or 2 * shared < _LEAST_LIKE * (len(text) + len(known)):
        return 0
    matcher = difflib.SequenceMatcher(None, text, known, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LEAST_LIKE and matcher.quick_ratio() >= _LEAST_LIKE else 0


@lru_cache(maxsize=16)
def lexicon(edition: int, table_key: str) -> Lexicon:
    """The labels of the table `table_key` of `edition`, and the names that other editions have for the same rows and columns."""
    own = next(table for table in forms.edition(edition).tables if table.key == table_key)
    labels: dict[str, dict[Label, None]] = {}
    printed: dict[str, str] = {}

    def plant(text: str, label: Label) -> None:
        for name in _wordings(text):
            labels.setdefault(folded(name), {})[label] = None
            printed.setdefault(folded(name), text)

    for text, label in _labels_of(own):
        plant(text, label)
    known = {label for _, label in _labels_of(own)}
    for form in forms.editions():
        for table in form.tables:
            for text, label in _labels_of(table) if form.edition != edition else []:
                if label in known and folded(text) not in labels:
                    plant(text, label)
    del labels[""]
    beginnings = frozenset(name[:end] for name in labels for end in range(len(name) + 1))
    others = {
        folded(text) for form in forms.editions() if form.edition != edition for table in form.tables for text, _ in _labels_of(table)
    }
    only = frozenset(folded(text) for text, _ in _labels_of(own)) - others
    return Lexicon(own, {name: tuple(found) for name, found in labels.items()}, printed, beginnings, only)


def _labels_of(table: forms.Table) -> list[tuple[str, Label]]:
    found = [
        (text, Label(table.key, Axis.OTHER, text)) for text in (table.corner, table.note, "", "单位：件", "单位：万元", "序号", "备注")
    ]
    for block in table.blocks:
        found.append((block.label, Label(table.key, Axis.OTHER, block.label)))
        for row in block.rows:
            *above, leaf = row.path
            rows = Axis.SPAN if table.one_row else Axis.ROW
            found.append((leaf.label, Label(table.key, rows, row.id)))
            groups = Axis.SPAN if table.one_row else Axis.GROUP
            found += [(head.label, Label(table.key, groups, head.label)) for head in above]
        for path in block.column_paths:
            *above, leaf = path
            found.append((leaf.label, Label(table.key, Axis.COLUMN, leaf.key)))
            found += [(head.label, Label(table.key, Axis.SPAN, head.label)) for head in above]
    return found


def printed_labels(table: forms.Table) -> tuple[str, ...]:
    """The labels that a table prints, in the form's words."""
    return tuple(text for text, _ in _labels_of(table))


def editions_and_tables() -> list[tuple[forms.Form, forms.Table]]:
    """Every table of every edition."""
    return [(form, table) for form in forms.editions() for table in form.tables]
