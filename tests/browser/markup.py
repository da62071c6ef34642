"""What can be wrong with a site as written: markup, dead links, content policy, anything that points off the site."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.sites import Site
from tests.browser.windows import HERE, needed

VNU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LYCHEE = Path(sys.executable).with_name("lychee")
EMPTY = {"base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping"}
DIRECTIVES = ("default-src", "base-uri", "form-action", "object-src")


def vnu_messages(site: Site) -> list[str]:
    """Every message of the Nu HTML checker, information included, on all pages, stylesheets and drawings of `site`."""
    # By http, since vnu matches the content policy too and nothing at a file address is 'self' to it. Drawings it knows by file name only.
    pages = [
        site.url + path.relative_to(site.folder).as_posix() for path in sorted(site.folder.rglob("*")) if path.suffix in {".html", ".css"}
    ]
    drawings = [str(path) for path in sorted(site.folder.rglob("*.svg"))]
    command = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(needed(VNU))]  # loopback is forbidden by default
    command += ["--format", "gnu", "--also-check-css", "--also-check-svg"]
    run = subprocess.run([*command, *pages, *drawings], capture_output=True, text=True, check=False)
    asked = {unquote(answer.path) for answer in site.answers}
    unasked = [f"vnu did not read {page}" for page in pages if urlsplit(page).path not in asked]
    return [line for line in (run.stdout + run.stderr).splitlines() if line] + unasked


def dead_links(folder: Path) -> list[str]:
    """Links and fragments below `folder` that lead nowhere; links to other sites are not asked."""
    options = ["--offline", "--include-fragments", "--no-progress", "--root-dir", str(folder), "--index-files", ""]
    run = subprocess.run([str(needed(LYCHEE)), *options, str(folder)], capture_output=True, text=True, check=False)
    return [] if run.returncode == 0 else (run.stdout + run.stderr).splitlines()


def dead_fragments(folder: Path) -> list[str]:
    """Links to a place in a page of `folder` that is not there, and ids used twice: lychee takes an @ in a fragment for an address."""
    ids: dict[Path, list[str]] = {}
    elements = {page: Source(page.read_text("utf-8")).elements for page in sorted(folder.rglob("*.html"))}
    for page, found in elements.items():
        ids[page.resolve()] = [element.attributes["id"] for element in found if "id" in element.attributes]
    dead = [f"{page.name}: id {name} twice" for page, names in ids.items() for name in sorted({n for n in names if names.count(n) > 1})]
    for page, found in elements.items():
        for href in (element.attributes.get("href", "") for element in found):
            parts = urlsplit(href)
            if parts.scheme or parts.netloc or not parts.fragment or parts.path.startswith("/"):
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
            if unquote(parts.fragment) not in ids.get(target, []):
                dead.append(f"{page.relative_to(folder)}: {href}")
    return dead


class Element:
    """A start tag: its name, its attributes, the name of the element it stands in, the text directly in it."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: str) -> None:
        self.tag, self.attributes, self.parent, self.text = tag, attributes, parent, ""


class Source(HTMLParser):
    """The elements of a page in the order of the source."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs}, self._open[-1].tag if self._open else "")
        self.elements.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].text += data


def policy_faults(text: str) -> list[str]:
    """The content policy stands first after the charset and is strict, and nothing in the page would need a laxer one."""
    elements = Source(text).elements
    head = [element for element in elements if element.parent == "head"]
    policies = [e for e in elements if e.attributes.get("http-equiv", "").lower() == "content-security-policy"]
    faults = []
    if len(head) < 2 or "charset" not in head[0].attributes or policies != [head[1]]:
        faults.append("the one content policy does not stand right after the charset")
    for policy in policies:
        content = policy.attributes.get("content", "")
        faults += [f"the policy says {word}" for word in re.findall(r"'unsafe-[^']*'|\*|https?:\S*|data:|blob:", content)]
        directives = {directive.split()[0] for directive in content.split(";") if directive.strip()}
        faults += [f"the policy is silent on {name}" for name in missing_directives(directives)]
    return faults + inline_faults(elements)


def missing_directives(directives: set[str]) -> list[str]:
    """What default-src does not cover must be said; object-src it covers."""
    covered = directives | ({"object-src"} if "default-src" in directives else set())
    return [name for name in DIRECTIVES if name not in covered]


def inline_faults(elements: list[Element]) -> list[str]:
    """Script or style inside the page, or an address that runs script."""
    faults = []
    for element in elements:
        if element.tag == "style" or (element.tag == "script" and (element.text.strip() or "src" not in element.attributes)):
            faults.append(f"inline <{element.tag}>")
        if element.attributes.get("http-equiv", "").lower() == "refresh":
            faults.append("a refresh, which no content policy stops")
        for key, value in element.attributes.items():
            if key == "style" or key.startswith("on"):
                faults.append(f"inline {key}= on <{element.tag}>")
            if re.match(r"\s*(javascript|vbscript|data|blob):", value, re.IGNORECASE) and key in LOADING | {"href", "xlink:href"}:
                faults.append(f"{key}={value[:30]} on <{element.tag}>")
    return faults


def foreign_faults(text: str) -> list[str]:
    """Anything a page would load, or send to, from another host; and links out that hand the page to it."""
    faults = []
    for element in Source(text).elements:
        for key, value in element.attributes.items():
            loads = key in LOADING or (key in {"href", "xlink:href"} and element.tag not in {"a", "area"} and not names_only(element))
            if loads and re.search(r"(^|[\s,])(https?:)?//", value, re.IGNORECASE):
                faults.append(f"<{element.tag} {key}={value}> points to another host")
        out = element.tag == "a" and re.match(r"(https?:)?//", element.attributes.get("href", ""), re.IGNORECASE)
        if out and "noopener" not in element.attributes.get("rel", "").split():
            faults.append(f"<a href={element.attributes['href']}> lacks rel=noopener")
    return faults


def names_only(element: Element) -> bool:
    """Whether a <link> names an address without loading it."""
    return element.tag == "link" and element.attributes.get("rel", "") in {"canonical", "license", "author"}


def foreign_styles(folder: Path) -> list[str]:
    """Stylesheets that load anything from another host."""
    loads = re.compile(r"url\(\s*['\"]?\s*(?:https?:)?//[^)]*|@import[^;]*//[^;]*", re.IGNORECASE)
    return [
        f"{path.relative_to(folder)}: {hit}" for path in sorted(folder.rglob("*.css")) for hit in loads.findall(path.read_text("utf-8"))
    ]
