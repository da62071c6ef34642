"""A reader's browser talks to the site alone."""

from tests.browser.journeys import crawl_faults
from tests.browser.sites import Site
from tests.browser.windows import Windows


def test_every_page_is_reached_by_links_and_no_request_leaves_the_site(chromium: Windows, served: Site) -> None:
    faults = crawl_faults(chromium, served)
    assert not faults, "\n".join(faults)
