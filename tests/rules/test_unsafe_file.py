"""G101: what is not a plain, safely named UTF-8 file is not read, and the finding says why."""

import os
from pathlib import Path

import pytest
from checking import check_folder, check_sample, only
from samples import write_site

from giar_site.check import check_site
from giar_site.diagnostics import Address, Text


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


@pytest.mark.parametrize(
    ("folder", "masked"),
    [
        ("13987654321", "139****4321"),
        ("c-13987654321", "c-139****4321"),
        ("139-8765-4321", "139-****-4321"),
        ("ju13987654321", "ju139****4321"),
        ("zhang-11010519491231002x", "zhang-110***********002x"),
        ("6222021234567890128", "622************0128"),
    ],
)
def test_an_agency_folder_whose_name_holds_a_private_number_is_not_read(tmp_path: Path, folder: str, masked: str) -> None:
    site = write_site(tmp_path, "…")
    (site / "content" / "sample").rename(site / "content" / folder)
    finding = next(each for each in check_folder(site) if each.code == "G101")
    assert finding.at == Address("", None, "site", masked)
    assert finding.message == Text(
        f"“{masked}”没有读取：文件夹名里有身份证号、手机号或银行卡号，会成为公开的网址，请改名。",
        f"“{masked}” was not read: its name holds somebody's identity, mobile or card number and would be a public address; rename it.",
    )
    assert check_site(site).agencies == ()


def test_an_agency_folder_under_a_bad_name_or_a_link_is_not_read(tmp_path: Path) -> None:
    site = write_site(tmp_path, "…")
    (site / "content" / "财政局").mkdir()
    (site / "content" / "linked").symlink_to("sample")
    findings = check_folder(site)
    assert [(finding.code, finding.at.item) for finding in findings] == [("G101", "财政局"), ("G101", "linked")]
    assert "caizheng-ju" in findings[0].message.zh
