"""The generated sites are what they claim to be, by sums of this file's own: else their silence would prove nothing."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from hypothesis import given, settings

from tests.corpus import strategies
from tests.corpus.figures import APPLICANTS, Figures, adds_up
from tests.corpus.sites import Site

_FEW = settings(max_examples=60, database=None, derandomize=True)
DOCUMENTS = "disclosure.normative_documents@"
each_site = given(strategies.sites() | strategies.large_sites())


def in_turn(site: Site) -> Iterator[tuple[Figures, Figures]]:
    """Last year's figures and this year's, of every agency."""
    for body in site.bodies:
        for before, year in pairwise(site.years):
            yield site.figures[body.slug][before], site.figures[body.slug][year]


@_FEW
@each_site
def test_rows_columns_and_blocks_add_up(site: Site) -> None:
    for body, year in site.reports():
        cells = site.figures[body.slug][year]
        for row in {cell.partition("@")[0] for cell in cells if cell.startswith("applications.")}:
            assert cells[f"{row}@total"] == sum(cells[f"{row}@{column}"] for column in APPLICANTS)
        for column in (*APPLICANTS, "total"):
            details = [
                cell for cell in cells if re.fullmatch(rf"applications\.outcome\..+@{column}", cell) and ".outcome.total@" not in cell
            ]
            outcome = cells[f"applications.outcome.total@{column}"]
            assert outcome == sum(cells[cell] for cell in details)
            intake = cells[f"applications.received@{column}"] + cells[f"applications.carried_in@{column}"]
            assert intake == outcome + cells[f"applications.carried_out@{column}"]
        for block in ("review", "direct_suits", "suits_after_review"):
            head = f"review_and_litigation.{block}@"
            assert cells[f"{head}total"] == sum(cells[head + result] for result in ("upheld", "corrected", "other", "pending"))
        assert all(number >= 0 for cell, number in cells.items() if not cell.endswith("@change"))


@_FEW
@each_site
def test_years_follow_from_one_another(site: Site) -> None:
    for before, now in in_turn(site):
        for column in (*APPLICANTS, "total"):
            assert now[f"applications.carried_in@{column}"] == before[f"applications.carried_out@{column}"]
        if f"{DOCUMENTS}in_force" in before and f"{DOCUMENTS}in_force" in now:
            assert now[f"{DOCUMENTS}in_force"] == before[f"{DOCUMENTS}in_force"] + now[f"{DOCUMENTS}issued"] - now[f"{DOCUMENTS}repealed"]
        for cell, number in now.items():
            row, _, column = cell.partition("@")
            if column == "items_last_year" and cell in before:
                assert number == before[cell] + before[f"{row}@change"]


@_FEW
@each_site
def test_no_figure_jumps_tenfold_and_no_year_repeats_another(site: Site) -> None:
    for before, now in in_turn(site):
        for cell, number in now.items():
            if cell in before and adds_up(cell) and max(number, before[cell]) >= 10:
                assert 10 * min(number, before[cell]) > max(number, before[cell]), cell
        assert now != before


@_FEW
@each_site
def test_a_government_sums_its_children(site: Site) -> None:
    for top in (body for body in site.bodies if body.scope == "rollup"):
        children = [body.slug for body in site.bodies if body.parent == top.slug]
        assert children
        for year in site.years:
            for cell, number in site.figures[top.slug][year].items():
                if adds_up(cell):
                    assert number == sum(site.figures[slug][year][cell] for slug in children)


@_FEW
@each_site
def test_fewer_than_half_of_the_sentences_of_two_reports_are_the_same(site: Site) -> None:
    sentences = {name: told(text) for name, text in site.texts.items() if name.endswith("report.md")}
    for one, other in combinations(sentences.values(), 2):
        assert len(one & other) < min(len(one), len(other)) / 2


def told(text: str) -> set[str]:
    """The sentences of a report below its preamble, digits aside."""
    body = text.partition("## 一")[2]
    return {
        re.sub(r"[0-9]+", "0", sentence)
        for line in body.split("\n")
        if not line.startswith("#")
        for sentence in line.split("。")
        if sentence
    }
