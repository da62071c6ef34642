"""By which names a row may be called in figures.yaml: its id, or its official label with or without numbering."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from giar_site import forms

_LONGEST_LABEL = 200
NameTree = dict[str, "Named"]
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[0-9]+[.、])")


class Named:
    """A row, or a group of rows, under one of its names."""

    __slots__ = ("below", "id", "label", "row")

    def __init__(self, identity: str, label: str) -> None:
        """`identity` is the id below the tables: `applications.outcome.refused`."""
        self.id = identity
        self.label = label
        self.row: forms.Row | None = None
        self.below: dict[str, Named] = {}


def fold(label: str) -> str:
    """A label with widths, spaces and case folded, for comparing only; a text longer than any label is cut.

    Normalising sorts combining marks in quadratic time: 100 KB of them would take minutes.
    """
    return "".join(unicodedata.normalize("NFKC", label[:_LONGEST_LABEL]).split()).casefold()


def unnumbered(label: str) -> str:
    """A folded label without its leading 一、 （一） 1."""
    return _NUMBERING.sub("", fold(label))


@lru_cache(maxsize=8)
def name_tree(edition: int) -> NameTree:
    """All tables of an edition by id, rows below them by id. A group printed without an id may be left out or named by label."""
    tree: NameTree = {}
    for table in forms.edition(edition).tables:
        top = tree[table.key] = Named(table.key, table.label)
        for block in table.blocks:
            for row in block.rows:
                _plant(top, row)
    return tree


def _plant(top: Named, row: forms.Row) -> None:
    here = top
    for head in row.path:
        if head.key:
            here = here.below.setdefault(head.key, Named(f"{here.id}.{head.key}", head.label))
    here.row = row


def find(below: NameTree, key: str) -> Named | None:
    """The row or group that `key` names; None when nothing (or more than one) answers to it."""
    if key in below:
        return below[key]
    folded = fold(key)
    exact = [named for named in below.values() if fold(named.label) == folded]
    loose = exact or [named for named in below.values() if unnumbered(named.label) == unnumbered(key)]
    return loose[0] if len(loose) == 1 else None


class Home(NamedTuple):
    """Where a row or group stands in the form: below which group."""

    group: Named
    named: Named


def home_of(tree: NameTree, key: str) -> Home | None:
    """The one place anywhere below `tree` that answers to `key`; None where there is none, or more than one."""
    groups = list(tree.values())
    for group in groups:  # which grows while it is walked
        groups += [each for each in group.below.values() if each.below]
    homes = [Home(group, named) for group in groups if (named := find(group.below, key))]
    return homes[0] if len(homes) == 1 else None


def leaves(named: Named) -> list[forms.Row]:
    """All rows at or below `named`."""
    if named.row is not None:
        return [named.row]
    return [row for each in named.below.values() for row in leaves(each)]
