"""A report prints on A4 as a document: whole tables, no navigation."""

from pathlib import Path

from tests.browser.printed import paper_faults, screen_faults
from tests.browser.sites import Site
from tests.browser.windows import Windows


def test_every_report_prints_whole_and_without_navigation(chromium: Windows, served: Site, tmp_path: Path) -> None:
    assert served.reports()
    faults = []
    for number, address in enumerate(served.reports()):
        with chromium.fresh() as page:
            page.goto(served.url + address)
            found = paper_faults(page, tmp_path / f"{number}.pdf") + screen_faults(page)
            faults += [f"{address}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)
