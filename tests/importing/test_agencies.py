"""Where an imported report goes: agencies that exist, files that would collide, folders of mixed files, trials, interruptions."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from giar_site.cli import giar
from giar_site.export.draft import Draft
from giar_site.export.plain import as_text
from giar_site.export.word.document import as_docx
from giar_site.export.xlsx.book import as_xlsx
from giar_site.importing import writing
from giar_site.importing.one import Import
from giar_site.importing.target import Target
from tests.export.making import draft

NAME = "某县教育局"
AGENCY = f"""\
name: {NAME}
short_name: 县教育局
kind: department
lineage:
  - {{change: renamed, date: "2019-03-01", former_name: 某县教委, basis: 某编办〔2019〕3号}}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "content" / "jiaoyu-ju").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: 样本\n", "utf-8")
    (folder / "content" / "jiaoyu-ju" / "agency.yaml").write_text(AGENCY, "utf-8")
    return folder


def report(name: str = NAME, year: int = 2022, slug: str = "") -> Draft:
    sound = draft(2021, prose="本机关依法公开信息。")
    meta = sound.metadata._replace(published=f"{year + 1}-01-20", attachments=())
    return replace(sound, name=name, year=year, slug=slug, metadata=meta)


def run(site: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(giar, ["import", *map(str, arguments), "--site", str(site), "--jobs", "1"])


def tree(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", [NAME, "县教育局", "某县教委"])
def test_an_agency_is_found_by_its_name_its_short_name_and_its_former_name(site: Path, name: str) -> None:
    source = written(site.parent / "a.txt", as_text(report(name)))
    done = run(site, source)
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (site / "content").iterdir()) == ["jiaoyu-ju"]
    assert f"content/jiaoyu-ju/2022（{NAME}，2022 年度，2021 版表格）" in done.output
    assert (site / "content/jiaoyu-ju/agency.yaml").read_text("utf-8") == AGENCY


def test_a_second_year_goes_beside_the_first(site: Path) -> None:
    assert run(site, written(site.parent / "a.txt", as_text(report()))).exit_code == 0
    first = tree(site)
    assert run(site, written(site.parent / "b.txt", as_text(report(year=2023)))).exit_code == 0
    assert {name: digest for name, digest in tree(site).items() if "/2023/" not in name} == first
    assert sorted(path.name for path in (site / "content/jiaoyu-ju/2023").iterdir()) == ["figures.yaml", "import.yaml", "report.md"]


def test_a_report_that_is_there_is_left_alone_and_with_force_kept_aside(site: Path) -> None:
    source = written(site.parent / "a.txt", as_text(report()))
    run(site, source)
    folder = site / "content/jiaoyu-ju/2022"
    (folder / "report.md").write_text("别人写的\n", "utf-8")
    before = tree(site)
    refused = run(site, source)
    assert (refused.exit_code, tree(site)) == (1, before)
    assert "已经有了，没有改动它；要替换请加 --force" in refused.output
    forced = run(site, source, "--force")
    assert forced.exit_code == 0, forced.output
    aside = site / "replaced/jiaoyu-ju-2022-1"
    assert (aside / "report.md").read_text("utf-8") == "别人写的\n"
    assert sorted(path.name for path in aside.iterdir()) == ["figures.yaml", "import.yaml", "report.md"]
    assert "本机关依法公开信息。" in (folder / "report.md").read_text("utf-8")
    assert run(site, source, "--force").exit_code == 0
    assert (site / "replaced/jiaoyu-ju-2022-2").is_dir()


def test_two_files_of_one_report_are_both_refused_and_asked_about(site: Path) -> None:
    one, other = written(site.parent / "in/a.txt", as_text(report())), written(site.parent / "in/b.docx", as_docx(report()))
    before = tree(site)
    done = run(site, one.parent)
    assert (done.exit_code, tree(site)) == (1, before)
    for file, twin in ((one, other), (other, one)):
        assert f"没有导入 {file}：和 {twin.name} 是同一份报告" in done.output


def test_of_ten_mixed_files_one_that_is_broken_stops_no_other(site: Path) -> None:
    folder = site.parent / "in"
    for year in range(2021, 2024):
        written(folder / f"{year}.txt", as_text(report(year=year)))
        written(folder / f"docx/{year}.docx", as_docx(report("某县民政局", year)))
        written(folder / f"xlsx/{year}.xlsx", as_xlsx(report("某县公安局", year, "gongan-ju")))
    written(folder / "broken.docx", b"PK\x03\x04 no zip")
    done = run(site, folder)
    assert done.exit_code == 1
    assert len(list(site.glob("content/*/*/figures.yaml"))) == 9
    rows = [line.split() for line in done.output.splitlines() if line.split()[:1] and line.split()[0].endswith((".txt", ".docx", ".xlsx"))]
    table = {row[0]: row[1:] for row in rows if len(row) in {2, 11}}
    assert table["broken.docx"] == ["没有导入"]
    assert table["2022.xlsx"][:3] == ["某县公安局", "2022", "2021"]
    assert len(table) == 10
    answer = json.loads(run(site, folder, "--force", "--format", "json").output)
    assert answer["summary"] == {"files": 10, "imported": 9, "refused": 1, "unplaced": 0}
    assert {each["agency"] for each in answer["imports"] if not each["refused"]} == {"jiaoyu-ju", "gongan-ju", "mou-xian-min-zheng-ju"}


def test_a_trial_writes_nothing(site: Path) -> None:
    source = written(site.parent / "a.txt", as_text(report("某县民政局")))
    before = tree(site.parent)
    done = run(site, source, "--dry-run")
    assert (done.exit_code, tree(site.parent)) == (0, before), done.output
    assert "只是试导入，没有写任何文件。" in done.output


def test_a_workbook_says_the_folder_unless_the_site_knows_better(site: Path) -> None:
    source = written(site.parent / "a.xlsx", as_xlsx(report("某县民政局", slug="minzheng-ju")))
    assert run(site, source).exit_code == 0
    assert (site / "content/minzheng-ju/2022/figures.yaml").is_file()
    other = written(site.parent / "b.xlsx", as_xlsx(report(year=2023, slug="jiaowei")))
    done = run(site, other)
    assert done.exit_code == 1
    assert f"机关代号是 jiaowei，而“{NAME}”在本网站是 jiaoyu-ju：请加 --agency" in done.output
    taken = run(site, written(site.parent / "c.xlsx", as_xlsx(report("某县卫健委", slug="jiaoyu-ju"))))
    assert (taken.exit_code, f"在本网站是“{NAME}”" in taken.output) == (1, True)
    assert run(site, written(site.parent / "d.xlsx", as_xlsx(report("某县卫健委", slug="Wei Jian")))).exit_code == 1


def test_years_that_differ_in_a_workbook_are_asked_about(site: Path) -> None:
    made = report()
    made = replace(made, metadata=made.metadata._replace(title=f"{NAME}2021年政府信息公开工作年度报告"))
    done = run(site, written(site.parent / "a.xlsx", as_xlsx(made)))
    assert done.exit_code == 1
    assert "原文里的年度不一致（2022、2021）：请加 --year 年度" in done.output


def test_a_former_name_that_two_agencies_had_is_asked_about(site: Path) -> None:
    (site / "content/jiaoyu-er-ju").mkdir()
    (site / "content/jiaoyu-er-ju/agency.yaml").write_text(AGENCY.replace(NAME, "某县第二教育局").replace("县教育局", "二局"), "utf-8")
    done = run(site, written(site.parent / "a.txt", as_text(report("某县教委"))))
    assert done.exit_code == 1
    assert "“某县教委”可以是几个机关（jiaoyu-er-ju、jiaoyu-ju）：请加 --agency 代号" in done.output


def test_a_new_agency_with_nearly_the_name_of_another_is_told_of(site: Path) -> None:
    done = run(site, written(site.parent / "a.txt", as_text(report("某县教育"))))
    assert "如果就是已有的 content/jiaoyu-ju，请删去新文件夹，加 --agency jiaoyu-ju 重新导入。" in done.output


_KILLED = """
import os, sys
from pathlib import Path
from giar_site.importing import writing
from tests.importing.test_agencies import import_of_three
left = int(sys.argv[2])
def counted(call):
    def step(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), 9)
        return call(*arguments, **options)
    return step
for name in ("rename", "replace", "mkdir"):
    setattr(Path, name, counted(getattr(Path, name)))
writing._write = counted(writing._write)
writing.write(Path(sys.argv[1]), import_of_three(sys.argv[3]))
"""


def import_of_three(text: str) -> Import:
    folder = "content/jiaoyu-ju/2022"
    files = tuple((f"{folder}/{name}", text) for name in ("figures.yaml", "report.md", "import.yaml"))
    return Import("a.txt", target=Target("jiaoyu-ju", NAME, 2022, new=False), files=files)


def killed_after(steps: int, site: Path, text: str) -> bool:
    root = Path(__file__).parents[2]
    call = [sys.executable, "-c", _KILLED, str(site), str(steps), text]
    return subprocess.run(call, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False).returncode == -signal.SIGKILL


def test_whenever_it_is_killed_a_new_report_is_whole_or_not_there(site: Path) -> None:
    folder = site / "content/jiaoyu-ju/2022"
    steps = 0
    while killed_after(steps, site, "新"):
        assert not folder.exists()
        steps += 1
    assert steps >= 5
    assert [path.read_text("utf-8") for path in sorted(folder.iterdir())] == ["新"] * 3
    assert (
        run(site, "--force", written(site.parent / "a.txt", as_text(report()))).exit_code == 0
    )  # what a killed run left is in nobody's way


def test_whenever_it_is_killed_the_files_that_are_replaced_are_whole_and_the_old_ones_kept(site: Path) -> None:
    writing.write(site, import_of_three("旧"))
    folder = site / "content/jiaoyu-ju/2022"
    steps = 0
    while killed_after(steps, site, "新"):
        texts = {path.name: path.read_text("utf-8") for path in folder.iterdir() if not path.name.startswith(".")}
        assert set(texts) == {"figures.yaml", "import.yaml", "report.md"}
        assert set(texts.values()) <= {"旧", "新"}
        assert texts["figures.yaml"] == "旧" or set(texts.values()) == {"新"}
        if "新" in texts.values():
            kept = [path.read_text("utf-8") for path in site.glob("replaced/*/figures.yaml")]
            assert "旧" in kept
        writing.write(site, import_of_three("旧"))
        steps += 1
    assert steps >= 5
