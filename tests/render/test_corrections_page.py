"""corrections.html and its feed: every change after publication, newest first."""

import xml.etree.ElementTree as ET

from giar_site.model import Correction, Owner
from giar_site.settings import Withdrawal
from tests.derive.made import RECEIVED, agency, report, site
from tests.render.pages import Source, render

ATOM = "{http://www.w3.org/2005/Atom}"
OLD = Correction("2021-03-01", RECEIVED, "5", "6", "漏计")
NEW = Correction("2022-04-05 15:01", "other", "甲<b>", "乙&", "补充")
ODD = Correction("2020-01-01", "published", "2021-01-31", "2021-01-28", "笔误")
WITHDRAWN = (Withdrawal("a/2019", "2022-05-01", "误发"), Withdrawal("gone/2018", "2023-05-01", "移交"))
URL = "https://www.example.gov.cn/nianbao/"


def made(**settings: object):  # noqa: ANN201 - a Site
    return site(agency("a", reports=(report("a", 2020, corrections=(OLD, NEW, ODD)),)), agency("b", 2020), **settings)


def test_the_page_lists_all_corrections_newest_first_with_links_to_the_places() -> None:
    page = Source(render(made(withdrawn=WITHDRAWN))["corrections.html"])
    cells = page.text_of("td")
    assert cells[::6] == ["2022-04-05 15:01", "2021-03-01", "2020-01-01"]
    links = [link["href"] for link in page.all("a") if link["href"].startswith("a/2020.html")]
    assert links == ["a/2020.html#section-other", f"a/2020.html#{RECEIVED}", "a/2020.html"]
    assert cells[3:6] == ["甲<b>", "乙&", "补充"]
    assert [text for text in page.text_of("li") if "原因" in text] == [
        "2023-05-01：gone/2018。原因：移交",
        "2022-05-01：a机关2019年报告。原因：误发",
    ]


def test_a_site_without_corrections_says_so() -> None:
    pages = render(site(agency("a", 2020)))
    assert "<p>没有更正。</p>" in pages["corrections.html"]
    feed = ET.fromstring(pages["corrections.xml"])  # noqa: S314 - our own page
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+08:00"


def test_the_feed_is_what_the_atom_format_asks_for() -> None:
    text = render(made(url=URL, owner=Owner(organizer="某县政府办")))["corrections.xml"]
    feed = ET.fromstring(text)  # noqa: S314 - our own page
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}title") == "某县年报 · 更正"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "某县政府办"
    assert feed.findtext(f"{ATOM}updated") == "2022-04-05T15:01:00+08:00"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2022-04-05T15:01:00+08:00",
        "2021-03-01T00:00:00+08:00",
        "2020-01-01T00:00:00+08:00",
    ]
    identities = [feed.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in entries)]
    assert len(set(identities)) == 4
    assert all(identity and identity.startswith("urn:uuid:") for identity in identities)
    assert entries[0].findtext(f"{ATOM}title") == "a机关2020年报告更正：六、其他需要报告的事项"
    assert entries[0].findtext(f"{ATOM}summary") == "由“甲<b>”更正为“乙&”。原因：补充"
    assert [link.get("href") for link in feed.iter(f"{ATOM}link")][:3] == [
        f"{URL}corrections.xml",
        f"{URL}corrections.html",
        f"{URL}a/2020.html#section-other",
    ]


def test_identities_stay_when_the_site_grows() -> None:
    def identities(text: str) -> list[str | None]:
        return [entry.findtext(f"{ATOM}id") for entry in ET.fromstring(text).findall(f"{ATOM}entry")]  # noqa: S314 - our own page

    before = identities(render(site(agency("a", reports=(report("a", 2020, corrections=(OLD,)),))))["corrections.xml"])
    after = identities(render(made())["corrections.xml"])
    assert before[0] in after


def test_the_report_page_links_to_the_places_and_to_all_corrections() -> None:
    page = Source(render(made())["a/2020.html"])
    links = [link["href"] for link in page.all("a")]
    assert f"#{RECEIVED}" in links
    assert "#section-other" in links
    assert "../corrections.html" in links
