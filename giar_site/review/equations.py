"""How the equations of the form come out in one report."""

from collections import Counter
from typing import NamedTuple

from giar_site.derive import assessments_of
from giar_site.derive.assessment import Reason, Result
from giar_site.model import Figures


class Tally(NamedTuple):
    """How many equations hold, fail, cannot be judged for a blank or unreadable figure, or only define a total that was left out."""

    hold: int
    fail: int
    unknown: int
    defining: int

    @property
    def judged(self) -> int:
        """How many say something about what the agency wrote."""
        return self.hold + self.fail + self.unknown


def tally(figures: Figures) -> Tally:
    """Count the equations of the report's edition."""
    found = assessments_of(figures)
    defining = sum(each.reason is Reason.DERIVED for each in found)
    counts = Counter(each.result for each in found)
    return Tally(counts[Result.HOLDS], counts[Result.FAILS], counts[Result.NOT_ASSESSABLE] - defining, defining)
