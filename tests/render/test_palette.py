"""The default theme's colours, by arithmetic: text at least 4.5:1 on every surface it stands on, edges and focus at least 3:1."""

import re

import pytest

from tests.render.pages import REPOSITORY

CSS = (REPOSITORY / "themes" / "default" / "assets" / "giar.css").read_text(encoding="utf-8")
TEXT = [
    *((ink, surface) for ink in ("ink", "quiet", "main") for surface in ("desk", "paper", "tint", "tint-strong")),
    ("on-masthead", "masthead"),
]
SHAPES = [("focus", "paper"), ("focus", "desk"), ("edge", "paper"), ("main", "paper"), ("on-masthead", "masthead")]


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the light scheme, the dark one and print."""
    blocks = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)]
    light, dark, printed = blocks
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **printed}}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_arithmetic_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "surface"), TEXT)
def test_text_can_be_read_on_every_surface(scheme: str, ink: str, surface: str) -> None:
    colours = palettes()[scheme]
    assert contrast(colours[ink], colours[surface]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "surface"), SHAPES)
def test_edges_and_focus_can_be_seen(scheme: str, shape: str, surface: str) -> None:
    colours = palettes()[scheme]
    assert contrast(colours[shape], colours[surface]) >= 3


def test_no_rule_brings_a_colour_of_its_own() -> None:
    rules = re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", rules)


def test_the_style_sheet_asks_for_nothing_from_elsewhere() -> None:
    assert not re.findall(r"url\(|@import|@font-face", CSS)
