"""The pages that gather reports."""

import re

from giar_site.model import Contact, Withheld
from giar_site.settings import Expected
from tests.derive.made import BLANK, RECEIVED, agency, figures, plain, report, site
from tests.render.pages import Source, render


def words(html: str) -> str:
    """What a reader sees, white space folded."""
    return " ".join(re.sub(r"<[^>]+>", "", html.partition("<main")[2].partition("</main>")[0]).split())


def test_the_index_has_every_agency_in_every_year_grouped_by_kind() -> None:
    made = site(agency("t", 2020, kind="township"), agency("g", 2021, kind="government"))
    page = render(made)["index.html"]
    assert Source(page).all("th")[0] == {"scope": "col"}
    order = ["2021年", "2020年", "人民政府", "g机关", "乡镇人民政府", "t机关"]
    places = [page.index(each, page.index("<thead>")) for each in order]
    assert places == sorted(places)
    assert '<a href="g/2021.html"><span class="unseen">g机关2021年</span>年度报告</a>' in page
    assert page.count('<span class="absent">尚未公布</span>') == 2


def test_every_link_of_an_overview_says_by_itself_where_it_leads() -> None:
    made = site(agency("a", 2020, 2021), agency("b", 2020))
    for name, page in render(made).items():
        if name.endswith("html"):
            links = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', page, re.DOTALL)
            by_words: dict[str, set[str]] = {}
            for href, text in links:
                by_words.setdefault(re.sub(r"<[^>]+>", "", text), set()).add(href.partition("#")[0])
            assert {text: hrefs for text, hrefs in by_words.items() if len(hrefs) > 1} == {}, name


def test_a_year_states_its_coverage_and_who_is_missing() -> None:
    made = site(agency("a", 2020, received=5), agency("b", 2020, received=7), agency("c", 2019))
    page = render(made)["years/2020.html"]
    assert "应公布 3 个机关，已公布 2 个，尚未公布 1 个。" in words(page)
    assert "合计（2 个机关）12" in words(page).replace(" ", "").replace("合计（2个机关）", "合计（2 个机关）")
    assert '<a href="../c/index.html">c机关</a>' in page


def test_a_year_says_whom_its_totals_leave_out_and_why() -> None:
    made = site(agency("g", 2020, received=9, scope="rollup"), agency("b", 2020, received=7, parent="g"))
    page = words(render(made)["years/2020.html"])
    assert "合计按 1 个机关计算，另有 1 个机关的数字已包含在上级机关的汇总报告中，不重复计入" in page
    assert "b机关：已包含在g机关的汇总报告中" in page


def test_a_total_over_blanks_says_so() -> None:
    made = site(agency("a", 2020, received=5), agency("b", reports=(report("b", 2020, {RECEIVED: BLANK}),)))
    assert "“新收申请”的合计不含 1 个空白未填的机关。" in words(render(made)["years/2020.html"])


def test_a_kept_report_is_linked_and_named_as_kept_on_every_overview() -> None:
    made = site(agency("a"), withheld=(Withheld("a", 2020, figures(2019, {RECEIVED: plain(9)})),))
    pages = render(made)
    for name, link in (("index.html", "a/2020.html"), ("a/index.html", "../a/2020.html"), ("years/2020.html", "../a/2020.html")):
        assert f'href="{link}"' in pages[name]
        assert "沿用上次发布的版本" in pages[name]
    assert "a/2020.html" not in pages
    assert "data/a/2020.json" not in pages
    assert re.search(r'<td data-of="[^"]* received">9</td>', pages["years/2020.html"])


def test_a_withheld_report_without_an_earlier_page_is_not_linked() -> None:
    made = site(agency("a"), withheld=(Withheld("a", 2020),))
    pages = render(made)
    for name in ("index.html", "a/index.html", "years/2020.html"):
        assert "a/2020.html" not in pages[name]
        assert "尚未公布" in pages[name]


def test_an_agency_s_page_has_its_years_contact_kind_and_parent() -> None:
    made = site(
        agency("a", 2019, 2021, received=4, parent="g", contact=Contact(telephone="0913-1")),
        agency("g", kind="government", scope="rollup"),
        years=(2020,),
    )
    page = words(render(made)["a/index.html"])
    assert "机关类别政府部门" in page.replace(" ", "")
    assert "0913-1" in page
    assert page.index("2021年") < page.index("2020年") < page.index("2019年")
    assert '<a href="../g/index.html">g机关</a>' in render(made)["a/index.html"]


def test_a_site_without_any_report_still_has_its_pages() -> None:
    pages = render(site(agency("a")))
    assert {"index.html", "a/index.html", "checks.html", "404.html", "sitemap.xml", "data/figures.csv", "data/giar.json"} <= set(pages)
    assert render(site())["index.html"]


def test_an_expected_agency_without_a_folder_is_missing_by_name() -> None:
    made = site(agency("a", 2020), expected=(Expected(1, "", "丙局"),))
    pages = render(made)
    assert "应公布 2 个机关，已公布 1 个，尚未公布 1 个。" in words(pages["years/2020.html"])
    assert "<li>丙局</li>" in pages["years/2020.html"]
    assert "2020年尚未公布 1 个" in words(pages["index.html"])
