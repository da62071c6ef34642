"""What every page carries."""

import xml.etree.ElementTree as ET

import pytest

from giar_site.model import Contact, Metadata, Owner
from tests.derive.made import agency, report, site
from tests.render.pages import Source, render

OWNER = Owner(
    "某县人民政府办公室", "某县大数据中心", "某县人民政府", "5113020061", "蜀ICP备1号", "川公网安备2号", Contact(telephone="0817")
)
MADE = site(agency("a", reports=(report("a", 2020, metadata=Metadata(published="2021-01-29 15:01", source="县府办")),)))
NAMED = site(*MADE.agencies, owner=OWNER, url="https://www.example.gov.cn/nianbao/")
PAGES = ["index.html", "a/index.html", "a/2020.html", "years/2020.html", "checks.html", "rules.html", "corrections.html", "404.html"]
each_page = pytest.mark.parametrize("name", PAGES)


@each_page
def test_the_content_policy_stands_right_behind_the_charset_and_allows_nothing_inline(name: str) -> None:
    metas = Source(render(MADE)[name]).all("meta")
    assert metas[0] == {"charset": "utf-8"}
    assert metas[1]["http-equiv"] == "Content-Security-Policy"
    policy = dict(directive.split(" ", 1) for directive in metas[1]["content"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


@each_page
def test_nothing_is_loaded_but_the_theme_s_own_files(name: str) -> None:
    pages = render(MADE)
    source = Source(pages[name])
    up = "../" * name.count("/")
    assert [link["href"] for link in source.all("link")] == [f"{up}corrections.xml", f"{up}assets/icon.svg", f"{up}assets/giar.css"]
    assert source.all("script") == [{"src": f"{up}assets/giar.js", "defer": ""}]
    assert source.all("style") == []
    assert {"assets/icon.svg", "assets/giar.css", "assets/giar.js"} <= set(pages)


@each_page
def test_ids_are_unique_and_every_link_within_the_site_leads_somewhere(name: str) -> None:
    pages = render(MADE)
    source = Source(pages[name])
    assert len(source.ids()) == len(set(source.ids()))
    for href in (link["href"] for link in source.all("a")):
        path, _, fragment = href.partition("#")
        depth = name.count("/")
        assert path.startswith("../") == bool(depth and path)
        target = path.removeprefix("../") or name
        assert target in pages, href
        assert not fragment or fragment in Source(pages[target]).ids(), href


def heads(name: str) -> dict[str, str]:
    return {meta["name"]: meta["content"] for meta in Source(render(NAMED)[name]).all("meta") if "name" in meta}


def test_a_report_carries_the_heads_of_an_article() -> None:
    found = heads("a/2020.html")
    assert found["SiteName"] == "某县年报"
    assert found["SiteDomain"] == "www.example.gov.cn"
    assert found["SiteIDCode"] == "5113020061"
    assert found["ColumnName"] == "政府信息公开年报"
    assert found["ArticleTitle"] == "a机关2020年政府信息公开工作年度报告"
    assert (found["PubDate"], found["ContentSource"]) == ("2021-01-29 15:01", "县府办")
    assert found["Url"] == "https://www.example.gov.cn/nianbao/a/2020.html"
    assert "ColumnType" not in found


@pytest.mark.parametrize("name", ["index.html", "a/index.html", "years/2020.html", "checks.html", "corrections.html"])
def test_any_other_page_carries_the_heads_of_a_column(name: str) -> None:
    found = heads(name)
    assert {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"} <= set(found)
    assert "ArticleTitle" not in found


def test_heads_without_a_value_are_left_out() -> None:
    found = {meta.get("name") for meta in Source(render(site(agency("a", 2020)))["a/2020.html"]).all("meta")}
    assert not {"SiteDomain", "SiteIDCode", "PubDate", "Url"} & found


@each_page
def test_the_foot_says_whose_site_it_is(name: str) -> None:
    foot = render(NAMED)[name].partition("<footer")[2]
    for words in ("某县人民政府办公室", "某县大数据中心", "某县人民政府", "5113020061", "蜀ICP备1号", "川公网安备2号", "0817", "网站地图"):
        assert words in foot


def test_the_lost_page_finds_home_from_any_depth_when_the_url_is_known() -> None:
    page = render(NAMED)["404.html"]
    assert 'href="/nianbao/index.html"' in page
    assert 'href="/nianbao/assets/giar.css"' in page
    assert 'href="index.html"' in render(MADE)["404.html"]
    assert 'href="/index.html"' in render(site(*MADE.agencies, url="https://www.example.gov.cn"))["404.html"]


@pytest.mark.parametrize(("made", "start"), [(MADE, "./"), (NAMED, "https://www.example.gov.cn/nianbao/")])
def test_the_sitemap_lists_every_public_page(made: object, start: str) -> None:
    root = ET.fromstring(render(made)["sitemap.xml"])  # type: ignore[arg-type]  # noqa: S314 - our own page
    addresses = [each.text or "" for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(addresses) == sorted(f"{start}{name}" for name in PAGES if name != "404.html")
    assert all(12 <= len(address) <= 2048 for address in addresses)  # what the sitemap schema asks of an address
