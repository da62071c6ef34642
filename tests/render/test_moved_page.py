"""Old addresses keep working: pages that point on, and what became of an agency on its own page and its reports'."""

import re

from giar_site.derive import pages_of
from giar_site.model import Site
from giar_site.settings import Expected
from tests.derive.made import agency, change, site
from tests.render.pages import Source, render


def renamed() -> Site:
    """An agency whose folder was called old-ju, with two reports, in a site of known address."""
    lineage = (change("renamed", "2021-03-01", "old-ju", former_name="某县外贸局"),)
    return site(agency("new-ju", 2020, 2021, name="某县商务局", lineage=lineage), url="https://www.example.gov.cn/nb/")


def links(page: str) -> list[str]:
    return [each["href"] for each in Source(page).all("a")]


def facts(page: str) -> list[str]:
    """The lines of an agency's history, as a reader sees them."""
    section = page.partition('id="history-title"')[2].partition("</section>")[0]
    return [re.sub(r"<[^>]+>", "", line) for line in re.findall(r"<li>(.*?)</li>", section)]


def beside(page: str) -> list[str]:
    """The lines on a report's page about what became of its agency."""
    return [re.sub(r"<[^>]+>", "", line) for line in re.findall(r"<dt>机构沿革</dt><dd>(.*?)</dd>", page)]


def test_each_page_has_one_at_the_old_address_that_leads_to_it() -> None:
    pages = render(renamed())
    moved = {path: page for path, page in pages.items() if path.startswith("old-ju/")}
    assert sorted(moved) == ["old-ju/2020.html", "old-ju/2021.html", "old-ju/index.html"]
    for path, target in (("old-ju/2020.html", "../new-ju/2020.html"), ("old-ju/index.html", "../new-ju/index.html")):
        assert target in links(moved[path])
        metas = [each for each in Source(moved[path]).all("meta") if each.get("http-equiv") == "refresh"]
        assert [each["content"] for each in metas] == [f"0; url={target}"]
    assert "某县商务局2020年政府信息公开工作年度报告" in moved["old-ju/2020.html"]
    assert "某县商务局政府信息公开工作年度报告" in moved["old-ju/index.html"]


def test_search_engines_are_sent_to_the_new_address_and_find_only_it() -> None:
    pages = render(renamed())
    canonical = [each["href"] for each in Source(pages["old-ju/2020.html"]).all("link") if each["rel"] == "canonical"]
    assert canonical == ["https://www.example.gov.cn/nb/new-ju/2020.html"]
    assert "old-ju" not in pages["sitemap.xml"]


def test_an_old_folder_that_is_still_there_keeps_its_own_pages() -> None:
    pages = render(site(agency("new-ju", 2021, lineage=(change("renamed", "2021-03-01", "old-ju"),)), agency("old-ju", 2020)))
    assert [path for path in pages if path.startswith("old-ju/")] == ["old-ju/2020.html", "old-ju/index.html"]
    assert "refresh" not in pages["old-ju/2020.html"] + pages["old-ju/index.html"]


def test_of_two_agencies_that_claim_an_old_address_neither_has_it() -> None:
    lineage = (change("renamed", "2021-03-01", "old-ju"),)
    made = site(agency("a", 2020, lineage=lineage), agency("b", 2020, lineage=lineage))
    pages = render(made)
    assert not [path for path in pages if path.startswith("old-ju/")]
    assert not [path for path in pages_of(made) if path.startswith("old-ju/")]


def merged() -> Site:
    return site(
        agency("a", 2020, name="甲局", lineage=(change("abolished", "2021-03-01", to=("c",)),)),
        agency("b", 2020, name="乙局", lineage=(change("founded", "2019-02-01"),)),
        agency("c", 2020, 2021, name="丙局", lineage=(change("merged", "2021-03-02", "b", "c", "某县外办", former_name="丙办"),)),
        agency("d", 2020, name="丁局", lineage=(change("abolished", "2022-01-01"),)),
    )


def test_an_agency_s_page_tells_what_became_of_it_oldest_first() -> None:
    pages = render(merged())
    basis = "（依据：某编办〔2021〕3号）"
    assert facts(pages["a/index.html"]) == [f"2021-03-01　撤销，职责划入：丙局{basis}"]
    assert facts(pages["b/index.html"]) == [f"2019-02-01　新设{basis}", f"2021-03-02　并入：丙局{basis}"]
    assert facts(pages["c/index.html"]) == [
        f"2021-03-01　承接职责自：甲局{basis}",
        f"2021-03-02　合并自：乙局{basis}",
        f"2021-03-02　合并自：某县外办{basis}",
        f"2021-03-02　更名，原名称：丙办{basis}",
    ]
    assert facts(pages["d/index.html"]) == [f"2022-01-01　撤销{basis}"]
    assert "../c/index.html" in links(pages["b/index.html"])
    assert "../b/index.html" in links(pages["c/index.html"])


def test_an_agency_without_lineage_has_no_history() -> None:
    assert "机构沿革" not in render(site(agency("a", 2020)))["a/index.html"]


def test_a_report_s_page_points_on_to_who_came_later_and_back_to_who_was_before() -> None:
    pages = render(merged())
    assert beside(pages["b/2020.html"]) == ["2021-03-02　并入：丙局"]
    assert beside(pages["c/2020.html"]) == []
    assert beside(pages["c/2021.html"]) == ["2021-03-01　承接职责自：甲局", "2021-03-02　合并自：乙局", "2021-03-02　合并自：某县外办"]
    assert "../c/index.html" in links(pages["b/2020.html"])


def test_a_report_of_the_year_of_the_change_still_points_on() -> None:
    made = site(agency("a", 2021, lineage=(change("abolished", "2021-12-01", to=("d",)),)), agency("d", 2022, name="丁局"))
    assert beside(render(made)["a/2021.html"]) == ["2021-12-01　撤销，职责划入：丁局"]
    assert beside(render(made)["d/2022.html"]) == ["2021-12-01　承接职责自：a机关"]


def test_of_years_in_which_an_agency_was_not_there_no_report_is_missing() -> None:
    made = site(agency("a", 2020, lineage=(change("abolished", "2021-03-01"),)), agency("b", 2020, 2021, 2022), agency("c", 2021, 2022))
    pages = render(made)
    words = Source(pages["a/index.html"]).text_of("td")
    assert words.count("无须公布") == 2
    assert "尚未公布" not in pages["a/index.html"]
    assert "尚未公布" in pages["c/index.html"]
    assert pages["index.html"].count("无须公布") == 2
    assert pages["index.html"].count(">尚未公布<") == 1
    assert "应公布 2 个机关，已公布 2 个。" in pages["years/2022.html"]


def test_nor_of_years_that_the_list_of_expected_agencies_leaves_out() -> None:
    made = site(agency("a", 2022), agency("b", 2021, 2022), agency("c", 2022), expected=(Expected(1, "a", first=2022),))
    pages = render(made)
    assert ("无须公布" in pages["a/index.html"], "尚未公布" in pages["a/index.html"]) == (True, False)
    assert "尚未公布" in pages["c/index.html"]
    assert "应公布 2 个机关，已公布 1 个" in pages["years/2021.html"]
