"""An edition is one file: with 2031.yaml beside the others, giar scaffolds, checks, localises and publishes it."""

import json
import shutil
from pathlib import Path

import pytest
from checking import check_folder
from reading import read_page

from giar_site import forms
from giar_site.build import build
from giar_site.scaffold import new_report

TOY = Path(__file__).parent / "2031.yaml"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "forms"
    folder.mkdir()
    for edition in (*forms.FOLDER.glob("[0-9]*.yaml"), TOY):
        shutil.copy(edition, folder)
    monkeypatch.setattr(forms, "FOLDER", folder)
    (tmp_path / "site.yaml").write_text("title: 玩具\n", encoding="utf-8")
    new_report(tmp_path, "toy-ju", 2031, "玩具局")
    return tmp_path


def figures(site: Path, **rows: str) -> None:
    path = site / "content" / "toy-ju" / "2031" / "figures.yaml"
    text = path.read_text(encoding="utf-8")
    for key, row in rows.items():
        lines = [f"{line.split(':')[0]}: {row}" if line.strip().startswith(f"{key}:") else line for line in text.split("\n")]
        text = "\n".join(lines)
    path.write_text(text, encoding="utf-8")


def test_the_new_form_is_scaffolded_and_sound(site: Path) -> None:
    text = (site / "content" / "toy-ju" / "2031" / "figures.yaml").read_text(encoding="utf-8")
    assert "form: 2031" in text
    assert "1.球" in text
    assert check_folder(site) == []


def test_its_arithmetic_is_checked_and_the_wrong_cell_found(site: Path) -> None:
    figures(site, **{"in": "[2, 3, 5]", "ball": "[1, 3, 4]", "kite": "[1, 0, 7]", "total": "[2, 3, 5]"})
    findings = check_folder(site)
    assert {finding.code for finding in findings} == {"G201", "G202"}
    assert {suspect for finding in findings for suspect in finding.suspects} == {("toys.kept.kite@total", "1")}


def test_it_is_published(site: Path) -> None:
    figures(site, **{"in": "[2, 3, 5]", "ball": "[1, 3, 4]", "kite": "[1, 0, 1]", "total": "[2, 3, 5]"})
    assert build(site, site / "out").published
    page = read_page(site / "out" / "toy-ju" / "2031.html")
    assert "玩具局2031年度玩具报告" in page.lines
    assert page.cells["toys.kept.ball@blue"].value == "3"
    data = json.loads((site / "out" / "data" / "toy-ju" / "2031.json").read_text(encoding="utf-8"))
    assert (data["form"], data["figures"]["toys.in@total"]) == (2031, "5")


def test_an_older_edition_no_longer_governs_the_new_years(site: Path) -> None:
    new_report(site, "old-ju", 2030, "旧局")
    shutil.move(site / "content" / "old-ju" / "2030", site / "content" / "old-ju" / "2032")
    assert {finding.code for finding in check_folder(site)} == {"G112", "G416", "G417"}
