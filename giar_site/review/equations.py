"""How the equations of the form come out in one report."""

from typing import NamedTuple

from giar_site.model import Figures
from giar_site.rules.arithmetic import side


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
    hold = fail = unknown = defining = 0
    derived = figures.derived
    for equation in figures.form.equations:
        left, right = side(figures, equation.left), side(figures, equation.right)
        if equation.total in derived:
            defining += 1
        elif left is None or right is None:
            unknown += 1
        elif left == right:
            hold += 1
        else:
            fail += 1
    return Tally(hold, fail, unknown, defining)
