"""Figures that do not follow from last year's, put into words. Shared by the rules across years."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from giar_site.derive import Assessment, Comparison, Relation, Result, Term, continuity_of, register_of, text_when_published
from giar_site.diagnostics import Address, Finding, Suspect, Text
from giar_site.load import read_figure
from giar_site.model import Report, Site

_MOST_NAMED = 6


def failures(site: Site, report: Report, kind: str) -> list[Assessment]:
    """The failing comparisons of `kind` with last year that belong to `report`: of agencies that share what they take over, to the first."""
    return [
        each
        for each in continuity_of(site, report)
        if each.comparison.kind == kind and each.result is Result.FAILS and not each.comparison.right[0].agency
    ]


def is_total(report: Report, assessment: Assessment) -> bool:
    """True when the comparison is about a column of totals."""
    return report.figures.form.by_id[assessment.comparison.at].column_path[-1].total is not None


def discontinuity(site: Site, report: Report, assessment: Assessment, mend: Text, columns: Sequence[Assessment] = ()) -> Finding:
    """The finding on a failing comparison; the reports it is compared with are related. `columns` fail with it and are named along."""
    own: list[str] = []
    others: list[Address] = []
    for each in (assessment, *columns):
        for term in (*each.comparison.right, *each.comparison.left):
            if term.agency or term.year is not None:
                others.append(Address(term.agency or report.agency, term.year, "figures", term.cell))
            else:
                own.append(term.cell)
    return Finding(
        at=Address(report.agency, report.year, "figures", assessment.comparison.at),
        message=Text(*map(str.__add__, _message(site, report, assessment, columns), changed_since(site, report, assessment))),
        mend=mend,
        cells=tuple(dict.fromkeys(own)),
        expected=f"{assessment.left:f}",
        actual=f"{assessment.right:f}",
        suspects=tuple(suspect for each in (assessment, *columns) for suspect in _suspects(each)),
        related=tuple(dict.fromkeys(others)),
    )


def _suspects(assessment: Assessment) -> Iterator[Suspect]:
    """The cell with the figure it would need, where that is one cell and could be a figure."""
    exact = assessment.comparison.relation is Relation.EQUAL
    if exact and len(assessment.comparison.right) == 1 and assessment.left is not None and assessment.left >= 0:
        yield Suspect(assessment.comparison.at, f"{assessment.left:f}")


def _message(site: Site, report: Report, assessment: Assessment, columns: Sequence[Assessment]) -> Text:
    comparison = assessment.comparison
    terms = (*comparison.left, *comparison.right)
    axis = Text("一行", "row") if len({term.cell.partition("@")[0] for term in terms}) == 1 else Text("一列", "column")
    several = any(term.agency for term in terms)
    left = _side(site, report, comparison.left, assessment.left_terms, several=several)
    right = _side(site, report, comparison.right, assessment.right_terms, several=several)
    gap = f"{abs((assessment.left or 0) - (assessment.right or 0)):f}"
    more = _more_missing(comparison)
    along_zh = "、".join(f"“{each.comparison.label}”{each.right:f} 对 {each.left:f}" for each in columns)
    along_en = ", ".join(f"“{each.comparison.label}” {each.right:f} against {each.left:f}" for each in columns)
    return Text(
        f"“{comparison.label}”{axis.zh}：{right.zh}，而 {left.zh}，相差 {gap}"
        + (f"；各栏中不符的：{along_zh}。" if columns else "。")
        + more.zh,
        f"{axis.en} “{comparison.label}”: {right.en}, but {left.en}; they differ by {gap}"
        + (f"; columns that differ: {along_en}." if columns else ".")
        + more.en,
    )


def _more_missing(comparison: Comparison) -> Text:
    """A word on a sum that is known in part only."""
    if comparison.relation is Relation.EQUAL:
        return Text("", "")
    return Text("另有前身的报告缺，合计只会更多。", " Other predecessors' reports are missing, which can only add to it.")


def changed_since(site: Site, report: Report, assessment: Assessment) -> Text:
    """A word on last year's figures that were changed after publication, where the years agreed before."""
    numbers = list(assessment.left_terms)
    zh, en = "", ""
    for at, term in enumerate(assessment.comparison.left):
        slug, year = term.agency or report.agency, term.year or report.year
        was = text_when_published(site, slug, year, term.cell) if year < report.year else None
        cell = report.figures.form.by_id.get(term.cell)
        published = read_figure(was, cell.kind, cell.unit).value if was and cell else None
        if published is not None and published != numbers[at]:
            zh += f"{year} 年“{term.label}”公布时是 {was}，与 {report.year} 年相符，后来改成了 {numbers[at]:f}。"
            en += (
                f" “{term.label}” of {year} was published as {was}, which agreed with {report.year}, and changed to {numbers[at]:f} later."
            )
            numbers[at] = published
    agreed = sum((number or 0) * term.sign for term, number in zip(assessment.comparison.left, numbers, strict=True)) == assessment.right
    return Text(zh, en) if agreed else Text("", "")


def _side(site: Site, report: Report, terms: Sequence[Term], numbers: Sequence[Decimal | None], *, several: bool) -> Text:
    """A side spelled out; of many terms those that are 0 are left out, and of very many all but the first."""
    parts = [(term, number or Decimal(0)) for term, number in zip(terms, numbers, strict=True)]
    named = [_named(site, report, term, several=several) for term, _ in parts]
    if len(parts) == 1:
        return Text(f"{named[0].zh}是 {parts[0][1]:f}", f"{named[0].en} is {parts[0][1]:f}")
    told = [(name, term.sign, number) for name, (term, number) in zip(named, parts, strict=True) if number or len(parts) <= _MOST_NAMED]
    shown = told[:_MOST_NAMED]
    zh = "".join(f"{_sign(sign, at)}{name.zh} {number:f}" for at, (name, sign, number) in enumerate(shown))
    en = "".join(f"{_sign(sign, at)}{name.en} {number:f}" for at, (name, sign, number) in enumerate(shown))
    total = sum((number * term.sign for term, number in parts), Decimal(0))
    more = Text("", "") if len(shown) == len(parts) else Text(f" 等 {len(parts)} 项", f" and others, {len(parts)} in all,")
    return Text(f"{zh}{more.zh} = {total:f}", f"{en}{more.en} = {total:f}")


def _sign(sign: int, at: int) -> str:
    return (" + " if sign > 0 else " − ") if at else ""


def _named(site: Site, report: Report, term: Term, *, several: bool) -> Text:
    agencies = register_of(site).agencies
    slug = term.agency or report.agency
    whose = f"{agencies[slug].label if slug in agencies else slug} " if several else ""
    year = term.year or report.year
    return Text(f"{whose}{year} 年“{term.label}”", f"“{term.label}” of {whose}{year}")
