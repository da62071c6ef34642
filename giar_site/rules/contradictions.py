"""Claims of the narrative that are contradicted, and how their cells are called. Shared by the rules on prose."""

from collections.abc import Iterator

from giar_site.derive import names_of_cells
from giar_site.diagnostics import Address
from giar_site.forms import Form
from giar_site.model import Agency, Report, in_prose
from giar_site.prose import Claim, ClaimKind, Verdict, judged


def contradictions(agency: Agency, kind: ClaimKind) -> Iterator[tuple[Report, Claim]]:
    """The claims of `kind` in the narratives of `agency` that are contradicted, each with its report."""
    claims = judged(agency)
    for report in agency.reports:
        for claim in claims[report.year]:
            if claim.verdict is Verdict.CONTRADICTED and claim.kind is kind:
                yield report, claim


def place_of(report: Report, claim: Claim) -> Address:
    """Where the claim stands in the narrative."""
    return in_prose(report.agency, report.year, claim.section, claim.start, claim.end)


def cells_named(form: Form, cells: tuple[str, ...]) -> str:
    """What `cells` are called together: their labels, or of many the heads that they share."""
    return " + ".join(label for _, label in names_of_cells(form, cells))
