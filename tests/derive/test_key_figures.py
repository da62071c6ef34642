"""Key figures are sums of cells, and unknown when a cell is blank."""

from decimal import Decimal

from giar_site.derive import key_values, labels_of
from tests.derive.made import BLANK, figures, plain

SUITS = "review_and_litigation.direct_suits@total"


def value(cells: dict[str, object], key: str) -> Decimal | None:
    return next(each.value for each in key_values(figures(2021, cells)) if each.key == key)  # type: ignore[arg-type]


def test_a_key_figure_adds_up_its_cells() -> None:
    assert value({SUITS: plain(2), "review_and_litigation.suits_after_review@total": plain(3)}, "suits") == 5


def test_a_blank_cell_makes_its_key_figure_unknown_and_no_other() -> None:
    assert value({SUITS: BLANK}, "suits") is None
    assert value({SUITS: BLANK}, "received") == 0


def test_the_columns_of_an_overview_are_those_of_all_its_editions_once_each() -> None:
    both = labels_of([figures(2019), figures(2021), figures(2019)])
    assert both == {each.key: each.label for each in figures(2021).form.key_figures}
    assert labels_of([]) == {}
