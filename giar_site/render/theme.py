"""A theme: a folder with theme.yaml (words and switches), templates/ and assets/. Found, read and compiled once."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.render.page import Page

MOST_KEPT = 20_000  # about a kilobyte each
TEMPLATES = (
    "report.html",
    "agency.html",
    "year.html",
    "index.html",
    "checks.html",
    "rules.html",
    "corrections.html",
    "moved.html",
    "404.html",
)
_PACKAGE = Path(__file__).parents[1]
_SHIPPED = (_PACKAGE / "_themes", _PACKAGE.parent / "themes")  # in a wheel; in a checkout


class Stencil(NamedTuple):
    """A part as text and holes in turn; `holes`: their positions among `pieces`, and which field fills each."""

    pieces: list[str]
    holes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A theme ready for use. `words` is theme.yaml as it stands, `assets` the files every site of this theme carries."""

    name: str
    words: Mapping[str, Any]
    templates: Mapping[str, Template]
    assets: tuple[Page, ...]
    kept: dict[Hashable, Markup] = field(default_factory=dict)
    stencils: dict[Hashable, Stencil] = field(default_factory=dict)

    def word(self, group: str, key: str) -> str:
        """The theme's word for `key` in `group`; the key itself where the theme has none."""
        words = self.words.get(group)
        return str(words.get(key, key)) if isinstance(words, dict) else key

    def render(self, template: str, **views: object) -> bytes:
        """Fill in `template`. Raises CannotGoOn when the theme asks for something that no view has."""
        return self._filled(template, views).encode()

    def _filled(self, template: str, views: Mapping[str, object]) -> str:
        try:
            return self.templates[template].render(theme=self.words, **views)
        except TemplateError as error:
            raise _broken(self.name, template, error) from error

    def part(self, template: str, key: Hashable, **views: object) -> Markup:
        """Fill in a part that comes out the same for the same `key` (None: keep nothing): most rows of most reports are alike.

        Empty for a theme without this part.
        """
        if template not in self.templates:
            return Markup()
        done = self.kept.get(key) if key is not None else None
        if done is None:
            done = Markup(self._filled(template, views))  # noqa: S704 - what an autoescaping template made
            if key is not None:
                self.keep(key, done)
        return done

    def keep(self, key: Hashable, done: Markup) -> Markup:
        """Remember a part for the next report, and hand it on."""
        if len(self.kept) >= MOST_KEPT:
            self.kept.clear()
        self.kept[key] = done
        return done


def load_theme(site_folder: Path, name: str) -> Theme:
    """Load the theme `name` from the site's own themes/ folder, else the one that comes with giar. Raises CannotGoOn."""
    folder = next((each / name for each in (site_folder / "themes", *_SHIPPED) if (each / name / "theme.yaml").is_file()), None)
    if folder is None:
        zh = f"没有名为 {name} 的主题：themes/{name}/theme.yaml 不存在；请改正 site.yaml 的 theme，或删去这一行使用默认主题。"
        en = f"no theme named {name}: there is no themes/{name}/theme.yaml; mend `theme` in site.yaml, or remove it for the default theme."
        raise CannotGoOn(Text(zh, en))
    try:
        words = yaml.safe_load((folder / "theme.yaml").read_text(encoding="utf-8"))
        templates = _compile(name, folder / "templates")
        assets = tuple(_assets(folder / "assets"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise _broken(name, "theme.yaml", error) from error
    if not isinstance(words, dict):
        raise _broken(name, "theme.yaml", ValueError("not a mapping"))
    return Theme(name, words, templates, assets)


def _compile(name: str, folder: Path) -> dict[str, Template]:
    environment = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=None,
    )
    found = {}
    for template in TEMPLATES:
        try:
            found[template] = environment.get_template(template)
        except TemplateError as error:
            raise _broken(name, template, error) from error
    for template in environment.list_templates():  # parts are compiled now too, so that a slip is found before any page is made
        try:
            found[template] = environment.get_template(template)
        except TemplateError as error:
            raise _broken(name, template, error) from error
    return found


def _assets(folder: Path) -> list[Page]:
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return [Page(f"assets/{path.relative_to(folder).as_posix()}", path.read_bytes()) for path in files]


def _broken(theme: str, file: str, error: Exception) -> CannotGoOn:
    where = f"{error.name or file}:{error.lineno}" if isinstance(error, TemplateSyntaxError) else file
    reason = " ".join(str(error).split())
    return CannotGoOn(Text(f"主题 {theme} 的 {where} 不能用：{reason}", f"theme {theme}: {where} cannot be used: {reason}"))
