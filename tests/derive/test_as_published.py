"""Where the published text stands beside the number."""

from decimal import Decimal

import pytest

from giar_site.derive import differs, texts_as_published
from giar_site.model import Figure, Reading
from tests.derive.made import converted, figures

CHANGE = "disclosure.licensing@change"


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(Decimal(3), "3", Reading.PLAIN), False),
        (Figure(Decimal(3), "", Reading.DERIVED), False),
        (Figure(None, "", Reading.DERIVED), False),
        (Figure(Decimal(13), "增13", Reading.CONVERTED), True),
        (Figure(None, "约三件", Reading.UNREADABLE), True),
        (Figure(None, "/", Reading.BLANK), True),
        (Figure(None, "~", Reading.BLANK), False),
        (Figure(None, '""', Reading.BLANK), False),
        (Figure(None, "", Reading.MISSING), False),
    ],
)
def test_only_a_text_that_somebody_published_differs(figure: Figure, expected: bool) -> None:  # noqa: FBT001 - parametrised
    assert differs(figure) is expected


def test_the_text_the_value_and_the_unit_are_kept_together() -> None:
    amount = "disclosure.procurement@amount"
    texts = texts_as_published(figures(2019, {amount: converted("396.24万元", "396.24", "万元"), CHANGE: converted("增13", "13")}))
    assert [(each.cell.id, each.text, each.value, each.unit) for each in texts] == [
        (CHANGE, "增13", Decimal(13), ""),
        (amount, "396.24万元", Decimal("396.24"), "万元"),
    ]
