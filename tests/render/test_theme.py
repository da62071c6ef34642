"""What a theme may be, and what giar says of one that is not."""

import re
import shutil
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from giar_site.diagnostics import CannotGoOn
from giar_site.render import Renderer
from giar_site.render.theme import TEMPLATES
from giar_site.reorganisation import Reorganisation
from tests.derive.made import agency, plain, report, site
from tests.render.pages import REPOSITORY, Source, render

THEMES = [REPOSITORY / "themes" / "default", REPOSITORY / "tests" / "themes" / "plain"]
FILES = [path for theme in THEMES for path in sorted((theme / "templates").iterdir())]
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.If,
    nodes.For,
    nodes.Block,
    nodes.Extends,
    nodes.Include,
    nodes.Const,
    nodes.Not,
)


def stray_nodes(source: str) -> list[str]:
    """Everything in a template that is more than filling in: arithmetic, comparison, assignment, calls, filters but `safe`."""
    tree = Environment(autoescape=True).parse(source)
    found = []
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Filter) and node.name == "safe" and not node.args:
            continue
        if isinstance(node, nodes.For) and (node.test or node.recursive):
            found.append("For with a test")
        if not isinstance(node, ALLOWED):
            found.append(type(node).__name__)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parents[1].name}-{path.name}")
def test_templates_hold_no_logic(path: Path) -> None:
    assert stray_nodes(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ a + 1 }}",
        "{{ 'a' ~ b }}",
        "{{ a() }}",
        "{{ a[0] }}",
        "{{ a|length }}",
        "{{ a if b }}",
        "{{ a is defined }}",
        "{% if a == 1 %}{% endif %}",
        "{% for a in b if a %}{% endfor %}",
        "{% set a = 1 %}",
        "{% with a = b %}{% endwith %}",
        "{% import 'x' as y %}",
        "{% macro a() %}{% endmacro %}",
    ],
)
def test_the_test_of_templates_sees_logic(source: str) -> None:
    assert stray_nodes(source)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_only_the_checked_prose_goes_unescaped(theme: Path) -> None:
    unescaped = [
        match for path in (theme / "templates").iterdir() for match in re.findall(r"\{\{([^}]*)\|", path.read_text(encoding="utf-8"))
    ]
    assert unescaped == [" section.html"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parents[1].name}-{path.name}")
def test_values_stand_only_in_text_and_in_quoted_attributes(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"=\s*\{\{", source)
    assert not re.search(r"<(script|style)[^>]*>[^<]*\{\{", source)
    assert not re.search(r"\s(on\w+|style)\s*=", source)


def test_a_theme_can_be_replaced_without_any_python() -> None:
    made = site(agency("a", reports=(report("a", 2020, {"applications.received@total": plain(7)}),), kind="government"))
    pages = render(made, theme="plain", folder=REPOSITORY / "tests")
    ours = render(made)
    assert {path for path in ours if not path.startswith("assets/")} == set(pages)
    cells = [(each["id"], each["data-value"]) for each in Source(pages["a/2020.html"]).all("td") if "id" in each]
    assert cells == [(each["id"], each["data-value"]) for each in Source(ours["a/2020.html"]).all("td") if "id" in each]
    assert "政府" in pages["a/index.html"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A site folder with its own copy of the plain theme."""
    shutil.copytree(REPOSITORY / "tests" / "themes" / "plain", tmp_path / "themes" / "plain")
    return tmp_path


def refusal(folder: Path, name: str = "plain") -> str:
    with pytest.raises(CannotGoOn) as refused:
        renamed = Reorganisation("renamed", "2020-03-01", "某编办〔2020〕1号", ("old",))
        render(site(agency("a", 2020, lineage=(renamed,))), theme=name, folder=folder)
    text = refused.value.text
    assert name in text.zh
    assert name in text.en
    assert "\n" not in text.zh + text.en
    return text.zh


def test_a_theme_of_the_site_s_own_comes_before_giar_s(own: Path) -> None:
    shutil.move(own / "themes" / "plain", own / "themes" / "default")
    assert "masthead" not in render(site(agency("a", 2020)), folder=own)["index.html"]
    assert "masthead" in render(site(agency("a", 2020)), folder=own / "elsewhere")["index.html"]


def test_a_missing_theme_is_one_sentence(tmp_path: Path) -> None:
    assert "没有名为 nosuch 的主题" in refusal(tmp_path, "nosuch")


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_missing_template_is_named(own: Path, template: str) -> None:
    (own / "themes" / "plain" / "templates" / template).unlink()
    assert template in refusal(own)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_that_does_not_parse_is_named_with_its_line(own: Path, template: str) -> None:
    (own / "themes" / "plain" / "templates" / template).write_text("<p>\n{% if %}\n", encoding="utf-8")
    assert f"{template}:2" in refusal(own)


def test_a_part_that_does_not_parse_is_found_before_any_page_is_made(own: Path) -> None:
    (own / "themes" / "plain" / "templates" / "_part.html").write_text("{{ }}", encoding="utf-8")
    with pytest.raises(CannotGoOn, match=r"_part\.html"):
        Renderer(own, "plain", "1")


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("word", ["{{ nothing }}", "{{ frame.nothing }}", "{{ theme.nothing }}", "{% if frame.nothing %}{% endif %}"])
def test_a_word_that_no_view_has_stops_the_build(own: Path, template: str, word: str) -> None:
    (own / "themes" / "plain" / "templates" / template).write_text(word, encoding="utf-8")
    assert "nothing" in refusal(own)


@pytest.mark.parametrize("words", ["- a\n", "a: [\n", "", "a: \udcff"])
def test_a_broken_theme_yaml_is_named(own: Path, words: str) -> None:
    (own / "themes" / "plain" / "theme.yaml").write_bytes(words.encode("utf-8", "surrogateescape"))
    assert "theme.yaml" in refusal(own)


def test_a_theme_without_a_word_shows_the_key(own: Path) -> None:
    (own / "themes" / "plain" / "theme.yaml").write_text("kinds: none\n", encoding="utf-8")
    assert "<p>township</p>" in render(site(agency("a", 2020, kind="township")), theme="plain", folder=own)["a/index.html"]
