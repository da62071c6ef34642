"""figures.yaml along the form: rows by id or label, totals left out, lengths, places."""

import pytest
from samples import sound_figures

from giar_site import forms
from giar_site.diagnostics import Fault
from giar_site.load.figures import read_figures
from giar_site.load.nodes import Mapping
from giar_site.load.sink import Sink
from giar_site.load.yaml_nodes import parse
from giar_site.model import Figures, Reading


def read(text: str, edition: int = 2021) -> tuple[Figures, list[Fault], Sink]:
    sink = Sink("ju", 2021, "figures", "figures.yaml")
    root = parse(text).root
    assert isinstance(root, Mapping)
    return read_figures(root, edition, sink), sink.faults, sink


def with_row(key: str, row: str, edition: int = 2021) -> str:
    lines = sound_figures(edition).split("\n")
    return "\n".join(f"{line.split(key)[0]}{row}" if line.strip().startswith(f"{key}:") else line for line in lines)


@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_sound_file_has_every_cell_and_no_fault(edition: int) -> None:
    figures, faults, _ = read(sound_figures(edition), edition)
    assert faults == []
    assert {figure.reading for figure in figures.values} == {Reading.PLAIN}
    assert len(figures.values) == len(forms.edition(edition).cells)


@pytest.mark.parametrize(
    "name", ["received", "一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量", "本年新收 政府信息公开申请数量"]
)
def test_a_row_is_known_by_id_or_official_label(name: str) -> None:
    figures, faults, _ = read(with_row("received", f"{name}: [1, 0, 0, 0, 0, 0, 1]"))
    assert faults == []
    assert figures["applications.received@total"].value == 1


def test_a_group_is_known_by_its_label_too() -> None:
    figures, faults, _ = read(
        sound_figures(2021).replace("    refused:", "    （三）不予公开:").replace("applications:", "收到和处理政府信息公开申请情况:")
    )
    assert faults == []
    assert figures["applications.outcome.refused.state_secret@total"].value == 0


def test_a_total_left_out_of_a_row_is_derived() -> None:
    figures, faults, _ = read(with_row("received", "received: [3, 2, 0, 0, 0, 1]"))
    assert faults == []
    assert figures["applications.received@total"][:3] == (6, "", Reading.DERIVED)


def test_a_total_row_left_out_is_derived_column_by_column() -> None:
    text = "\n".join(
        line for line in with_row("granted", "granted: [3, 2, 0, 0, 0, 1]").split("\n") if line != "    total: [0, 0, 0, 0, 0, 0, 0]"
    )
    figures, faults, _ = read(text)
    assert faults == []
    assert [figures[f"applications.outcome.total@{column}"].value for column in ("natural_person", "business", "other", "total")] == [
        3,
        2,
        1,
        6,
    ]


def test_a_row_that_lacks_a_figure_but_has_its_total_is_of_the_wrong_length() -> None:
    _, [fault], _ = read(with_row("received", "received: [3, 2, 0, 0, 0, 5]"))
    assert (fault.kind, fault.at.item, fault.word("got"), fault.word("want")) == ("wrong_length", "applications.received", "6", "7")


def test_a_single_figure_needs_no_brackets() -> None:
    figures, faults, _ = read(with_row("licensing", "licensing: 7"))
    assert faults == []
    assert figures["disclosure.licensing@decisions"].value == 7


def test_every_fault_of_a_file_is_found_in_one_run() -> None:
    text = (
        sound_figures(2021)
        .replace("    granted:", "    grantd:")
        .replace("carried_in: [0, ", "carried_in: [0, 0, ")
        .replace("review_and_litigation:", "reviews:")
    )
    _, faults, _ = read(text)
    assert sorted(fault.kind for fault in faults) == ["missing_row", "missing_row", "unknown_row", "unknown_row", "wrong_length"]


def test_a_row_under_two_names_is_a_fault() -> None:
    _, [fault], _ = read(sound_figures(2021).replace("  received:", "  本年新收政府信息公开申请数量: [0, 0, 0, 0, 0, 0, 0]\n  received:"))
    assert (fault.kind, fault.word("twice")) == ("unknown_row", "一、本年新收政府信息公开申请数量")


def test_a_cell_s_place_counts_characters_also_after_chinese() -> None:
    _, _, sink = read(with_row("received", "本年新收政府信息公开申请数量: [10, 0, 0, 0, 0, 0, 10]"))
    place = sink.spot("applications.received@natural_person")
    assert place
    assert (place.column, place.length) == (20, 2)
