"""giar new and giar init: files that are sound as they stand, complete, and never written over anything."""

import datetime as dt
from pathlib import Path

import pytest
from checking import check_folder

from giar_site import forms
from giar_site.diagnostics import CannotGoOn
from giar_site.load import Folder, load_agency
from giar_site.scaffold import figures_yaml, init_site, new_report

TO_BE_TOLD = [("G416", "overview"), ("G416", "problems"), ("G417", "other")]


def to_be_told(site: Path) -> list[tuple[str, str]]:
    """What is left to write, and where; an error would be no such thing."""
    findings = check_folder(site)
    assert {finding.severity for finding in findings} == {"warning"}
    return [(finding.code, finding.at.item) for finding in findings]


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2025])
def test_a_new_report_lacks_nothing_but_its_words(year: int, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 年报\n", encoding="utf-8")
    made = new_report(tmp_path, "caizheng-ju", year, "某某县财政局")
    assert made.files == (
        "content/caizheng-ju/agency.yaml",
        f"content/caizheng-ju/{year}/figures.yaml",
        f"content/caizheng-ju/{year}/report.md",
    )
    assert to_be_told(tmp_path) == TO_BE_TOLD[: 3 if year >= 2021 else 2]


@pytest.mark.parametrize("edition", [2019, 2021])
def test_every_row_stands_there_with_its_official_label_and_zeros(edition: int) -> None:
    form = forms.edition(edition)
    lines = figures_yaml(form, form.first_year).split("\n")
    for row in form.rows:
        zeros = "[" + ", ".join("0" for _ in row.cells) + "]"
        assert any(line.split(":")[0].strip() == row.key.split(".")[-1] and zeros in line and row.label in line for line in lines), row.key
    for table in form.tables:
        for block in table.blocks:
            assert any("、".join(path[-1].label for path in block.column_paths) in line for line in lines)


def test_a_second_year_leaves_the_agency_s_own_file_alone(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 年报\n", encoding="utf-8")
    new_report(tmp_path, "ju", 2023, "甲局")
    agency = tmp_path / "content" / "ju" / "agency.yaml"
    agency.write_text("name: 改过的名称\n", encoding="utf-8")
    assert new_report(tmp_path, "ju", 2024).files == ("content/ju/2024/figures.yaml", "content/ju/2024/report.md")
    assert agency.read_text(encoding="utf-8") == "name: 改过的名称\n"


def test_a_report_that_is_there_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 年报\n", encoding="utf-8")
    new_report(tmp_path, "ju", 2024, "甲局")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(CannotGoOn, match="already there"):
        new_report(tmp_path, "ju", 2024, "乙局")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["某局: 甲", '"引号"', "# 井号", "- 减号", "{括号}", "@名", "换\\行"])
def test_any_name_is_written_so_that_it_is_read_back(name: str, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 年报\n", encoding="utf-8")
    new_report(tmp_path, "ju", 2024, name)
    with Folder.top(tmp_path) as top, top.folder("content") as content:
        assert load_agency(content, "ju").agency.name == name


@pytest.mark.parametrize("slug", ["财政局", "Ju", "a_b", "../x", "-a", "years", "data", "con", "a" * 65, ""])
def test_a_folder_name_that_cannot_be_is_refused(slug: str, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 年报\n", encoding="utf-8")
    with pytest.raises(CannotGoOn):
        new_report(tmp_path, slug, 2024)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site.yaml"]


def test_a_new_site_is_sound_and_has_last_year_s_report(tmp_path: Path) -> None:
    made = init_site(tmp_path / "s", dt.date(2026, 1, 5))
    assert "content/shili-ju/2025/figures.yaml" in made.files
    assert to_be_told(tmp_path / "s") == TO_BE_TOLD


def test_a_site_that_is_there_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 我的\n", encoding="utf-8")
    with pytest.raises(CannotGoOn):
        init_site(tmp_path, dt.date(2026, 1, 5))
    assert (tmp_path / "site.yaml").read_text(encoding="utf-8") == "title: 我的\n"


def test_content_that_is_there_gets_no_example(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert init_site(tmp_path, dt.date(2026, 1, 5)).files == ("site.yaml",)


@pytest.mark.parametrize(("slug", "name"), [("13987654321", "甲局"), ("ju-13987654321", "甲局"), ("ju", "甲局13987654321")])
def test_a_name_with_a_private_number_is_refused_and_nothing_is_written(slug: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 年报\n", encoding="utf-8")
    with pytest.raises(CannotGoOn, match=r"139\*\*\*\*4321"):
        new_report(tmp_path, slug, 2022, name)
    assert not (tmp_path / "content").exists()


def test_a_site_is_not_made_within_another(tmp_path: Path) -> None:
    init_site(tmp_path, dt.date(2026, 1, 1))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(CannotGoOn, match="is a site already"):
        init_site(tmp_path / "nianbao", dt.date(2026, 1, 1))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
