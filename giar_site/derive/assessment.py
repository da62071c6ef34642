"""A check of figures against figures: what is compared, and what came of it. Rules and pages read the same record, so they cannot disagree."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

_ZERO = Decimal(0)


class Result(StrEnum):
    """What a check came to."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_ASSESSABLE = "not_assessable"


class Reason(StrEnum):
    """Why a check cannot be assessed."""

    BLANK = "blank"  # a cell in it holds no number
    DERIVED = "derived"  # the agency left its total out, so that it was added up and holds by itself
    FIRST_YEAR = "first_year"  # there is no earlier report to compare with, nor should there be
    MISSING_YEAR = "missing_year"  # last year's report is not there
    OTHER_EDITION = "other_edition"  # the other report is on a form without this cell
    MISSING_HEIR = "missing_heir"  # another of the agencies that took over last year's figures has not reported
    UNCLEAR_LINEAGE = "unclear_lineage"  # the agency was made of others, or went into others, and it cannot be told whose figures are whose
    MISSING_CHILDREN = "missing_children"  # some of the agencies below have not reported


class Relation(StrEnum):
    """How the left side must stand to the right one."""

    EQUAL = "="
    AT_LEAST = "≥"
    AT_MOST = "≤"


class Term(NamedTuple):
    """One number of a side: a cell, in words (`label`) and by id.

    `agency` and `year` name another report; "" is the report's own agency, and with None its own year, too.
    """

    cell: str
    label: str
    agency: str = ""
    year: int | None = None
    sign: int = 1


class Comparison(NamedTuple):
    """What is compared: `kind` is a key of the theme's words, `label` what is looked at, `at` the cell a finding on it stands at.

    Nothing in it varies with the figures but which agencies below have any: one that is the same in every report is made once.
    """

    kind: str
    label: str
    at: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    relation: Relation = Relation.EQUAL


class Assessment(NamedTuple):
    """A comparison filled in: the numbers of its terms (None: a blank), the sum of each side (None: not known), the result.

    `reason` says why it is not assessable, and is None where it is.
    """

    comparison: Comparison
    left_terms: Sequence[Decimal | None]
    right_terms: Sequence[Decimal | None]
    left: Decimal | None
    right: Decimal | None
    result: Result
    reason: Reason | None = None

    @property
    def gap(self) -> Decimal | None:
        """By how much the sides differ; None where one of them is not known."""
        return None if self.left is None or self.right is None else abs(self.left - self.right)


def assess(
    comparison: Comparison, left: Sequence[Decimal | None], right: Sequence[Decimal | None], reason: Reason | None = None
) -> Assessment:
    """Compare the sums of `left` and `right`, the numbers of the comparison's terms. Nothing is judged with a `reason`, nor over a blank."""
    one, other = _sum(comparison.left, left), _sum(comparison.right, right)
    if one is None or other is None or reason is not None:
        return Assessment(comparison, left, right, one, other, Result.NOT_ASSESSABLE, reason or Reason.BLANK)
    holds = {Relation.EQUAL: one == other, Relation.AT_LEAST: one >= other, Relation.AT_MOST: one <= other}[comparison.relation]
    return Assessment(comparison, left, right, one, other, Result.HOLDS if holds else Result.FAILS)


def _sum(terms: Sequence[Term], numbers: Sequence[Decimal | None]) -> Decimal | None:
    total = _ZERO
    for term, number in zip(terms, numbers, strict=True):
        if number is None:
            return None
        total += number if term.sign > 0 else -number
    return total
