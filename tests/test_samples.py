"""Samples of manuals become sites: one report, several years, several agencies."""

from pathlib import Path

import pytest
from checking import check_sample
from samples import write_site

ONE = ["content/sample/2022/figures.yaml", "content/sample/2022/report.md", "content/sample/agency.yaml", "site.yaml"]


def files(folder: Path, sample: str) -> list[str]:
    write_site(folder, sample)
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_sample_without_names_is_one_report(tmp_path: Path) -> None:
    assert files(tmp_path, "applications:\n  …\n") == ONE


def test_each_year_named_is_a_whole_report_on_the_form_of_its_year(tmp_path: Path) -> None:
    found = files(tmp_path, "--- 2020/figures.yaml\n…\n--- 2021/report.md\n…\n--- content/sample/2023/figures.yaml\n…\n")
    years = [path.split("/")[2] for path in found if path.endswith("figures.yaml")]
    assert years == ["2020", "2021", "2023"]
    written = [(tmp_path / f"content/sample/{year}/figures.yaml").read_text("utf-8").split("\n")[0] for year in years]
    assert written == ["form: 2019", "form: 2021", "form: 2021"]
    assert len(found) == 8


def test_a_sample_about_others_leaves_the_sample_s_own_agency_out(tmp_path: Path) -> None:
    found = files(tmp_path, "--- content/other/2022/figures.yaml\n…\n--- content/third/agency.yaml\nname: 某局\n")
    assert [path for path in found if "/sample/" in path] == []
    assert [path for path in found if path.endswith("agency.yaml")] == ["content/other/agency.yaml", "content/third/agency.yaml"]


@pytest.mark.parametrize(
    "sample",
    [
        "--- 2019/figures.yaml\n…\n--- 2020/figures.yaml\n…\n--- 2021/figures.yaml\n…\n",
        "--- agency.yaml\nname: 某某市某某局\n--- content/other/2022/figures.yaml\n…\n",
    ],
)
def test_what_a_sample_does_not_say_is_sound(sample: str, tmp_path: Path) -> None:
    assert check_sample(tmp_path, sample) == []
