"""A page as the preview shows it."""

import html
import re
from html.parser import HTMLParser

import pytest

from giar_site.serve.markup import NO_PAGE_YET, Place, own_page, panel, shown

PLACE = Place("127.0.0.1", 8000, "abc-1")
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>报告</title></head><body class="a"><h1>报告</h1></body></html>"""
FAULT = 'a.yaml:3 <script>alert(1)</script> & "引号" </pre>'


class Seen(HTMLParser):
    """The tags of a page in order, and the text of its alert."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]

    def policies(self) -> list[str]:
        return [attrs["content"] or "" for tag, attrs in self.tags if tag == "meta" and "http-equiv" in attrs]

    def scripts(self) -> list[str]:
        return [attrs["src"] or "" for tag, attrs in self.tags if tag == "script" and "src" in attrs]


def test_a_page_gets_an_external_script_that_names_host_port_and_edition() -> None:
    page = shown(PAGE.encode(), PLACE, None)
    assert Seen(page).scripts() == ["/livereload.js?host=127.0.0.1&port=8000&snipver=abc-1&mindelay=500&maxdelay=2000"]
    assert page.index(b"livereload.js") < page.index(b"</head>")


def test_nothing_else_of_the_page_changes() -> None:
    page = shown(PAGE.encode(), PLACE, None).decode()
    without = re.sub(r'<link rel="stylesheet" href="/giar-preview.css">\n<script .*?</script>\n', "", page)
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://127.0.0.1:8000"
    assert without == PAGE.replace("default-src 'none'; script-src 'self'", policy)


@pytest.mark.parametrize(
    "meta",
    [
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">""",
        """<META CONTENT="default-src 'none'" HTTP-EQUIV=content-security-policy>""",
        """<meta content="default-src &#39;none&#39;"\n  http-equiv='Content-Security-Policy' />""",
        """<meta data-x="a>b" content="default-src 'none'" http-equiv="Content-Security-Policy">""",
        """<meta http-equiv="content-security-policy" content='default-src &apos;none&apos;;'>""",
    ],
)
def test_the_policy_is_opened_however_its_tag_is_written(meta: str) -> None:
    page = shown(f"<!DOCTYPE html><html><head>{meta}</head><body></body></html>".encode(), PLACE, None)
    (policy,) = Seen(page).policies()
    assert policy == "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://127.0.0.1:8000"


def test_a_policy_cannot_spell_an_ipv6_address_so_any_websocket_is_allowed_there() -> None:
    (policy,) = Seen(shown(PAGE.encode(), Place("[::1]", 8000, "abc-1"), None)).policies()
    assert policy.endswith("connect-src 'self' ws:")


def test_other_metas_stay_as_they_are() -> None:
    meta = """<meta name="x" content="default-src 'none'"><meta http-equiv="refresh"><meta content="y">"""
    assert meta.encode() in shown(PAGE.replace("<title>", meta + "<title>").encode(), PLACE, None)


def test_the_end_of_a_long_head_is_found() -> None:
    page = shown(PAGE.replace("<title>", f"<style>{'a' * 300_000}</style><title>").encode(), PLACE, FAULT)
    assert len(Seen(page).scripts()) == 1
    assert page.index(b"livereload.js") < page.index(b"</head>")


@pytest.mark.parametrize(
    "lure", ["<!-- </head><body> -->", "<script>'</head><body>'</script>", "<title></head></title>", "<STYLE></head></STYLE >"]
)
def test_an_end_of_head_in_comments_and_raw_text_is_none(lure: str) -> None:
    page = shown(PAGE.replace("<title>", f"{lure}<title>").encode(), PLACE, FAULT)
    assert lure.encode() in page
    assert len(Seen(page).scripts()) == 1
    assert Seen(page).names()[-3:] == ["p", "pre", "h1"]


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><title>x</title><body><p>x",
        "<title>x</title><p>x",
        "",
        "<HEAD></HEAD\n><BODY\nclass='a>b'>x",
        "<head></head><bodyguard>",
    ],
)
def test_a_page_without_all_its_tags_gets_script_and_panel_too(page: str) -> None:
    seen = Seen(shown(page.encode(), PLACE, FAULT))
    assert len(seen.scripts()) == 1
    assert seen.names().count("section") == 1


def test_the_panel_stands_first_in_the_body_and_holds_the_findings_as_text() -> None:
    page = shown(PAGE.encode(), PLACE, FAULT).decode()
    assert re.search(r'<body class="a"><section class="giar-preview-fault" role="alert"', page)
    shown_text = re.search(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)
    assert shown_text is not None
    assert html.unescape(shown_text[1]) == FAULT
    assert "<script>alert" not in page
    assert not re.search(r"\sstyle\s*=|\son\w+\s*=|<style", page)


def test_a_page_of_its_own_allows_nothing_but_the_preview() -> None:
    seen = Seen(shown(own_page("题 <x>", panel(FAULT, NO_PAGE_YET)), PLACE, None))
    assert seen.policies() == ["default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self' ws://127.0.0.1:8000"]
    assert "x" not in seen.names()
