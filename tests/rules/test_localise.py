"""The search for the wrong cell: it finds the truth, and never breaks what held."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound import Values, covered, sound_reports, sound_values

from giar_site import forms
from giar_site.forms import Form
from giar_site.rules import localise as module
from giar_site.rules.localise import Explanations, localise, needed_value

TABLE, LONE = "applications", "review_and_litigation"


def equations_of(form: Form, cell: int) -> int:
    return sum(cell in {*equation.left, *equation.right} for equation in form.equations)


def holds(form: Form, values: Values) -> bool:
    return all(sum(values[cell] for cell in each.left) == sum(values[cell] for cell in each.right) for each in form.equations)


def zeros(form: Form) -> Values:
    return [Decimal(0)] * len(form.cells)


@given(sound_reports())
def test_a_sound_report_needs_no_explanation(report: tuple[Form, Values]) -> None:
    form, values = report
    assert holds(form, values)
    assert localise(form, tuple(values)) == Explanations((), ())


@given(sound_reports(), st.data())
def test_a_single_wrong_cell_is_found_with_its_true_value(report: tuple[Form, Values], data: st.DataObject) -> None:
    form, values = report
    cell = data.draw(st.sampled_from(covered(form)))
    true = values[cell]
    values[cell] = Decimal(data.draw(st.integers(0, 5000).filter(lambda wrong: wrong != true)))
    found = localise(form, tuple(values)).sets
    assert ((cell, true),) in found
    if equations_of(form, cell) > 1:
        assert found == (((cell, true),),), "two equations that cross point at one cell"


@given(sound_reports(), st.data())
def test_every_explanation_makes_all_equations_hold(report: tuple[Form, Values], data: st.DataObject) -> None:
    form, values = report
    changes = data.draw(st.dictionaries(st.sampled_from(covered(form)), st.integers(1, 50), min_size=1, max_size=2))
    for cell, more in changes.items():
        values[cell] += more
    broken = not holds(form, values)
    found = localise(form, tuple(values)).sets
    assert bool(found) == broken
    for explanation in found:
        assert len(explanation) <= len(changes)
        mended = list(values)
        for cell, value in explanation:
            assert value >= 0
            mended[cell] = value
        assert holds(form, mended)


@given(sound_reports(), st.data())
def test_a_blank_in_a_sound_report_needs_the_value_that_was_there(report: tuple[Form, Values], data: st.DataObject) -> None:
    form, values = report
    cell = data.draw(st.sampled_from(covered(form)))
    blanked: list[Decimal | None] = list(values)
    blanked[cell] = None
    assert str(needed_value(form, tuple(blanked), cell)) == str(values[cell]), "as written: 0, not -0"


def test_a_blank_that_its_equations_do_not_agree_on_needs_no_value() -> None:
    form = forms.edition(2021)
    values: list[Decimal | None] = list(zeros(form))
    cell = form.by_id[f"{TABLE}.received@total"].index
    values[cell] = None
    values[form.by_id[f"{TABLE}.received@business"].index] = Decimal(1)
    assert needed_value(form, tuple(values), cell) is None


def test_a_blank_beside_a_blank_needs_no_value_from_that_row() -> None:
    form = forms.edition(2021)
    values: list[Decimal | None] = list(zeros(form))
    first, second = (form.by_id[f"{LONE}.review@{column}"].index for column in ("upheld", "corrected"))
    values[first] = values[second] = None
    assert needed_value(form, tuple(values), first) is None


def test_a_blank_never_needs_a_negative_count() -> None:
    form = forms.edition(2021)
    values: list[Decimal | None] = list(zeros(form))
    cell = form.by_id[f"{LONE}.review@upheld"].index
    values[cell] = None
    values[form.by_id[f"{LONE}.review@corrected"].index] = Decimal(3)
    assert needed_value(form, tuple(values), cell) is None


def test_an_equation_over_a_blank_says_nothing() -> None:
    form = forms.edition(2021)
    values: list[Decimal | None] = list(zeros(form))
    values[form.by_id[f"{LONE}.review@upheld"].index] = None
    values[form.by_id[f"{LONE}.review@total"].index] = Decimal(3)
    assert localise(form, tuple(values)) == Explanations((), ())


def test_of_many_wrong_cells_those_without_a_rival_are_certain() -> None:
    form = forms.edition(2021)
    values = zeros(form)
    details = [row for row in form.rows if row.id.startswith(f"{TABLE}.outcome.") and row.key != "outcome.total"]
    wrong = [details[at].cells[at].index for at in range(6)]
    for more, cell in enumerate(wrong, 1):
        values[cell] += 10**more
    found = localise(form, tuple(values))
    assert found.sets == (tuple((cell, Decimal(0)) for cell in sorted(wrong)),)
    assert set(found.certain) < set(wrong)
    assert len(found.certain) == 3


def test_where_too_many_cells_compete_nothing_is_claimed() -> None:
    form = forms.edition(2021)
    values = zeros(form)
    for row in form.rows:
        if row.table == TABLE:
            for at, cell in enumerate(row.cells):
                values[cell.index] = Decimal(7 * row.cells[0].index + at * at)
    assert localise(form, tuple(values)).sets == ()


def test_certain_cells_are_named_even_where_the_rest_stays_unexplained() -> None:
    form = forms.edition(2021)
    values = zeros(form)
    sure = form.by_id[f"{TABLE}.outcome.granted@business"].index
    values[sure] = Decimal(1000)
    for block in ("review", "direct_suits", "suits_after_review"):
        values[form.by_id[f"{LONE}.{block}@upheld"].index] = Decimal(1)
    values[form.by_id[f"{TABLE}.received@research"].index] = Decimal(3)
    values[form.by_id[f"{TABLE}.carried_in@other"].index] = Decimal(5)
    found = localise(form, tuple(values))
    assert sure in found.certain
    assert all((sure, Decimal(0)) in explanation for explanation in found.sets)


def test_where_more_is_wrong_than_can_be_searched_only_the_certain_cell_is_named() -> None:
    form = forms.edition(2021)
    values = zeros(form)
    sure = form.by_id[f"{TABLE}.outcome.granted@business"].index
    values[sure] = Decimal(1000)
    for block in ("review", "direct_suits", "suits_after_review"):
        values[form.by_id[f"{LONE}.{block}@upheld"].index] = Decimal(1)
    values[form.by_id[f"{TABLE}.received@total"].index] = Decimal(1)
    values[form.by_id[f"{TABLE}.carried_out@total"].index] = Decimal(5)
    assert localise(form, tuple(values)) == Explanations((((sure, Decimal(0)),),), (sure,))


def test_cells_that_no_crossing_equation_tells_apart_are_all_named() -> None:
    form = forms.edition(2021)
    values = zeros(form)
    for block in ("review", "direct_suits"):
        for at, column in enumerate(("upheld", "corrected", "other", "pending"), 4):
            values[form.by_id[f"{LONE}.{block}@{column}"].index] = Decimal(at)
    assert len(localise(form, tuple(values)).sets) == 1, "only the total of each block can be 22 too small"
    for block in ("review", "direct_suits"):
        values[form.by_id[f"{LONE}.{block}@total"].index] = Decimal(21)
    assert len(localise(form, tuple(values)).sets) == 25, "five cells in each of two blocks"


def test_no_more_explanations_are_listed_than_anyone_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    form = forms.edition(2021)
    values = sound_values(form, dict.fromkeys(range(len(form.cells)), 4))
    for block in ("review", "direct_suits", "suits_after_review"):
        values[form.by_id[f"{LONE}.{block}@total"].index] += 1
    everything = localise(form, tuple(values)).sets
    assert len(everything) == 5**3
    monkeypatch.setattr(module, "MOST_SETS", 50)
    some = localise(form, tuple(values)).sets
    assert 50 <= len(some) < 55
    assert set(some) < set(everything)


def test_a_search_that_would_take_too_long_ends_with_what_it_has_found(monkeypatch: pytest.MonkeyPatch) -> None:
    form = forms.edition(2021)
    values = sound_values(form, dict.fromkeys(range(len(form.cells)), 4))
    for block in ("review", "direct_suits", "suits_after_review"):
        values[form.by_id[f"{LONE}.{block}@total"].index] += 1
    monkeypatch.setattr(module, "_BUDGET", 10)
    assert 0 < len(localise(form, tuple(values)).sets) < 5**3
