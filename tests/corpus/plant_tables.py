"""Faults of the tables: rows, figures and sums."""

from giar_site import forms
from giar_site.forms import Kind
from tests.corpus.figures import APPLICANTS, BLOCKS, RESULTS, form_of, laid_out
from tests.corpus.planting import Draft, Mark, Spot, plants
from tests.corpus.tables import Line, plain_lines

# A figure that was changed no longer fits last year's, next year's, the government's, nor the prose.
NO_LONGER_FITS = (
    "carried_total_mismatch",
    "carried_column_mismatch",
    "in_force_mismatch",
    "items_last_year_mismatch",
    "unusual_jump",
    "prose_contradicts_figure",
    "parts_do_not_add_up",
    "percentage_contradicts",
    "growth_contradicts",
    "rollup_below_children",
    "rollup_differs_from_children",
)


@plants()
def duplicate_key(draft: Draft) -> Mark:
    spot = draft.spot()
    row, lines = draft.row(spot), draft.rows(spot)
    at = next(at for at, line in enumerate(lines) if line.row == row)
    lines.insert(at + 1, lines[at])
    draft.save(spot, lines)
    return spot.mark(spot.tables, at + 2)


@plants()
def unknown_row(draft: Draft) -> Mark:
    spot = draft.spot()
    row, lines = draft.row(spot), draft.rows(spot)
    at = next(at for at, line in enumerate(lines) if line.row == row)
    name, colon, figures = lines[at].text.partition(":")
    lines.insert(at, Line(f"{name}_{draft.rng.choice(('copy', 'total2', 'x'))}{colon}{figures}"))
    draft.save(spot, lines)
    return spot.mark(spot.tables, at + 1)


@plants(*NO_LONGER_FITS)
def missing_row(draft: Draft) -> Mark:
    spot = draft.spot()
    row = draft.row(spot, fits=lambda row: not row.endswith("outcome.total"))
    lines = [line for line in draft.rows(spot) if line.row != row]
    draft.save(spot, lines)
    group = row.rpartition(".")[0].rpartition(".")[2]
    heads = (at for at, line in enumerate(lines, 1) if not line.row and line.text.strip() == f"{group}:")
    return spot.mark(spot.tables, next(heads), item=row)


@plants(*NO_LONGER_FITS)
def wrong_length(draft: Draft) -> Mark:
    spot = draft.spot()
    row, lines = draft.row(spot), draft.rows(spot)
    at = next(at for at, line in enumerate(lines) if line.row == row)
    text = lines[at].text
    spoiled = text.replace("[", "[0, ") if draft.rng.random() < 0.5 or text.count(",") < 3 else f"{text.rsplit(',', 2)[0]}]"
    lines[at] = Line(spoiled, row)
    draft.save(spot, lines)
    return spot.mark(spot.tables, at + 1, item=row)


@plants(*NO_LONGER_FITS)
def blank_figure(draft: Draft) -> Mark:
    return _text_in_a_cell(draft, lambda _number, _kind: draft.rng.choice(("~", "/", "—", '""', "无")))


@plants(*NO_LONGER_FITS)
def not_a_figure(draft: Draft) -> Mark:
    return _text_in_a_cell(draft, lambda number, _kind: draft.rng.choice((f"0{number}", f"{number}约", "１２", "l2", f"{number}.5.1")))


@plants()
def figure_read_from_text(draft: Draft) -> Mark:
    return _text_in_a_cell(
        draft, lambda number, kind: f"{number}(计划)" if kind is not Kind.COUNT else draft.rng.choice((f"{number}件", f"{number}(计划)"))
    )


def _text_in_a_cell(draft: Draft, text: object) -> Mark:
    assert callable(text)
    spot = draft.spot()
    cell = draft.rng.choice(form_of(spot.year).cells)
    at = draft.set_cells(spot, {cell.id: text(draft.figure(spot, cell.id), cell.kind)})
    return spot.mark(spot.tables, at[cell.id.partition("@")[0]], item=cell.id)


@plants(*NO_LONGER_FITS, "implausible_rules")
def wrong_edition(draft: Draft) -> Mark:
    spot = draft.spot()
    right = form_of(spot.year)
    other = draft.rng.choice([form for form in forms.editions() if form is not right])
    figures = dict(draft.site.figures[spot.body.slug][spot.year])
    for column in (*APPLICANTS, "total"):  # where one edition has a row and the other three, the last of them takes all
        figures.setdefault(f"applications.outcome.other.other@{column}", figures.get(f"applications.outcome.other@{column}", 0))
    draft.save(spot, plain_lines(other, laid_out(other, figures)))
    return spot.mark(spot.tables, 1, item="form")


@plants(*NO_LONGER_FITS)
def row_total_mismatch(draft: Draft) -> list[Mark]:
    rows = ("applications.received", "applications.carried_out")  # of both, so that the columns still balance
    spot = draft.spot()
    more = draft.rng.randint(1, 9)
    at = draft.set_cells(spot, {f"{row}@total": draft.figure(spot, f"{row}@total") + more for row in rows})
    return [spot.mark(spot.tables, at[row], item=f"{row}@total") for row in rows]


@plants(*NO_LONGER_FITS)
def outcome_total_mismatch(draft: Draft) -> list[Mark]:
    spot = draft.spot()
    row = draft.row(spot, "applications.outcome.", lambda row: not row.endswith("outcome.total"))
    return _column(draft, spot, row)


@plants(*NO_LONGER_FITS)
def intake_mismatch(draft: Draft) -> list[Mark]:
    spot = draft.spot()
    return _column(draft, spot, draft.rng.choice(("applications.received", "applications.carried_in", "applications.carried_out")))


def _column(draft: Draft, spot: Spot, row: str) -> list[Mark]:
    """More in one column of `row` and in its total: both columns fail, the row holds."""
    more, columns = draft.rng.randint(1, 9), (draft.rng.choice(APPLICANTS), "total")
    at = draft.set_cells(spot, {f"{row}@{column}": draft.figure(spot, f"{row}@{column}") + more for column in columns})
    total = "applications.outcome.total"
    return [spot.mark(spot.tables, at[total], item=f"{total}@{column}") for column in columns]


@plants(*NO_LONGER_FITS)
def block_total_mismatch(draft: Draft) -> Mark:
    spot = draft.spot()
    row = f"review_and_litigation.{draft.rng.choice(BLOCKS)}"
    cell = f"{row}@{draft.rng.choice((*RESULTS, 'total'))}"
    at = draft.set_cells(spot, {cell: draft.figure(spot, cell) + draft.rng.randint(1, 9)})
    return spot.mark(spot.tables, at[row], item=f"{row}@total")
