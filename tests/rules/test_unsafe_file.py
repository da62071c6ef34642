"""G101: what is not a plain, safely named UTF-8 file is not read, and the finding says why."""

import os
from pathlib import Path

import pytest
from checking import check_folder, check_sample, only
from samples import write_site


@pytest.mark.parametrize(
    ("sample", "item", "said"),
    [
        ("--- files/a.pdf -> /etc/hostname\n", "files/a.pdf", "符号链接"),
        ("--- figures.yaml -> ../../other/2022/figures.yaml\n", "figures.yaml", "符号链接"),
        ("--- files -> /etc\n", "files", "符号链接"),
        ("--- figures.yaml (GBK)\n# 表\nform: 2021\n", "figures.yaml", "第 1 行起不是 UTF-8 编码，看来是 GBK/GB18030"),
        ("--- files/a.exe\nMZ\n", "files/a.exe", "附件只能是"),
        ("--- files/a.pdf\nMZ\n", "files/a.pdf", "内容不是 pdf 格式"),
        ("--- files/a:b.csv\n1\n", "files/a:b.csv", "U+003A"),
        ("--- files/con.csv\n1\n", "files/con.csv", "Windows"),
    ],
)
def test_the_reason_is_told(tmp_path: Path, sample: str, item: str, said: str) -> None:
    finding = only(check_sample(tmp_path, sample))
    assert finding.code == "G101"
    assert finding.at.item == item
    assert finding.message.zh.startswith(f"“{item}”没有读取：")
    assert said in finding.message.zh


def test_the_refused_attachment_itself_is_pointed_at(tmp_path: Path) -> None:
    assert only(check_sample(tmp_path, "--- files/a.exe\nMZ\n")).place.file == "content/sample/2022/files/a.exe"


def test_a_pipe_does_not_hold_up_the_check(tmp_path: Path) -> None:
    site = write_site(tmp_path, "--- report.md (missing)\n")
    os.mkfifo(site / "content/sample/2022/report.md")
    assert "不是普通文件" in only(check_folder(site)).message.zh


def test_a_text_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, "--- agency.yaml\nname: 局\n#" + "x" * 300_000 + "\n"))
    assert "超过上限" in finding.message.zh


def test_an_agency_folder_under_a_bad_name_or_a_link_is_not_read(tmp_path: Path) -> None:
    site = write_site(tmp_path, "…")
    (site / "content" / "财政局").mkdir()
    (site / "content" / "linked").symlink_to("sample")
    findings = check_folder(site)
    assert [(finding.code, finding.at.item) for finding in findings] == [("G101", "财政局"), ("G101", "linked")]
    assert "caizheng-ju" in findings[0].message.zh
