"""The pages that links may lead to are those that are made."""

from giar_site.derive import pages_of
from tests.derive.made import agency, change, site
from tests.render.pages import render


def test_the_pages_are_those_the_renderer_makes() -> None:
    made = site(agency("a", 2020, 2021), agency("b"), years=(2019,))
    rendered = {path for path in render(made) if path.endswith(".html")}
    assert rendered <= pages_of(made)
    assert pages_of(made) - rendered <= {"corrections.html"}  # there only once something was corrected
    assert {"a/2020.html", "b/index.html", "years/2019.html", "index.html"} <= pages_of(made)


def test_a_renamed_agency_has_pages_at_its_former_address_too() -> None:
    renamed = agency("a", 2021, lineage=(change("renamed", "2022-03-01", "old"),))
    assert {path for path in pages_of(site(renamed)) if path.startswith("old/")} == {"old/index.html", "old/2021.html"}
