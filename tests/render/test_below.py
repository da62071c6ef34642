"""What a roll-up's page says of the agencies below it."""

import re

from giar_site.settings import Expected
from tests.derive.made import agency, site
from tests.render.pages import render


def said(page: str) -> str:
    """The sentence on the agencies below, as it is read; "" when there is none."""
    match = re.search(r'<p class="lead">(.*?)</p>\n</header>', page, re.DOTALL)
    return re.sub(r"<[^>]+>", "", match[1]) if match else ""


def test_who_is_missing_below_is_named_and_linked() -> None:
    made = site(
        agency("county", 2020, 2021, scope="rollup"),
        agency("a", 2020, 2021, parent="county"),
        agency("b", 2020, parent="county"),
        agency("c", 2020, parent="county", short_name="丙局"),
    )
    pages = render(made)
    assert said(pages["county/2021.html"]) == (
        "本报告汇总下级机关的数字。本网站收录的下级机关有 3 个，已公布 2021 年度报告的 1 个；尚未公布：b机关、丙局。"
    )
    assert '<a href="../c/index.html">丙局</a>' in pages["county/2021.html"]
    assert said(pages["county/2020.html"]) == "本报告汇总下级机关的数字。本网站收录的下级机关有 3 个，已公布 2020 年度报告的 3 个。"


def test_of_very_many_thirty_are_named_and_the_years_page_has_all() -> None:
    made = site(agency("county", 2021, scope="rollup"), *(agency(f"c{at}", parent="county") for at in range(31)))
    page = render(made)["county/2021.html"]
    assert "c29机关，另有 1 个。" in said(page)
    assert '<a href="../years/2021.html#missing">另有 1 个</a>' in page


def test_whoever_sums_nobody_says_nothing() -> None:
    made = site(agency("county", 2021, scope="rollup"), agency("office", 2021), agency("a", 2021, parent="office"))
    pages = render(made)
    assert [said(pages[f"{slug}/2021.html"]) for slug in ("county", "office", "a")] == ["", "", ""]


def test_children_that_are_not_expected_are_not_counted() -> None:
    made = site(agency("county", 2021, scope="rollup"), agency("a", parent="county"), expected=(Expected(1, "a", first=2022),))
    assert said(render(made)["county/2021.html"]) == ""
