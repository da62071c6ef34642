"""A report that was only started is replaced without --force, and said; one in which anything was filled in is not."""

import json
from pathlib import Path

import pytest

from giar_site.importing.untouched import is_untouched
from giar_site.scaffold import new_report
from tests.importing.test_agencies import NAME, as_text, report, run, site, tree, written

__all__ = ["site"]
FOLDER = "content/jiaoyu-ju/2022"


@pytest.fixture
def started(site: Path) -> Path:
    """A site with a report as `giar new` writes it."""
    new_report(site, "jiaoyu-ju", 2022)
    return site


def test_an_untouched_start_is_replaced_and_said(started: Path) -> None:
    before = {name: (started / FOLDER / name).read_bytes() for name in ("figures.yaml", "report.md")}
    done = run(started, written(started.parent / "a.txt", as_text(report())))
    assert done.exit_code == 0, done.output
    assert f"{FOLDER} 原来是 giar new 写好的空表，没有填过，已经替换。" in done.output
    assert "本机关依法公开信息。" in (started / FOLDER / "report.md").read_text("utf-8")
    assert {path.name: path.read_bytes() for path in (started / "replaced/jiaoyu-ju-2022-1").iterdir()} == before


def test_a_start_saved_with_the_line_ends_of_windows_is_untouched(started: Path) -> None:
    path = started / FOLDER / "figures.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(started, written(started.parent / "a.txt", as_text(report()))).exit_code == 0


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("figures.yaml", "[0, 0, 0]", "[0, 1, 0]"),
        ("report.md", "#document_number: 文号", "document_number: 1号"),
        ("report.md", "## 一、总体情况\n", "## 一、总体情况\n\n本机关"),
        ("figures.yaml", "\nform:", "\n# 已与档案核对\nform:"),
    ],
)
def test_whatever_was_filled_in_is_left_alone(file: str, old: str, new: str, started: Path) -> None:
    path = started / FOLDER / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    before = tree(started)
    done = run(started, written(started.parent / "a.txt", as_text(report())))
    assert (done.exit_code, tree(started)) == (1, before)
    assert f"{FOLDER} 已经有了，没有改动它；要替换请加 --force" in done.output


def test_what_was_imported_is_not_untouched_though_all_of_it_is_zero(started: Path) -> None:
    (started / FOLDER / "import.yaml").write_text("", "utf-8")
    assert not is_untouched(started, "jiaoyu-ju", 2022, [f"{FOLDER}/figures.yaml", f"{FOLDER}/import.yaml"])


def test_an_unreadable_file_or_a_year_without_a_form_is_not_untouched(started: Path) -> None:
    (started / FOLDER / "report.md").write_bytes(b"\xff\xfe")
    assert not is_untouched(started, "jiaoyu-ju", 2022, [f"{FOLDER}/report.md"])
    assert not is_untouched(started, "jiaoyu-ju", 1990, [f"{FOLDER}/figures.yaml"])


def test_the_answer_for_programs_says_it(started: Path) -> None:
    source = written(started.parent / "a.txt", as_text(report()))
    first, again = (json.loads(run(started, source, *more, "--format", "json").output) for more in ([], ["--force"]))
    assert [each["imports"][0]["replaced_scaffold"] for each in (first, again)] == [True, False]
    assert first["imports"][0]["name"] == NAME


def test_two_files_for_one_start_are_still_asked_about(started: Path) -> None:
    before = tree(started)
    sources = [written(started.parent / f"in/{name}.txt", as_text(report())) for name in "ab"]
    done = run(started, *sources)
    assert (done.exit_code, tree(started)) == (1, before)
    assert "是同一份报告" in done.output


def test_an_agency_that_nobody_has_named_is_given_its_name_and_kind(site: Path) -> None:
    new_report(site, "qingshan-zhen", 2022)
    source = written(site.parent / "a.txt", as_text(report("某县青山镇人民政府")))
    done = run(site, source, "--agency", "qingshan-zhen")
    assert done.exit_code == 0, done.output
    assert "content/qingshan-zhen/agency.yaml 还没有填过，已写上机关名称。" in done.output
    assert "新建了机关文件夹" not in done.output
    agency = (site / "content/qingshan-zhen/agency.yaml").read_text("utf-8")
    assert "\nname: 某县青山镇人民政府   #" in agency
    assert "\nkind: township   #" in agency


def test_an_agency_file_in_which_anything_was_filled_in_is_left_alone(site: Path) -> None:
    new_report(site, "qingshan-zhen", 2022)
    path = site / "content/qingshan-zhen/agency.yaml"
    mine = path.read_text("utf-8").replace("#level: county", "level: township")
    path.write_text(mine, "utf-8")
    run(site, written(site.parent / "a.txt", as_text(report("某县青山镇人民政府"))), "--agency", "qingshan-zhen")
    assert path.read_text("utf-8") == mine
