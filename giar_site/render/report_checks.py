"""The checks of a report as a reader sees them: every equation with both sides written out, and what it came to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from giar_site.derive import ROLLUP, Assessment, Reason, Result, cells_of, key_of
from giar_site.model import Agency
from giar_site.render.check_lines import apart, because, of_many, over_nothing, verdict
from giar_site.render.check_views import CheckGroupView, ChecksTableView, CheckView, OutcomeView
from giar_site.render.layout import Layout
from giar_site.render.notes import NoteView
from giar_site.render.stencil import stencilled
from giar_site.render.terms import Terms, digits
from giar_site.render.theme import Theme

_ZERO = Decimal(0)
_OFTEN = 5  # lines up to this sum come again and again; kept, the others would push more useful parts out
_ORDER = ("holds", "holds_at_least", "fails", "fails_at_least", "accepted", "not_assessable")
_NOTHING_BESIDE = {Reason.FIRST_YEAR, Reason.MISSING_YEAR, Reason.MISSING_HEIR, Reason.OTHER_EDITION, Reason.UNCLEAR_LINEAGE}
_NO_ALARM = {*_NOTHING_BESIDE, Reason.MISSING_CHILDREN}  # nothing that a reader has to look into


class _Report(NamedTuple):
    """What the checks of one report are printed with: `notes` by the cells they are about, the `terms` of its sides."""

    theme: Theme
    layout: Layout
    notes: Mapping[frozenset[str], NoteView]
    terms: Terms


def check_tables(  # noqa: PLR0913 - what a page is made of
    theme: Theme,
    layout: Layout,
    assessments: Sequence[Assessment],
    notes: Sequence[NoteView],
    up: str,
    *,
    agencies: Mapping[str, Agency] = MappingProxyType({}),
) -> list[ChecksTableView]:
    """The checks of a report by kind, in their order; `notes` are the report's, `up` leads to the site's root, `agencies` are those it is compared with."""
    report = _Report(theme, layout, _by_cells(layout, [note for note in notes if note.message]), Terms(theme, up, agencies))
    kinds: dict[str, list[Assessment]] = {}
    for each in assessments:
        kinds.setdefault(each.comparison.kind, []).append(each)
    return [_table(report, kind, found) for kind, found in kinds.items()]


def _by_cells(layout: Layout, notes: Sequence[NoteView]) -> dict[frozenset[str], NoteView]:
    """The notes by the cells they are about: on a sum of the form just its cells, on a comparison with another report each by itself, too."""
    found: dict[frozenset[str], NoteView] = {}
    if notes:
        ids = layout.form.cells
        sums = {frozenset(ids[index].id for index in (*each.left, *each.right)) for each in layout.form.equations}
        for note in notes:
            if frozenset(note.cells) not in sums:
                found |= {key_of(note.check, {cell}): note for cell in note.cells}
        found |= {key_of(note.check, note.cells): note for note in notes}
    return found


def _table(report: _Report, kind: str, found: Sequence[Assessment]) -> ChecksTableView:
    lines: list[Markup] = []
    nil: list[str] = []
    together: dict[Reason, list[str]] = {}
    tables: dict[tuple[str, str, Reason | None], int] = {}
    counts: dict[tuple[str, str | None], int] = {}
    for each in found:
        how: tuple[str, str | None] = verdict(each), each.reason
        if kind == ROLLUP and each.result is not Result.FAILS:
            where = (report.layout.form.by_id[each.comparison.at].table, verdict(each), each.reason)
            tables[where] = tables.get(where, 0) + 1
        elif _nil(each):
            nil.append(each.comparison.label)
        elif each.reason in _NOTHING_BESIDE:
            together.setdefault(each.reason, []).append(each.comparison.label)
        else:
            note = _note(report, each)
            lines.append(_line(report, each, note))
            how = ("accepted", None) if note else how
        counts[how] = counts.get(how, 0) + 1
    if nil:
        lines.append(over_nothing(report.theme, nil))
    lines += [apart(report.theme, reason, labels) for reason, labels in together.items()]
    labels = {table.key: table.label for table in report.layout.form.tables}
    lines += [of_many(report.theme, labels[table], number, how, reason) for (table, how, reason), number in tables.items()]
    head = _head(report.theme, kind, sorted(counts.items(), key=_rank))
    return ChecksTableView(head, Markup("".join(lines)))  # noqa: S704 - lines of an autoescaping template


def _rank(count: tuple[tuple[str, str | None], int]) -> tuple[int, str]:
    (how, why), _ = count
    return _ORDER.index(how), why or ""


def _head(theme: Theme, kind: str, counts: Sequence[tuple[tuple[str, str | None], int]]) -> Markup:
    """The head of a table of checks: kept, since nearly all reports have the same ones."""
    key = ("checks", kind, *counts)
    done = theme.kept.get(key)
    if done is not None:
        return done
    group = CheckGroupView(
        id=f"checks-{kind}",
        kind=theme.word("equations", kind),
        number=sum(number for _, number in counts),
        outcomes=[OutcomeView(theme.word("results", how), because(theme, why), number) for (how, why), number in counts],
        open=any(not how.startswith("holds") and why not in _NO_ALARM for (how, why), _ in counts),
        below=kind == ROLLUP,
    )
    return theme.part("_check_head.html", key, group=group)


def _nil(assessment: Assessment) -> bool:
    """True when it holds over nothing but zeros."""
    return assessment.result is Result.HOLDS and not assessment.left and not any(assessment.left_terms) and not any(assessment.right_terms)


def _note(report: _Report, assessment: Assessment) -> NoteView | None:
    return report.notes.get(cells_of(assessment.comparison)) if report.notes and assessment.result is Result.FAILS else None


def _line(report: _Report, assessment: Assessment, note: NoteView | None) -> Markup:
    """A line as the theme prints it: one of the form's own comparisons comes out the same for the same figures, unless there is a note on it."""
    name = id(assessment.comparison)
    common = assessment.left is not None and assessment.left <= _OFTEN
    key = (name, assessment.reason, assessment.left_terms, assessment.right_terms) if common and note is None else None
    if key is None or name not in report.layout.checks:
        return stencilled(report.theme, "_check.html", "check", _check(report, assessment, note))
    return report.theme.kept.get(key) or report.theme.keep(
        key, stencilled(report.theme, "_check.html", "check", _check(report, assessment, None))
    )


def _check(report: _Report, assessment: Assessment, note: NoteView | None) -> CheckView:
    theme, comparison = report.theme, assessment.comparison
    alone, single = len(comparison.left) == 1, len(comparison.right) == 1
    return CheckView(
        label=comparison.label,
        nil=False,
        left=report.terms.side(comparison.left, assessment.left_terms),
        left_zeros=not alone and _ZERO in assessment.left_terms,
        left_sum="" if alone else digits(assessment.left),
        right=report.terms.side(comparison.right, assessment.right_terms),
        right_zeros=not single and (_ZERO in assessment.right_terms or not assessment.right_terms),
        right_sum="" if single else digits(assessment.right),
        result=theme.word("results", verdict(assessment)),
        gap=digits(assessment.gap) if assessment.result is Result.FAILS else "",
        reason=because(theme, assessment.reason),
        accepted=note.reason if note else "",
        note=note.id if note else "",
    )
