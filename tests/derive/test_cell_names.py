"""What cells are called together."""

from giar_site import forms
from giar_site.derive import names_of_cells

FORM = forms.edition(2021)
GRANTED = "applications.outcome.granted@total"
REFUSED = [cell for cell in FORM.by_id if cell.startswith("applications.outcome.refused.") and cell.endswith("@total")]


def test_up_to_three_cells_are_called_by_their_own_labels() -> None:
    assert names_of_cells(FORM, tuple(REFUSED[:3])) == tuple((cell, FORM.by_id[cell].label) for cell in REFUSED[:3])


def test_four_are_called_by_the_heads_they_share() -> None:
    assert names_of_cells(FORM, tuple(REFUSED[:4])) == ((REFUSED[0], "三、本年度办理结果·（三）不予公开·申请人情况·总计（合计）"),)


def test_rows_of_different_depth_share_what_stands_above_both() -> None:
    assert names_of_cells(FORM, (GRANTED, *REFUSED)) == ((GRANTED, "三、本年度办理结果·申请人情况·总计（合计）"),)


def test_no_cells_have_no_name() -> None:
    assert names_of_cells(FORM, ()) == ()
