"""agency.yaml: what is said of an agency."""

from pathlib import Path

import pytest

from giar_site.load import Folder, load_agency
from giar_site.model import LEVELS, Agency


def load(folder: Path, *lines: str) -> Agency:
    (folder / "ju").mkdir()
    (folder / "ju" / "agency.yaml").write_text("\n".join(("name: 甲局", *lines, "")), encoding="utf-8")
    with Folder.top(folder) as content:
        return load_agency(content, "ju").agency


def test_an_agency_of_which_little_is_said(tmp_path: Path) -> None:
    agency = load(tmp_path)
    assert (agency.name, agency.kind, agency.level, agency.scope) == ("甲局", "department", "", "own")
    assert (agency.children_complete, agency.deadline, agency.faults) == (False, "", ())


def test_whether_its_children_are_complete_and_when_it_publishes(tmp_path: Path) -> None:
    agency = load(tmp_path, "scope: rollup", "children_complete: true", "deadline: 02-28")
    assert (agency.children_complete, agency.deadline, agency.faults) == (True, "02-28", ())


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_is_known(level: str, tmp_path: Path) -> None:
    agency = load(tmp_path, f"level: {level}")
    assert (agency.level, agency.faults) == (level, ())


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("level: 县级", "只能是 national / province / city / county / district / township 之一"),
        ("children_complete: 是", "只能是 true / false 之一"),
        ("deadline: 2月28日", "期限要写成 01-31 这样的月-日（指报告年度的下一年），没有期限的写 none"),
    ],
)
def test_another_word_is_a_fault_that_lists_what_can_be_written(line: str, says: str, tmp_path: Path) -> None:
    agency = load(tmp_path, line)
    assert [(fault.kind, fault.place.line, fault.word("zh")) for fault in agency.faults] == [("invalid_field", 2, says)]
    assert (agency.level, agency.children_complete, agency.deadline) == ("", False, "")
