"""What can go wrong while a reader moves through a site: foreign requests, things that need script, an unpacked zip."""

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from playwright.sync_api import Page

from tests.browser.layout import text_size_faults
from tests.browser.sites import PREFIX, Site
from tests.browser.windows import DESKTOP, WITHOUT_SCRIPT, Windows, complaints, found, probe

NOT_LINKED = {"404.html"}  # the server shows it, no page leads to it


def crawl_faults(windows: Windows, site: Site) -> list[str]:
    """Open every page that links lead to: no request leaves the site, nothing is missing, the browser complains of nothing."""
    faults: list[str] = []
    asked: list[str] = []
    with windows.fresh() as page:
        page.on("request", lambda request: asked.append(request.url))
        with complaints(page) as said:
            for address in (reached := ["index.html"]):
                page.goto(site.url + address)
                faults += [f"{address}: {fault}" for fault in said + found(page, "violations()")]
                said.clear()
                reached += [link for link in pages_linked(page, site.url) if link not in reached]
            page.wait_for_load_state("networkidle")
            faults += said
    faults += [f"request to another origin: {url}" for url in asked if not url.startswith(site.url)]
    faults += [f"{answer.status} {answer.path}" for answer in site.answers if answer.status >= 400 or not answer.path.startswith(PREFIX)]
    return faults + [f"no link leads to {page}" for page in site.pages() if page not in reached and page not in NOT_LINKED]


def pages_linked(page: Page, root: str) -> list[str]:
    """Return the pages below `root` that the open page links to, each once, as paths from `root`."""
    addresses = [urldefrag(link["url"])[0] for link in probe(page, "links()")]
    inside = [unquote(address.removeprefix(root)) for address in addresses if address.startswith(root)]
    return list(dict.fromkeys(address for address in inside if address.endswith((".html", "/"))))


def scriptless_faults(windows: Windows, site: Site) -> list[str]:
    """With scripting off every figure and link that scripting shows is there, in sight, and the figures are those of the data."""
    faults: list[str] = []
    for address in site.pages():
        seen: dict[bool, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {}
        for view in (DESKTOP, WITHOUT_SCRIPT):
            page = windows.page(view)
            page.goto(site.url + address)
            seen[view.scripts] = probe(page, "cells()"), probe(page, "links()")
        for kind, scripted, plain in zip(("figure", "link"), seen[True], seen[False], strict=True):
            lost = [thing for thing in scripted if thing["shown"] and thing not in plain]
            faults += [f"{address}: without script the {kind} {thing} is lost" for thing in lost]
        faults += [f"{address}: without script the figure {cell['id']} is hidden" for cell in seen[False][0] if not cell["shown"]]
        if address in site.reports():
            faults += [f"{address}: {fault}" for fault in data_faults(site, address, seen[False][0])]
    return faults


def data_faults(site: Site, report: str, cells: Iterable[dict[str, Any]]) -> list[str]:
    """Compare the cells of a report page with data/<agency>/<year>.json; a blank there is an empty data-value."""
    data = json.loads((site.folder / "data" / report).with_suffix(".json").read_text("utf-8"))
    figures = {key: value or "" for key, value in data["figures"].items()}
    page = {cell["id"]: cell["value"] for cell in cells}
    return [
        f"{cell} is {page.get(cell)!r} on the page and {figures.get(cell)!r} in the data"
        for cell in sorted(figures.keys() | page.keys())
        if page.get(cell) != figures.get(cell)
    ]


def scriptless_control_faults(windows: Windows, site: Site) -> list[str]:
    """Without script the text size still changes and clicks still lead from the index to a report and back."""
    with windows.fresh(WITHOUT_SCRIPT) as page:
        page.goto(site.url + site.reports()[0])
        return text_size_faults(page) + journey_faults(page, site.url, site)


def follow(page: Page, address: str) -> list[str]:
    """Click the first visible link of the open page that leads to `address` (no fragment)."""
    for number, link in enumerate(probe(page, "links()")):
        if link["shown"] and urldefrag(link["url"])[0] == address:
            page.locator("a[href]").nth(number).click()
            page.wait_for_url(lambda url: urldefrag(url)[0] == address)
            return []
    return [f"{page.url} has no link to {address}"]


def journey_faults(page: Page, root: str, site: Site) -> list[str]:
    """Click from the index to a year, a report, its agency, the checks and home again, all below `root`."""
    faults: list[str] = []
    for report in site.reports():
        agency, year = report.removesuffix(".html").split("/")
        page.goto(root + "index.html")
        for step in (f"years/{year}.html", report, f"{agency}/index.html", "checks.html", "index.html"):
            if lost := follow(page, urljoin(root, step)):
                faults += lost
                break
    return faults


def unpack_elsewhere(site: Site, where: Path) -> Path:
    """Pack the site into a zip and unpack it as a clerk would, into a folder with a Chinese name and a space."""
    archive = where / "site.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(site.folder.rglob("*")):
            packed.write(path, path.relative_to(site.folder))
    target = where / "新建 文件夹"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(target)
    return target


def unpacked_faults(windows: Windows, site: Site, where: Path) -> list[str]:
    """The site opened by double-click: links, stylesheets, scripts and downloads work, and it looks as it does when served."""
    root = unpack_elsewhere(site, where).as_uri() + "/"
    served = windows.page()
    with windows.fresh() as page, complaints(page) as said:
        faults = journey_faults(page, root, site)
        for address in site.pages():
            served.goto(site.url + address)
            page.goto(root + address)
            looks = zip(probe(page, "appearance()"), probe(served, "appearance()"), strict=True)
            faults += [f"{address}: {here} by file, {there} served" for here, there in looks if here != there]
            faults += [f"{address}: {fault}" for fault in found(page, "violations()")]
            if address in site.reports():
                faults += download_faults(page)
    return faults + said


def download_faults(page: Page) -> list[str]:
    """The report page open by file path offers its data as JSON and CSV, and each file is there."""
    paths = [Path(unquote(urlsplit(link["url"]).path)) for link in probe(page, "links()") if link["shown"]]
    return [
        f"{page.url} offers no {suffix} that is there"
        for suffix in (".json", ".csv")
        if not any(path.suffix == suffix and path.is_file() for path in paths)
    ]
