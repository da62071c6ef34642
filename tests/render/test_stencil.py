"""A part filled in by its shape is the part that its template makes."""

from typing import NamedTuple

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from giar_site.render.stencil import stencilled
from giar_site.render.theme import Theme

SOURCE = '{% if part.name %}<b title="{{ part.name }}">{{ part.name }}</b>{% endif %}{{ part.html }}{% if part.fact %}!{% endif %}'


class Part(NamedTuple):
    name: str
    html: str
    fact: bool


class Counting:
    """A template that counts how often it runs."""

    def __init__(self) -> None:
        self.runs = 0
        self.template = Environment(autoescape=True, loader=DictLoader({"part": SOURCE})).get_template("part")

    def render(self, **views: object) -> str:
        self.runs += 1
        return self.template.render(**views)


@pytest.fixture
def template() -> Counting:
    return Counting()


@pytest.fixture
def theme(template: Counting) -> Theme:
    return Theme("toy", {}, {"part": template}, ())  # type: ignore[dict-item]


VIEWS = [
    Part("a", "b", fact=True),
    Part("", "b", fact=True),
    Part("a", "", fact=False),
    Part("<&\"'>", "<i>", fact=False),
    Part("x", Markup("<i>y</i>"), fact=False),
    Part("\ue001", "\ue000", fact=True),
]


@pytest.mark.parametrize("view", VIEWS)
def test_it_comes_out_as_the_template_makes_it(theme: Theme, template: Counting, view: Part) -> None:
    for _ in range(2):
        made = stencilled(theme, "part", "part", view)
        assert isinstance(made, Markup)
        assert str(made).replace("&quot;", "&#34;").replace("&#x27;", "&#39;") == template.template.render(part=view)


def test_the_template_runs_once_for_each_shape(theme: Theme, template: Counting) -> None:
    for _ in range(3):
        for view in VIEWS:
            stencilled(theme, "part", "part", view)
    assert template.runs == len({tuple(map(bool, view)) for view in VIEWS})


def test_a_theme_without_the_part_prints_nothing() -> None:
    assert stencilled(Theme("bare", {}, {}, ()), "part", "part", VIEWS[0]) == ""
