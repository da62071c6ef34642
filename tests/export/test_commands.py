"""`giar template` and `giar export` as they are typed: files, exit codes, what is said."""

import builtins
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from samples import write_site

from giar_site.commands.exporting import export
from giar_site.commands.templating import template
from giar_site.diagnostics import CannotGoOn
from giar_site.export import Target
from giar_site.export.written import write_file

SOUND = "--- figures.yaml\nform: 2021\n…\n"
WRONG = "--- figures.yaml\nform: 2021\napplications:\n  received: [1, 0, 0, 0, 0, 0, 3]\n  …\n…\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: click.Command, *words: str) -> Result:
    return CliRunner().invoke(command, words, standalone_mode=False)


def refused(result: Result) -> str:
    assert isinstance(result.exception, CannotGoOn), result.output
    return result.exception.text.zh


def year_of(site: Path) -> str:
    [report] = site.glob("content/sample/*/figures.yaml")
    return f"sample/{report.parent.name}"


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("xlsx", b"PK"), ("txt", "某某市某某局".encode())])
def test_a_sound_report_is_written_where_nobody_says_otherwise(home: Path, form: str, begins: bytes) -> None:
    name = year_of(write_site(home / "site", SOUND))
    done = run(export, name, "--to", form, "--site", "site")
    assert (done.exception, done.exit_code) == (None, 0)
    written = home / f"{name.replace('/', '-')}.{form}"
    assert written.read_bytes().startswith(begins)
    assert done.output.startswith(f"写好 {written.name}\n")


def test_errors_make_it_a_draft_and_exit_with_1(home: Path) -> None:
    name = year_of(write_site(home / "site", WRONG))
    done = CliRunner().invoke(export, [name, "--to", "txt", "--site", "site"])
    assert done.exit_code == 1
    assert "这是草稿，报告还有" in done.output
    assert "3 |" in (home / f"{name.replace('/', '-')}.txt").read_text("utf-8")


def test_nothing_is_overwritten_unasked(home: Path) -> None:
    name = year_of(write_site(home / "site", SOUND))
    (home / "a.txt").write_text("old", "utf-8")
    assert "没有改动它" in refused(run(export, name, "--to", "txt", "-o", "a.txt", "--site", "site"))
    assert (home / "a.txt").read_text("utf-8") == "old"
    assert run(export, name, "--to", "txt", "-o", "a.txt", "--force", "--site", "site").exit_code == 0
    assert (home / "a.txt").read_text("utf-8").startswith("某某市某某局")
    assert sorted(path.name for path in home.iterdir()) == ["a.txt", "site"]


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotGoOn):
        write_file(tmp_path / "link", b"x", force=False)
    write_file(tmp_path / "link", b"x", force=True)
    assert not (tmp_path / "link").is_symlink()
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_in_the_way_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(CannotGoOn):
        write_file(tmp_path / "there", b"x", force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


@pytest.mark.parametrize("name", ["sample", "sample/20", "sample/2021/x", "../sample/2021"])
def test_what_is_no_report_is_refused(home: Path, name: str) -> None:
    write_site(home / "site", SOUND)
    assert "机关/年度" in refused(run(export, name, "--to", "txt", "--site", "site"))


def test_a_report_that_is_not_there_is_refused(home: Path) -> None:
    write_site(home / "site", SOUND)
    assert "content/ 里没有" in refused(run(export, "sample/1999", "--to", "txt", "--site", "site"))


def test_a_template_for_anybody_needs_no_site(home: Path) -> None:
    assert run(template, "2024").exit_code == 0
    assert (home / "2024.xlsx").read_bytes().startswith(b"PK")
    assert "没有改动它" in refused(run(template, "2024"))
    assert run(template, "2024", "--force").exit_code == 0


def test_several_agencies_get_a_file_each(home: Path) -> None:
    write_site(home / "site", SOUND + "--- content/other/agency.yaml\nname: 另一局\n")
    words = ["2024", "--agency", "sample", "--agency", "other", "--site", "site"]
    assert run(template, *words).exit_code == 0
    assert sorted(path.name for path in (home / "2024").iterdir()) == ["other-2024.xlsx", "sample-2024.xlsx"]
    assert run(template, *words, "-o", "out").exit_code == 0
    assert len(list((home / "out").iterdir())) == 2


def test_an_agency_nobody_knows_and_a_year_without_a_form_are_refused(home: Path) -> None:
    write_site(home / "site", SOUND)
    assert "没有 nobody" in refused(run(template, "2024", "--agency", "nobody", "--site", "site"))
    assert "没有全国统一格式" in refused(run(template, "2018"))
    assert not list(home.glob("*.xlsx"))


@pytest.mark.parametrize(("form", "library"), [("docx", "docx"), ("xlsx", "xlsxwriter")])
def test_a_missing_library_is_a_sentence(home: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str) -> None:
    name = year_of(write_site(home / "site", SOUND))
    found = builtins.__import__

    def without(asked: str, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - as the builtin
        if asked == library:
            raise ModuleNotFoundError(name=library)
        return found(asked, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    said = refused(run(export, name, "--to", form, "--site", "site"))
    assert "pip install 'giar[office]'" in said
    assert run(export, name, "--to", "txt", "--site", "site").exit_code == 0


def test_a_target_by_default_is_the_usual_place_and_overwrites_nothing() -> None:
    assert Target() == (None, False)
