"""The site says everything with scripting switched off."""

from tests.browser.journeys import scriptless_control_faults, scriptless_faults
from tests.browser.sites import Site
from tests.browser.windows import Windows


def test_every_figure_and_link_is_there_and_figures_are_those_of_the_data(chromium: Windows, served: Site) -> None:
    assert served.reports()
    faults = scriptless_faults(chromium, served)
    assert not faults, "\n".join(faults)


def test_text_size_and_navigation_work(chromium: Windows, served: Site) -> None:
    faults = scriptless_control_faults(chromium, served)
    assert not faults, "\n".join(faults)
