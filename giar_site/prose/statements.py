"""What the pages and the data tell of the numbers in the narrative, when its text has been let go."""

from functools import lru_cache

from giar_site import forms
from giar_site.model import Prose, Report, Statement, in_prose
from giar_site.prose.claim import Claim, Verdict

LONGEST = 60  # characters of a quotation


def prose_of(report: Report, claims: tuple[Claim, ...]) -> Prose:
    """What is kept of `claims`, which are those of `report`: numbers that agree or contradict, and how many could not be held against any."""
    told = [claim for claim in claims if claim.verdict in {Verdict.VERIFIED, Verdict.CONTRADICTED}]
    unknown = sum(claim.verdict is Verdict.NOT_ASSESSABLE for claim in claims)
    return Prose(tuple(_statement(report, claim) for claim in told), unknown)


def _statement(report: Report, claim: Claim) -> Statement:
    contradicted = claim.verdict is Verdict.CONTRADICTED
    at = in_prose(report.agency, report.year, claim.section, claim.start, claim.end).item if contradicted else ""
    expected = claim.stated if claim.expected == claim.stated else claim.expected  # one text where they agree: there are many of them
    return Statement(
        claim.section, _clipped(claim.quote), claim.stated, expected, _places(report.figures.edition, claim.cells), claim.line, at
    )


def _clipped(quote: str) -> str:
    """The end of the clause, where its number stands."""
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST else "…" + line[1 - LONGEST :]


@lru_cache(maxsize=1024)  # most are of the same few cells, and one tuple serves all reports
def _places(edition: int, cells: tuple[str, ...]) -> tuple[int, ...]:
    """The positions of `cells` among those of the edition."""
    by_id = forms.edition(edition).by_id
    return tuple(by_id[cell].index for cell in cells)
