"""Agencies that were renamed, merged, split or dissolved: who goes on from whom, and figures that go over with the work."""

from dataclasses import replace
from random import Random

from tests.corpus import bodies, figures
from tests.corpus.bodies import Body
from tests.corpus.figures import APPLICANTS, Figures, Usual

CHANGES = ("renamed", "moved", "merged", "split", "absorbed")
Told = tuple[tuple[Body, ...], dict[str, dict[int, Figures]]]  # the agencies, and the figures of each by year


def tell(rng: Random, years: tuple[int, ...]) -> Told:
    """A place in which one change happens in one of its later years, with or without a government that sums all."""
    where = bodies.place(rng)
    has_government = rng.random() < 0.5
    top, office = bodies.government(rng, 2, where)
    parent = top.slug if has_government else ""
    office = replace(office, parent=parent)
    year = rng.choice(years[1:])
    of: dict[str, dict[int, Figures]] = {}
    changed = _changed(rng, bodies.departments(rng, where, parent, 3), years, year, of)
    usual = figures.usual(rng)
    of[office.slug] = dict(zip(years, figures.years(rng, usual, years[0], len(years)), strict=True))
    if not has_government:
        return (office, *changed), of
    by_year = [[of[body.slug][each] for body in (office, *changed) if each in of[body.slug]] for each in years]
    of[top.slug] = dict(zip(years, figures.rolled_up(rng, by_year, years[0]), strict=True))
    return (top, office, *changed), of


def _changed(
    rng: Random, there: tuple[Body, ...], years: tuple[int, ...], year: int, of: dict[str, dict[int, Figures]]
) -> tuple[Body, ...]:
    """The agencies that the change of `year` is about; their figures go into `of`."""
    change = rng.choice(CHANGES)
    date = f"{year}-0{rng.randint(2, 9)}-{rng.randint(10, 28)}"
    basis = f"basis: 编办发〔{year}〕{rng.randint(3, 60)}号"
    both_sides = rng.random() < 0.5

    def entry(kind: str, more: str) -> str:
        return f'  - {{change: {kind}, date: "{date}", {more}, {basis}}}'

    def until(body: Body) -> Usual:
        usual = figures.usual(rng)
        of[body.slug] = dict(zip(years, figures.years(rng, usual, years[0], year - years[0]), strict=False))
        return usual

    def since(body: Body, usual: Usual) -> None:
        of.setdefault(body.slug, {}).update(
            zip(range(year, years[-1] + 1), figures.years(rng, usual, year, years[-1] + 1 - year), strict=True)
        )

    def ended(body: Body, *heirs: Body) -> Body:
        more = f"to: [{', '.join(heir.slug for heir in heirs)}]"
        return replace(body, lineage=(entry("abolished", more),)) if both_sides or change == "absorbed" else body

    one, two, three = there
    if change == "renamed":
        since(one, until(one))
        old = f"{one.name[:-1]}委员会"
        return (replace(one, lineage=(entry("renamed", f"former_name: {old}"),), former_name=old, renamed=year),)
    if change == "moved":
        since(two, until(one))
        return ended(one, two), replace(two, lineage=(entry("renamed", f"from: [{one.slug}]"),))
    if change == "merged":
        since(three, joined(until(one), until(two)))
        return ended(one, three), ended(two, three), replace(three, lineage=(entry("merged", f"from: [{one.slug}, {two.slug}]"),))
    if change == "split":
        halves = parted(until(three))
        for body, half in zip((one, two), halves, strict=True):
            since(body, half)
        new = [replace(body, lineage=(entry("split", f"from: [{three.slug}]"),)) for body in (one, two)]
        return (ended(three, one, two), *new)
    since(two, joined(until(one), until(two)))
    taken = replace(two, lineage=(entry("merged", f"from: [{one.slug}, {two.slug}]"),)) if both_sides else two
    return ended(one, two), taken


def joined(one: Usual, two: Usual) -> Usual:
    """What is usual at an agency that takes over all of two."""
    return Usual(
        sizes={cell: one.sizes.get(cell, 0) + two.sizes.get(cell, 0) for cell in one.sizes | two.sizes},
        waiting={column: one.waiting[column] + two.waiting[column] for column in APPLICANTS},
        documents=one.documents + two.documents,
        disclosed=one.disclosed + two.disclosed,
        items={row: one.items[row] + two.items[row] for row in one.items},
    )


def parted(whole: Usual) -> tuple[Usual, Usual]:
    """What is usual at the two that an agency was split into: its applicants are shared out by kind, with all that waits."""
    halves = []
    for at in range(2):
        mine = APPLICANTS[at::2]
        sizes = {
            cell: size
            for cell, size in whole.sizes.items()
            if cell.startswith("disclosure.") or cell.partition("@")[2] in mine or (cell.startswith("review") and not at)
        }
        halves.append(
            Usual(
                sizes=sizes,
                waiting={column: whole.waiting[column] if column in mine else 0 for column in APPLICANTS},
                documents=(whole.documents + at) // 2,
                disclosed=(whole.disclosed + at) // 2,
                items={row: (items + at) // 2 for row, items in whole.items.items()},
            )
        )
    return halves[0], halves[1]
