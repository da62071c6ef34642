"""Numbers that are somebody's own: no output of `giar import` shows them, import.yaml does not hold them, and the check finds them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from giar_site.cli import giar
from giar_site.export.plain import as_text
from giar_site.model import Contact, Passage
from tests.export.making import draft

IDENTITY, MOBILE = "11010519491231002X", "13912345678"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    made = draft(2021, prose=f"申请人张某（身份证号{IDENTITY}，手机{MOBILE}）的申请已经办结。")
    made = replace(
        made,
        name="某县教育局",
        metadata=made.metadata._replace(contact=Contact(telephone=MOBILE), attachments=()),
        preamble=Passage("", "", "前言。", ""),
    )
    path = tmp_path / "a.txt"
    lines = as_text(made).decode().replace("规章 | 0 | 0 | 0 |", f"规章 | 0 | {MOBILE} | 0 |\n{IDENTITY} | {MOBILE} |")
    path.write_text(lines + f"技术支持：张某 {MOBILE}\n", "utf-8")
    (tmp_path / "site.yaml").write_text("title: 样本\n", "utf-8")
    return path


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_no_output_shows_them(source: Path, form: str, more: list[str]) -> None:
    done = CliRunner().invoke(giar, ["import", str(source), "--site", str(source.parent), "--format", form, *more])
    assert done.exit_code == 1
    assert IDENTITY not in done.output
    assert MOBILE not in done.output
    if form == "json":
        assert json.loads(done.output)["summary"]["files"] == 1


def test_the_provenance_does_not_hold_them_and_the_check_finds_them_where_they_stand(source: Path) -> None:
    CliRunner().invoke(giar, ["import", str(source), "--site", str(source.parent)])
    (folder,) = source.parent.glob("content/*/2021")
    kept = (folder / "import.yaml").read_text("utf-8")
    assert IDENTITY not in kept
    assert MOBILE not in kept
    assert IDENTITY in (folder / "report.md").read_text("utf-8")
    found = CliRunner().invoke(giar, ["check", "--site", str(source.parent)])
    assert found.exit_code == 1
    assert "report.md" in found.output
    assert "身份证" in found.output
    assert IDENTITY not in found.output
