"""What every page carries: head, way back, foot."""

from typing import NamedTuple
from urllib.parse import urlsplit

from giar_site.model import Owner, Settings, Site
from giar_site.render.page import CHECKS, CORRECTIONS, FEED, FIGURES_CSV, INDEX, SITEMAP, root_of, year_path
from giar_site.render.theme import Theme

# What no directive names falls under default-src: no connections, frames, fonts, media, objects or workers at all.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


class Meta(NamedTuple):
    """A `<meta name content>` of the head, as government sites are asked to carry."""

    name: str
    content: str


class Link(NamedTuple):
    """A link and its words."""

    href: str
    text: str


class Frame(NamedTuple):
    """The frame of a page. `root` leads to the site's root; `address` is the page's own, "" while the site's url is not known."""

    language: str
    policy: str
    site: str
    root: str
    address: str
    metas: tuple[Meta, ...]
    home: str
    latest: str
    checks: str
    corrections: str
    feed: str
    csv: str
    sitemap: str
    owner: Owner


class Article(NamedTuple):
    """What the head says of a page that is one document."""

    title: str
    published: str
    source: str


def frame_of(site: Site, theme: Theme, path: str, article: Article | None = None, root: str | None = None) -> Frame:
    """The frame of the page at `path`; one without `article` is a column page. `root` replaces the relative way up."""
    settings = site.settings
    up = root_of(path) if root is None else root
    return Frame(
        language=settings.language,
        policy=POLICY,
        site=settings.title,
        root=up,
        address=address_of(settings, path),
        metas=tuple(Meta(name, content) for name, content in _metas(settings, theme, path, article) if content),
        home=f"{up}{INDEX}",
        latest=up + year_path(site.years[0]) if site.years else "",
        checks=f"{up}{CHECKS}",
        corrections=f"{up}{CORRECTIONS}",
        feed=f"{up}{FEED}",
        csv=f"{up}{FIGURES_CSV}",
        sitemap=f"{up}{SITEMAP}",
        owner=settings.owner,
    )


def language_of(settings: Settings) -> str:
    """The language of sentences that giar words itself: "zh" or "en"."""
    return "en" if settings.language.startswith("en") else "zh"


def address_of(settings: Settings, path: str) -> str:
    """The full address of the page at `path`, "" when site.yaml does not say where the site will stand."""
    return f"{settings.url.rstrip('/')}/{path}" if settings.url else ""


def _metas(settings: Settings, theme: Theme, path: str, article: Article | None) -> list[tuple[str, str]]:
    metas = [
        ("SiteName", settings.title),
        ("SiteDomain", settings.domain or urlsplit(settings.url).hostname or ""),
        ("SiteIDCode", settings.owner.site_id_code),
        ("ColumnName", theme.word("column", "name")),
    ]
    if article is None:
        return [
            *metas,
            ("ColumnDescription", theme.word("column", "description")),
            ("ColumnKeywords", theme.word("column", "keywords")),
            ("ColumnType", theme.word("column", "type")),
        ]
    return [
        *metas,
        ("ArticleTitle", article.title),
        ("PubDate", article.published),
        ("ContentSource", article.source),
        ("Url", address_of(settings, path)),
    ]
