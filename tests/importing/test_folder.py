"""A folder of mixed files: what is passed over is said with its reason, and what may be a report makes the import incomplete."""

import json
import os
from itertools import takewhile
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from giar_site.diagnostics import CannotGoOn
from giar_site.importing.folder import holding_of
from tests.importing.test_agencies import as_text, report, run, site, written

__all__ = ["site"]


@pytest.fixture
def folder(site: Path) -> Path:
    """A folder with one report that can be read."""
    return written(site.parent / "in/a.txt", as_text(report("某县民政局"))).parent


def passed_over(done: Result) -> list[str]:
    lines = done.output.splitlines()
    start = next((at for at, line in enumerate(lines) if line.startswith("跳过了")), len(lines))
    return [line.strip() for line in takewhile(bool, lines[start + 1 :])]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("年报.wps", "请用 WPS 或 Word 打开，另存为 .docx，再导入"),
        ("年报.RTF", "请用 WPS 或 Word 打开，另存为 .docx，再导入"),
        ("年报.et", "请用 WPS 或 Excel 打开，另存为 .xlsx，再导入"),
        ("年报.ofd", "请导入 Word 原件"),
        ("年报.jpg", "是图片，读不出文字"),
        ("年报.zip", "是压缩包"),
        ("年报.mht", "另存为 .html"),
    ],
)
def test_a_document_that_cannot_be_read_is_told_and_the_import_is_not_complete(site: Path, folder: Path, name: str, reason: str) -> None:
    unread = written(folder / name, b"x")
    done = run(site, folder)
    assert done.exit_code == 1
    [line] = passed_over(done)
    assert line.startswith(f"{unread}：")
    assert reason in line
    answer = json.loads(run(site, folder, "--dry-run", "--force", "--format", "json").output)
    assert [(each["file"], each["may_be_report"]) for each in answer["skipped"]] == [(str(unread), True)]


def test_links_and_pipes_are_told_and_not_followed(site: Path, folder: Path) -> None:
    (folder / "link.html").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(".")
    os.mkfifo(folder / "pipe.txt")
    done = run(site, folder)
    assert done.exit_code == 1
    assert passed_over(done) == [
        f"{folder}/link.html、{folder}/loop：是链接，没有跟过去：请导入它指向的文件。",
        f"{folder}/pipe.txt：不是普通文件。",
    ]


def test_marks_of_open_files_and_parts_of_pages_are_told_and_harm_nothing_and_hidden_files_are_nobodys(site: Path, folder: Path) -> None:
    written(folder / "~$a.docx", b"x")
    written(folder / ".DS_Store", b"x")
    written(folder / ".git/年报.wps", b"x")
    for name in ("1.jpg", "2.jpg", "3.jpg", "4.jpg"):
        written(folder / "b_files" / name, b"x")
    written(folder / "b.html", as_text(report("某县民政局", 2023)).replace(b"\n", b"<br>"))
    done = run(site, folder)
    assert done.exit_code == 0, done.output
    said = passed_over(done)
    assert said[0].startswith(f"{folder}/b_files/1.jpg、")
    assert said[0].endswith("3.jpg 等 4 个：是网页的附属文件。")
    assert said[1].startswith(f"{folder}/~$a.docx：是办公软件打开文件时留下的标记")
    assert len(said) == 2


def test_a_folder_of_nothing_but_unread_documents_is_told_and_one_without_any_is_an_error(site: Path) -> None:
    folder = site.parent / "in"
    written(folder / "notes.py", b"x")
    with pytest.raises(CannotGoOn):
        holding_of([folder])
    written(folder / "年报.wps", b"x")
    done = run(site, folder)
    assert done.exit_code == 1
    assert "年报.wps：" in passed_over(done)[0]


@pytest.mark.parametrize("name", ["a\x1b[31mb.txt", "a\nb: 1.txt", "a\u202eb.txt", "a\x9bb.txt"])
def test_a_name_that_could_command_a_terminal_or_break_a_line_is_spelled_out(site: Path, name: str) -> None:
    folder = site.parent / "in"
    path = written(folder / name, as_text(report("某县民政局")))
    written(folder / f"{name}.wps", b"x")
    for options in ((), ("--force",), ("--force", "--format", "json")):
        done = run(site, folder, *options)
        assert not set(done.output) & set("\x1b\u202e\x9b")
        assert done.exit_code == 1
    assert json.loads(done.output)["imports"][0]["file"] == str(path)
    assert "b: 1.txt" not in [line[:8] for line in run(site, folder, "--force").output.splitlines()]
    (figures,) = site.glob("content/*/2022/figures.yaml")
    assert set(yaml.safe_load(figures.read_text("utf-8"))) == {"form", "disclosure", "applications", "review_and_litigation"}


def test_a_name_that_is_no_text_is_imported_and_spelled_out(site: Path) -> None:
    path = os.fsdecode(bytes(site.parent) + b"/\xff\xfe.txt")
    Path(path).write_bytes(as_text(report("某县民政局")))
    done = run(site, path)
    assert done.exit_code == 0, done.output
    assert "<U+DCFF>" in done.output
    assert json.loads(run(site, path, "--force", "--format", "json").output)["imports"][0]["file"] == path
