"""Faults between the years of an agency. The form's own equations go on holding."""

from tests.corpus.figures import APPLICANTS, form_of, laid_out
from tests.corpus.plant_tables import NO_LONGER_FITS
from tests.corpus.planting import Draft, Mark, Spot, Unfit, plants
from tests.corpus.tables import plain_lines

RECEIVED, CARRIED_IN, GRANTED, ANSWERED = (f"applications.{row}" for row in ("received", "carried_in", "outcome.granted", "outcome.total"))
_OTHERS = (
    "prose_contradicts_figure",
    "percentage_contradicts",
    "growth_contradicts",
    "rollup_below_children",
    "rollup_differs_from_children",
)


def _later(draft: Draft) -> Spot:
    """A report that has one of the year before."""
    return draft.spot(lambda _body, year: year > draft.site.years[0])


def _more(draft: Draft, spot: Spot, changes: dict[str, int]) -> dict[str, int]:
    """Add to cells; returns the line of each row."""
    return draft.set_cells(spot, {cell: draft.figure(spot, cell) + more for cell, more in changes.items()})


@plants("carried_column_mismatch", "unusual_jump", *_OTHERS, years=2)
def carried_total_mismatch(draft: Draft) -> Mark:
    spot, column = _later(draft), draft.any(APPLICANTS)
    more = draft.rng.randint(1, 5)
    at = _more(draft, spot, {f"{row}@{each}": more for row in (CARRIED_IN, GRANTED, ANSWERED) for each in (column, "total")})
    return spot.mark(spot.tables, at[CARRIED_IN], item=f"{CARRIED_IN}@total")


@plants("unusual_jump", *_OTHERS, years=2)
def carried_column_mismatch(draft: Draft) -> list[Mark]:
    spot = _later(draft)
    out = draft.any([column for column in APPLICANTS if draft.figure(spot, f"{CARRIED_IN}@{column}")])
    into = draft.any([column for column in APPLICANTS if column != out])
    at = _more(
        draft,
        spot,
        {f"{CARRIED_IN}@{out}": -1, f"{CARRIED_IN}@{into}": 1}
        | {f"{RECEIVED}@{column}": 1 for column in (out, "total")}
        | {f"{row}@{column}": 1 for row in (GRANTED, ANSWERED) for column in (into, "total")},
    )
    return [spot.mark(spot.tables, at[CARRIED_IN], item=f"{CARRIED_IN}@{column}") for column in (out, into)]


@plants("unusual_jump", *_OTHERS, first_year=2021, years=2)
def in_force_mismatch(draft: Draft) -> Mark:
    spot, row = _later(draft), "disclosure.normative_documents"
    at = _more(draft, spot, {f"{row}@in_force": draft.rng.randint(1, 9)})
    return spot.mark(spot.tables, at[row], item=f"{row}@in_force")


@plants(first_year=2019, years=2)
def items_last_year_mismatch(draft: Draft) -> Mark:
    spot = _later(draft)
    cell = draft.any([cell.id for cell in form_of(spot.year).cells if cell.column == "items_last_year"])
    at = _more(draft, spot, {cell: draft.rng.randint(1, 9)})
    return spot.mark(spot.tables, at[cell.partition("@")[0]], item=cell)


@plants(*_OTHERS, years=2)
def unusual_jump(draft: Draft) -> Mark:
    spot = _later(draft)
    before = int(draft.figure(draft.last_year(spot), f"{RECEIVED}@total"))
    if not before:
        raise Unfit
    more = 10 * before + draft.rng.randint(60, 200)
    at = _more(draft, spot, {f"{row}@{column}": more for row in (RECEIVED, GRANTED, ANSWERED) for column in ("natural_person", "total")})
    return spot.mark(spot.tables, at[RECEIVED], item=f"{RECEIVED}@total")


@plants(*NO_LONGER_FITS, years=2)
def figures_repeated(draft: Draft) -> Mark:
    spot = _later(draft)
    before = draft.site.figures[spot.body.slug][draft.last_year(spot).year]
    form = form_of(spot.year)
    if form is not form_of(spot.year - 1) or sum(map(bool, before.values())) < 20:
        raise Unfit
    draft.save(spot, plain_lines(form, laid_out(form, before)))
    return spot.mark(spot.tables, 1, item="form")


@plants("agency_absent", "dead_page_link", years=3, shape="alone")
def missing_year(draft: Draft) -> Mark:
    spot = draft.spot(lambda _body, year: year == draft.site.years[-1])
    gone = f"content/{spot.body.slug}/{draft.site.years[1]}/"
    draft.texts = {name: text for name, text in draft.texts.items() if not name.startswith(gone)}
    return spot.mark(spot.tables, draft.set_cells(spot, {})[CARRIED_IN])


@plants(shape="peers")
def broken_lineage(draft: Draft) -> Mark:
    spot = draft.spot()
    file = f"content/{spot.body.slug}/agency.yaml"
    origins = draft.any((f"{spot.body.slug}-old", f"no-such-ju, {draft.any(draft.site.bodies).slug}-x"))
    date = f'date: "{draft.site.years[0]}-03-01"'  # its first year, so that no report stands before it
    at = draft.end(file, "lineage:", f"  - {{change: merged, {date}, from: [{origins}], basis: 编办发〔{spot.year}〕3号}}")
    return Mark(file, (at + 1,), spot.body.slug, None, "lineage.1")


@plants(shape="peers", years=2)
def contested_lineage(draft: Draft) -> Mark:
    spot = draft.spot()
    file = f"content/{spot.body.slug}/agency.yaml"
    other = draft.any([body for body in draft.site.bodies if body.slug != spot.body.slug])
    date = f'date: "{draft.site.years[0]}-03-01"'
    at = draft.end(
        file, "lineage:", f"  - {{change: merged, {date}, from: [{spot.body.slug}, {other.slug}], basis: 编办发〔{spot.year}〕3号}}"
    )
    return Mark(file, (at + 1,), spot.body.slug, None, "lineage.1")


@plants(shape="peers", years=2)
def report_outside_lifetime(draft: Draft) -> Mark:
    spot = _later(draft)
    ended = f'{{change: abolished, date: "{spot.year - 1}-{draft.rng.randint(1, 9):02}-11", basis: 编办发〔{spot.year - 1}〕3号}}'
    draft.end(f"content/{spot.body.slug}/agency.yaml", "lineage:", f"  - {ended}")
    return spot.mark(spot.tables, 1, item="form")
