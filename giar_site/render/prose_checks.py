"""What the numbers in the narrative came to, for a reader: those that agree each with what it agrees with, the others counted."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from giar_site.derive import Term, names_of_cells
from giar_site.diagnostics import Finding
from giar_site.forms import edition
from giar_site.model import Report, Statement
from giar_site.render.stencil import stencilled
from giar_site.render.terms import Terms
from giar_site.render.theme import Theme


class StatementView(NamedTuple):
    """A number of the narrative that agrees: the clause it stands in, the cells it is the sum of, and the calculation.

    The numbers of one list are told of together, `text` being their clauses with marks of quotation between.
    `cells`: the theme's `_term.html` for each; `total`: their sum, empty for a single one; `line`: a sum, share or growth in plain signs.
    """

    text: str
    cells: Markup
    total: str
    line: str


class ProseView(NamedTuple):
    """The numbers of the narrative: how many agree, contradict, contradict for a reason that was given, and cannot be held against anything.

    `statements`: the theme's `_statement.html` filled in with `statement`, a StatementView, for each that agrees.
    """

    verified: int
    contradicted: int
    accepted: int
    unknown: int
    statements: Markup


def prose_view(theme: Theme, report: Report, findings: Iterable[Finding]) -> ProseView | None:
    """The numbers in the narrative of `report`; `findings` are those on it. None where no number speaks of anything that can be checked."""
    statements, unknown = report.prose
    if not statements and not unknown:
        return None
    contradicted = [each for each in statements if each.at]
    reasons = reasons_of(findings)
    verified = [each for each in statements if not each.at]
    lines = [_line(theme, report, list(each)) for _, each in groupby(verified, _list)]
    return ProseView(
        verified=len(verified),
        contradicted=len(contradicted),
        accepted=sum(each.at in reasons for each in contradicted),
        unknown=unknown,
        statements=Markup("".join(lines)),  # noqa: S704 - lines of an autoescaping template
    )


def reasons_of(findings: Iterable[Finding]) -> dict[str, str]:
    """The reasons of accepted findings on the narrative, by where they stand."""
    return {each.at.item: each.accepted for each in findings if each.accepted is not None and each.at.part == "report"}


def _list(statement: Statement) -> tuple[str, str] | Statement:
    """What the numbers of one list have in common: its place and its sum."""
    return (statement.section, statement.line) if statement.line and not statement.cells else statement


def _line(theme: Theme, report: Report, together: Sequence[Statement]) -> Markup:
    statement = together[0]
    terms = _terms(report.figures.edition, statement.cells)
    single = len(terms) == 1
    values = [report.figures.values[at].value for at in statement.cells]
    numbers: Sequence[Decimal | None] = values if len(terms) == len(values) else [sum(filter(None, values), Decimal(0))]
    view = StatementView(
        text="”、“".join(each.text for each in together),
        cells=Terms(theme).side(terms, numbers, zeros=True),
        total="" if single or not terms or statement.line else statement.expected,
        line=statement.line,
    )
    return stencilled(theme, "_statement.html", "statement", view)


@lru_cache(maxsize=256)
def _terms(form: int, cells: tuple[int, ...]) -> tuple[Term, ...]:
    """The cells at these positions of an edition, in words; of many the first, which stands for all."""
    named = names_of_cells(edition(form), tuple(edition(form).cells[at].id for at in cells))
    return tuple(Term(cell, label) for cell, label in named)
