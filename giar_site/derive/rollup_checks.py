"""A roll-up report against its children, cell by cell, judged: the rules on roll-ups and the pages read the same records."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from giar_site.derive.assessment import Assessment, Comparison, Reason, Relation, Term, assess
from giar_site.derive.rollups import CellSum, Rollup, rollup_of
from giar_site.forms import Cell, Form
from giar_site.model import Report, Site

ROLLUP = "rollup"
_ZERO = Decimal(0)


@lru_cache(maxsize=64)  # asked for by two rules one after the other, then by the page, its data and the summary
def rollup_checks(site: Site, report: Report) -> tuple[Assessment, ...]:
    """Every figure of `report` that can be compared with its children's, in printed order; none where it is no roll-up or no child has published.

    The report's own figure is on the left, the children's are on the right. What they have published is the least the report can say,
    and all of it where they are complete. Less than the least is wrong whoever is missing; as much or more proves nothing then.
    """
    found = rollup_of(site, report)
    return tuple(_assessments(found)) if found else ()


def _assessments(rollup: Rollup) -> Iterator[Assessment]:
    nothing = {relation: _nothing(rollup.report.figures.form, relation) for relation in Relation}
    for each in rollup.sums:
        relation = Relation.EQUAL if rollup.complete and each.whole else Relation.AT_LEAST
        enough = each.own >= each.children
        reason = (Reason.MISSING_CHILDREN if rollup.missing else each.lacking) if enough else None
        nil = nothing[relation][each.cell.index]
        yield nil if reason is None and not (each.own or each.children) else _assess(rollup, each, nil.comparison, reason)


def _assess(rollup: Rollup, each: CellSum, comparison: Comparison, reason: Reason | None) -> Assessment:
    label = comparison.left[0].label
    terms: list[Term] = []
    values: list[Decimal] = []
    for child in rollup.published:
        found = child.figures.form.by_id.get(each.cell.id) if child.figures else None
        value = child.figures.values[found.index].value if child.figures and found else None
        if value:
            terms.append(Term(each.cell.id, label, child.agency.slug, child.year))
            values.append(value)
    return assess(comparison._replace(right=tuple(terms)), (each.own,), tuple(values), reason)


@lru_cache(maxsize=16)
def _nothing(form: Form, relation: Relation) -> Mapping[int, Assessment]:
    """By cell, the check of a 0 against children that have nothing there, as most are; children whose figure is 0 or blank are no terms."""
    return {cell.index: assess(_comparison(cell, relation), (_ZERO,), ()) for cell in form.cells}


def _comparison(cell: Cell, relation: Relation) -> Comparison:
    return Comparison(ROLLUP, cell.label, cell.id, (Term(cell.id, cell.row_path[-1].label),), (), relation)
