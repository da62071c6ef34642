"""Whole sites that are right in every respect, each made from a few parameters; as texts, as folders or as records."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tests.corpus import bodies, figures, lineages
from tests.corpus.bodies import Body
from tests.corpus.figures import Figures, form_of
from tests.corpus.prose import Manner, Told, report_md
from tests.corpus.tables import figures_yaml

SHAPES = ("alone", "peers", "government", "city", "lineage")
Texts = dict[str, str]  # path below the site folder -> text


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a site is made from: equal parameters give equal sites. `agencies` is how many a government with its children has."""

    seed: int
    shape: str = "government"
    agencies: int = 3
    first_year: int = 2020
    years: int = 2


@dataclass(frozen=True, slots=True)
class Site:
    """A site: its agencies, the figures of each by year, and its files."""

    bodies: tuple[Body, ...]
    years: tuple[int, ...]
    figures: dict[str, dict[int, Figures]]
    texts: Texts

    def reports(self) -> Iterator[tuple[Body, int]]:
        """Every report, agency by agency, oldest first."""
        return ((body, year) for body in self.bodies for year in self.figures[body.slug])


def make_site(parameters: Parameters) -> Site:
    """The site of these parameters."""
    rng = Random(repr(parameters))  # noqa: S311 - repeatable numbers are wanted, not secret ones
    years = tuple(range(parameters.first_year, parameters.first_year + parameters.years))
    if parameters.shape == "lineage":
        all_bodies, of = lineages.tell(rng, years)
    else:
        all_bodies = _bodies(rng, parameters)
        of = _figures(rng, all_bodies, years)
    texts = {"site.yaml": _site_yaml(rng, all_bodies, years)}
    for body in all_bodies:
        complete = body.scope == "rollup" and rng.random() < 0.3
        texts[f"content/{body.slug}/agency.yaml"] = _agency_yaml(body) + ("children_complete: true\n" if complete else "")
        manner = Manner.drawn(rng)
        for year in of[body.slug]:
            folder = f"content/{body.slug}/{year}"
            here = of[body.slug][year]
            texts[f"{folder}/figures.yaml"] = figures_yaml(rng, form_of(year), here) + _corrections(rng, year, here)
            attached = rng.choice(("", "", "", "统计表.csv"))
            told = Told(
                replace(body, name=body.name_in(year)),
                year,
                here,
                of[body.slug].get(year - 1),
                _office(all_bodies, body, of, year),
                attached,
            )
            texts[f"{folder}/report.md"] = report_md(rng, told, manner)
            if attached:
                texts[f"{folder}/files/{attached}"] = f"项目,件数\n新收申请,{here['applications.received@total']}\n"
    return Site(all_bodies, years, of, texts)


def write_texts(folder: Path, texts: Mapping[str, str | bytes]) -> Path:
    """Write the files into `folder`, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def _bodies(rng: Random, parameters: Parameters) -> tuple[Body, ...]:
    if parameters.shape == "alone":
        return bodies.alone(rng)
    if parameters.shape == "peers":
        return bodies.peers(rng, parameters.agencies)
    make = bodies.city if parameters.shape == "city" else bodies.government
    return make(rng, max(parameters.agencies, 2))


def _figures(rng: Random, all_bodies: tuple[Body, ...], years: tuple[int, ...]) -> dict[str, dict[int, Figures]]:
    """The figures of all, lower governments before those above them."""
    of: dict[str, dict[int, Figures]] = {}
    for at, body in enumerate(all_bodies):
        if body.scope == "own":
            makes_rules = (body.kind, body.level) == ("office", "city") and rng.random() < 0.5
            usual = figures.usual(rng, oddities=at < 4, makes_rules=makes_rules)
            of[body.slug] = dict(zip(years, figures.years(rng, usual, years[0], len(years)), strict=True))
    for body in reversed(all_bodies):
        if body.scope == "rollup":
            by_year = [[of[child.slug][year] for child in all_bodies if child.parent == body.slug] for year in years]
            of[body.slug] = dict(zip(years, figures.rolled_up(rng, by_year, years[0]), strict=True))
    return of


def _office(all_bodies: tuple[Body, ...], body: Body, of: dict[str, dict[int, Figures]], year: int) -> tuple[str, int] | None:
    """The office below a government, and how many requests it received by itself."""
    office = next((each for each in all_bodies if each.parent == body.slug and each.kind == "office" and year in of[each.slug]), None)
    return (office.short_name, int(of[office.slug][year]["applications.received@total"])) if office else None


def _corrections(rng: Random, year: int, cells: Figures) -> str:
    """Now and then a figure that was corrected after publication."""
    if rng.random() < 0.9:
        return ""
    cell, now = rng.choice([(cell, number) for cell, number in cells.items() if isinstance(number, int)])
    return f'corrections:\n  - {{date: "{year + 1}-06-15", at: {cell}, was: "{now + 1}", now: "{now}", reason: 复核时发现重复计数}}\n'


def _site_yaml(rng: Random, all_bodies: tuple[Body, ...], years: tuple[int, ...]) -> str:
    top = all_bodies[0]
    expected = [f"  - {{slug: {body.slug}}}" for body in all_bodies if not body.lineage][: rng.randint(0, 3)]
    return (
        f"title: {top.portal}政府信息公开工作年度报告\nurl: https://www.{top.domain}.gov.cn/nianbao/\nlanguage: zh-CN\n"
        f"years: [{', '.join(map(str, years))}]\nowner:\n  organizer: {top.portal}办公室\n"
        + "".join(f"{line}\n" for line in (("expected:", *expected) if expected else ()))
    )


def _agency_yaml(body: Body) -> str:
    fields = (
        ("name", body.name),
        ("short_name", body.short_name),
        ("kind", body.kind),
        ("level", body.level),
        ("scope", body.scope),
        ("parent", body.parent),
    )
    lineage = "".join(f"{line}\n" for line in ("lineage:", *body.lineage)) if body.lineage else ""
    return "".join(f"{key}: {text}\n" for key, text in fields if text) + lineage
