"""The places that corrections tell of: a renamed attachment is told at its former place."""

import pytest

from giar_site.derive import places_told
from giar_site.model import Correction

BEFORE = {"files/a.csv": "d1", "files/c.csv": "d3", "title of files/a.csv": "统计表"}
NOW = {"files/b.csv": "d1", "files/c.csv": "d4", "title of files/b.csv": "新统计表"}


def entry(at: str, now: str) -> Correction:
    return Correction("2023-03-01", at, "统计表", now, "改名")


@pytest.mark.parametrize("now", ["files/b.csv", "b.csv", "新统计表"])
def test_a_correction_of_a_file_that_is_gone_tells_of_the_one_it_has_become(now: str) -> None:
    assert places_told([entry("files/a.csv", now)], BEFORE, NOW) == {"files/a.csv", "files/b.csv"}


@pytest.mark.parametrize(
    ("at", "now"),
    [
        ("files/a.csv", "撤下"),
        ("files/a.csv", "files/c.csv"),  # that one was there before: what became of it is another matter
        ("files/a.csv", "title of files/b.csv"),
        ("files/c.csv", "files/b.csv"),  # it is still there
        ("files/x.csv", "files/b.csv"),  # it never was
        ("overview", "files/b.csv"),
    ],
)
def test_any_other_tells_of_its_own_place_only(at: str, now: str) -> None:
    assert places_told([entry(at, now)], BEFORE, NOW) == {at}
    assert places_told([entry(at, now)], {**BEFORE, "overview": "d"}, NOW) == {at}


def test_of_two_new_files_called_alike_none_is_told() -> None:
    now = {**NOW, "files/d.csv": "d5", "title of files/d.csv": "新统计表"}
    assert places_told([entry("files/a.csv", "新统计表")], BEFORE, now) == {"files/a.csv"}
    assert places_told([entry("files/a.csv", "files/d.csv")], BEFORE, now) == {"files/a.csv", "files/d.csv"}
