"""The numbers that checks add up, each with the words of its cell and a link to it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from giar_site.derive import Term
from giar_site.load import plain_digits
from giar_site.model import Agency
from giar_site.render.check_views import TermView
from giar_site.render.page import report_path
from giar_site.render.theme import Theme

_NUMBER = "\ue0ff"  # where the number of a term goes: a private character that no template and no label has


class Terms(NamedTuple):
    """What terms are printed with: `up` leads to the site's root, `agencies` are those of which numbers may come."""

    theme: Theme
    up: str = ""
    agencies: Mapping[str, Agency] = MappingProxyType({})

    def side(self, terms: Sequence[Term], numbers: Sequence[Decimal | None], *, zeros: bool = False) -> Markup:
        """The sum of `numbers`, which are those of `terms`, as the theme prints it, without `zeros` unless one is the whole side."""
        every = zeros or len(terms) == 1
        out: list[str] = []
        for term, number in zip(terms, numbers, strict=True):
            if every or number is None or number:
                sign = "−" if term.sign < 0 else "+" if out else ""
                out.append(self._term(term, sign, number))
        return Markup(" ".join(out))  # noqa: S704 - terms of an autoescaping template

    def _term(self, term: Term, sign: str, number: Decimal | None) -> str:
        """A term as the theme prints it; all but its number is the same in every report of the edition."""
        key = (term, sign, number is None)
        done = self.theme.kept.get(key)
        if done is None:
            agency = self.agencies.get(term.agency)
            view = TermView(
                sign=sign,
                agency=agency.label if agency else term.agency,
                year=str(term.year or ""),
                label=term.label,
                value="" if number is None else _NUMBER,
                href=f"{self._page(term.agency, term.year)}#{term.cell}",
            )
            done = self.theme.part("_term.html", None if term.agency else key, term=view)
        return str.replace(done, _NUMBER, digits(number))

    def _page(self, agency: str, year: int | None) -> str:
        """The page of another report, "" for the report's own; those of one agency lie side by side."""
        if year is None:
            return ""
        return self.up + report_path(agency, year) if agency else f"{year}.html"


def digits(number: Decimal | None) -> str:
    """Plain digits; empty for a blank."""
    return "" if number is None else plain_digits(number)
