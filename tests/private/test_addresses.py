"""Where web addresses begin, and what only looks like one."""

import pytest

from giar_site.private.addresses import address_before, is_file

NUMBER = "15826037419"


def before(text: str) -> str | None:
    start = text.index(NUMBER)
    return address_before(text, start, start + len(NUMBER))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (f"见https://a.gov.cn/art/{NUMBER}.html", "https://a.gov.cn/art/"),
        (f"https://a.gov.cn/附件/{NUMBER}", "https://a.gov.cn/附件/"),
        (f"https://a.gov.cn/(S(x))/{NUMBER}", "https://a.gov.cn/(S(x))/"),
        (f"网址www.a.gov.cn/art/{NUMBER}", "www.a.gov.cn/art/"),
        (f"//a.gov.cn/{NUMBER}", "//a.gov.cn/"),
        (f"ftp://a.gov.cn/{NUMBER}", "ftp://a.gov.cn/"),
        (f"tel:https://a.gov.cn/{NUMBER}", "https://a.gov.cn/"),
        (f"localhost:8080/art/{NUMBER}.html", "localhost:8080/art/"),
        (f"[公告](/art/{NUMBER})", "/art/"),
        (f"[公告](附件/{NUMBER})", "附件/"),
        (f"[公告]( <a b/{NUMBER}>)", None),  # a blank in an address is not read
        (f"[公告](<b/{NUMBER}>)", "b/"),
        (f"![图]({NUMBER}.jpg)", ""),
        (f"[公告](#{NUMBER})", "#"),
        (f"[1]: art/{NUMBER}", "art/"),
        (f'<a href="art/{NUMBER}">', "art/"),
        (f"<img src = 'art/{NUMBER}'>", "art/"),
        (f"见/art/{NUMBER}.html", "见/art/"),
        (f"见files/{NUMBER}.pdf。", "见files/"),
        (f"手机版/{NUMBER}.html", "手机版/"),
        (f"tel/{NUMBER}_1.html", "tel/"),
        (f"见 /art/{NUMBER}。", "/art/"),
        (f"../art/{NUMBER}", "../art/"),
        (f"zwgk/content/{NUMBER}", "zwgk/content/"),
        (f"见/zwgk/content/{NUMBER}", "见/zwgk/content/"),
        (f"见a.gov.cn/art/{NUMBER}", "见a.gov.cn/art/"),
        (f"files/{NUMBER}", "files/"),
        (f"[files/{NUMBER}]", "[files/"),
        (f"a?id={NUMBER}", "a?id="),
        ("a/" * 200 + NUMBER, "a/" * 100),
    ],
)
def test_an_address_begins_where_it_does(text: str, address: str | None) -> None:
    assert before(text) == address


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        f"张三/{NUMBER}",
        f"2021/12/{NUMBER}",
        f"Zhang/{NUMBER}",
        f"N/A/{NUMBER}",
        f"wx/{NUMBER}",
        f"a.gov.cn/{NUMBER}",
        f"abc@139.com/{NUMBER}",
        f"Tel/Fax/Mobile:{NUMBER}",
        f"手机/微信/QQ/{NUMBER}",
        f"张三{NUMBER}.docx",
        f"张三/{NUMBER}.docx",
        f"{NUMBER}.docx",
        f"https://a.gov.cn/，电话/{NUMBER}",
        f"https://a.gov.cn联系电话{NUMBER}",
        f"(https://a.gov.cn/)/{NUMBER}",
        f"（https://a.gov.cn/）/{NUMBER}",
        f"|https://a.gov.cn/|{NUMBER}|",
        f"[x](https://a.gov.cn/)/{NUMBER}",
        f"[x]({NUMBER})",
        f"tel:{NUMBER}",
        f"[x](tel:{NUMBER})",
        f"[x](sms:{NUMBER}?body=a)",
        f"[x](MAILTO:{NUMBER}@139.com)",
        f"[x](javascript:{NUMBER})",
        f"<b title='a/{NUMBER}'>",
        "一" * 250 + NUMBER,
        "字" + "a" * 250 + NUMBER,
    ],
)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert before(text) is None


@pytest.mark.parametrize(
    ("after", "file"), [(".html", True), (".mp4)", True), (".", False), (".2022", False), (".html_x", False), ("", False)]
)
def test_a_suffix_makes_a_file(after: str, *, file: bool) -> None:
    assert is_file("1" + after, 1) is file
