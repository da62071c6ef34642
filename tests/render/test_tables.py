"""How a figure is printed."""

import re
from decimal import Decimal

import pytest

from giar_site.model import Figure, Reading
from tests.derive.made import BLANK, agency, converted, plain, report, site
from tests.render.pages import render

CELL = "applications.received@natural_person"


def printed(figure: Figure, cell: str = CELL) -> tuple[str, str]:
    """data-value and the source between the tags."""
    page = render(site(agency("a", reports=(report("a", 2020, {cell: figure}),))))["a/2020.html"]
    match = re.search(rf'<td id="{re.escape(cell)}" [^>]*data-value="([^"]*)"[^>]*>(.*?)</td>', page)
    assert match
    return match[1], match[2]


@pytest.mark.parametrize(
    ("figure", "value", "text"),
    [
        (plain(0), "0", "0"),
        (plain(491139), "491139", "491139"),
        (Figure(Decimal("1E+3"), "1000", Reading.PLAIN), "1000", "1000"),
        (Figure(Decimal("396.240"), "396.240", Reading.PLAIN), "396.240", "396.240"),
        (Figure(Decimal(-14), "-14", Reading.PLAIN), "-14", "-14"),
        (converted("增13", "13"), "13", "增13"),
        (converted("+155", "155"), "155", "+155"),
        (Figure(Decimal(7), "", Reading.DERIVED), "7", "7"),
        (Figure(None, "<约三件>", Reading.UNREADABLE), "", "&lt;约三件&gt;"),
    ],
)
def test_a_converted_figure_is_shown_as_published_any_other_in_plain_digits(figure: Figure, value: str, text: str) -> None:
    assert printed(figure) == (value, text)


@pytest.mark.parametrize(
    "figure", [BLANK, Figure(None, "/", Reading.BLANK), Figure(None, "", Reading.DERIVED), Figure(None, "", Reading.MISSING)]
)
def test_a_blank_is_a_dash_to_the_eye_and_a_word_to_the_ear(figure: Figure) -> None:
    value, text = printed(figure)
    assert value == ""
    assert text == '<span aria-hidden="true">—</span><span class="unseen">空白</span>'


def test_a_derived_total_looks_like_a_written_one() -> None:
    cell = "applications.received@total"
    written = printed(plain(5), cell)
    assert printed(Figure(Decimal(5), "", Reading.DERIVED), cell) == written
