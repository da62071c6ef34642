"""How the checks of a report, and of a year, came out: counted from the same assessments and findings as everything else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from giar_site.derive.assessment import Assessment, Comparison, Result
from giar_site.derive.checks import checks_of
from giar_site.derive.register import Register, Standing
from giar_site.derive.rollup_checks import ROLLUP
from giar_site.diagnostics import Finding


class Tally(NamedTuple):
    """How many checks hold, fail, fail but are accepted for a printed reason, or cannot be assessed."""

    holds: int = 0
    fails: int = 0
    accepted: int = 0
    not_assessable: int = 0

    @property
    def checked(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def sound(self) -> bool:
        """True when no check fails, accepted or not."""
        return not (self.fails or self.accepted)


class YearTally(NamedTuple):
    """The checks of all reports of a year added up, and the reports in which one fails, in the order of the register."""

    year: int
    reports: int
    tally: Tally
    unsound: tuple[tuple[Standing, Tally], ...]


def accepted_reasons(findings: Iterable[Finding]) -> dict[frozenset[str], str]:
    """The reasons of accepted findings on sums, by the ids of their cells, as `cells_of` has them: what `reason_of` looks in.

    A finding that compares with another report may speak of several cells that are each compared by itself.
    """
    reasons: dict[frozenset[str], str] = {}
    for each in findings:
        if each.accepted is not None and each.expected is not None:
            if each.related:
                reasons |= {key_of(each.check, {cell}): each.accepted for cell in each.cells}
            reasons[key_of(each.check, each.cells)] = each.accepted
    return reasons


def cells_of(comparison: Comparison) -> frozenset[str]:
    """The ids of the report's own cells in a comparison, as the finding on it names them, and its kind where they do not tell."""
    return key_of(comparison.kind, {term.cell for term in (*comparison.left, *comparison.right) if not term.agency and term.year is None})


def key_of(kind: str, cells: Iterable[str]) -> frozenset[str]:
    """The same cells are compared with last year's and with those of the agencies below: what lets the one stand says nothing of the other."""
    return frozenset((*cells, kind) if kind == ROLLUP else cells)


def reason_of(assessment: Assessment, reasons: Mapping[frozenset[str], str]) -> str | None:
    """Why a check that fails was let stand; None when it holds, or nobody said."""
    return reasons.get(cells_of(assessment.comparison)) if reasons and assessment.result is Result.FAILS else None


def tally_of(assessments: Sequence[Assessment], reasons: Mapping[frozenset[str], str]) -> Tally:
    """Count `assessments`; `reasons` are those of the report's accepted findings."""
    failing = [each for each in assessments if each.result is Result.FAILS]
    unknown = sum(each.result is Result.NOT_ASSESSABLE for each in assessments)
    accepted = sum(reason_of(each, reasons) is not None for each in failing)
    return Tally(len(assessments) - len(failing) - unknown, len(failing) - accepted, accepted, unknown)


def year_tally(register: Register, year: int, findings: Mapping[tuple[str, int | None], Sequence[Finding]]) -> YearTally:
    """The checks of the reports of `year`; `findings` by agency and year. A page kept from an earlier build was checked then, not now."""
    reports = 0
    counts = [0, 0, 0, 0]
    unsound = []
    for standing in register.by_year.get(year, ()):
        if standing.report is None:
            continue
        reports += 1
        reasons = accepted_reasons(findings.get((standing.agency.slug, year), ()))
        tally = tally_of(checks_of(register.site, standing.report), reasons)
        counts = [count + more for count, more in zip(counts, tally, strict=True)]
        if not tally.sound:
            unsound.append((standing, tally))
    return YearTally(year, reports, Tally(*counts), tuple(unsound))
