"""Faults between agencies: roll-ups and children, who is absent, who cannot have made rules."""

from tests.corpus.bodies import Body
from tests.corpus.planting import Draft, Mark, Spot, plants

_PENALTIES = "disclosure.penalties"  # every agency of the corpus has some
_OTHERS = ("unusual_jump", "prose_contradicts_figure", "percentage_contradicts", "growth_contradicts")


def _government(draft: Draft) -> Spot:
    return draft.spot(lambda body, _year: body.scope == "rollup")


def _penalties(draft: Draft, spot: Spot, more: int) -> Mark:
    cell = f"{_PENALTIES}@decisions"
    at = draft.set_cells(spot, {cell: draft.figure(spot, cell) + more})
    return spot.mark(spot.tables, at[_PENALTIES])


@plants(*_OTHERS, shape="government")
def rollup_below_children(draft: Draft) -> Mark:
    spot = _government(draft)
    file = f"content/{spot.body.slug}/agency.yaml"  # of a complete set of children another rule speaks
    draft.texts[file] = draft.site.texts[file].replace("children_complete: true\n", "")
    return _penalties(draft, spot, -draft.rng.randint(1, 7))


@plants(*_OTHERS, shape="government")
def rollup_differs_from_children(draft: Draft) -> Mark:
    spot = _government(draft)
    file = f"content/{spot.body.slug}/agency.yaml"
    if "children_complete: true" not in draft.lines(file):
        draft.end(file, "children_complete: true")
    return _penalties(draft, spot, draft.rng.randint(1, 7))


@plants("missing_year", "dead_page_link", "agency_absent", shape="government", years=2)
def children_missing(draft: Draft) -> Mark:
    spot = _government(draft)
    gone = draft.any([body for body in draft.site.bodies if body.parent == spot.body.slug])
    folder = f"content/{gone.slug}/{spot.year}/"
    draft.texts = {name: text for name, text in draft.texts.items() if not name.startswith(folder)}
    return spot.mark_anywhere(spot.tables)


@plants("missing_year", "dead_page_link", shape="peers", years=2)
def agency_absent(draft: Draft) -> Mark:
    draft.texts["site.yaml"] = draft.site.texts["site.yaml"].partition("expected:")[0]
    if draft.rng.random() < 0.5:
        year = draft.rng.choice(draft.site.years)
        return Mark("site.yaml", (draft.end("site.yaml", "expected:", f"  - {{name: 某某市审计局, from: {year}}}") + 1,), item="expected.1")
    spot = draft.spot()
    draft.texts = {name: text for name, text in draft.texts.items() if not name.startswith(f"{spot.folder}/")}
    draft.end("site.yaml", "expected:", f"  - {{slug: {spot.body.slug}}}")
    return Mark(f"content/{spot.body.slug}/agency.yaml", agency=spot.body.slug)


@plants("children_missing", shape="government")
def doubtful_scope(draft: Draft) -> Mark:
    body = _government(draft).body
    file = f"content/{body.slug}/agency.yaml"
    return Mark(file, (draft.replace(file, "scope: rollup", "scope: own"),), body.slug)


def _below_a_city(body: Body, _year: int) -> bool:
    return body.level != "city"


@plants(*_OTHERS, shape="alone", years=1)
def implausible_rules(draft: Draft) -> Mark:
    spot = draft.spot(_below_a_city)
    row = "disclosure.rules"
    cells = [line for line in draft.site.figures[spot.body.slug][spot.year] if line.startswith(f"{row}@")]
    cell = draft.any(cells)
    at = draft.set_cells(spot, {cell: draft.rng.randint(1, 5)})
    return spot.mark(spot.tables, at[row], item=cell)
