"""The 校核意见 as a page: everyone can read it, its markup is sound, and a usual one prints on one sheet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import REPOSITORY

from giar_site.check import check_site
from giar_site.review import as_html, letter_of
from tests.browser.layout import axe_faults, layout_faults
from tests.browser.markup import foreign_faults, vnu_messages
from tests.browser.printed import paper_faults, pdftotext
from tests.browser.sites import Site, serve
from tests.browser.windows import ALL_VIEWS, View, Windows

LOOKED_AT = ("yimin-sumu-2020-zh.html", "zhengfu-ban-2021-en.html", "ankang-government-office-2022-zh.html")  # long, explained, empty


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The letters on all real reports and on those of a golden site, in both languages."""
    folder = tmp_path_factory.mktemp("letters")
    for site in (REPOSITORY, REPOSITORY / "tests/sites/county"):
        checked = check_site(site)
        for each in checked.agencies:
            for report in each.agency.reports:
                about = [finding for finding in each.findings if finding.at.year in {None, report.year}]
                for language in ("zh", "en"):
                    page = as_html(letter_of(each.agency, report, about, checked.settings.owner, language))
                    (folder / f"{each.agency.slug}-{report.year}-{language}.html").write_text(page, encoding="utf-8")
    with serve(folder) as served:
        yield served


@pytest.mark.parametrize("view", ALL_VIEWS, ids=str)
def test_everyone_can_read_it_at_every_width(chromium: Windows, letters: Site, view: View) -> None:
    page = chromium.page(view)
    faults = []
    for address in LOOKED_AT:
        page.goto(letters.url + address)
        faults += [f"{address}: {fault}" for fault in axe_faults(page) + layout_faults(page)]
    assert faults == []


def test_the_markup_checker_has_nothing_to_say(letters: Site) -> None:
    assert len(letters.pages()) >= 18
    assert vnu_messages(letters) == []


def test_it_asks_nothing_of_another_host(letters: Site) -> None:
    assert [fault for page in letters.pages() for fault in foreign_faults(letters.text(page))] == []


def test_a_usual_one_prints_on_one_sheet(chromium: Windows, letters: Site, tmp_path: Path) -> None:
    page = chromium.page()
    sheets = {}
    for address in letters.pages():
        page.goto(letters.url + address)
        pdf = tmp_path / "letter.pdf"
        assert paper_faults(page, pdf) == []
        sheets[address] = len(pdftotext("-raw", pdf).split("\f")) - 1
    assert {address: count for address, count in sheets.items() if count > 1} == {}
