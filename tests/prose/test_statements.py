"""What is kept of the numbers in a narrative: what agrees, what contradicts and where, and how many cannot be judged."""

import pickle

from labelled_numbers import figures_of, real_agency, report_of

from giar_site import forms
from giar_site.model import Prose, Statement
from giar_site.prose import claims_of, judged, prose_of

RECEIVED = forms.edition(2021).by_id["applications.received@total"].index


def kept(text: str, **figures: int) -> Prose:
    report = report_of(text, "overview", 2022, figures_of(2021, figures))
    return prose_of(report, claims_of(report))


def test_what_agrees_is_kept_with_its_clause_and_cells() -> None:
    assert kept("全年共收到政府信息公开申请**6**件，均已答复。", received=6) == Prose(
        (Statement("overview", "全年共收到政府信息公开申请6件", "6", "6", (RECEIVED,)),)
    )


def test_what_contradicts_is_kept_with_its_place() -> None:
    assert kept("全年共收到政府信息公开申请9件。", received=6) == Prose(
        (Statement("overview", "全年共收到政府信息公开申请9件", "9", "6", (RECEIVED,), at="overview:13-15"),)
    )


def test_a_list_is_kept_with_its_sum() -> None:
    assert [each.line for each in kept("解读政策83次，其中文字解读80次、图解3次。").statements] == ["80 + 3 = 83"] * 3


def test_what_cannot_be_judged_is_counted_and_the_rest_forgotten() -> None:
    assert kept("县政府办公室受理政府信息公开申请17件。发布信息5条。", received=95) == Prose((), 1)


def test_of_a_long_clause_the_end_is_kept() -> None:
    text = kept(f"{'为' * 80}全年共收到政府信息公开申请6件。", received=6).statements[0].text
    assert (text[0], len(text), text[-18:]) == ("…", 60, "为为为全年共收到政府信息公开申请6件"[-18:])
    exact = "为" * 44 + "全年共收到政府信息公开申请6件"
    assert len(exact) > 58
    assert kept(f"{exact[-60:]}。", received=6).statements[0].text == exact[-60:]


def test_what_is_kept_of_a_report_is_small() -> None:
    agency = real_agency("licheng-district")
    prose = prose_of(agency.reports[0], judged(agency)[2020])
    assert len(prose.statements) == 20
    assert len(pickle.dumps(prose)) < 3_000
