"""Chromium windows of a given width, colour scheme and zoom, with axe and the probes at hand in each."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
PROBES = HERE / "probes.js"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALLED_BY = "`make test` 会安装它；`make test` installs it."


def chromium_path() -> str:
    """Where the system's Chromium is; a failure, never a skip, where there is none."""
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    pytest.fail(
        f"没有找到 Chromium，浏览器测试无法进行。No Chromium ({', '.join(CHROMIUM_NAMES)}) was found. {INSTALLED_BY}", pytrace=False
    )


def needed(path: Path) -> Path:
    """Return `path` of an npm package, or fail saying how to get it."""
    if not path.exists():
        pytest.fail(f"缺少 {path}。{path} is missing. {INSTALLED_BY}", pytrace=False)
    return path


class View(NamedTuple):
    """How a page is looked at: width of the window in pixels of the screen, colour scheme, zoom factor, scripting."""

    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    zoom: int = 1
    scripts: bool = True

    def __str__(self) -> str:
        zoom = f"-zoom{self.zoom}" if self.zoom > 1 else ""
        return f"{self.width}-{self.scheme}{zoom}"


DESKTOP = View()
PHONE = View(width=390, scheme="dark")
WITHOUT_SCRIPT = View(scripts=False)
ALL_VIEWS = [View(width, scheme) for width in (1280, 390, 320) for scheme in ("light", "dark")]


class Windows:
    """The windows of one browser. A window is opened once for each view and then used again: axe is loaded once."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[View, Page] = {}

    def page(self, view: View = DESKTOP) -> Page:
        """Return the shared window of `view`; whoever uses it goes to a page of their own first."""
        if view not in self._pages:
            self._pages[view] = self._context(view).new_page()
        return self._pages[view]

    @contextlib.contextmanager
    def fresh(self, view: View = DESKTOP) -> Iterator[Page]:
        """Open a window that remembers nothing and is closed at the end of the block."""
        context = self._context(view)
        try:
            yield context.new_page()
        finally:
            context.close()

    def _context(self, view: View) -> BrowserContext:
        # A zoomed window is a narrower one whose every pixel is drawn larger: that is what zoom does.
        context = self._browser.new_context(
            viewport={"width": view.width // view.zoom, "height": 900 // view.zoom},
            device_scale_factor=view.zoom,
            color_scheme=view.scheme,
            java_script_enabled=view.scripts,
            reduced_motion="reduce",  # a transition under way is neither the old look nor the new one
        )
        context.add_init_script(path=needed(AXE))
        context.add_init_script(path=PROBES)
        return context


def found(page: Page, call: str) -> list[str]:
    """Run a probe that is named after a fault, `overflow()` for one, and return what it found."""
    return [str(sentence) for sentence in probe(page, call)]


def probe(page: Page, call: str) -> Any:  # noqa: ANN401 - cells, links, sizes: whatever the probe returns
    """Run the probe `call` of probes.js, also where the page's own scripting is switched off."""
    if page.evaluate("typeof probes") == "undefined":
        page.evaluate(PROBES.read_text(encoding="utf-8"))
    return page.evaluate(f"probes.{call}")


@contextlib.contextmanager
def complaints(page: Page) -> Iterator[list[str]]:
    """Collect what the browser itself complains of: console errors, uncaught exceptions, failed loads."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(f"{message.type}: {message.text}")

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # we went on to the next page before an icon had come
            said.append(f"failed: {request.url} {request.failure}")

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(f"exception: {error}"))
    page.on("requestfailed", failed)
    yield said
