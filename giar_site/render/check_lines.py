"""Lines that stand for several checks, and the words for what a check came to."""

from collections.abc import Sequence

from markupsafe import Markup

from giar_site.derive import Assessment, Reason, Relation, Result
from giar_site.render.check_views import CheckView
from giar_site.render.stencil import stencilled
from giar_site.render.theme import Theme

_EMPTY = CheckView("", Markup(), "", Markup(), "", "", "", "", "", "", nil=False, left_zeros=False, right_zeros=False)


def verdict(assessment: Assessment) -> str:
    """What a check came to, as a theme words it: of a sum that others need not make up it says other than of those that must be equal."""
    if assessment.result is Result.NOT_ASSESSABLE or assessment.comparison.relation is not Relation.AT_LEAST:
        return assessment.result
    return f"{assessment.result}_at_least"


def because(theme: Theme, reason: str | None) -> str:
    """Why nothing can be said, in the theme's words."""
    return theme.word("reasons", reason) if reason else ""


def over_nothing(theme: Theme, labels: Sequence[str]) -> Markup:
    """The line of all checks over nothing but zeros."""
    holds = theme.word("results", Result.HOLDS)
    view = _EMPTY._replace(label="、".join(labels), left_sum="0", right_sum="0", result=holds, nil=True, left_zeros=True, right_zeros=True)
    return _kept(theme, ("nil", *labels), view)


def apart(theme: Theme, reason: Reason, labels: Sequence[str]) -> Markup:
    """The line of all checks that have nothing to be compared with."""
    unknown = theme.word("results", Result.NOT_ASSESSABLE)
    view = _EMPTY._replace(label="、".join(labels), result=unknown, reason=because(theme, reason), apart=True)
    return _kept(theme, (reason, *labels), view)


def of_many(theme: Theme, table: str, number: int, how: str, reason: Reason | None) -> Markup:
    """The line of `number` cells of a table that came out alike, where there are too many for a line each."""
    view = _EMPTY._replace(label=table, result=theme.word("results", how), reason=because(theme, reason), cells=str(number))
    return _kept(theme, ("cells", table, number, how, reason), view)


def _kept(theme: Theme, key: tuple[object, ...], view: CheckView) -> Markup:
    return theme.kept.get(key) or theme.keep(key, stencilled(theme, "_check.html", "check", view))
