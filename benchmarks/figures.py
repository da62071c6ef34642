"""Two hundred figures a report, drawn so that every sum and every carry-over of the form holds.

A sequence of years of one agency is drawn together, because carried_in repeats last year's carried_out and
in_force follows from last year's documents.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from benchmarks import form

Row = tuple[int | Decimal, ...]
#: Dotted row id -> its figures in the order of the form's columns; 34 rows, 200 figures.
Figures = dict[str, Row]

# Who asks and what becomes of it, roughly as county reports tell: citizens first, most requests granted or not held.
ASKERS = (60, 14, 1, 2, 9, 4)
FATES = (34, 9, 1, 1, 1, 2, 2, 2, 1, 2, 22, 3, 3, 5, 2, 1, 1, 1, 2, 1, 4)


def years(rng: Random, count: int) -> Iterator[Figures]:
    """Draw the figures of `count` consecutive years of one agency."""
    usual = rng.choice((0, 1, 3, 8, 20, 45, 90))
    waiting: Row = tuple(rng.choice((0, 0, 1)) if usual else 0 for _ in ASKERS)
    documents = rng.randint(20, 80)
    scale = {row: rng.randint(low, high) for row, low, high in (("licensing", 20, 30000), ("penalties", 0, 900), ("coercion", 0, 60))}
    cents = rng.choice((0, rng.randint(500, 900000)))
    for _ in range(count):
        figures, documents = _disclosure(rng, documents, scale, cents)
        applications, waiting = _applications(rng, usual, waiting)
        yield figures | applications | _litigation(rng)


def cells(figures: Figures) -> dict[str, str]:
    """Spread rows over cells: `<row>@<column>` -> the figure as plain decimals."""
    return {
        f"{row}@{column}": str(value) for row, values in figures.items() for column, value in zip(form.columns(row), values, strict=True)
    }


def _disclosure(rng: Random, documents: int, scale: dict[str, int], cents: int) -> tuple[Figures, int]:
    issued = rng.randint(0, 9)
    repealed = rng.randint(0, min(6, documents))
    in_force = documents + issued - repealed
    drifted = {f"disclosure.{row}": (_drift(rng, value),) for row, value in scale.items()}
    # A last digit that is never 0 prints the same from a decimal and from a float: the peer reads YAML floats.
    amount = Decimal(_drift(rng, cents) // 10 * 10 + rng.randint(1, 9)).scaleb(-2) if cents else 0
    figures: Figures = {
        "disclosure.rules": (0, 0, 0),  # 规章 are for cities with districts and above
        "disclosure.normative_documents": (issued, repealed, in_force),
        **drifted,
        "disclosure.fees": (amount,),
    }
    return figures, in_force


def _applications(rng: Random, usual: int, waiting: Row) -> tuple[Figures, Row]:
    asked = Counter(rng.choices(range(len(ASKERS)), ASKERS, k=_drift(rng, usual)))
    received = tuple(asked[column] for column in range(len(ASKERS)))
    open_cases = [int(new + old) for new, old in zip(received, waiting, strict=True)]
    left = tuple(rng.randint(0, min(3, cases // 2)) for cases in open_cases)
    fates = [Counter(rng.choices(form.DETAILS, FATES, k=cases - kept)) for cases, kept in zip(open_cases, left, strict=True)]
    details = {row: tuple(fate[row] for fate in fates) for row in form.DETAILS}
    rows = {
        "applications.received": received,
        "applications.carried_in": waiting,
        **details,
        "applications.outcome.total": tuple(fate.total() for fate in fates),
        "applications.carried_out": left,
    }
    return {row: (*values, sum(values)) for row, values in rows.items()}, left


def _litigation(rng: Random) -> Figures:
    blocks = {f"review_and_litigation.{block}": tuple(rng.choice((0, 0, 0, 1, 2)) for _ in range(4)) for block in form.LITIGATION}
    return {row: (*values, sum(values)) for row, values in blocks.items()}


def _drift(rng: Random, value: int) -> int:
    return round(value * rng.uniform(0.8, 1.25))
