"""Pages made in memory, and a strict reader of their source."""

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from giar_site.diagnostics import Finding, Rule
from giar_site.model import Site
from giar_site.render import Renderer

REPOSITORY = Path(__file__).parents[2]


def render(
    site: Site, findings: Sequence[Finding] = (), rules: Sequence[Rule] = (), theme: str = "default", folder: Path = REPOSITORY
) -> dict[str, str]:
    """Every page of `site` as text, by path; two pages at one path fail the test."""
    renderer = Renderer(folder, theme, "1.2.3")
    pages = [
        page
        for agency in site.agencies
        for page in renderer.agency_pages(site, agency, [f for f in findings if f.at.agency == agency.slug])
    ]
    pages += renderer.site_pages(site, findings, rules)
    found = {page.path: page.content.decode("utf-8") for page in pages}
    assert len(found) == len(pages)
    return found


class Source(HTMLParser):
    """The start tags of a page with their attributes and the text directly behind each."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every `tag`."""
        return [attributes for name, attributes in self.tags if name == tag]

    def text_of(self, tag: str) -> list[str]:
        """The text directly behind every `tag`, white space folded."""
        return [" ".join(text.split()) for (name, _), text in zip(self.tags, self.texts, strict=True) if name == tag]

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]
