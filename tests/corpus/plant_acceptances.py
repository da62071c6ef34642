"""Faults of `accept:` and `corrections:`: what is let stand for a reason, and what was corrected."""

from giar_site.forms import Kind
from tests.corpus.figures import BLOCKS, form_of
from tests.corpus.plant_tables import NO_LONGER_FITS
from tests.corpus.planting import Draft, Mark, plants


@plants()
def stale_acceptance(draft: Draft) -> Mark:
    return _accepted(draft, draft.rng.choice(("row-total-mismatch", "block-total-mismatch", "blank-figure", "no-such-rule")))


@plants()
def forbidden_acceptance(draft: Draft) -> Mark:
    return _accepted(draft, draft.rng.choice(("missing-row", "wrong-length", "unknown-field")))


def _accepted(draft: Draft, rule: str) -> Mark:
    spot = draft.spot()
    entry = f"  - {{rule: {rule}, at: {draft.row(spot)}, reason: 公布时即如此}}"
    at = draft.end(spot.tables, "accept:", entry)
    return spot.mark(spot.tables, at + 1, item="accept.1")


@plants()
def correction_disagrees(draft: Draft) -> Mark:
    spot = draft.spot()
    cell = draft.rng.choice([cell for cell in form_of(spot.year).cells if cell.kind is Kind.COUNT]).id
    now = int(draft.figure(spot, cell)) + draft.rng.randint(1, 9)
    draft.set_cells(spot, {})
    at = draft.end(spot.tables, "corrections:", f'  - {{date: "{spot.year + 1}-05-06", at: {cell}, was: "0", now: "{now}", reason: 漏计}}')
    return spot.mark(spot.tables, at + 1, item="corrections.1")


@plants()
def misdated_correction(draft: Draft) -> Mark:
    spot = draft.spot(lambda body, year: "corrections:" not in str(draft.texts[f"content/{body.slug}/{year}/figures.yaml"]))
    day = draft.any((f"{spot.year}-12-31", f"{spot.year - 3}-03-01", "2099-02-01"))
    at = draft.end(spot.tables, "corrections:", f'  - {{date: "{day}", at: other, was: 漏写一句, now: 补写一句, reason: 原报告遗漏}}')
    return spot.mark(spot.tables, at + 1, item="corrections.1")


@plants("block_total_mismatch", *NO_LONGER_FITS)
def expired_acceptance(draft: Draft) -> Mark:
    return _accepted_total(draft, f'until: "{draft.any(("2024-06-30", "2026-01-31"))}"')


@plants("block_total_mismatch", *NO_LONGER_FITS)
def changed_acceptance(draft: Draft) -> Mark:
    return _accepted_total(draft, f'actual: "{draft.rng.randint(900, 999)}"')


def _accepted_total(draft: Draft, more: str) -> Mark:
    """A wrong total that is let stand by an entry with `more` in it."""
    spot, block = draft.spot(), f"review_and_litigation.{draft.any(BLOCKS)}"
    draft.set_cells(spot, {f"{block}@total": draft.figure(spot, f"{block}@total") + draft.rng.randint(1, 9)})
    entry = f"  - {{rule: block-total-mismatch, at: {block}, reason: 公布时即如此, {more}}}"
    return spot.mark(spot.tables, draft.end(spot.tables, "accept:", entry) + 1, item="accept.1")
