"""Hypothesis draws a few parameters, the rest follows from them: what fails shrinks to a small site, and making one is fast."""

from hypothesis import strategies as st

from tests.corpus.sites import SHAPES, Parameters, Site, make_site

_FIRST, _LAST = 2019, 2025  # the first year of a national form; the last whose reports were all due


@st.composite
def parameters(draw: st.DrawFn, most_agencies: int = 4, most_years: int = 3, shapes: tuple[str, ...] = SHAPES[:3]) -> Parameters:
    """Small sites: up to `most_agencies` agencies with up to `most_years` years on both editions of the form."""
    years = draw(st.integers(1, most_years))
    return Parameters(
        seed=draw(st.integers(0, 2**32 - 1)),
        shape=draw(st.sampled_from(shapes)),
        agencies=draw(st.integers(2, most_agencies)),
        first_year=draw(st.integers(_FIRST, _LAST - years + 1)),
        years=years,
    )


def sites(most_agencies: int = 4, most_years: int = 3) -> st.SearchStrategy[Site]:
    """Small valid sites, see `parameters`."""
    return parameters(most_agencies, most_years).map(make_site)


def large_sites() -> st.SearchStrategy[Site]:
    """A city with a district below it, over five to seven years."""
    return st.builds(
        lambda seed, agencies, first: make_site(Parameters(seed, "city", agencies, first, 5)),
        st.integers(0, 2**32 - 1),
        st.integers(3, 7),
        st.integers(_FIRST, _LAST - 4),
    )


def sites_with_a_change() -> st.SearchStrategy[Site]:
    """A place in which an agency is renamed, merged, split or dissolved."""
    return parameters(shapes=("lineage",)).filter(lambda each: each.years > 1).map(make_site)
