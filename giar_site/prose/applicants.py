"""Who asked, of which requests: 企业6件 of 28 received must be among those received, not among those dealt with."""

from giar_site.model import Figures
from giar_site.prose.claim import ClaimKind, Verdict
from giar_site.prose.judgement import Judgement, sum_of
from giar_site.prose.vocabulary import APPLICANTS

_WHOLES = frozenset(("newly_received", "received", "handled", "answered", "carried_in"))


def judge_applicants(judgements: list[Judgement], figures: Figures) -> None:
    """Take back, in place, that a number of applicants agrees with the figures where it does so in other rows than the wholes before it."""
    wholes = False
    values = set()
    rows: set[str] = set()
    for at, each in enumerate(judgements):
        if each.bound is None or each.verdict is not Verdict.VERIFIED or each.kind is not ClaimKind.FIGURE:
            continue
        if not _WHOLES.isdisjoint(each.bound.slots):
            wholes = True
            values.add(each.mention.number.value)
            rows.update(map(_row, each.cells))
        elif wholes and not APPLICANTS.isdisjoint(each.bound.slots):
            of = {_row(cell) for cell in each.cells}
            if not of <= rows and sum_of(figures, tuple(sorted(f"{row}@total" for row in of))) not in values:
                judgements[at] = each._replace(verdict=Verdict.NOT_ASSESSABLE, cells=(), expected="")


def _row(cell: str) -> str:
    return cell.partition("@")[0]
