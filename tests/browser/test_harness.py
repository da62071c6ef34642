"""The harness itself: silent on a sound site, and for each way of breaking a page it names the fault."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.browser import journeys, layout, markup, printed
from tests.browser.sites import Site
from tests.browser.windows import DESKTOP, PHONE, View, Windows, chromium_path

Check = Callable[[Windows, Site, Path], list[str]]
REPORT = "county/2020.html"
STYLE = "assets/site.css"


def on_page(check: Callable[..., list[str]], view: View = DESKTOP) -> Check:
    """Run a check of one page on the report page."""

    def run(windows: Windows, site: Site, _: Path) -> list[str]:
        with windows.fresh(view) as page:
            page.goto(site.url + REPORT)
            return check(page)

    return run


def on_paper(windows: Windows, site: Site, folder: Path) -> list[str]:
    with windows.fresh() as page:
        page.goto(site.url + REPORT)
        return printed.paper_faults(page, folder / "report.pdf") + printed.screen_faults(page)


def on_source(check: Callable[[str], list[str]]) -> Check:
    return lambda _windows, site, _folder: check(site.text(REPORT))


def on_folder(check: Callable[[Path], list[str]]) -> Check:
    return lambda _windows, site, _folder: check(site.folder)


def on_site(check: Callable[[Windows, Site], list[str]]) -> Check:
    return lambda windows, site, _folder: check(windows, site)


CHECKS: dict[str, Check] = {
    "axe": on_page(layout.axe_faults),
    "axe on a dark phone": on_page(layout.axe_faults, PHONE),
    "layout": on_page(layout.layout_faults),
    "layout on a phone": on_page(layout.layout_faults, PHONE),
    "layout zoomed": on_page(layout.layout_faults, View(zoom=2)),
    "keyboard": on_page(layout.keyboard_faults),
    "skip link": on_page(layout.skip_link_faults),
    "text size": on_page(layout.text_size_faults, View(320)),
    "vnu": lambda _windows, site, _folder: markup.vnu_messages(site),
    "links": on_folder(markup.dead_links),
    "policy": on_source(markup.policy_faults),
    "foreign": on_source(markup.foreign_faults),
    "foreign styles": on_folder(markup.foreign_styles),
    "crawl": on_site(journeys.crawl_faults),
    "without script": on_site(journeys.scriptless_faults),
    "controls without script": on_site(journeys.scriptless_control_faults),
    "by file": journeys.unpacked_faults,
    "print": on_paper,
}


@pytest.mark.parametrize("check", CHECKS)
def test_a_sound_site_passes(chromium: Windows, handmade: Site, tmp_path: Path, check: str) -> None:
    assert CHECKS[check](chromium, handmade, tmp_path) == []


class Breakage(NamedTuple):
    """Replace `old` by `new` in `file`; `check` must then name a fault that contains `said`."""

    check: str
    file: str
    old: str
    new: str
    said: str


ADD_LINK = "const a = document.createElement('a'); a.href = '404.html'; a.textContent = '仅脚本'; document.querySelector('nav').append(a);"
EMPTY_SHEET = "main::before { content: ''; display: block; height: 1px; break-before: page; break-after: page; }"

BREAKAGES = [
    Breakage("axe", REPORT, '<html lang="zh-CN">', "<html>", "html-has-lang"),
    Breakage("axe", REPORT, ">办理情况</th>", "></th>", "empty-table-header"),
    Breakage("axe", STYLE, "--text: #1a1a1a", "--text: #aaa", "violations color-contrast"),
    Breakage(
        "axe", STYLE, "--text: #1a1a1a; --page: #fff", "--text: #1a1a1a; --page: linear-gradient(#fff, #eee)", "incomplete color-contrast"
    ),
    Breakage("axe on a dark phone", STYLE, "--text: #f0f0f0", "--text: #333", "color-contrast"),
    Breakage("layout on a phone", STYLE, "overflow-x: auto; }", "}", "px of page in a window of 390 px"),
    Breakage("layout zoomed", REPORT, "全年", "全年" + "A" * 90, "in a window of 640 px"),
    Breakage("layout", STYLE, "footer { max-width", "footer { margin-top: -9rem !important; max-width", "lies on"),
    Breakage("layout", STYLE, ".scroll {", "main p { height: 1rem; overflow: hidden; } .scroll {", "text cut off"),
    Breakage("keyboard", STYLE, ":focus-visible { outline: 3px solid var(--link)", ":focus-visible { outline: none", "focus does not show"),
    Breakage("keyboard", REPORT, '<a href="index.html">', '<a href="index.html" tabindex="3">', "instead of"),
    Breakage("keyboard", STYLE, ".skip:focus { left: 1rem;", ".skip:focus {", "outside the window"),
    Breakage("skip link", REPORT, '<a class="skip" href="#main">', '<a class="skip" href="#nowhere">', "no link to the content"),
    Breakage("skip link", REPORT, '<a class="skip" href="#main">跳到正文</a>', "", "no link to the content"),
    Breakage("skip link", REPORT, 'href="#main"', 'href="#size-l"', "outside main"),
    Breakage("text size", STYLE, ":root:has(#size-l:checked) { font-size: 125%; }", "", "do not grow"),
    Breakage("text size", REPORT, ">大</label>", ">巨</label>", "no visible control"),
    Breakage("text size", STYLE, "125%", "600%", "px of page"),
    Breakage("vnu", REPORT, "<h1>", "<h1><p>", "error"),
    Breakage("vnu", STYLE, "margin: 0;", "margin: red;", "margin"),
    Breakage("links", REPORT, 'href="index.html"', 'href="gone.html"', "gone.html"),
    Breakage("links", REPORT, 'href="index.html"', 'href="index.html#gone"', "gone"),
    Breakage("policy", REPORT, "script-src 'self'", "script-src 'self' 'unsafe-inline'", "'unsafe-inline'"),
    Breakage("policy", REPORT, "script-src 'self'", "script-src https://cdn.example", "https://cdn.example"),
    Breakage("policy", REPORT, "base-uri 'none'; ", "", "silent on base-uri"),
    Breakage("policy", REPORT, '<meta charset="utf-8">\n', '<meta charset="utf-8">\n<title>先</title>', "right after the charset"),
    Breakage("policy", REPORT, "<h1>", "<script>x()</script><h1>", "inline <script>"),
    Breakage("policy", REPORT, "<h1>", '<h1 style="color:red">', "inline style="),
    Breakage("policy", REPORT, "<h1>", '<h1 onclick="x()">', "inline onclick="),
    Breakage("policy", REPORT, "</head>", "<style>p{}</style></head>", "inline <style>"),
    Breakage("policy", REPORT, 'href="index.html"', 'href="javascript:x()"', "javascript:"),
    Breakage("policy", REPORT, "</head>", '<meta http-equiv="refresh" content="0;url=x">', "refresh"),
    Breakage("foreign", REPORT, "<h1>", '<img src="//evil.example/x.png" alt=""><h1>', "another host"),
    Breakage("foreign", REPORT, "</head>", '<link rel="preload" href="https://evil.example/x"></head>', "another host"),
    Breakage("foreign", REPORT, ' rel="noopener"', "", "noopener"),
    Breakage("foreign styles", STYLE, "body {", "body { background-image: url(https://evil.example/x.png);", "evil.example"),
    Breakage("crawl", REPORT, "<h1>", '<img src="http://localhost:9/x.png" alt=""><h1>', "request to another origin"),
    Breakage("crawl", REPORT, "<h1>", '<img src="/x.png" alt=""><h1>', "404 /x.png"),
    Breakage("crawl", REPORT, "<h1>", "<script>x()</script><h1>", "refused script-src"),
    Breakage("crawl", "assets/site.js", "document", "undefined_name", "exception"),
    Breakage("crawl", "index.html", 'href="county/index.html"', 'href="county/"', "404"),
    Breakage("crawl", "orphan.html", "", "<!DOCTYPE html><title>孤页</title>", "no link leads to orphan.html"),
    Breakage("without script", "assets/site.js", "document", "document.querySelector('td').dataset.value = '7';document", "is lost"),
    Breakage("without script", "assets/site.js", "document.", ADD_LINK + "document.", "the link"),
    Breakage("without script", STYLE, ".scroll {", ":root:not([data-script]) table { display: none; } .scroll {", "is hidden"),
    Breakage("without script", STYLE, ".scroll {", ":root:not([data-script]) nav { display: none; } .scroll {", "the link"),
    Breakage("without script", REPORT, 'data-value="6"', 'data-value="60"', "'6' in the data"),
    Breakage("controls without script", STYLE, ":root:has(#size-l:checked)", "[data-script]:has(#size-l:checked)", "do not grow"),
    Breakage("controls without script", STYLE, ".scroll {", ":root:not([data-script]) nav { display: none; } .scroll {", "has no link to"),
    Breakage("by file", "county/2020.html", '<a href="index.html">', '<a href="/a/b/county/index.html">', "has no link to"),
    Breakage("by file", REPORT, 'href="../assets/site.css"', 'href="/a/b/assets/site.css"', "by file, "),
    Breakage("by file", REPORT, 'src="../assets/site.js"', 'src="/a/b/assets/site.js"', "ERR_FILE_NOT_FOUND"),
    Breakage("by file", REPORT, "../data/figures.csv", "../data/gone.csv", "no .csv"),
    Breakage("print", STYLE, "nav, fieldset, .skip", ".skip", "is printed"),
    Breakage(
        "print", STYLE, ".scroll { overflow: visible; } table { min-width: 0; }", "table { min-width: 120rem; }", "wider than the paper"
    ),
    Breakage("print", STYLE, "@media print {", "@media print { tbody tr:last-child { display: none; }", "row cut off"),
    Breakage("print", STYLE, "@media print {", "@media print { " + EMPTY_SHEET, "is empty"),
]


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda b: f"{b.check}: {b.said}")
def test_a_broken_site_is_named_broken(chromium: Windows, handmade: Site, tmp_path: Path, breakage: Breakage) -> None:
    path = handmade.folder / breakage.file
    text = path.read_text("utf-8") if breakage.old else ""
    assert breakage.old in text, "the breakage no longer breaks anything"
    path.write_text(text.replace(breakage.old, breakage.new) if breakage.old else breakage.new, encoding="utf-8")
    faults = CHECKS[breakage.check](chromium, handmade, tmp_path)
    assert any(breakage.said in fault for fault in faults), faults


def test_a_missing_chromium_fails_and_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.fail.Exception, match="make test"):
        chromium_path()
