"""Every page of the real site can be read, reached and used by everyone, at every width and in both colour schemes."""

import pytest

from tests.browser.layout import axe_faults, keyboard_faults, layout_faults, skip_link_faults, text_size_faults
from tests.browser.sites import Site
from tests.browser.windows import ALL_VIEWS, DESKTOP, PHONE, View, Windows

ZOOMED = View(zoom=2)


def lines(faults: list[str]) -> str:
    return "\n".join(faults)


@pytest.mark.parametrize("view", ALL_VIEWS, ids=str)
def test_no_page_has_an_axe_violation_an_undecided_check_or_overflow(chromium: Windows, served: Site, view: View) -> None:
    page = chromium.page(view)
    faults = []
    for address in served.pages():
        page.goto(served.url + address)
        faults += [f"{address}: {fault}" for fault in axe_faults(page) + layout_faults(page)]
    assert not faults, lines(faults)


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=str)
def test_the_keyboard_reaches_everything_in_order_and_the_focus_shows(chromium: Windows, served: Site, view: View) -> None:
    page = chromium.page(view)
    faults = []
    for address in served.pages():
        page.goto(served.url + address)
        faults += [f"{address}: {fault}" for fault in keyboard_faults(page)]
        page.goto(served.url + address)
        faults += [f"{address}: {fault}" for fault in skip_link_faults(page)]
    assert not faults, lines(faults)


def test_at_twice_the_zoom_every_page_still_fits(chromium: Windows, served: Site) -> None:
    page = chromium.page(ZOOMED)
    faults = []
    for address in served.pages():
        page.goto(served.url + address)
        faults += [f"{address}: {fault}" for fault in layout_faults(page)]
    assert not faults, lines(faults)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_text_sizes_work_and_the_largest_fits(chromium: Windows, served: Site, width: int) -> None:
    faults = []
    with chromium.fresh(View(width)) as page:
        for address in served.pages():
            page.goto(served.url + address)
            faults += [f"{address}: {fault}" for fault in text_size_faults(page)]
    assert not faults, lines(faults)
