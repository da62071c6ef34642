"""site.yaml: what is read, and what is said of a slip in it."""

from pathlib import Path

import pytest

from giar_site.diagnostics import CannotGoOn
from giar_site.load import Folder, load_settings
from giar_site.load.settings import LoadedSettings


def read(site: Path, text: str) -> LoadedSettings:
    (site / "site.yaml").write_text(text, encoding="utf-8")
    with Folder.top(site) as top:
        return load_settings(top)


def test_everything_written_is_read(tmp_path: Path) -> None:
    settings, faults = read(
        tmp_path,
        "title: 年报\nurl: https://www.example.gov.cn/nb/\nlanguage: zh-CN\nyears: [2020, 2019]\ntheme: plain\n"
        'owner:\n  organizer: 甲\n  site_id_code: "1234567890"\n  contact: {telephone: 010-1}\n',
    )
    assert faults == ()
    assert (settings.title, settings.url, settings.years, settings.theme) == (
        "年报",
        "https://www.example.gov.cn/nb/",
        (2019, 2020),
        "plain",
    )
    assert (settings.owner.organizer, settings.owner.site_id_code, settings.owner.contact.telephone) == ("甲", "1234567890", "010-1")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("years: [2020, 二一]", "invalid_field"),
        ("years: 2020", "invalid_field"),
        ("years: [[2020]]", "invalid_field"),
        ("url: ftp://a", "invalid_field"),
        ("language: 中文", "invalid_field"),
        ("theme: ../evil", "invalid_field"),
        ("owner: 某局", "invalid_field"),
        ("owner: {site_id_code: 12}", "invalid_field"),
        ("deploy: {}", "unknown_field"),
        ("title: 又一个", "duplicate_key"),
    ],
)
def test_a_slip_is_a_fault_with_its_line(line: str, kind: str, tmp_path: Path) -> None:
    faults = read(tmp_path, f"title: 年报\n{line}\n").faults
    assert [(fault.kind, fault.place.line) for fault in faults] == [(kind, 2)]


def test_empty_years_are_no_slip(tmp_path: Path) -> None:
    assert read(tmp_path, "title: 年报\nyears:\n").faults == ()


def test_a_folder_without_site_yaml_cannot_go_on(tmp_path: Path) -> None:
    with Folder.top(tmp_path) as top, pytest.raises(CannotGoOn, match=r"no site\.yaml"):
        load_settings(top)
