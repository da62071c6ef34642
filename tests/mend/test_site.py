"""The files: replaced whole, with their mode, line ends and mark; links and files of others are never touched."""

import os
import stat
from pathlib import Path

import pytest
from samples import write_site

from giar_site import forms
from giar_site.diagnostics import CannotGoOn
from giar_site.load import Folder
from giar_site.mend import Mended, mend_site
from giar_site.scaffold import figures_yaml

ROW = "review_and_litigation:\n  review: [１, 0, 0, 0, 1]\n  …\n"
REPORT = [("sample", 2022)]


def figures_of(site: Path) -> Path:
    return site / "content" / "sample" / "2022" / "figures.yaml"


def mend(site: Path, *, write: bool = True, align: bool = False) -> list[Mended]:
    return list(mend_site(site, REPORT, write=write, align=align))


def test_a_file_is_mended_and_the_change_is_shown(tmp_path: Path) -> None:
    site = write_site(tmp_path, ROW)
    path = figures_of(site)
    before = path.read_text("utf-8")
    path.chmod(0o640)
    [mended] = mend(site, align=True)
    assert mended.told.zh.startswith("已改好 content/sample/2022/figures.yaml；")
    assert mended.told.en.startswith("mended content/sample/2022/figures.yaml (")
    name = "content/sample/2022/figures.yaml"
    assert mended.diff.startswith(f"--- {name}\n+++ {name}\n@@ ")
    assert "\n-  review: [１, 0, 0, 0, 1]\n" in mended.diff
    assert "+  review:             [1, 0, 0, 0, 1]\n" in mended.diff
    assert path.read_text("utf-8") != before
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(os.listdir(path.parent)) == ["figures.yaml", "report.md"]
    assert mend(site) == []


RECEIVED = "  received:                 [0, 0, 0, 0, 0, 0, 0]"
NAME = "content/sample/2022/figures.yaml"


def filled_in(site: Path, row: str) -> Path:
    """A site whose figures are as `giar new` writes them, but for the row of applications received."""
    path = figures_of(write_site(site, "…\n"))
    text = figures_yaml(forms.edition(2021), 2022)
    assert RECEIVED in text
    path.write_text(text.replace(RECEIVED, row), encoding="utf-8")
    return site


def test_lines_that_were_only_laid_out_are_counted_and_not_shown(tmp_path: Path) -> None:
    site = filled_in(tmp_path, "  received:                 [15, 0, 0, 0, 0, 0]")
    before = figures_of(site).read_text("utf-8").split("\n")
    [mended] = mend(site, align=True)
    assert mended.told == (
        f"已改好 {NAME}；另有 24 行只是重新对齐，没有列出：",
        f"mended {NAME} (lines only laid out anew, not shown: 24):",
    )
    after = figures_of(site).read_text("utf-8").split("\n")
    assert sum(was != now for was, now in zip(before, after, strict=True)) == 25
    changed = [line[: line.index("]") + 1] for line in mended.diff.split("\n")[2:] if line[:1] in {"-", "+"}]
    assert changed == ["-  received:                 [15, 0, 0, 0, 0, 0]", "+  received:                 [15, 0, 0, 0, 0, 0, 15]"]


@pytest.mark.parametrize(
    ("row", "moved"), [("  received: [5,0,0,0,0,0,5]", 1), ("  received:                 [15, 0, 0, 0, 0, 0, 15]", 24)]
)
def test_a_file_that_was_only_laid_out_shows_no_change(tmp_path: Path, row: str, moved: int) -> None:
    [mended] = mend(filled_in(tmp_path, row), write=False, align=True)
    assert mended.told == (
        f"{NAME} 可以这样改（没有写入）：只是重新对齐了 {moved} 行，数没有变。",
        f"{NAME} would be mended so (not written): lines laid out anew: {moved}; no figure changed.",
    )
    assert mended.diff == ""


def test_where_nothing_else_moved_the_change_is_shown_alone(tmp_path: Path) -> None:
    [mended] = mend(filled_in(tmp_path, "  received:                 [５, 0, 0, 0, 0, 0, 5]"))
    assert mended.told == (f"已改好 {NAME}：", f"mended {NAME}:")
    assert len(mended.diff.split("\n")) == 8


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    site = write_site(tmp_path, ROW)
    before = figures_of(site).read_bytes()
    [mended] = mend(site, write=False)
    assert mended.told.en == "content/sample/2022/figures.yaml would be mended so (not written):"
    assert figures_of(site).read_bytes() == before
    [really] = mend(site)
    assert really.diff == mended.diff


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_line_ends_and_byte_order_mark_stay(tmp_path: Path, mark: bytes, ends: bytes) -> None:
    site = write_site(tmp_path, "…\n")
    path = figures_of(site)
    sound = figures_yaml(forms.edition(2021), 2022).encode()
    text = sound.replace(b"review:               [0", "review:               [０".encode())
    path.write_bytes(mark + text.replace(b"\n", ends))
    assert len(mend(site)) == 1
    assert path.read_bytes() == mark + sound.replace(b"\n", ends)


def test_a_link_or_a_second_name_of_a_file_is_refused(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", ROW)
    path = figures_of(site)
    outside = tmp_path / "outside.yaml"
    path.rename(outside)
    before = outside.read_bytes()
    path.symlink_to(outside)
    assert mend(site) == []
    path.unlink()
    path.hardlink_to(outside)
    assert mend(site) == []
    path.unlink()
    assert mend(site) == []
    assert outside.read_bytes() == before


def test_a_file_that_changes_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write_site(tmp_path, ROW)
    path = figures_of(site)
    replace = Folder.replace

    def late(folder: Folder, name: str, before: bytes, after: bytes) -> bool:
        path.write_bytes(before + b"# saved just now\n")
        return replace(folder, name, before, after)

    monkeypatch.setattr(Folder, "replace", late)
    [mended] = mend(site)
    assert mended.told.en.startswith("content/sample/2022/figures.yaml has just changed")
    assert path.read_bytes().endswith(b"# saved just now\n")
    assert "１".encode() in path.read_bytes()


def test_a_file_that_cannot_be_written_is_one_sentence_and_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write_site(tmp_path, ROW)
    before = figures_of(site).read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CannotGoOn, match=r"Cannot write .*figures\.yaml"):
        mend(site)
    assert figures_of(site).read_bytes() == before
    assert sorted(os.listdir(figures_of(site).parent)) == ["figures.yaml", "report.md"]
