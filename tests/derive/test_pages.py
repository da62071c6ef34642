"""The pages that links may lead to are those that are made."""

from giar_site.derive import pages_of
from tests.derive.made import agency, site
from tests.render.pages import render


def test_the_pages_are_those_the_renderer_makes() -> None:
    made = site(agency("a", 2020, 2021), agency("b"), years=(2019,))
    rendered = {path for path in render(made) if path.endswith(".html")}
    assert rendered <= pages_of(made)
    assert pages_of(made) - rendered <= {"corrections.html"}  # there only once something was corrected
    assert {"a/2020.html", "b/index.html", "years/2019.html", "index.html"} <= pages_of(made)
