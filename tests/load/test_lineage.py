"""`lineage:` of agency.yaml: what is read, and what is said of a slip in it."""

from pathlib import Path

import pytest

from giar_site.diagnostics import Fault
from giar_site.load import Folder, load_agency
from giar_site.reorganisation import Reorganisation


def load(site: Path, lineage: str) -> tuple[tuple[Reorganisation, ...], tuple[Fault, ...]]:
    folder = site / "content" / "ju"
    folder.mkdir(parents=True)
    (folder / "agency.yaml").write_text(f"name: 某市某局\nlineage:\n{lineage}", encoding="utf-8")
    with Folder.top(site) as top, top.folder("content") as content:
        agency = load_agency(content, "ju").agency
    return agency.lineage, agency.faults


def test_every_kind_of_change_is_read_as_written(tmp_path: Path) -> None:
    lineage, faults = load(
        tmp_path,
        '  - {change: split, date: "2022-05-10", from: [c-ju, ju], basis: 某编办〔2022〕8号}\n'
        "  - {change: founded, date: 2019-01-31, basis: 某编办〔2019〕1号}\n"
        "  - {change: renamed, date: 2020-02-29, former_name: 某市外贸局, from: [old-ju], basis: 某编办〔2020〕2号}\n"
        "  - {change: merged, date: 2021-03-01, from: [a-ju, 某市外办], basis: 某编办〔2021〕3号}\n"
        "  - {change: abolished, date: 2023-01-20, to: [d-ju], basis: 某编办〔2023〕1号}\n"
        "  - {change: split, date: 2022-06-10, from: [ju], to: [某县乙局], basis: 某编办〔2022〕9号}\n",
    )
    assert faults == ()
    assert lineage == (
        Reorganisation("split", "2022-05-10", "某编办〔2022〕8号", ("c-ju", "ju"), number=1),
        Reorganisation("founded", "2019-01-31", "某编办〔2019〕1号", number=2),
        Reorganisation("renamed", "2020-02-29", "某编办〔2020〕2号", ("old-ju",), former_name="某市外贸局", number=3),
        Reorganisation("merged", "2021-03-01", "某编办〔2021〕3号", ("a-ju", "某市外办"), number=4),
        Reorganisation("abolished", "2023-01-20", "某编办〔2023〕1号", heirs=("d-ju",), number=5),
        Reorganisation("split", "2022-06-10", "某编办〔2022〕9号", ("ju",), ("某县乙局",), number=6),
    )
    assert [change.year for change in lineage] == [2022, 2019, 2020, 2021, 2023, 2022]


def test_nothing_written_is_nothing_that_happened(tmp_path: Path) -> None:
    assert load(tmp_path, "") == ((), ())


@pytest.mark.parametrize(
    ("entry", "kind", "item"),
    [
        ("{date: 2021-03-01, basis: 文}", "missing_field", "lineage.1.change"),
        ("{change: founded, basis: 文}", "missing_field", "lineage.1.date"),
        ("{change: founded, date: 2021-03-01}", "missing_field", "lineage.1.basis"),
        ("{change: merged, date: 2021-03-01, basis: 文}", "missing_field", "lineage.1.from"),
        ("{change: split, date: 2021-03-01, basis: 文, from: []}", "missing_field", "lineage.1.from"),
        ("{change: split, date: 2021-03-01, basis: 文, former_name: 某局}", "missing_field", "lineage.1.from"),
        ("{change: renamed, date: 2021-03-01, basis: 文}", "missing_field", "lineage.1.former_name"),
        ("{change: moved, date: 2021-03-01, basis: 文}", "invalid_field", "lineage.1.change"),
        ("{change: founded, date: 2021年, basis: 文}", "invalid_field", "lineage.1.date"),
        ("{change: merged, date: 2021-03-01, basis: 文, from: a-ju}", "invalid_field", "lineage.1.from"),
        ("{change: merged, date: 2021-03-01, basis: 文, from: [A_Ju]}", "invalid_field", "lineage.1.from"),
        ("{change: merged, date: 2021-03-01, basis: 文, from: [years]}", "invalid_field", "lineage.1.from"),
        ("{change: merged, date: 2021-03-01, basis: 文, from: [a-ju], to: [b-ju]}", "invalid_field", "lineage.1.to"),
        ("{change: abolished, date: 2021-03-01, basis: 文, from: [a-ju]}", "invalid_field", "lineage.1.from"),
        ("{change: founded, date: 2021-03-01, basis: 文, to: [a-ju]}", "invalid_field", "lineage.1.to"),
        ("{change: founded, date: 2021-03-01, basis: 文, name: 局}", "unknown_field", "lineage.1.name"),
        ("更名", "invalid_field", "lineage.1"),
    ],
)
def test_a_slip_is_one_fault_at_the_thing_it_is_about(tmp_path: Path, entry: str, kind: str, item: str) -> None:
    _, faults = load(tmp_path, f"  - {entry}\n")
    assert [(fault.kind, fault.at.item) for fault in faults] == [(kind, item)]
    assert faults[0].place.line == 3


@pytest.mark.parametrize(
    ("entry", "read"),
    [
        ("{date: 2021-03-01, basis: 文}", 0),
        ("{change: founded, basis: 文}", 0),
        ("{change: founded, date: 2021-03-01}", 1),
        ("{change: merged, date: 2021-03-01, basis: 文}", 0),
        ("{change: merged, date: 2021-03-01, basis: 文, from: [a-ju, A_Ju]}", 1),
        ("{change: abolished, date: 2021-03-01, basis: 文, from: [a-ju]}", 0),
    ],
)
def test_an_entry_that_does_not_say_what_when_and_with_whom_is_left_out(tmp_path: Path, entry: str, read: int) -> None:
    lineage, faults = load(tmp_path, f"  - {entry}\n")
    assert len(lineage) == read
    assert faults
