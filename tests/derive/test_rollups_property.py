"""Whatever the children published: their sum is in order, and every cell off by one is found."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from giar_site import forms
from giar_site.derive import rollups_of
from giar_site.forms import Kind
from giar_site.model import Figure, Figures, Reading, Report
from tests.derive.made import agency, report, site

COMPARED = [cell.index for cell in forms.edition(2021).cells]
children = st.lists(st.dictionaries(st.sampled_from(COMPARED), st.integers(0, 999), max_size=20), min_size=1, max_size=5)


def figure(number: int) -> Figure:
    return Figure(Decimal(number), str(number), Reading.PLAIN)


def published(slug: str, cells: dict[int, int]) -> Report:
    empty = report(slug, 2022)
    values = tuple(figure(cells.get(index, 0)) for index in COMPARED)
    return Report(slug, 2022, Figures(2021, values), empty.metadata, empty.preamble, empty.sections)


@given(children=children, off=st.integers(-1, 1), at=st.sampled_from(COMPARED))
def test_a_sum_is_found_to_be_one_and_a_cell_off_by_one_is_found(children: list[dict[int, int]], off: int, at: int) -> None:
    total = {index: sum(child.get(index, 0) for child in children) for index in COMPARED}
    total[at] = max(0, total[at] + off)
    county = agency("county", reports=(published("county", total),), scope="rollup")
    below = [agency(f"c{number}", reports=(published(f"c{number}", child),), parent="county") for number, child in enumerate(children)]
    [found] = rollups_of(site(county, *below), county)
    true = sum(child.get(at, 0) for child in children)
    unlike = {each.cell.index: (each.own, each.children, each.whole) for each in found.sums if each.own != each.children}
    assert unlike == ({at: (Decimal(total[at]), Decimal(true), True)} if total[at] != true else {})
    assert len(found.sums) == len(COMPARED)
    assert {cell.kind for cell in forms.edition(2021).cells} == {Kind.COUNT, Kind.MONEY}
