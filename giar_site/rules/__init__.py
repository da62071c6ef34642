"""Every rule in the order of its code. To add one: write its file, name it here."""

from collections.abc import Iterable, Sequence

from giar_site.diagnostics import Fault, Finding, Rule
from giar_site.model import Agency
from giar_site.rules import runner
from giar_site.rules.block_total_mismatch import block_total_mismatch
from giar_site.rules.duplicate_key import duplicate_key
from giar_site.rules.intake_mismatch import intake_mismatch
from giar_site.rules.outcome_total_mismatch import outcome_total_mismatch
from giar_site.rules.row_total_mismatch import row_total_mismatch
from giar_site.rules.wrong_edition import wrong_edition

__all__ = ["RULES", "check_agency", "word_faults"]

RULES: Sequence[Rule] = (
    duplicate_key,
    wrong_edition,
    row_total_mismatch,
    outcome_total_mismatch,
    intake_mismatch,
    block_total_mismatch,
)


def check_agency(agency: Agency, places: runner.Places) -> list[Finding]:
    """All findings about one agency and its reports; `places` as `load` gave them."""
    return runner.check_agency(RULES, agency, places)


def word_faults(faults: Iterable[Fault]) -> list[Finding]:
    """The findings that faults outside any agency (site.yaml, content/) come to."""
    return list(runner.worded(RULES, faults))
